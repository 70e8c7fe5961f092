import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Term } from '../glossary.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/**
 * A term in a text. Pressing it, by touch, key or mouse, opens its explanation; Escape closes that and
 * returns the focus.
 *
 * @slot - The form of the term that the text uses.
 */
export class LpTerm extends LitElement {
  static override properties = { term: { attribute: false }, isOpen: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: inline;
        color: inherit;
      }
      button {
        all: unset;
        cursor: pointer;
        text-decoration: underline dotted var(--ink-3);
        text-underline-offset: 0.2em;
      }
      /* While nothing hangs on it, it is no anchor: what has one inside is not laid out alone. */
      .open {
        anchor-name: --term;
      }
      button:hover {
        text-decoration-color: var(--accent);
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
        border-radius: 2px;
      }
      [popover] {
        position-anchor: --term;
        position-area: block-end span-inline-end;
        position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
        inset: auto;
        margin: 0.25rem 0;
        max-width: min(22rem, calc(100vw - 1.5rem));
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 400 0.8125rem/1.45 var(--text);
        white-space: normal;
      }
      @supports not (position-area: block-end) {
        [popover] {
          inset: auto 0.75rem 0.75rem auto;
        }
      }
    `,
  ];

  declare term: Term | null;
  /** Whether the explanation is on the screen; until then it is no part of the text. */
  declare private isOpen: boolean;

  constructor() {
    super();
    this.term = null;
    this.isOpen = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The same element may come to stand for another term while a run is stepped through.
    if (changed.get('term')) this.renderRoot.querySelector<HTMLElement>('[popover]')?.hidePopover();
  }

  /** Browsers do not return the focus out of every popover by themselves. */
  #toggled({ newState }: ToggleEvent): void {
    this.isOpen = newState === 'open';
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    if (newState === 'closed' && focused?.id === 'says') this.renderRoot.querySelector('button')?.focus();
  }

  protected override render() {
    if (!this.term) return nothing;
    const { name, explanation } = this.term;
    return html`<button class=${this.isOpen ? 'open' : ''} popovertarget="says"><slot></slot></button
      ><span id="says" popover role="dialog" aria-label=${name} tabindex="-1" autofocus @beforetoggle=${this.#toggled}
        >${this.isOpen ? html`<strong>${name}</strong>: ${words(explanation)}` : nothing}</span
      >`;
  }
}
