import { css, html, LitElement } from 'lit';
import { TRIGGERS, type Trigger } from '../editor/triggers.ts';
import { glyph } from '../glyphs.ts';
import { shared } from './shared.ts';

const SIGNS: Readonly<Record<Trigger, string>> = {
  nest: 'scope-entered',
  fail: 'error-raised',
  return: 'scope-leaving',
  panic: 'panic-raised',
  'panic-in-drop': 'clean-up-started',
  forget: 'forgotten',
  abort: 'exited',
};

/**
 * The buttons that make something happen at the cursor.
 *
 * @fires lp-trigger - the person asked for one; `detail` is its {@link Trigger}.
 */
export class LpTriggers extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding: 6px 10px;
      }
      span {
        align-self: center;
        color: var(--ink-2);
        font-size: 12px;
        margin-right: 2px;
        white-space: nowrap;
      }
      @media (max-width: 1199px) {
        span {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'toolbar');
    this.setAttribute('aria-label', 'Insert at the cursor');
  }

  #ask(trigger: Trigger): void {
    this.dispatchEvent(new CustomEvent<Trigger>('lp-trigger', { detail: trigger, bubbles: true, composed: true }));
  }

  protected override render() {
    return html`<span aria-hidden="true">at the cursor</span>${TRIGGERS.map(
        ({ name, label, says }) => html`
          <button data-trigger=${name} title=${says} @click=${() => this.#ask(name)}>
            ${glyph(SIGNS[name])}${label}
          </button>
        `,
      )}`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lp-trigger': CustomEvent<Trigger>;
  }
}
