import { css, html, LitElement, nothing } from 'lit';
import { split } from '../glossary.ts';
import { glyph } from '../glyphs.ts';
import { count } from '../format.ts';
import type { Moment } from '../messages.ts';
import { SCENARIOS } from '../scenarios.ts';
import { UseSession } from '../session/context.ts';
import { scenarioOf } from '../session/document.ts';
import type { Pointed } from '../session/state.ts';
import { ABOUT } from './about.ts';
import { shared } from './shared.ts';
import { explained, words } from './words.ts';

/** The roles that events have in a reason, in a word or two. */
const ROLES: Readonly<Record<string, string>> = {
  acquisition: 'opened',
  binding: 'new owner',
  replacement: 'new value',
  scope: 'scope begins',
  leaving: 'scope is left',
  error: 'the error',
  panic: 'the panic',
  failure: 'failed call',
  'clean-up': 'clean-up',
  'went-first': 'went first',
  waits: 'waits',
  release: 'closed',
  write: 'the write',
  forgetting: 'forgotten',
  holder: 'takes a handle',
  end: 'end of the program',
  leak: 'leaked',
};

/**
 * The selected step in words: what happened, why, and the events that it rests on.
 *
 * A term that comes up for the first time is explained in place. The element keeps the room that the
 * longest step so far has needed, so that the panels below it do not jump while a run is stepped through.
 *
 * @fires lp-line - the person wants to see a line of the program; `detail` is its number.
 */
