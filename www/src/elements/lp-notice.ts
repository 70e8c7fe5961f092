import { css, html, LitElement, nothing } from 'lit';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/** What is to be said about the page rather than the program: that a run takes its time, or how it ended. */
export class LpNotice extends LitElement {
  static override styles = [
    shared,
    css`
      .notice {
        display: flex;
        gap: 12px;
        align-items: center;
        padding: 8px 12px;
        background: var(--error-soft);
        border-top: 1px solid var(--error);
      }
      .notice.quiet {
        background: var(--sunk);
        border-color: var(--line-2);
      }
      button {
        margin-left: auto;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.notice, state.running]);

  get #state() {
    return this.#use.session.state;
  }

  protected override render() {
    return html`<div role="status">${this.#state.running.get() ? this.#running() : this.#said()}</div>`;
  }

  #running() {
    return html`<div class="notice quiet">
      <span>The program is running.</span>
      <button class="kill" title="End it from outside, as kill -9 ends a process" @click=${() => this.#use.session.commands.killNow()}>Kill it</button>
    </div>`;
  }

  #said() {
    const text = this.#state.notice.get();
    if (!text) return nothing;
    return html`<div class="notice">
      <span>${words(text)}</span>
      <button class="dismiss" @click=${() => this.#state.notice.set(null)}>Dismiss</button>
    </div>`;
  }
}
