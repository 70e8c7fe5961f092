/** The styles of the log. */
import { css } from 'lit';

/** The height of a row in rem; the same for all, so that a place can be computed. */
export const ROW = 1.5;

export const logStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    background: var(--panel);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 0.375rem 0.75rem;
    padding: 0.25rem 0.875rem;
    border-bottom: 1px solid var(--line);
    flex-wrap: wrap;
  }
  .groups {
    display: flex;
    gap: 0.25rem;
  }
  .groups button {
    min-height: 1.5rem;
    padding: 0 0.5rem;
    font-weight: 400;
    font-size: 0.75rem;
  }
  input {
    font: 0.78125rem/1 var(--text);
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--line-2);
    border-radius: 6px;
    height: 1.625rem;
    padding: 0 0.5rem;
    width: 9.5rem;
    min-width: 5.5rem;
  }
  input::placeholder {
    color: var(--ink-3);
  }
  .count {
    color: var(--ink-2);
    font-size: 0.75rem;
    margin-left: auto;
    font-variant-numeric: tabular-nums;
  }
  .rows {
    overflow: auto;
    position: relative;
    contain: strict;
    /* Its own height is that of some rows; what it gets is what there is. */
    contain-intrinsic-block-size: 22rem;
    opacity: var(--strength, 1);
  }
  .rows:focus-visible {
    outline-offset: -2px;
  }
  .all {
    position: relative;
    min-width: 100%;
  }
  .shown {
    position: absolute;
    left: 0;
    right: 0;
  }
  .row {
    height: ${ROW}rem;
    padding: 0 0.875rem;
    display: grid;
    grid-template-columns: 3.25rem 4.125rem 0.875rem minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: center;
    cursor: pointer;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .row:hover,
  .row.lit {
    background: var(--sunk);
  }
  .row[aria-selected='true'] {
    background: var(--step-line);
    box-shadow: inset 3px 0 0 var(--accent);
  }
  .row.ringed {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .row.dimmed > * {
    opacity: 0.35;
  }
  .number,
  .time {
    color: var(--ink-3);
    text-align: right;
    font-size: 0.75rem;
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .inset {
    white-space: pre;
  }
  .severe-error .text {
    color: var(--error);
  }
  .severe-panic .text {
    color: var(--panic);
  }
  .severe-leak .text {
    color: var(--leaked);
  }
  .future {
    color: var(--ink-2);
  }
  .row .line {
    color: var(--ink-3);
    font-size: 0.75rem;
  }
  .nothing {
    color: var(--ink-2);
    padding: 0.625rem 0.875rem;
    margin: 0;
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      --ink-3: HighlightText;
      --ink-2: HighlightText;
      --open: HighlightText;
      --error: HighlightText;
      --panic: HighlightText;
      --leaked: HighlightText;
      --reaped: HighlightText;
    }
    .row:hover,
    .row.lit {
      outline: 1px dashed CanvasText;
      outline-offset: -1px;
    }
  }
  @media (max-width: 44.99rem) {
    .head {
      padding: 0.25rem 0.5rem;
    }
    .row {
      grid-template-columns: 2.125rem 0.875rem minmax(0, 1fr) auto;
      padding: 0 0.5rem;
    }
    .time {
      display: none;
    }
    .head h2,
    .count {
      display: none;
    }
    input {
      flex: 1;
    }
  }
`;
