import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { count, plural } from '../format.ts';
import { glyph } from '../glyphs.ts';
import { UseSession } from '../session/context.ts';
import { GROUPS, SIGNS, type Place, type Sign } from '../signs.ts';
import { occurrences } from '../timeline/occurrences.ts';
import { bandSwatch, barSwatch, phaseSwatch } from '../timeline/swatch.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/**
 * The legend: a button, and a panel above it that names and explains every sign. The signs in the
 * picture come first. Choosing an entry lights up its marks.
 */
export class LpLegend extends LitElement {
  static override properties = { isOpen: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      #opener {
        anchor-name: --legend;
      }
      #opener[aria-expanded='true'] {
        border-color: var(--accent);
        background: var(--step-line);
      }
      /* Above the bar of steps, at the side: what it explains lies below. */
      #panel {
        position-anchor: --legend;
        position-area: block-start span-all;
        justify-self: end;
        inset: auto;
        margin: 0.5rem 0.5rem 0.625rem;
        width: 24rem;
        max-width: calc(100vw - 1rem);
        max-height: min(100% - 1.25rem, 38rem);
        padding: 0;
        border: 1px solid var(--line-2);
        border-radius: 0.5rem;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        overscroll-behavior: contain;
      }
      #panel:popover-open {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
      }
      @supports not (position-area: block-start) {
        #panel {
          inset: 3.25rem 0.5rem 45dvh auto;
          height: fit-content;
        }
      }
      .head {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.5rem 0.5rem 0.5rem 0.875rem;
        border-bottom: 1px solid var(--line);
      }
      .head p {
        margin: 0;
        flex: 1;
        color: var(--ink-2);
      }
      .all {
        overflow: auto;
        padding: 0 0.375rem 0.5rem;
      }
      h3 {
        margin: 0;
        padding: 0.75rem 0.5rem 0.25rem;
        font: 600 0.8125rem/1.2 var(--text);
      }
      h4 {
        margin: 0;
        padding: 0.5rem 0.5rem 0.125rem;
        font: 500 0.75rem/1.2 var(--text);
        color: var(--ink-2);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .entry {
        display: grid;
        grid-template-columns: 1.75rem 1fr auto;
        gap: 0 0.625rem;
        justify-items: start;
        width: 100%;
        padding: 0.3125rem 0.5rem;
        border-color: transparent;
        background: none;
        text-align: left;
        white-space: normal;
        line-height: 1.35;
        font-weight: 400;
      }
      .entry svg {
        justify-self: center;
      }
      .entry b {
        font-weight: 600;
      }
      .times {
        color: var(--accent);
        font-weight: 600;
      }
      .says {
        grid-column: 2 / -1;
        color: var(--ink-2);
        font-size: 0.75rem;
      }
      @media (max-width: 44.99rem) {
        #opener {
          padding: 0 0.375rem;
          font-size: 0.75rem;
        }
        #panel {
          margin-bottom: 3.25rem;
          max-height: min(100% - 4.5rem, 24rem);
        }
      }
    `,
  ];

  declare private isOpen: boolean;

  readonly #use = new UseSession(this, ({ state }) => [state.seen, state.legend, state.highlight]);

  get #state() {
    return this.#use.session.state;
  }

  constructor() {
    super();
    this.isOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#escape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#escape);
  }

  #escape = (event: KeyboardEvent): void => {
    if (!this.isOpen || event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  };

  #close(): void {
    const hadFocus = this.shadowRoot?.activeElement != null;
    this.renderRoot.querySelector<HTMLElement>('#panel')?.hidePopover();
    if (hadFocus) this.renderRoot.querySelector<HTMLElement>('#opener')?.focus();
  }

  #toggle({ newState }: ToggleEvent): void {
    this.isOpen = newState === 'open';
    if (!this.isOpen) this.#state.highlight.set(null);
  }

  protected override render() {
    return html`
      <button id="opener" popovertarget="panel" aria-expanded=${this.isOpen ? 'true' : 'false'} aria-controls="panel">Legend</button>
      <div id="panel" popover="manual" role="dialog" aria-label="Legend" @toggle=${this.#toggle}>
        ${this.isOpen ? this.#content() : nothing}
      </div>
    `;
  }

  #content() {
    const sight = this.#state.seen.get();
    const found = sight ? occurrences(sight.picture, this.#state.legend.get()) : new Map<string, number>();
    const isHere = (sign: Sign) => found.has(nameOf(sign));
    const lit = this.#state.highlight.get();
    return html`
      <div class="head">
        <h2>Legend</h2>
        <p>Choose a sign to light it up.</p>
        <button @click=${this.#close}>Close</button>
      </div>
      <div class="all">
        ${this.#part('In the timeline now', SIGNS.filter(isHere), found)}
        ${this.#part(found.size ? 'Other signs' : 'All signs', SIGNS.filter((sign) => !isHere(sign)), found)}
      </div>
      <p class="unseen" role="status">${lit === null ? '' : `${plural(found.get(lit) ?? 0, 'mark')} lit up`}</p>
    `;
  }

  /** One part of the legend, in groups. */
  #part(title: string, signs: readonly Sign[], found: ReadonlyMap<string, number>) {
    if (signs.length === 0) return nothing;
    return html`<section aria-label=${title}>
      <h3>${title}</h3>
      ${GROUPS.map((group) => {
        const inGroup = signs.filter((sign) => sign.group === group);
        return inGroup.length === 0
          ? nothing
          : html`<h4>${group}</h4>
              <ul>
                ${repeat(inGroup, nameOf, (sign) => this.#entry(sign, found.get(nameOf(sign)) ?? 0))}
              </ul>`;
      })}
    </section>`;
  }

  #entry(sign: Sign, times: number) {
    const { highlight } = this.#state;
    const name = nameOf(sign);
    const isLit = highlight.get() === name;
    return html`<li>
      <button class="entry" data-sign=${name} aria-pressed=${isLit ? 'true' : 'false'} @click=${() => highlight.set(isLit ? null : name)}>
        ${DRAWN[sign.place](sign.code)}<b>${sign.word}</b>
        ${isLit ? html`<span class="times">${times ? `${count(times)} here` : 'none here'}</span>` : nothing}
        <span class="says">${words(sign.says)}</span>
      </button>
    </li>`;
  }
}

/** The code name of a sign in `SessionState.highlight`. */
function nameOf({ place, code }: Sign): string {
  return place === 'mark' ? code : `${place}:${code}`;
}

const DRAWN: Readonly<Record<Place, (code: string) => TemplateResult>> = {
  mark: glyph,
  bar: barSwatch,
  band: bandSwatch,
  phase: phaseSwatch,
};
