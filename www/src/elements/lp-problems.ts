import { css, html, LitElement, nothing } from 'lit';
import { CATEGORIES } from '../editor/problems.ts';
import type { Diagnostic } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/**
 * The diagnostics of the text: category, place, message, label, hint, and the other places that each
 * mentions.
 *
 * @fires lp-go - the person wants to see a place; `detail` is its position in UTF-16 units.
 */
export class LpProblems extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-height: 8.25rem;
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
        gap: 2px 0.625rem;
        width: 100%;
        padding: 0.5rem 0.75rem;
        cursor: pointer;
        font: 0.8125rem/1.4 var(--text);
        white-space: normal;
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .category {
        align-self: start;
        font-weight: 600;
        font-size: 0.75rem;
        border: 1px solid;
        border-radius: 4px;
        padding: 0 0.3125rem;
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
      .label,
      .hint {
        grid-column: 2 / -1;
        color: var(--ink-2);
      }
      ul.notes {
        padding: 0 0 0.375rem;
      }
      .notes li {
        border: none;
      }
      .notes button {
        grid-template-columns: 1fr auto;
        padding: 1px 0.75rem 1px 1.75rem;
        color: var(--ink-2);
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.diagnostics]);

  get #state() {
    return this.#use.session.state;
  }

  #go(place: { from: number }): void {
    this.dispatchEvent(new CustomEvent<number>('lp-go', { detail: place.from, bubbles: true, composed: true }));
  }

  /** The other places that a diagnostic mentions, in the order of the text. */
  #notes({ notes }: Diagnostic) {
    if (notes.length === 0) return nothing;
    const inOrder = [...notes].sort((a, b) => a.from - b.from);
    return html`<ul class="notes" aria-label="Other places">
      ${inOrder.map(
        (note) => html`<li>
          <button @click=${() => this.#go(note)}>
            <span>${words(note.text)}</span>
            <span class="place">line ${note.line}</span>
          </button>
        </li>`,
      )}
    </ul>`;
  }

  protected override render() {
    const problems = this.#state.diagnostics.get();
    // Setting it again, to the same, would cost a look at the style of the whole page.
    if (this.hidden !== (problems.length === 0)) this.hidden = problems.length === 0;
    return html`<ul aria-label="Problems">
      ${problems.map(
        (problem) => html`<li>
          <button @click=${() => this.#go(problem)}>
            <span class="category ${problem.category}">${CATEGORIES[problem.category]}</span>
            <span class="message">${problem.code ? html`<code>${problem.code}</code> ` : nothing}${words(problem.message)}</span>
            <span class="place">line ${problem.line}</span>
            ${problem.label ? html`<span class="label">${words(problem.label)}</span>` : nothing}
            ${problem.hint ? html`<span class="hint">hint: ${words(problem.hint)}</span>` : nothing}
          </button>
          ${this.#notes(problem)}
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
