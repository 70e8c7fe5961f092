/** How the editor looks: the page's colours and its one typeface for code. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const highlights = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.character, tags.number, tags.bool], color: 'var(--code-literal)' },
  { tag: [tags.comment], color: 'var(--ink-2)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.namespace, tags.className], color: 'var(--code-type)' },
  { tag: [tags.macroName, tags.attributeName], color: 'var(--code-macro)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', contain: 'strict', fontSize: 'var(--code-size)', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--code)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0 24px' },
  '.cm-line': { padding: '0 16px 0 8px' },
  // The cursor is the browser's own: one that CodeMirror draws is animated without end, which keeps the
  // browser drawing and makes a keystroke wait for the next frame.
  '.cm-content ::selection': { backgroundColor: 'var(--selection)' },
  // Long lines are scrolled beneath it.
  '.cm-gutters': { backgroundColor: 'var(--panel)', color: 'var(--ink-3)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 14px', minWidth: '28px' },
  '.cm-selected-step': { backgroundColor: 'var(--step-line)' },
  '.cm-selected-step-gutter': {
    backgroundColor: 'var(--step-line)',
    color: 'var(--ink)',
    fontWeight: '700',
    boxShadow: 'inset 3px 0 0 var(--accent)',
  },
  // Backgrounds and shadows are gone in forced colours: a selection needs an edge.
  '@media (forced-colors: active)': {
    '.cm-selected-step': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    '.cm-pointed': { outline: '1px dashed Highlight', outlineOffset: '-1px' },
  },
  '.cm-hidden-character': {
    border: '1px solid var(--error)',
    borderRadius: '3px',
    padding: '0 2px',
    color: 'var(--error)',
    fontSize: '0.85em',
  },
  '.cm-pointed': { boxShadow: 'inset 0 0 0 1px var(--line-2)', borderRadius: '3px' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--line-2)',
  },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--sunk)',
    border: '1px solid var(--line-2)',
    color: 'var(--ink-2)',
    padding: '0 0.375rem',
    margin: '0 0.375rem',
  },
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--panic) 1.5px', textUnderlineOffset: '3px' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--error) 1.5px', textUnderlineOffset: '3px' },
  '.cm-lintRange-info': { textDecoration: 'underline dotted var(--ink-2) 1.5px', textUnderlineOffset: '3px' },
  '.cm-lintPoint:after': { display: 'none' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--line-2)',
    borderRadius: '6px',
    boxShadow: 'var(--shadow)',
    maxWidth: 'min(560px, 90vw)',
  },
  '.cm-tooltip-lint': { fontFamily: 'var(--text)', fontSize: '13px' },
  '.cm-diagnostic': { padding: '8px 12px', border: 'none', whiteSpace: 'normal' },
  '.cm-diagnostic-error, .cm-diagnostic-warning, .cm-diagnostic-info': { borderLeft: 'none' },
});

/** The editor's colours, sizes and highlighting. */
export const look = [theme, syntaxHighlighting(highlights)];
