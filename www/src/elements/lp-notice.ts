import { css, html, LitElement, nothing } from 'lit';
import type { Death } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

const AFTERWARDS = 'Nothing was dropped; the system closed what was open.';

/** What a program died of. A run that was killed on purpose has a notice of its own. */
const DIED: Readonly<Record<Exclude<Death, 'killed'>, string>> = {
  unreachable: `The program died, and its WebAssembly instance with it. ${AFTERWARDS}`,
  stack: `The stack overflowed. That ended the program and its WebAssembly instance. ${AFTERWARDS}`,
  late: `The program did not end, so it was killed from outside. ${AFTERWARDS} What it did in its last hundredths of a second may be missing here.`,
};

/**
 * What concerns the run as a whole: that it takes its time, that it was killed on purpose, how it died.
 *
 * @fires lp-let-go - the control that has the focus is about to go.
 */
export class LpNotice extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .notice {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem 0.75rem;
        align-items: center;
        padding: 0.5rem 0.875rem;
        background: var(--error-soft);
        border-left: 3px solid var(--error);
        line-height: 1.4;
      }
      .notice.quiet {
        background: var(--sunk);
        border-color: var(--line-2);
      }
      .text {
        flex: 1 1 12rem;
      }
      @media (max-width: 44.99rem) {
        .notice {
          padding: 0.25rem 0.625rem;
          font-size: 0.78125rem;
          line-height: 1.3;
        }
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [
    state.notice,
    state.running,
    state.killed,
    state.diedOf,
    state.hidden,
    state.look,
    state.run,
  ]);

  protected override render() {
    const { state } = this.#use.session;
    return html`<div role="status">${state.running.get() ? this.#running() : state.killed.get() ? this.#killed() : this.#died()}${this.#said()}</div>`;
  }

  #running() {
    return html`<div class="notice quiet">
      <span class="text">The program is still running.</span>
      <button class="kill" @click=${() => this.#use.session.commands.killNow()}>Kill it</button>
    </div>`;
  }

  #killed() {
    const { commands, state } = this.#use.session;
    const { killed, index } = state.killed.get()!;
    const outcome = killed.kills.outcomes.find(({ kill }) => kill === index);
    return html`<div class="notice">
      <span class="text"><b>Killed after step ${outcome?.last}.</b> ${this.#isEndHidden() ? nothing : AFTERWARDS}</span>
      <span class="acts">
        <button class="outcomes" @click=${() => commands.showOutcomes()}>All outcomes</button>
        <button
          class="whole"
          @click=${() => {
            commands.showWhole();
            this.#letGo();
          }}
        >The run that was not killed</button>
      </span>
    </div>`;
  }

  /** Whether the end of the run is hidden at the selected step. */
  #isEndHidden(): boolean {
    const { state } = this.#use.session;
    return state.hidden.get() && state.selected() < (state.run.get()?.steps ?? 0);
  }

  /** Gives the focus away before the button that has it goes. */
  #letGo(): void {
    this.dispatchEvent(new CustomEvent('lp-let-go', { bubbles: true, composed: true }));
  }

  /** How it died; where the future is hidden, not before the last step. */
  #died() {
    const { state } = this.#use.session;
    const cause = state.diedOf.get();
    if (!cause || cause === 'killed' || this.#isEndHidden()) return nothing;
    return html`<div class="notice death">
      <span class="text">${DIED[cause]}</span>
      <button
        class="dismiss"
        @click=${() => {
          state.diedOf.set(null);
          this.#letGo();
        }}
      >
        Dismiss
      </button>
    </div>`;
  }

  #said() {
    const { state } = this.#use.session;
    const text = state.notice.get();
    if (!text) return nothing;
    return html`<div class="notice">
      <span class="text">${words(text)}</span>
      <button
        class="dismiss"
        @click=${() => {
          state.notice.set(null);
          this.#letGo();
        }}
      >
        Dismiss
      </button>
    </div>`;
  }
}
