import { css, html, LitElement, nothing } from 'lit';
import { CATEGORIES } from '../editor/problems.ts';
import type { Diagnostic } from '../messages.ts';
import * as state from '../state/run.ts';
import { Watch } from '../state/value.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/**
 * What is to be said about the text: category, place, message, hint.
 *
 * @fires lp-go - the person wants to see a place; `detail` is its position in UTF-16 units.
 */
export class LpProblems extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-height: 132px;
        overflow: auto;
        border-top: 1px solid var(--line);
        background: var(--raised);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      button {
        all: unset;
        box-sizing: border-box;
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 2px 10px;
        width: 100%;
        padding: 8px 12px;
        cursor: pointer;
        font: 13px/1.4 var(--text);
        white-space: normal;
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .category {
        align-self: start;
        font-weight: 600;
        font-size: 12px;
        border: 1px solid;
        border-radius: 4px;
        padding: 0 5px;
        color: var(--panic);
      }
      .not-supported,
      .stopped {
        color: var(--error);
      }
      .place {
        color: var(--ink-2);
        white-space: nowrap;
      }
      .hint {
        grid-column: 2 / -1;
        color: var(--ink-2);
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, state.diagnostics);
  }

  #go(problem: Diagnostic): void {
    this.dispatchEvent(new CustomEvent<number>('lp-go', { detail: problem.from, bubbles: true, composed: true }));
  }

  protected override render() {
    const problems = state.diagnostics.get();
    this.hidden = problems.length === 0;
    return html`<ul aria-label="Problems">
      ${problems.map(
        (problem) => html`<li>
          <button @click=${() => this.#go(problem)}>
            <span class="category ${problem.category}">${CATEGORIES[problem.category]}</span>
            <span class="message">${problem.code ? html`<code>${problem.code}</code> ` : nothing}${words(problem.message)}</span>
            <span class="place">line ${problem.line}</span>
            ${problem.hint ? html`<span class="hint">hint: ${words(problem.hint)}</span>` : nothing}
          </button>
        </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lp-go': CustomEvent<number>;
  }
}
