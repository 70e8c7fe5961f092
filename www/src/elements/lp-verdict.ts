import { css, html, LitElement, nothing } from 'lit';
import { glyph } from '../glyphs.ts';
import type { Verdict } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { shared, verdict } from './shared.ts';
import { Spoken } from './spoken.ts';
import { severitySign } from './tip.ts';
import { words } from './words.ts';

/**
 * What is true at the selected step, and at the last one of the whole run. Where the future is shown,
 * also how the run ends. Each part leads to the step that proves it.
 */
export class LpVerdict extends LitElement {
  static override styles = [
    shared,
    verdict,
    css`
      :host {
        display: block;
        padding: 0.5rem 0.875rem;
        border-top: 1px solid var(--line);
      }
      p {
        margin: 0;
      }
      .verdict,
      .ending {
        display: grid;
        grid-template-columns: 1rem minmax(0, 1fr) auto;
        gap: 0 0.375rem;
        align-items: baseline;
        line-height: 1.45;
      }
      .verdict .glyph,
      .ending .glyph {
        /* A button of two lines has its baseline in the second. */
        align-self: start;
        margin-top: 0.3em;
      }
      .verdict > :not(lp-outdated),
      .ending {
        opacity: var(--strength, 1);
      }
      .ending {
        margin-top: 0.25rem;
        font-size: 0.78125rem;
        color: var(--ink-2);
      }
      button {
        all: unset;
        cursor: pointer;
        text-decoration: underline 1px color-mix(in srgb, currentColor 30%, transparent);
        text-underline-offset: 0.2em;
      }
      button:hover {
        text-decoration-color: currentColor;
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
        border-radius: 2px;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.told]);
  readonly #spoken = new Spoken(this);

  protected override willUpdate(): void {
    this.#spoken.say(this.#use.session.state.told.get()?.verdict.sentence.replaceAll('`', '') ?? '');
  }

  #select(step: number): void {
    const { playback, state } = this.#use.session;
    playback.playing.set(false);
    state.select(step);
  }

  protected override render() {
    const seen = this.#use.session.state.told.get();
    if (!seen) return nothing;
    const { verdict, ending } = seen;
    const isOver = ending?.sentence === verdict.sentence;
    return html`
      <p class="verdict ${verdict.severity}">${glyph(severitySign(verdict.severity))}<span>${this.#parts(verdict)}</span><lp-outdated></lp-outdated></p>
      ${ending && !isOver
        ? html`<p class="ending">${glyph(severitySign(ending.severity))}<span>In the end: ${this.#parts(ending)}</span></p>`
        : nothing}
      <p class="unseen" role="status">${this.#spoken.text}</p>
    `;
  }

  #parts({ parts }: Verdict) {
    return parts.map(({ text, step }, index) => {
      const space = index ? ' ' : '';
      if (step === null || step === undefined) return html`${space}${words(text)}`;
      return html`${space}<button @click=${() => this.#select(step)}>${words(text)}<span class="unseen">, go to step ${step}</span></button>`;
    });
  }
}
