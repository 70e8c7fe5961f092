import { ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import { takeOverEarlierText } from '../library/earlier.ts';
import { Programs } from '../library/programs.ts';
import type { Scenario } from '../scenarios.ts';
import { sessionContext } from '../session/context.ts';
import { SessionHistory } from '../session/history.ts';
import { Keeper } from '../session/keeper.ts';
import { Session } from '../session/session.ts';
import { Watch } from '../session/watch.ts';
import { theme, type Theme } from '../theme.ts';
import type { LpKeys } from './lp-keys.ts';
import type { LpMenu } from './lp-menu.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The page: its head, and the one playground that it is made of. */
export class LpApp extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: minmax(2.75rem, max-content) minmax(0, 1fr);
        background: var(--line);
        gap: 1px;
        min-width: 0;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        padding: 0 0.875rem;
        background: var(--panel);
        min-width: 0;
      }
      h1 {
        font: 600 0.9375rem/1 var(--text);
        letter-spacing: -0.01em;
        margin: 0;
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }
      h1 svg {
        color: var(--open);
      }
      .right {
        margin-left: auto;
        display: flex;
        gap: 0.375rem;
        flex: none;
      }
      #scenarios {
        --menu-width: 24rem;
      }
      #scenarios lp-scenarios {
        --list: var(--raised);
      }
      .name {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 44.99rem) {
        .name {
          display: none;
        }
        .head {
          flex-wrap: wrap;
          gap: 0.375rem;
          padding: 0.125rem 0.5rem;
        }
        h1 span {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  readonly session = new Session();
  readonly keeper = new Keeper(this.session, new Programs());
  readonly history = new SessionHistory(this.session, this.keeper);

  constructor() {
    super();
    new ContextProvider(this, { context: sessionContext, initialValue: this.session });
    new Watch(this, () => [this.session.state.document, theme]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    takeOverEarlierText(this.keeper.programs);
    void this.history.begin();
  }

  protected override updated(): void {
    const name = this.session.state.document.get()?.name;
    // The name of the entry in the browser's history.
    document.title = name ? `${name.replaceAll('`', '')} · Leakproof` : 'Leakproof';
  }

  #choose({ detail }: CustomEvent<Scenario>): void {
    this.renderRoot.querySelector<LpMenu>('#scenarios')?.close();
    this.session.openScenario(detail);
  }

  #keys(): LpKeys | null {
    return this.renderRoot.querySelector('lp-keys');
  }

  protected override render() {
    return html`
      <header class="head">
        <h1>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M6.5 2.5H3.500V17.500H6.500M13.5 2.500H16.500V17.500H13.5" fill="none" stroke="var(--ink-3)" stroke-width="1.6" />
            <path d="M10 5.500C11.6 7.8 13 9.4 13 11.200A3 3 0 0 1 7 11.200C7 9.4 8.4 7.8 10 5.500Z" fill="currentColor" />
          </svg>
          <span>Leakproof</span>
        </h1>
        <lp-menu id="scenarios" label="Scenarios">
          <lp-scenarios @lp-scenario=${this.#choose}></lp-scenarios>
        </lp-menu>
        <lp-programs .keeper=${this.keeper}></lp-programs>
        <span class="name">${words(this.session.state.document.get()?.name ?? '')}</span>
        <div class="right">
          <lp-share .history=${this.history}></lp-share>
          <button class="keys" title="Keys (?)" aria-label="Keys" @click=${() => this.#keys()?.open()}>?</button>
          ${this.#theme()}
        </div>
      </header>
      <lp-playground .session=${this.session} @lp-keys=${() => this.#keys()?.open()}></lp-playground>
      <lp-keys></lp-keys>
      <lp-drop @lp-files=${({ detail }: CustomEvent<File[]>) => void this.keeper.openFiles(detail)}></lp-drop>
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
