import { css, html, LitElement } from 'lit';
import { shared } from './shared.ts';

/** The keys that move the focus in an open menu. */
const MOVES: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last'>> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
};

/**
 * A button, and a popover that it opens. The popover holds any content: choices, a list, a small form.
 *
 * ```html
 * <lp-menu label="Run" align="end">
 *   <span slot="label">▶ Run</span>
 *   <button class="item" data-item data-closes>Start again<span class="says">on this disk</span></button>
 * </lp-menu>
 * ```
 *
 * Esc, a click elsewhere, a second press of the button, and a click on content with `data-closes` close it.
 * The focus then returns to the button, unless it has already gone elsewhere. The arrow keys, Home and End
 * move between the elements marked `data-item`, those in open shadow roots of the content too; down from
 * the button opens the menu. The styles for `.item` and `.says` are {@link items}.
 *
 * @attr label - The button's text, and the accessible name of the popover.
 * @attr align - `end` puts the right edges of button and popover in line; without it, the left ones.
 * @attr up - Opens the popover above the button where there is room.
 * @attr disabled - The button cannot be pressed.
 * @slot - What the popover holds.
 * @slot label - The button's content, where the label alone is not enough; the label stays its name.
 * @csspart opener - The button.
 * @cssprop --menu-width - The width of the popover; as wide as its content without it.
 * @fires lp-toggle - It has been opened or closed; `detail` says whether it is open now.
 */