export class LpStep extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--line);
      }
      /* The guide says these where it has the room for them. */
      .about,
      .tries {
        display: none;
      }
      @media (max-width: 68.74rem) {
        .about {
          display: block;
        }
      }
      @media (max-width: 44.99rem) {
        .tries {
          display: block;
        }
        /* Here the code needs the room: what is longer scrolls. */
        :host {
          min-height: 0 !important;
          height: 8.75rem;
        }
      }
      section {
        padding: 0.625rem 0.875rem 0.75rem;
      }
      .what > :not(.side),
      .why,
      .term,
      .causes {
        opacity: var(--strength, 1);
      }
      section:focus-visible {
        outline-offset: -2px;
      }
      p {
        margin: 0;
      }
      .what {
        display: grid;
        grid-template-columns: 1rem minmax(0, 1fr) auto;
        gap: 0 0.375rem;
        align-items: baseline;
        font-size: 0.875rem;
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
      .what strong {
        font-weight: 600;
      }
      .line,
      .causes button {
        min-height: 1.5rem;
        padding: 0 0.5rem;
        font: 500 0.75rem/1.3 var(--text);
        color: var(--ink-2);
      }
      .line:hover,
      .causes button:hover {
        color: var(--ink);
      }
      .why,
      .term {
        padding-left: 1.375rem;
        margin-top: 0.25rem;
        color: var(--ink-2);
        line-height: 1.45;
        overflow-wrap: anywhere;
      }
      .term {
        font-size: 0.78125rem;
        margin-top: 0.375rem;
      }
      .term strong {
        color: var(--ink);
      }
      .causes button {
        display: inline-block;
      }
      .causes {
        list-style: none;
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        margin: 0.5rem 0 0;
        padding: 0 0 0 1.375rem;
      }
      @media (pointer: coarse) {
        .line,
        .causes button {
          min-height: 2rem;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.told, state.outdated]);
  readonly #resize = new ResizeObserver(() => this.#reserve());
  /** The program and the width that the reserved room belongs to, and how high it is in pixels. */
  #room = { of: '', height: 0 };
  #focused: Element | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const section = this.#section();
    if (section) this.#resize.observe(section);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  #section(): HTMLElement | null {
    return this.renderRoot?.querySelector('section') ?? null;
  }

  /** Keeps the room of the longest step so far, for as long as the program and the width are the same. */
  #reserve(): void {
    const section = this.#section();
    if (!section) return;
    const document = this.#use.session.state.document.get();
    const of = `${document?.origin ?? document?.id} ${this.clientWidth}`;
    const height = Math.ceil(section.getBoundingClientRect().height);
    if (this.#room.of === of && this.#room.height >= height) return;
    this.#room = { of, height };
    // The state and the verdict stand below, in the same column.
    this.style.minHeight = `min(${height + 1}px, 45%)`;
  }

  #select(step: number): void {
    const { playback, state } = this.#use.session;
    playback.playing.set(false);
    state.select(step);
  }

  #point(pointed: Pointed | null): void {
    this.#use.session.state.pointed.set(pointed);
  }

  protected override willUpdate(): void {
    this.#focused = (this.renderRoot as ShadowRoot).activeElement;
  }

  protected override firstUpdated(): void {
    this.#resize.observe(this.#section()!);
  }

  protected override updated(): void {
    // A button that was pressed may be gone with the step that it belonged to.
    if (this.#focused && !this.#focused.isConnected) this.#section()?.focus({ preventScroll: true });
  }

  protected override render() {
    const moment = this.#use.session.state.told.get()?.moment;
    return html`<section tabindex="-1" aria-label="This step">${moment ? this.#step(moment) : nothing}</section>`;
  }

  #step(moment: Moment) {
    if (moment.step === 0) {
      return html`<p class="what">${glyph('')}<strong>Nothing has happened yet.</strong><lp-outdated class="side"></lp-outdated></p>
        ${scenarioOf(this.#use.session.state.document.get()) === SCENARIOS[0] ? html`<p class="why about">${ABOUT}</p>` : nothing}
        <p class="why">Press <b>Step</b>, or the key →, and the program runs its first line.</p>`;
    }
    const { state } = this.#use.session;
    const { what, why, line } = moment;
    const scenario = scenarioOf(state.document.get());
    const seen = new Set();
    return html`
      <p class="what" data-kind=${moment.kind}>
        ${glyph(moment.kind ?? '')} <strong>${explained(what, seen)}</strong>
        ${line && !state.outdated.get()
          ? html`<button
              class="line side"
              aria-label=${`line ${line}: show it in the code`}
              @click=${() => this.dispatchEvent(new CustomEvent<number>('lp-line', { detail: line, bubbles: true, composed: true }))}
              @pointerenter=${() => this.#point({ line })}
              @pointerleave=${() => this.#point(null)}
              @focus=${() => this.#point({ line })}
              @blur=${() => this.#point(null)}
            >
              line ${line}
            </button>`
          : html`<lp-outdated class="side"></lp-outdated>`}
      </p>
      ${why.text ? html`<p class="why">${explained(why.text, seen)}</p>` : nothing}
      ${scenario?.tries && moment.step === state.run.get()?.steps
        ? html`<p class="why tries"><strong>Try next:</strong> ${words(scenario.tries)}</p>`
        : nothing}
      ${this.#introduced(moment).map(
        ({ name, explanation }) => html`<p class="term"><strong>${name}</strong>: ${words(explanation)}</p>`,
      )}
      ${why.causes.length
        ? html`<ul class="causes" aria-label="What led to it">
            ${why.causes.map(
              ({ step, role, text }) => html`<li>
                <button
                  data-role=${role}
                  @click=${() => this.#select(step)}
                  @pointerenter=${() => this.#point({ step })}
                  @pointerleave=${() => this.#point(null)}
                  @focus=${() => this.#point({ step })}
                  @blur=${() => this.#point(null)}
                >
                  ${ROLES[role] ?? role} · step ${count(step)}<span class="unseen">: ${words(text)}</span>
                </button>
              </li>`,
            )}
          </ul>`
        : nothing}
    `;
  }

  /** The terms that come up here for the first time. */
  #introduced({ step, what, why }: Moment) {
    const { introductions, state } = this.#use.session;
    const terms = [what, why.text].flatMap((text) => split(text)).flatMap(({ term }) => term ?? []);
    const document = state.document.get();
    // A scenario that becomes the person's own program explains where the scenario did.
    return introductions.at(`${document?.origin ?? document?.id} ${step}`, terms);
  }
}

declare global {
  interface HTMLElementEventMap {
    'lp-line': CustomEvent<number>;
  }
}
