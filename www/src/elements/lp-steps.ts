import { css, html, LitElement, nothing, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { count, duration } from '../format.ts';
import type { Moment } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import type { Move } from '../session/playback.ts';
import type { SessionState } from '../session/state.ts';
import { part } from '../session/value.ts';
import { shared } from './shared.ts';
import { Spoken } from './spoken.ts';
import { plain } from './words.ts';

const FIRST = svg`<path d="M3 3v10M13 3L5.5 8L13 13z" />`;
const BACK = svg`<path d="M11.5 3L4 8l7.5 5z" />`;
const FORWARD = svg`<path d="M4.5 3L12 8l-7.5 5z" />`;
const LAST = svg`<path d="M13 3v10M3 3l7.5 5L3 13z" />`;
const PLAY = svg`<circle cx="8" cy="8" r="6.5" fill="none"/><path d="M6.5 5.500L10.5 8l-4 2.500z" />`;
const PAUSE = svg`<circle cx="8" cy="8" r="6.5" fill="none"/><path d="M6.5 5.500v5M9.5 5.500v5" />`;

/** The ways to see a run below this bar. */
const FORMS = [
  ['picture', 'Timeline'],
  ['log', 'Log'],
  ['table', 'Table'],
] as const;

/**
 * The bar below the program: moves through the steps, and says in which form, and how far, the run is
 * shown.
 */
export class LpSteps extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: 'buttons scrub count shown' auto / auto minmax(5rem, 1fr) auto auto;
        align-items: center;
        gap: 0.375rem 0.75rem;
        padding: 0.375rem 0.875rem;
        background: var(--raised);
        border-bottom: 1px solid var(--line);
      }
      .buttons {
        grid-area: buttons;
        display: flex;
        gap: 0.25rem;
      }
      .buttons button {
        width: 2.125rem;
        padding: 0;
      }
      .buttons .forward {
        width: auto;
        padding: 0 0.5rem 0 0.75rem;
        font-weight: 600;
        background: var(--accent);
        border-color: var(--accent);
        color: var(--accent-ink);
      }
      .buttons svg {
        width: 1rem;
        height: 1rem;
        fill: currentColor;
        stroke: currentColor;
        stroke-width: 1.4;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      .scrub {
        grid-area: scrub;
      }
      .still {
        contain: strict;
        height: 1.75rem;
      }
      input {
        width: 100%;
        height: 100%;
        margin: 0;
        accent-color: var(--accent);
        cursor: pointer;
      }
      .count {
        grid-area: count;
        width: max(10.5rem, calc(var(--digits) * 2ch + 9.5rem));
      }
      .count .still {
        height: 1.2rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        color: var(--ink-2);
      }
      .count b {
        color: var(--ink);
        font-weight: 600;
      }
      .shown {
        grid-area: shown;
        display: flex;
        gap: 0.5rem;
      }
      .shown > button b {
        /* The word changes, the button's width does not. */
        display: inline-block;
        min-width: 3.125rem;
        text-align: left;
        font-weight: 600;
      }
      @media (forced-colors: active) {
        .buttons .forward:not([aria-disabled='true']) {
          forced-color-adjust: none;
        }
      }
      .future[data-hidden] {
        border-style: dashed;
        border-color: var(--ink-3);
      }
      .set {
        display: flex;
      }
      .set button {
        padding: 0 0.5625rem;
        border-radius: 0;
        margin-left: -1px;
      }
      .set button:first-child {
        border-radius: 6px 0 0 6px;
        margin-left: 0;
      }
      .set button:last-child {
        border-radius: 0 6px 6px 0;
      }
      .set button[aria-pressed='true'],
      .set button:focus-visible {
        position: relative;
        z-index: 1;
      }
      @media (max-width: 68.74rem) {
        :host {
          grid-template: 'buttons scrub count' auto 'shown shown shown' auto / auto minmax(5rem, 1fr) auto;
        }
        .shown {
          flex-wrap: wrap;
        }
      }
      @media (max-width: 44.99rem) {
        :host {
          grid-template: 'buttons count' auto 'buttons scrub' auto 'shown shown' auto / auto minmax(4rem, 1fr);
          gap: 0 0.5rem;
          padding: 0.25rem 0.5rem 0.375rem;
        }
        .buttons .forward {
          padding: 0 0.375rem 0 0.5rem;
        }
        .count {
          width: auto;
        }
        .count .still {
          text-overflow: ellipsis;
          font-size: 0.75rem;
          line-height: 1.1;
        }
        .scrub .still {
          height: 1.5rem;
        }
        /* One row, whatever the width: what does not fit is a swipe away. */
        .shown {
          flex-wrap: nowrap;
          margin-top: 0.25rem;
          gap: 0.25rem;
          overflow-x: auto;
          scrollbar-width: none;
        }
        .shown button {
          padding: 0 0.25rem;
          font-size: 0.75rem;
        }
        .shown :focus-visible {
          outline-offset: -2px;
        }
        .shown > button b {
          min-width: 0;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state, playback }) => [
    state.run, part(state.look, (look) => look.step), state.seen, state.hidden, state.form, playback.playing,
  ]);

  get #state() {
    return this.#use.session.state;
  }

  readonly #spoken = new Spoken(this);

  protected override willUpdate(): void {
    if (this.#state.seen.get()) this.#spoken.say(sentence(this.#state));
  }

  #scrub(event: Event): void {
    this.#use.session.playback.playing.set(false);
    this.#state.select(Number((event.target as HTMLInputElement).value));
  }

  protected override render() {
    const moment = this.#state.seen.get()?.moment;
    const steps = this.#state.run.get()?.steps ?? 0;
    const at = this.#state.selected();
    const { playback } = this.#use.session;
    const isPlaying = playback.playing.get();
    const move = (name: string, key: string, picture: unknown, move: Move, off: boolean) =>
      button(name, key, picture, () => playback.step(move), off);
    return html`
      <div class="buttons" role="group" aria-label="Steps">
        ${move('First step', 'Home', FIRST, 'first', at === 0)}
        ${move('Step back', '←', BACK, 'back', at === 0)}
        <button class="forward" aria-label="Step forward" title="Step forward (→)" aria-disabled=${at >= steps ? 'true' : 'false'} @click=${() => at >= steps || playback.step('forward')}>
          Step ${picture(FORWARD)}
        </button>
        ${move('Last step', 'End', LAST, 'last', at >= steps)}
        ${button(isPlaying ? 'Pause' : 'Play', 'P', isPlaying ? PAUSE : PLAY, () => playback.toggle(), steps === 0)}
      </div>
      <div class="scrub">
        <div class="still">
          <input
            type="range"
            min="0"
            max=${steps}
            .value=${live(String(at))}
            aria-label="Step"
            aria-valuetext=${sentence(this.#state)}
            ?disabled=${steps === 0}
            @input=${this.#scrub}
          />
        </div>
      </div>
      <div class="count" style="--digits: ${count(steps).length}"><div class="still">${moment ? this.#count(moment, steps) : nothing}</div></div>
      <div class="shown">${this.#shown()}</div>
      <p class="unseen said" role="status">${this.#spoken.text}</p>
    `;
  }

  #count({ step, time }: Moment, steps: number) {
    return html`step <b>${count(step)}</b> of ${count(steps)} · ${duration(time)}`;
  }

  #shown() {
    const { form, hidden } = this.#state;
    const isHidden = hidden.get();
    return html`
      <button
        class="future"
        ?data-hidden=${isHidden}
        title=${isHidden ? 'Show what comes after the selected step' : 'Hide what comes after the selected step'}
        @click=${() => hidden.set(!isHidden)}
      >
        <span>Future: <b>${isHidden ? 'hidden' : 'shown'}</b></span>
      </button>
      <div class="set" role="group" aria-label="Show the run as">
        ${FORMS.map(
          ([value, name]) => html`<button aria-pressed=${form.get() === value ? 'true' : 'false'} @click=${() => form.set(value)}>${name}</button>`,
        )}
      </div>
      <lp-legend></lp-legend>
      <lp-export></lp-export>
    `;
  }
}

function button(name: string, key: string, shape: unknown, act: () => void, off: boolean) {
  return html`<button aria-label=${name} title=${`${name} (${key})`} aria-disabled=${off ? 'true' : 'false'} @click=${() => off || act()}>${picture(shape)}</button>`;
}

function picture(shape: unknown) {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
}

/** The selected step in words. */
function sentence(state: SessionState): string {
  const moment = state.seen.get()?.moment;
  if (!moment) return 'Nothing has run yet.';
  return plain(`step ${count(moment.step)} of ${count(state.run.get()?.steps ?? 0)}: ${moment.what}`);
}
