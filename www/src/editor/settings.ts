/**
 * Settings of the simulated machine, written back into the program as `//@` lines.
 *
 * Each change is one that one undo takes back, and no other line is touched.
 */
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { Setting } from '../messages.ts';

/** What the person did with a setting. */
export type SettingChange =
  /** Another value for a setting; if no line says it yet, one is added. */
  | { readonly kind: 'value'; readonly setting: Setting; readonly value: string }
  /** Another text for its line, without the `//@`. */
  | { readonly kind: 'line'; readonly setting: Setting; readonly text: string }
  /** Its line is to go. */
  | { readonly kind: 'remove'; readonly setting: Setting }
  /** A new line, without the `//@`. */
  | { readonly kind: 'add'; readonly text: string };

const MARK = '//@';

/** The change of the text; null if the text is not the one any more that the setting was read from. */
export function writeSetting(state: EditorState, change: SettingChange): TransactionSpec | null {
  const changes = changesOf(state, change);
  return changes && { changes, userEvent: 'input.setting' };
}

function changesOf(state: EditorState, change: SettingChange) {
  if (change.kind === 'add') return added(state, change.text);
  const { name, said, lineAt, valueAt } = change.setting;
  if (!said) return change.kind === 'value' ? added(state, `${name}: ${change.value}`) : null;
  const line = state.sliceDoc(lineAt.from, lineAt.to);
  if (!line.trimStart().startsWith(MARK)) return null;
  switch (change.kind) {
    case 'value':
      return { ...valueAt, insert: oneLine(change.value) };
    case 'line':
      return { from: lineAt.from, to: lineAt.from + line.trimEnd().length, insert: `${MARK} ${oneLine(change.text)}` };
    case 'remove':
      return { ...lineAt };
  }
}

/** A new line goes after the last of those at the top. */
function added(state: EditorState, text: string) {
  let number = 1;
  while (number <= state.doc.lines && state.doc.line(number).text.startsWith(MARK)) number++;
  const isPastEnd = number > state.doc.lines;
  const line = `${MARK} ${oneLine(text)}`;
  const from = isPastEnd ? state.doc.length : state.doc.line(number).from;
  return { from, insert: isPastEnd ? `\n${line}` : `${line}\n` };
}

/** A setting is one line: what would end it early is a space. */
function oneLine(text: string): string {
  return text.trim().replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}

/** The text of a setting's line, without the `//@`. */
export function textOf({ name, value }: Setting): string {
  return name.startsWith('dir ') && !value ? name : `${name}: ${value}`;
}
