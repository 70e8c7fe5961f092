/** Styles that several elements share. */
import { css } from 'lit';

export const shared = css`
  :host {
    box-sizing: border-box;
    color: var(--ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h2 {
    margin: 0;
    font: 600 0.75rem/1 var(--text);
    color: var(--ink-2);
  }
  button {
    font: 500 0.78125rem/1 var(--text);
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--line-2);
    border-radius: 6px;
    min-height: 1.75rem;
    padding: 0 0.625rem;
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    white-space: nowrap;
  }
  button:hover:not(:disabled) {
    border-color: var(--ink-3);
  }
  button:active:not(:disabled) {
    background: var(--sunk);
  }
  button:disabled {
    color: var(--ink-3);
    opacity: 0.55;
    cursor: default;
  }
  button[aria-pressed='true'],
  button[aria-checked='true'],
  button[aria-selected='true'] {
    background: var(--step-line);
    border-color: var(--accent);
    color: var(--ink);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  /* A button in a text would let the line break before its full stop. */
  .kept {
    white-space: nowrap;
  }
  code {
    font-family: var(--code);
    font-size: 0.95em;
  }
  .glyph {
    flex: none;
    width: 0.75rem;
    height: 0.75rem;
    overflow: visible;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    button {
      min-height: 2.5rem;
    }
  }
  /* Backgrounds and shadows are gone here: a selection needs an edge. */
  @media (forced-colors: active) {
    button[aria-pressed='true'],
    button[aria-checked='true'],
    button[aria-selected='true'],
    button[aria-current='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
    }
    button:disabled {
      opacity: 1;
      color: GrayText;
      border-color: GrayText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** A run in one sentence, in the colour of what was worst. */
export const verdict = css`
  .verdict {
    display: inline-flex;
    gap: 7px;
    align-items: center;
    font-weight: 600;
    min-width: 0;
  }
  .verdict.error {
    color: var(--error);
  }
  .verdict.panic {
    color: var(--panic);
  }
  .verdict.leak {
    color: var(--leaked);
  }
`;

/** A dialog above the page. */
export const raised = css`
  dialog {
    border: 1px solid var(--line-2);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
`;
