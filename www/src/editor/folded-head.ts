/** Folds the `//@` lines at the top of a program that the page shows elsewhere: title, sentence, what to try. */
import { codeFolding, foldEffect, foldKeymap } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';

const SHOWN_ELSEWHERE = /^\/\/@ (?:title|say|try):/;

/** Lines can be folded in an editor with this. */
export const folding: Extension = [codeFolding({ placeholderText: '…' }), keymap.of(foldKeymap)];

/** The state with those lines folded into the first of them; the same state where there are fewer than two. */
export function withFoldedHead(state: EditorState): EditorState {
  let last = 0;
  while (last < state.doc.lines && SHOWN_ELSEWHERE.test(state.doc.line(last + 1).text)) last++;
  if (last < 2) return state;
  return state.update({ effects: foldEffect.of({ from: state.doc.line(1).to, to: state.doc.line(last).to }) }).state;
}
