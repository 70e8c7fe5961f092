import { css, html, LitElement } from 'lit';
import { count } from '../format.ts';
import { UseSession } from '../session/context.ts';
import type { SessionHistory } from '../session/history.ts';
import { copyText } from './copy.ts';
import { shared } from './shared.ts';

/** Characters of a link that every chat takes. */
const MOST = 2000;

/** Milliseconds for which a copied link is confirmed. */
const CONFIRMED = 6000;

/** The button that copies a link to what is on the screen, and says how long the link is. */
export class LpShare extends LitElement {
  static override properties = { history: { attribute: false }, said: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        flex: none;
      }
      svg {
        width: 0.875rem;
        height: 0.875rem;
      }
      button {
        anchor-name: --share;
      }
      [popover] {
        position-anchor: --share;
        position-area: block-end span-inline-start;
        inset: 3rem 0.75rem auto auto;
        margin: 0.375rem 0;
        border: 1px solid var(--line-2);
        border-radius: 0.5rem;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        padding: 0.625rem 0.75rem;
        max-width: min(20rem, calc(100vw - 1.5rem));
      }
      @supports (position-area: block-end) {
        [popover] {
          inset: auto;
        }
      }
      @media (max-width: 44.99rem) {
        button span {
          position: absolute;
          clip-path: inset(50%);
        }
        button {
          padding: 0 0.5rem;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, () => []);
  declare history: SessionHistory | null;
  /** What is said of the link that was copied last. */
  declare private said: string;

  constructor() {
    super();
    this.history = null;
    this.said = '';
  }

  async #copy(): Promise<void> {
    const link = await this.history?.address();
    if (!link) return;
    const { killed } = this.#use.session.state;
    const note = [noteOn(link), killed.get() && 'It opens the run that was not killed.'].filter(Boolean).join(' ');
    if (await copyText(link, note)) this.said = `Link copied. ${note}`;
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('said') || !this.said) return;
    const popover = this.renderRoot.querySelector<HTMLElement>('[popover]')!;
    popover.showPopover();
    // A warning stays until the person closes it.
    if (!this.said.includes('cut')) setTimeout(() => popover.hidePopover(), CONFIRMED);
  }

  protected override render() {
    return html`<button class="share" @click=${() => void this.#copy()}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M6.8 9.200A2.600 2.600 0 0 0 10.500 9.200L13 6.700A2.600 2.600 0 0 0 9.300 3L8.100 4.200M9.200 6.800A2.600 2.600 0 0 0 5.500 6.800L3 9.300A2.600 2.600 0 0 0 6.700 13L7.900 11.800"
            fill="none"
            stroke="currentColor"
            stroke-width="1.4"
            stroke-linecap="round"
          />
        </svg>
        <span>Copy link</span>
      </button>
      <div popover aria-hidden="true" @toggle=${({ newState }: ToggleEvent) => newState === 'closed' && (this.said = '')}>${this.said}</div>
      <span class="unseen" role="status">${this.said}</span>`;
  }
}

function noteOn(link: string): string {
  const length = `It has ${count(link.length)} characters`;
  return link.length > MOST
    ? `${length}, and some chats cut a link after ${count(MOST)}: there, download the program under “My programs” and send the file.`
    : `${length}.`;
}
