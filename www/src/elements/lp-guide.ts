import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { SCENARIOS, type Scenario } from '../scenarios.ts';
import { UseSession } from '../session/context.ts';
import { originOf, scenarioOf, type Document } from '../session/document.ts';
import { ABOUT } from './about.ts';
import { Media, NARROW } from './media.ts';
import { shared } from './shared.ts';
import { explained, words } from './words.ts';

/** What to look at after an event of some kinds; all others say to go on. */
const LOOK_AT: Readonly<Record<string, string>> = {
  acquired: 'It is open now: its bar in the timeline begins here. Which step will close it? Press **Step** to see.',
  'panic-raised': 'A panic is on its way. What will still be closed, and what not? Press **Step** to see.',
  'error-raised': 'An error is on its way. What will be closed before the caller sees it? Press **Step** to see.',
  'clean-up-started': 'The clean-up begins. Look at *On the disk* before and after the next step: press **Step**.',
  forgotten: 'Compare the list of open handles now and at the end. Press **Step** to go on.',
};

/**
 * What the open program shows, and one thing to do next.
 *
 * Between narrow and wide it is a strip of two lines above the code.
 */
export class LpGuide extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        background: var(--panel);
        min-height: 0;
      }
      .all {
        contain: strict;
        height: 100%;
        overflow: auto;
      }
      .guide {
        display: flex;
        flex-direction: column;
        gap: 0.625rem;
        min-height: 100%;
        padding: 0.75rem 0.875rem;
      }
      p,
      h2 {
        margin: 0;
        line-height: 1.45;
      }
      .about {
        color: var(--ink-2);
        padding-bottom: 0.625rem;
        border-bottom: 1px solid var(--line);
      }
      .about b {
        color: var(--ink);
      }
      .number {
        color: var(--ink-2);
        font-size: 0.75rem;
      }
      h2 {
        font: 600 0.9375rem/1.3 var(--text);
        color: var(--ink);
        overflow-wrap: anywhere;
      }
      .next {
        border: 1px solid var(--accent);
        border-radius: 8px;
        background: var(--step-line);
        padding: 0.5rem 0.75rem 0.625rem;
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 0.375rem;
        overflow-wrap: anywhere;
      }
      .go {
        background: var(--accent);
        border-color: var(--accent);
        color: var(--accent-ink);
        font-weight: 600;
        display: block;
        height: auto;
        padding: 0.375rem 0.75rem;
        line-height: 1.3;
        white-space: normal;
        text-align: left;
      }
      .go:active:not(:disabled) {
        background: var(--accent);
      }
      .origin {
        all: unset;
        cursor: pointer;
        text-decoration: underline;
        text-underline-offset: 0.2em;
        color: var(--accent);
      }
      .origin:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }
      a {
        color: var(--accent);
        text-underline-offset: 0.2em;
      }
      .runs {
        margin-top: auto;
        color: var(--ink-2);
        font-size: 0.75rem;
      }
      nav {
        display: flex;
        justify-content: space-between;
        gap: 0.375rem;
      }
      @media (min-width: 45rem) and (max-width: 68.74rem) {
        .all {
          contain: none;
          max-height: 100%;
          height: auto;
        }
        .guide {
          display: grid;
          grid-template: 'what next nav' auto / minmax(0, 1.6fr) minmax(0, 1fr) auto;
          gap: 0 1rem;
          align-items: center;
          min-height: 0;
          padding: 0.3125rem 0.875rem;
        }
        .about,
        .runs {
          display: none;
        }
        .what {
          grid-area: what;
        }
        .what * {
          display: inline;
        }
        /* The head of the page has it. */
        .what h2 {
          display: none;
        }
        /* At the end the sentence is read, and what to try next needs the room. */
        .over {
          grid-template: 'next nav' auto / minmax(0, 1fr) auto;
        }
        .over .what {
          display: none;
        }
        .what,
        .next {
          display: -webkit-box;
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 2;
          line-clamp: 2;
          overflow: hidden;
        }
        .next {
          grid-area: next;
          border: none;
          border-left: 3px solid var(--accent);
          border-radius: 0;
          background: none;
          padding: 0 0 0 0.625rem;
        }
        .next p {
          display: inline;
        }
        .next .go {
          display: none;
        }
        nav {
          grid-area: nav;
        }
        nav span {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .go {
          border: 2px solid Highlight;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [
    state.document,
    state.told,
    state.run,
    state.outdated,
    state.diagnostics,
  ]);
  readonly #narrow = new Media(this, NARROW);

  #open(scenario: Scenario): void {
    this.#use.session.openScenario(scenario);
  }

  protected override render() {
    const { state } = this.#use.session;
    const steps = state.run.get()?.steps ?? 0;
    const document = state.document.get();
    const scenario = scenarioOf(document);
    const at = scenario ? SCENARIOS.indexOf(scenario) : -1;
    const origin = originOf(document);
    const following = SCENARIOS[origin ? SCENARIOS.indexOf(origin) + 1 : 0];
    const isOver = steps > 0 && state.told.get()?.moment.step === steps;
    return html`<div class="all">
      ${this.#narrow.matches ? nothing : html`<lp-notice></lp-notice>`}
      <div class="guide ${isOver && scenario?.tries ? 'over' : ''}">
        ${at === 0 && !isOver
          ? html`<p class="about">${ABOUT}</p>`
          : nothing}
        <div class="what">
          ${scenario ? html`<p class="number">Scenario ${at + 1} of ${SCENARIOS.length}</p>` : nothing}
          <h2>${words(scenario?.title ?? document?.name ?? '')}</h2>
          <p class="says">${scenario ? explained(scenario.says) : this.#own(document)}</p>
        </div>
        <div class="next" role="group" aria-label="What to do next">${this.#next(scenario, following)}</div>
        <p class="runs"><a href="./runs.html">What runs here</a>: the machine, its settings, and which Rust.</p>
        ${scenario ? this.#walk(SCENARIOS[at - 1], SCENARIOS[at + 1]) : nothing}
      </div>
    </div>`;
  }

  /** Where a program comes from that is no scenario. */
  #own(document: Document | null) {
    const origin = originOf(document);
    const whose = document?.kind === 'link' ? 'This program came with a link. With the first change it becomes your own.' : 'This is your own program. It is under “My programs”.';
    if (!origin) return whose;
    return html`${whose} It began as
      <button class="origin" @click=${() => this.#open(origin)}>scenario ${SCENARIOS.indexOf(origin) + 1}, ${words(origin.title)}</button>.`;
  }

  /** One thing to do, at the selected step. */
  #next(scenario: Scenario | null, following: Scenario | undefined) {
    const { state } = this.#use.session;
    const steps = state.run.get()?.steps ?? 0;
    const moment = state.told.get()?.moment;
    if ((state.outdated.get() || !moment) && state.diagnostics.get().length) {
      return html`<p>This text does not run yet. The list below the code says what to change.</p>`;
    }
    if (!moment) return html`<p>One moment: the program is about to run.</p>`;
    if (moment.step === 0) return html`<p>Press ${strong('Step')} (or →) to run the first line.</p>`;
    if (moment.step < steps) return html`<p>${marked(LOOK_AT[moment.kind ?? ''] ?? going(moment.step))}</p>`;
    return html`
      ${scenario?.tries
        ? html`<p>${strong('Try next:')} ${explained(scenario.tries)}</p>`
        : html`<p>${marked('Change the program, or put an event into it: *Insert* above the code.')}</p>`}
      ${following
        ? html`<button class="go" @click=${() => this.#open(following)}>Next scenario: ${words(following.title)}</button>`
        : nothing}
    `;
  }

  #walk(before: Scenario | undefined, after: Scenario | undefined) {
    const button = (scenario: Scenario | undefined, text: TemplateResult, name: string) => html`<button
      ?disabled=${!scenario}
      aria-label=${scenario ? `${name} scenario: ${scenario.title.replaceAll('`', '')}` : `${name} scenario`}
      @click=${() => scenario && this.#open(scenario)}
    >
      ${text}
    </button>`;
    return html`<nav aria-label="Scenarios in order">${button(before, html`‹<span>Previous</span>`, 'Previous')}${button(after, html`<span>Next</span>›`, 'Next')}</nav>`;
  }
}

/** What to do where nothing particular is to be seen. */
function going(step: number): string {
  if (step === 1) return 'The marked line has run. Above the state stands what happened, and why. Press **Step** again.';
  return 'Read what happened and why, then press **Step** to go on. The ← key goes back.';
}

const strong = (text: string) => html`<strong>${text}</strong>`;

/** A text in which `**…**` is strong, and `*…*` names something on the page. */
function marked(text: string) {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).map((part) => {
    if (part.startsWith('**')) return strong(part.slice(2, -2));
    return part.startsWith('*') ? html`<em>${part.slice(1, -1)}</em>` : part;
  });
}
