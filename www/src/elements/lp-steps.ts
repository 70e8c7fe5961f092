import { css, html, LitElement, nothing, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { count, duration } from '../format.ts';
import type { Moment, Run } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import type { SessionState } from '../session/state.ts';
import { part } from '../session/value.ts';
import { shared } from './shared.ts';

const FIRST = svg`<path d="M3 3v10M13 3L5.5 8L13 13z" />`;
const BACK = svg`<path d="M11.5 3L4 8l7.5 5z" />`;
const FORWARD = svg`<path d="M4.5 3L12 8l-7.5 5z" />`;
const LAST = svg`<path d="M13 3v10M3 3l7.5 5L3 13z" />`;
const PLAY = svg`<circle cx="8" cy="8" r="6.5" fill="none"/><path d="M6.5 5.500L10.5 8l-4 2.500z" />`;
const PAUSE = svg`<circle cx="8" cy="8" r="6.5" fill="none"/><path d="M6.5 5.500v5M9.5 5.500v5" />`;

/** Milliseconds without a change after which the step is said: nobody wants to hear every one passed over. */
const QUIET = 300;

/** The step controls: to the ends, one step, play, and a scrubber over the whole run. */
export class LpSteps extends LitElement {
  static override properties = { said: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: 'buttons scrub count' auto / auto minmax(120px, 1fr) auto;
        align-items: center;
        gap: 6px 14px;
        padding: 8px 14px;
        background: var(--raised);
      }
      .buttons {
        grid-area: buttons;
        display: flex;
        gap: 4px;
      }
      .buttons button {
        width: 34px;
        padding: 0;
      }
      .buttons svg {
        fill: currentColor;
        stroke: currentColor;
        stroke-width: 1.4;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      input {
        grid-area: scrub;
        width: 100%;
        margin: 0;
        height: 28px;
        accent-color: var(--accent);
        cursor: pointer;
      }
      .count {
        grid-area: count;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        color: var(--ink-2);
        min-width: 196px;
      }
      .count span:not(:last-child)::after {
        content: ' ·';
        color: var(--ink-3);
      }
      .count span {
        white-space: nowrap;
      }
      .count b {
        color: var(--ink);
        font-weight: 600;
      }
      .leaked {
        color: var(--leaked);
        font-weight: 600;
      }
      @media (max-width: 719px) {
        :host {
          grid-template: 'scrub scrub' auto 'buttons count' auto / auto 1fr;
          padding: 4px 10px 8px;
        }
        .count {
          min-width: 0;
          text-align: right;
          white-space: normal;
          line-height: 1.25;
        }
        .buttons button {
          width: 38px;
        }
      }
    `,
  ];

  /** What a screen reader is told of the step. */
  declare private said: string;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | null = null;

  readonly #use = new UseSession(this, ({ state, playback }) => [state.run, part(state.look, (look) => look.step), state.seen, playback.playing]);

  get #state() {
    return this.#use.session.state;
  }

  constructor() {
    super();
    this.said = '';
    
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.#state.seen.watch(() => {
      clearTimeout(this.#quiet);
      this.#quiet = setTimeout(() => (this.said = sentence(this.#state)), QUIET);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#quiet);
    this.#stop?.();
  }

  #scrub(event: Event): void {
    this.#use.session.playback.playing.set(false);
    this.#state.select(Number((event.target as HTMLInputElement).value));
  }

  protected override render() {
    const run = this.#state.run.get();
    const moment = this.#state.seen.get()?.moment;
    const steps = run?.steps ?? 0;
    const at = this.#state.selected();
    const isPlaying = this.#use.session.playback.playing.get();
    const button = (name: string, keys: string, picture: unknown, act: () => void, off: boolean) => html`
      <button aria-label=${name} title=${`${name} (${keys})`} ?disabled=${off} @click=${act}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${picture}</svg>
      </button>
    `;
    return html`
      <div class="buttons" role="group" aria-label="Steps">
        ${button('First step', 'Home', FIRST, () => this.#use.session.playback.step('first'), at === 0)}
        ${button('Step back', '←', BACK, () => this.#use.session.playback.step('back'), at === 0)}
        ${button('Step forward', '→', FORWARD, () => this.#use.session.playback.step('forward'), at >= steps)}
        ${button('Last step', 'End', LAST, () => this.#use.session.playback.step('last'), at >= steps)}
        ${button(isPlaying ? 'Pause' : 'Play', 'P', isPlaying ? PAUSE : PLAY, () => this.#use.session.playback.playing.set(!isPlaying), steps === 0)}
      </div>
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
      ${run && moment ? this.#count(run, moment) : nothing}
      <lp-view></lp-view>
      <p class="unseen" role="status">${this.said}</p>
    `;
  }

  #count(run: Run, moment: Moment) {
    const leaked = moment.step === run.steps ? run.verdict.leaked : 0;
    return html`<div class="count">
      <span>step <b>${count(moment.step)}</b> of ${count(run.steps)}</span> <span>${duration(moment.time)}</span>
      ${leaked
        ? html`<span class="leaked">${count(leaked)} leaked</span>`
        : html`<span>${count(moment.open)} open</span>`}
    </div>`;
  }
}

/** The selected step in words. */
function sentence(state: SessionState): string {
  const moment = state.seen.get()?.moment;
  if (!moment) return 'nothing has run';
  return `step ${moment.step} of ${state.run.get()?.steps ?? 0}: ${moment.text || 'before the first event'}`;
}