export class LpMenu extends LitElement {
  static override properties = {
    label: {},
    align: { reflect: true },
    up: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        flex: none;
      }
      #opener {
        anchor-name: --opener;
      }
      #opener[aria-expanded='true'] {
        border-color: var(--accent);
      }
      #content {
        position-anchor: --opener;
        position-area: block-end span-inline-end;
        position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
        inset: auto;
        /* Some browsers take the attribute align for an alignment of text. */
        text-align: start;
        margin: 0.375rem 0;
        border: 1px solid var(--line-2);
        border-radius: 0.5rem;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        padding: 0.3125rem;
        width: var(--menu-width, max-content);
        max-width: calc(100vw - 1.5rem);
        max-height: calc(100dvh - 5rem);
        overflow: auto;
        overscroll-behavior: contain;
      }
      :host([align='end']) #content {
        position-area: block-end span-inline-start;
      }
      :host([up]) #content {
        position-area: block-start span-inline-end;
      }
      :host([up][align='end']) #content {
        position-area: block-start span-inline-start;
      }
      /* On a narrow screen in the middle of it, away from both edges. */
      @media (max-width: 44.99rem) {
        :host #content {
          position-area: none;
          position-try-fallbacks: flip-block;
          inset: anchor(bottom) 0.75rem auto;
          margin-inline: auto;
        }
        :host([up]) #content {
          inset: auto 0.75rem anchor(top);
        }
      }
    `,
  ];

  declare label: string;
  declare align: 'start' | 'end';
  declare up: boolean;
  declare disabled: boolean;
  #isOpen = false;

  constructor() {
    super();
    this.label = '';
    this.align = 'start';
    this.up = false;
    this.disabled = false;
    this.addEventListener('click', this.#closeByChoice);
  }

  /** Whether the popover is open. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  open(): void {
    this.#content()?.showPopover();
  }

  close(): void {
    this.#content()?.hidePopover();
  }

  override focus(): void {
    this.#opener()?.focus();
  }

  #opener(): HTMLElement | null {
    return this.renderRoot.querySelector('#opener');
  }

  #content(): HTMLElement | null {
    return this.renderRoot.querySelector('#content');
  }

  #closeByChoice = (event: Event) => {
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(this));
    if (inside.some((node) => node instanceof HTMLElement && node.hasAttribute('data-closes'))) this.close();
  };

  #beforeToggle({ newState }: ToggleEvent): void {
    if (newState === 'open') {
      this.#placeWithoutAnchors();
      // Before it is seen, so that content made for the occasion is there.
      this.#tell(true);
    } else if (this.#hasFocus() || document.activeElement === document.body) {
      // The browser returns the focus only to what had it before, and a click does not focus a button everywhere.
      this.#opener()?.focus();
    }
  }

  #toggle({ newState }: ToggleEvent): void {
    if (newState === 'closed') this.#tell(false);
  }

  #tell(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent<boolean>('lp-toggle', { detail: isOpen }));
  }

  #hasFocus(): boolean {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    return activeElement !== null && this.contains(activeElement);
  }

  /** Browsers without anchor positioning get the same place by arithmetic. */
  #placeWithoutAnchors(): void {
    const [opener, content] = [this.#opener(), this.#content()];
    if (!opener || !content || CSS.supports('position-area: block-end')) return;
    const { top, bottom, left, right } = opener.getBoundingClientRect();
    content.style.inset = [
      this.up ? 'auto' : `${bottom}px`,
      this.align === 'end' ? `${innerWidth - right}px` : 'auto',
      this.up ? `${innerHeight - top}px` : 'auto',
      this.align === 'end' ? 'auto' : `${left}px`,
    ].join(' ');
  }

  #key(event: KeyboardEvent): void {
    const isDown = event.key === 'ArrowDown';
    const target = event.composedPath()[0];
    const takesArrows = target instanceof HTMLElement && target.matches('input, textarea, select');
    // Keys of an open menu are not those of the page.
    if (this.#isOpen) event.stopPropagation();
    if (takesArrows || !(event.key in MOVES)) return;
    if (!this.#isOpen && !isDown) return;
    event.preventDefault();
    event.stopPropagation();
    const path = event.composedPath();
    if (this.#isOpen) {
      this.#move(event.key, path);
      return;
    }
    this.open();
    requestAnimationFrame(() => this.#move('Home', path));
  }

  /** Moves the focus to another item of the content. */
  #move(key: string, path: readonly EventTarget[]): void {
    const found = [...this.children].flatMap(itemsIn);
    const at = found.findIndex((item) => path.includes(item));
    const last = found.length - 1;
    const to = { next: Math.min(at + 1, last), previous: Math.max(at - 1, 0), first: 0, last }[MOVES[key] ?? 'first'];
    found[to]?.focus();
  }

  protected override render() {
    return html`<div @keydown=${this.#key}>
      <button
        id="opener"
        part="opener"
        popovertarget="content"
        aria-label=${this.label}
        aria-haspopup="dialog"
        aria-expanded=${this.#isOpen ? 'true' : 'false'}
        ?disabled=${this.disabled}
      >
        <slot name="label">${this.label} <span aria-hidden="true">${this.up ? '▴' : '▾'}</span></slot>
      </button>
      <div
        id="content"
        popover
        role="dialog"
        aria-label=${this.label}
        @beforetoggle=${this.#beforeToggle}
        @toggle=${this.#toggle}
      >
        <slot></slot>
      </div>
    </div>`;
  }
}

/** The elements marked `data-item` in the content, in the order of the document. */
function itemsIn(element: Element): HTMLElement[] {
  if (element instanceof HTMLElement && element.hasAttribute('data-item')) return element.checkVisibility() ? [element] : [];
  return [...(element.shadowRoot?.children ?? []), ...element.children].flatMap(itemsIn);
}

/** The look of choices in a menu; for the element whose shadow root holds them. */
export const items = css`
  .item {
    display: block;
    width: 100%;
    height: auto;
    text-align: left;
    border-color: transparent;
    background: none;
    padding: 0.5rem 0.625rem;
    line-height: 1.35;
    white-space: normal;
  }
  .item:hover:not(:disabled) {
    background: var(--sunk);
    border-color: transparent;
  }
  .item .says {
    display: block;
    font-weight: 400;
    color: var(--ink-2);
  }
`;

declare global {
  interface HTMLElementEventMap {
    'lp-toggle': CustomEvent<boolean>;
  }
}
