import { css, html, LitElement, nothing } from 'lit';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';

/** What a panic can do, and what that means. */
const PANICS = [
  ['unwind', 'A panic drops what it passes on its way out, as without a setting in Cargo.toml'],
  ['abort', 'A panic ends the program on the spot, as with panic = "abort" in Cargo.toml'],
  ['both', 'The program runs under both, one above the other'],
] as const;

/**
 * What the program runs on: what a panic does, and the disk it begins with.
 *
 * @fires lp-kills - the person wants the program killed at every moment.
 */
export class LpMachine extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 18px;
        align-items: center;
        padding: 6px 10px;
        border-top: 1px solid var(--line);
        font-size: 12px;
        color: var(--ink-2);
      }
      .set {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        flex-wrap: wrap;
      }
      .set.disk {
        margin-left: auto;
      }
      button {
        font-size: 12px;
        min-height: 26px;
      }
      [role='radiogroup'] {
        display: inline-flex;
      }
      [role='radio'] {
        font-family: var(--code);
        border-radius: 0;
        margin-left: -1px;
        padding: 0 9px;
      }
      [role='radio']:first-child {
        border-radius: 6px 0 0 6px;
        margin-left: 0;
      }
      [role='radio']:last-child {
        border-radius: 0 6px 6px 0;
      }
      [role='radio'][aria-checked='true'],
      [role='radio']:focus-visible {
        position: relative;
        z-index: 1;
      }
      .carried {
        color: var(--ink);
        font-weight: 600;
      }
      @media (pointer: coarse) {
        button {
          min-height: 36px;
        }
      }
      @media (max-width: 719px) {
        :host {
          gap: 6px 4px;
        }
        /* What is said of the disk goes beside the switch, its buttons below. */
        .set.disk {
          display: contents;
        }
        .set.disk [role='status'] {
          margin-left: auto;
        }
        button {
          padding: 0 8px;
          font-size: 11.5px;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.panics, state.disk, state.run, state.stale]);

  get #state() {
    return this.#use.session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', 'What the program runs on');
  }

  #key(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = PANICS.findIndex(([name]) => name === this.#state.panics.get());
    const [next] = PANICS[(at + by + PANICS.length) % PANICS.length]!;
    this.#state.panics.set(next);
    this.renderRoot.querySelector<HTMLElement>(`[data-panic="${next}"]`)?.focus();
  }

  protected override render() {
    const now = this.#state.panics.get();
    const before = this.#state.run.get()?.runsOnDisk ?? 0;
    return html`
      <span class="set">
        <span id="panic"><code>panic =</code></span>
        <span role="radiogroup" aria-labelledby="panic" @keydown=${this.#key}>
          ${PANICS.map(
            ([name, says]) => html`<button
              role="radio"
              data-panic=${name}
              title=${says}
              aria-checked=${name === now ? 'true' : 'false'}
              tabindex=${name === now ? 0 : -1}
              @click=${() => this.#state.panics.set(name)}
            >
              ${name}
            </button>`,
          )}
        </span>
      </span>
      <span class="set disk">
        <span role="status" class=${before ? 'carried' : ''}>${before ? `run ${before + 1} on this disk` : 'a fresh disk'}</span>
        <button
          class="again"
          ?disabled=${this.#state.stale.get() || !this.#state.run.get()}
          title="Begin once more, with the files that this run has left when it was over"
          @click=${() => void this.#use.session.commands.startAgain()}
        >
          Start again on this disk
        </button>
        ${this.#state.disk.get()
          ? html`<button class="afresh" title="Begin with the files that the program’s //@ lines name" @click=${() => this.#use.session.commands.startAfresh()}>
              Fresh disk
            </button>`
          : nothing}
        <button
          class="kills"
          ?disabled=${this.#state.stale.get() || !this.#state.run.get()}
          title="What is on the disk if the program is killed here, or here, or here?"
          @click=${() => this.dispatchEvent(new CustomEvent('lp-kills', { bubbles: true, composed: true }))}
        >
          Kill at every step…
        </button>
      </span>
    `;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lp-kills': CustomEvent<null>;
  }
}
