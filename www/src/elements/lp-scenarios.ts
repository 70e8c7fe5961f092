import { css, html, LitElement } from 'lit';
import { SCENARIOS, type Scenario } from '../scenarios.ts';
import { UseSession } from '../session/context.ts';
import { scenarioOf } from '../session/document.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/**
 * The scenarios to start from: a title and one sentence each.
 *
 * @attr brief - show the sentence of the chosen one only, so that all titles are in sight
 * @fires lp-scenario - the person chose one; `detail` is the {@link Scenario}.
 */
export class LpScenarios extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        box-sizing: border-box;
        max-height: 100%;
        overflow: auto;
        padding: 6px;
        /* A shade where the list goes on, which its own ends cover. */
        background:
          linear-gradient(var(--list, var(--panel)) 40%, transparent) top / 100% 36px local,
          linear-gradient(transparent, var(--list, var(--panel)) 60%) bottom / 100% 36px local,
          linear-gradient(var(--line-2), transparent) top / 100% 9px,
          linear-gradient(transparent, var(--line-2)) bottom / 100% 9px;
        background-repeat: no-repeat;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
        counter-reset: scenario;
      }
      button {
        all: unset;
        box-sizing: border-box;
        display: grid;
        grid-template-columns: 18px 1fr;
        column-gap: 6px;
        width: 100%;
        padding: 7px 10px 8px 8px;
        border-radius: 6px;
        border: 1px solid transparent;
        cursor: pointer;
        color: var(--ink);
        font: 13px/1.35 var(--text);
      }
      button::before {
        counter-increment: scenario;
        content: counter(scenario);
        color: var(--ink-3);
        font-variant-numeric: tabular-nums;
      }
      button:hover {
        background: var(--sunk);
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      button[aria-current='true'] {
        background: var(--step-line);
        border-color: var(--accent);
      }
      .title {
        font-weight: 600;
      }
      :host([brief]) button:not([aria-current='true']) .says {
        display: none;
      }
      .says {
        grid-column: 2;
        color: var(--ink-2);
        font-size: 12px;
        margin-top: 1px;
      }
    `,
  ];

  /** A run with many lanes takes room from the list, perhaps where the chosen one is. */
  #resize = new ResizeObserver(() => this.#reveal());

  readonly #use = new UseSession(this, ({ state }) => [state.document]);

  get #state() {
    return this.#use.session.state;
  }

  #choose(scenario: Scenario): void {
    this.dispatchEvent(
      new CustomEvent<Scenario>('lp-scenario', { detail: scenario, bubbles: true, composed: true }),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override updated(): void {
    this.#reveal();
  }

  #reveal(): void {
    this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const current = scenarioOf(this.#state.document.get())?.name;
    return html`<ol aria-label="Scenarios">
      ${SCENARIOS.map(
        (scenario) => html`<li>
          <button
            data-scenario=${scenario.name}
            data-item
            title=${scenario.says}
            aria-current=${scenario.name === current ? 'true' : 'false'}
            @click=${() => this.#choose(scenario)}
          >
            <span class="title">${words(scenario.title)}</span>
            <span class="says">${words(scenario.says)}</span>
          </button>
        </li>`,
      )}
    </ol>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lp-scenario': CustomEvent<Scenario>;
  }
}
