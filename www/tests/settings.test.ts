/** Settings written back as `//@` lines. */
import { history, undo } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { textOf, writeSetting, type SettingChange } from '../src/editor/settings.ts';
import type { Setting } from '../src/messages.ts';

const MAIN = 'fn main() {}\n';
const NOWHERE = { from: 0, to: 0 };

/** A setting as the crate reads it from the line of a text that says it; without such a line, unsaid. */
function setting(text: string, name: string): Setting {
  const lineFrom = text.indexOf(`//@ ${name}`);
  if (lineFrom < 0) return { name, value: '16', default: '16', said: false, valueAt: NOWHERE, lineAt: NOWHERE };
  const lineTo = text.indexOf('\n', lineFrom);
  const valueFrom = lineFrom + `//@ ${name}: `.length;
  const valueAt = { from: valueFrom, to: lineTo };
  return { name, value: text.slice(valueFrom, lineTo), default: '16', said: true, valueAt, lineAt: { from: lineFrom, to: lineTo + 1 } };
}

/** The text after a change, which one undo must take back. */
function write(text: string, change: SettingChange): string | null {
  let state = EditorState.create({ doc: text, extensions: history() });
  const transaction = writeSetting(state, change);
  if (!transaction) return null;
  state = state.update(transaction).state;
  const written = state.doc.toString();
  undo({ state, dispatch: (back) => (state = back.state) });
  expect(state.doc.toString()).toBe(text);
  return written;
}

it('a value takes the place of the one before, and nothing else changes', () => {
  const text = `//@ title: T\n//@ handles: 4\n//@ disk: 8 B\n${MAIN}`;
  expect(write(text, { kind: 'value', setting: setting(text, 'handles'), value: '5' })).toBe(
    `//@ title: T\n//@ handles: 5\n//@ disk: 8 B\n${MAIN}`,
  );
});

it('a value that no line says yet gets a line after those at the top', () => {
  const text = `//@ title: T\n${MAIN}`;
  expect(write(text, { kind: 'value', setting: setting(text, 'handles'), value: '2' })).toBe(`//@ title: T\n//@ handles: 2\n${MAIN}`);
});

it('a line can be written anew', () => {
  const text = `//@ file a.csv: 1\n${MAIN}`;
  const change: SettingChange = { kind: 'line', setting: setting(text, 'file a.csv'), text: 'file b.csv: 2\\n' };
  expect(write(text, change)).toBe(`//@ file b.csv: 2\\n\n${MAIN}`);
});

it('a setting that is removed takes its line with it', () => {
  const text = `//@ handles: 4\n${MAIN}`;
  expect(write(text, { kind: 'remove', setting: setting(text, 'handles') })).toBe(MAIN);
});

it('a new line goes to the top of a text that has none, and of an empty one', () => {
  expect(write(MAIN, { kind: 'add', text: 'disk: 64 B' })).toBe(`//@ disk: 64 B\n${MAIN}`);
  expect(write('', { kind: 'add', text: 'disk: 64 B' })).toBe('//@ disk: 64 B\n');
});

it('a new line goes after the last one even where the text ends there', () => {
  expect(write('//@ handles: 4', { kind: 'add', text: 'disk: 64 B' })).toBe('//@ handles: 4\n//@ disk: 64 B');
});

it('what was typed or pasted stays one line', () => {
  expect(write(MAIN, { kind: 'add', text: 'file a: 1\n} evil(' })).toBe(`//@ file a: 1 } evil(\n${MAIN}`);
});

it('a text that has changed since the setting was read is left alone', () => {
  const old = `//@ handles: 4\n${MAIN}`;
  expect(write(MAIN, { kind: 'remove', setting: setting(old, 'handles') })).toBeNull();
  expect(write('', { kind: 'value', setting: setting(old, 'handles'), value: '1' })).toBeNull();
});

it('a setting is shown as its line says it', () => {
  expect(textOf({ name: 'file a', value: '1', default: null, said: true, valueAt: NOWHERE, lineAt: NOWHERE })).toBe('file a: 1');
  expect(textOf({ name: 'dir logs', value: '', default: null, said: true, valueAt: NOWHERE, lineAt: NOWHERE })).toBe('dir logs');
});
