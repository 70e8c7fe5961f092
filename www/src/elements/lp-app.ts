import { css, html, LitElement, nothing } from 'lit';
import { killing, showKill } from '../deeds.ts';
import { SCENARIOS, type Scenario } from '../scenarios.ts';
import type { Trigger } from '../editor/triggers.ts';
import { press } from '../keys.ts';
import * as state from '../state/run.ts';
import { playing } from '../state/steps.ts';
import { theme, type Theme } from '../state/theme.ts';
import { Watch } from '../state/value.ts';
import * as view from '../timeline/view.ts';
import type { LpEditor } from './lp-editor.ts';
import type { LpKeys } from './lp-keys.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/** The panels that share one place on a narrow screen. */
const TABS = ['code', 'moment', 'log'] as const;
type Tab = (typeof TABS)[number];

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The page: where each panel stands, the head, and the keys. */
export class LpApp extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        /* Where there is too little room for what has a height of its own, the page scrolls. */
        grid-template:
          'head head head' 46px
          'rail program moment' minmax(200px, 1fr)
          'steps steps steps' min-content
          'timeline timeline timeline' min-content
          'beside beside beside' min-content
          'log log log' minmax(96px, var(--log))
          / 248px minmax(0, 1fr) 372px;
        gap: 1px;
        background: var(--line);
        overflow: auto;
        min-width: 320px;
        --log: 22%;
        --least: 220px;
      }
      /* Two timelines need the room of one log; a narrow page is scrolled then. */
      :host([beside]) {
        --log: 10%;
        --least: 360px;
      }
      header.head,
      .rail,
      .program,
      lp-moment,
      lp-steps,
      lp-timeline,
      lp-log {
        background: var(--panel);
        min-width: 0;
        min-height: 0;
      }
      /* Their size is the grid's choice: what changes inside of one is laid out there alone. */
      .rail,
      lp-editor,
      lp-moment,
      lp-log {
        contain: strict;
      }
      lp-steps,
      lp-timeline,
      lp-beside {
        contain: layout style;
      }
      header.head {
        grid-area: head;
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 0 14px;
      }
      h1 {
        font: 600 15px/1 var(--text);
        letter-spacing: -0.01em;
        margin: 0;
        display: flex;
        align-items: center;
        gap: 8px;
      }
      h1 svg {
        color: var(--open);
      }
      .choose {
        display: none;
        min-width: 0;
        overflow: hidden;
      }
      .choose span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .says {
        color: var(--ink-2);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        min-width: 0;
        display: none;
      }
      .right {
        margin-left: auto;
        display: flex;
        gap: 6px;
        flex: none;
      }
      .right button {
        min-width: 30px;
        padding: 0 8px;
      }
      .rail {
        grid-area: rail;
      }
      .program {
        grid-area: program;
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto auto auto;
      }
      lp-triggers {
        border-bottom: 1px solid var(--line);
      }
      lp-moment {
        grid-area: moment;
      }
      lp-steps {
        grid-area: steps;
      }
      lp-timeline {
        grid-area: timeline;
      }
      lp-beside {
        grid-area: beside;
      }
      lp-log {
        grid-area: log;
      }
      .tabs {
        display: none;
      }
      #scenarios {
        inset: 50px auto auto 12px;
        margin: 0;
        width: min(360px, calc(100vw - 24px));
        max-height: calc(100dvh - 80px);
        border: 1px solid var(--line-2);
        border-radius: 10px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        padding: 0;
      }
      #scenarios lp-scenarios {
        --list: var(--raised);
      }
      @media (max-width: 1199px) {
        :host {
          grid-template:
            'head head' 46px
            'program moment' minmax(200px, 1fr)
            'steps steps' min-content
            'timeline timeline' min-content
            'beside beside' min-content
            'log log' minmax(96px, var(--log))
            / minmax(0, 1fr) 340px;
        }
        .rail {
          display: none;
        }
        .choose {
          display: inline-flex;
        }
        .says {
          display: block;
        }
      }
      @media (max-width: 719px) {
        :host {
          grid-template:
            'head' 50px
            'tabs' auto
            'panel' minmax(var(--least), 1fr)
            'timeline' min-content
            'beside' min-content
            'steps' min-content
            / minmax(0, 1fr);
        }
        .program,
        lp-moment,
        lp-log {
          grid-area: panel;
        }
        .tabs {
          grid-area: tabs;
          display: grid;
          grid-template-columns: repeat(3, 1fr);
          background: var(--panel);
        }
        .tabs button {
          border: none;
          border-radius: 0;
          background: none;
          color: var(--ink-2);
          min-height: 40px;
          box-shadow: inset 0 -1px 0 var(--line);
        }
        .tabs button[aria-selected='true'] {
          color: var(--ink);
          box-shadow: inset 0 -2px 0 var(--accent);
        }
        .tabs button:focus-visible {
          outline-offset: -3px;
        }
        .away {
          display: none;
        }
        .says,
        .keys {
          display: none;
        }
        h1 span {
          position: absolute;
          clip-path: inset(50%);
        }
        /* Where two timelines make the page longer than the screen, the steps stay at hand. */
        lp-steps {
          position: sticky;
          bottom: 0;
          z-index: 3;
        }
      }
    `,
  ];

  #key = (event: KeyboardEvent) => {
    const done = press(event, {
      play: () => playing.set(!playing.get()),
      zoom: view.zoom,
      pan: view.pan,
      whole: view.whole,
      toggleAxis: view.toggleAxis,
      goToEditor: () => this.#editor()?.focusText(),
      showKeys: () => this.#keys()?.open(),
    });
    if (done) event.preventDefault();
  };

  constructor() {
    super();
    new Watch(this, state.scenarioName, state.panics, state.tab, theme);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
  }

  #editor(): LpEditor | null {
    return this.renderRoot.querySelector('lp-editor');
  }

  #keys(): LpKeys | null {
    return this.renderRoot.querySelector('lp-keys');
  }

  #choose({ detail }: CustomEvent<Scenario>): void {
    this.renderRoot.querySelector<HTMLElement>('#scenarios')?.hidePopover();
    playing.set(false);
    state.scenarioName.set(detail.name);
    view.whole();
    state.select(null);
    state.disk.set(null);
    state.source.set(detail.source);
  }

  #look({ detail }: CustomEvent<number>): void {
    const now = killing.get();
    if (now.kind === 'done') void showKill(now.killed, detail);
  }

  #trigger({ detail }: CustomEvent<Trigger>): void {
    const inserted = this.#editor()?.insert(detail);
    if (!inserted) state.notice.set('There is no function here that this could go into: write a `fn main() { }` first.');
  }

  #go({ detail }: CustomEvent<number>): void {
    state.tab.set('code');
    this.#editor()?.goTo(detail);
  }

  #tabKey(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = TABS[(TABS.indexOf(state.tab.get()) + by + TABS.length) % TABS.length]!;
    state.tab.set(next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  protected override updated(): void {
    this.toggleAttribute('beside', state.panics.get() === 'both');
  }

  protected override render() {
    const scenario = state.scenarioName.get();
    const current = SCENARIOS.find(({ name }) => name === scenario);
    const away = (tab: Tab) => (state.tab.get() === tab ? '' : 'away');
    return html`
      <header class="head">
        <h1>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M6.5 2.5H3.500V17.500H6.500M13.5 2.500H16.500V17.500H13.5" fill="none" stroke="var(--ink-3)" stroke-width="1.6" />
            <path d="M10 5.500C11.6 7.8 13 9.4 13 11.200A3 3 0 0 1 7 11.200C7 9.4 8.4 7.8 10 5.500Z" fill="currentColor" />
          </svg>
          <span>Leakproof</span>
        </h1>
        <button class="choose" popovertarget="scenarios" aria-haspopup="dialog">
          <span>${current ? words(current.title) : 'Scenarios'}</span> ▾
        </button>
        <span class="says">${words(current?.says ?? '')}</span>
        <div class="right">
          <button class="keys" title="Keys (?)" aria-label="Keys" @click=${() => this.#keys()?.open()}>?</button>
          ${this.#theme()}
        </div>
      </header>
      <nav class="rail" aria-label="Scenarios">
        <lp-scenarios brief @lp-scenario=${this.#choose}></lp-scenarios>
      </nav>
      <div id="scenarios" popover role="dialog" aria-label="Scenarios">
        <lp-scenarios @lp-scenario=${this.#choose}></lp-scenarios>
      </div>
      <div class="tabs" role="tablist" aria-label="Panels" @keydown=${this.#tabKey}>
        ${TABS.map(
          (tab) => html`<button
            role="tab"
            id="tab-${tab}"
            aria-selected=${state.tab.get() === tab ? 'true' : 'false'}
            tabindex=${state.tab.get() === tab ? 0 : -1}
            @click=${() => state.tab.set(tab)}
          >
            ${{ code: 'Code', moment: 'This moment', log: 'Log' }[tab]}
          </button>`,
        )}
      </div>
      <main class="program ${away('code')}" aria-label="Program" @lp-go=${this.#go}>
        <lp-triggers @lp-trigger=${this.#trigger}></lp-triggers>
        <lp-editor></lp-editor>
        <lp-problems></lp-problems>
        <lp-notice></lp-notice>
        <lp-machine @lp-kills=${() => this.renderRoot.querySelector('lp-kills')?.open()}></lp-machine>
      </main>
      <lp-moment class=${away('moment')}></lp-moment>
      <lp-steps></lp-steps>
      <lp-timeline></lp-timeline>
      ${state.panics.get() === 'both' ? html`<lp-beside></lp-beside>` : nothing}
      <lp-log class=${away('log')}></lp-log>
      <lp-keys></lp-keys>
      <lp-kills @lp-kill=${this.#look}></lp-kills>
    `;
  }

  #theme() {
    const now = theme.get();
    const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length]!;
    const pictures: Readonly<Record<Theme, string>> = {
      system: 'M8 1.8A6.2 6.2 0 1 0 8 14.2A6.2 6.2 0 1 0 8 1.8ZM8 1.8V14.2A6.2 6.2 0 0 1 8 1.8Z',
      light: 'M8 5A3 3 0 1 0 8 11A3 3 0 1 0 8 5ZM8 .8V2.800M8 13.200V15.200M.8 8H2.800M13.2 8H15.200M3 3L4.3 4.300M11.7 11.700L13 13M3 13L4.3 11.700M11.7 4.300L13 3',
      dark: 'M13.5 9.800A6 6 0 1 1 6.2 2.500A5 5 0 0 0 13.5 9.800Z',
    };
    const label = `Colours: ${now === 'system' ? 'as the system' : now}. Change to ${next}`;
    return html`<button class="theme" title=${label} aria-label=${label} @click=${() => theme.set(next)}>
      <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
        <path d=${pictures[now]} fill=${now === 'light' ? 'none' : 'currentColor'} stroke="currentColor" stroke-width="1.3" stroke-linecap="round" fill-rule="evenodd" />
      </svg>
    </button>`;
  }
}
