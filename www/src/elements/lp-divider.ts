import { css, html, LitElement } from 'lit';
import { shared } from './shared.ts';

/** Pixels by which an arrow key moves a divider. */
const STEP = 16;

/**
 * A line between two panels that sizes one of them, by pointer, by finger and by the arrow keys.
 *
 * It is the ARIA pattern of a window splitter: Home and End go to the least and the greatest size,
 * Enter or a double click to the size that the panel has by itself.
 *
 * @attr axis - `x` for a panel beside the divider, `y` for one above or below it
 * @attr side - `before` if the panel stands left of or above the divider, `after` otherwise
 * @attr label - the name of the panel
 * @fires lp-size - the person sizes the panel; `detail` is its size in CSS pixels, or null for its own size
 */
export class LpDivider extends LitElement {
  static override properties = {
    axis: {},
    side: {},
    label: {},
    least: { type: Number },
    most: { type: Number },
    size: { type: Number },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        background: var(--line);
        touch-action: none;
        z-index: 2;
      }
      /* The line is thin; the area that takes the pointer is not. */
      .grip {
        position: absolute;
        inset: 0 -4px;
        cursor: col-resize;
      }
      :host([axis='y']) .grip {
        inset: -4px 0;
        cursor: row-resize;
      }
      .grip:hover,
      .grip:focus-visible {
        background: var(--accent);
        background-clip: content-box;
        padding: 0 3px;
      }
      :host([axis='y']) .grip:hover,
      :host([axis='y']) .grip:focus-visible {
        padding: 3px 0;
      }
      @media (forced-colors: active) {
        :host {
          background: CanvasText;
        }
      }
      @media (pointer: coarse) {
        .grip {
          inset: 0 -10px;
        }
        :host([axis='y']) .grip {
          inset: -10px 0;
        }
      }
    `,
  ];

  declare axis: 'x' | 'y';
  declare side: 'before' | 'after';
  declare label: string;
  /** The least and the greatest size, in CSS pixels. */
  declare least: number;
  declare most: number;
  /** The size now, in CSS pixels. */
  declare size: number;

  #drag: { readonly from: number; readonly size: number } | null = null;

  constructor() {
    super();
    this.axis = 'x';
    this.side = 'before';
    this.label = '';
    [this.least, this.most, this.size] = [0, 0, 0];
  }

  #at(event: PointerEvent): number {
    return this.axis === 'x' ? event.clientX : event.clientY;
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drag = { from: this.#at(event), size: this.size };
  }

  #move(event: PointerEvent): void {
    if (!this.#drag) return;
    const moved = this.#at(event) - this.#drag.from;
    this.#ask(this.#drag.size + (this.side === 'before' ? moved : -moved));
  }

  #release(): void {
    this.#drag = null;
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const grow = this.side === 'before' ? STEP : -STEP;
    const [less, more] = this.axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) this.#ask(this.size - grow);
    else if (event.key === more) this.#ask(this.size + grow);
    else if (event.key === 'Home') this.#ask(this.least);
    else if (event.key === 'End') this.#ask(this.most);
    else if (event.key === 'Enter') this.#send(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #ask(size: number): void {
    this.#send(Math.round(Math.min(Math.max(size, this.least), this.most)));
  }

  #send(detail: number | null): void {
    this.dispatchEvent(new CustomEvent<number | null>('lp-size', { detail, bubbles: true, composed: true }));
  }

  protected override render() {
    return html`<div
      class="grip"
      role="separator"
      tabindex="0"
      aria-orientation=${this.axis === 'x' ? 'vertical' : 'horizontal'}
      aria-label=${`Size of ${this.label}`}
      aria-valuemin=${this.least}
      aria-valuemax=${this.most}
      aria-valuenow=${Math.round(this.size)}
      aria-valuetext=${`${Math.round(this.size)} pixels`}
      title="Drag, or use the arrow keys. Enter goes back to the usual size."
      @pointerdown=${this.#press}
      @pointermove=${this.#move}
      @pointerup=${this.#release}
      @pointercancel=${this.#release}
      @dblclick=${() => this.#send(null)}
      @keydown=${this.#key}
    ></div>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lp-size': CustomEvent<number | null>;
  }
}
