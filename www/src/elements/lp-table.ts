import { css, html, LitElement, nothing } from 'lit';
import { count } from '../format.ts';
import { glyph } from '../glyphs.ts';
import type { Life } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { REM, textScale } from '../text-size.ts';
import { shared } from './shared.ts';
import { ending } from './tip.ts';
import { words } from './words.ts';

/** The height of a row in rem. */
const ROW = 1.75;
/** Rows requested beyond both edges of the visible ones, so that a short scroll shows no gap. */
const SPARE = 6;
const HEADS = ['Resource', 'Kind', 'Line', 'Open from step', 'to step', 'What became of it'] as const;

/**
 * The timeline as a table: a row for each resource, walked with the arrow keys. Enter selects the
 * step at which it was opened, with Shift the one at which it was gone.
 */
export class LpTable extends LitElement {
  static override properties = { at: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: minmax(0, 1fr);
        min-height: 0;
        position: relative;
        background: var(--panel);
      }
      .scroll {
        overflow: auto;
        contain: strict;
        /* Its own height is that of some rows; what it gets is what there is. */
        contain-intrinsic-block-size: 22rem;
        opacity: var(--strength, 1);
      }
      lp-outdated {
        position: absolute;
        right: 0.875rem;
        bottom: 0.5rem;
      }
      [role='table'] {
        min-width: 40rem;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(8.75rem, 1.4fr) 4.375rem 3.5rem 7rem 5rem minmax(13.75rem, 2.4fr);
        gap: 0.75rem;
        align-items: center;
        height: ${ROW}rem;
        padding: 0 0.875rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .row > * {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .head {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--panel);
        border-bottom: 1px solid var(--line);
        color: var(--ink-2);
        font-size: 0.75rem;
      }
      .body {
        position: relative;
      }
      .life {
        position: absolute;
        left: 0;
        right: 0;
        cursor: pointer;
        border-bottom: 1px solid var(--line);
      }
      .life:hover,
      .life.lit {
        background: var(--sunk);
      }
      .life:focus-visible {
        outline-offset: -2px;
      }
      .name {
        font: 0.78125rem/1.4 var(--code);
      }
      .end {
        display: flex;
        gap: 0.375rem;
        align-items: center;
      }
      .end span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .end.reaped {
        color: var(--leaked);
        font-weight: 600;
      }
      .end.refused,
      .end.failed {
        color: var(--error);
      }
      .nothing {
        color: var(--ink-2);
        padding: 0.25rem 0.875rem;
        margin: 0;
      }
      @media (forced-colors: active) {
        .life.lit,
        .life:hover {
          outline: 1px dashed CanvasText;
          outline-offset: -1px;
        }
      }
    `,
  ];

  /** The row that the keyboard is on. */
  declare private at: number;
  #resize: ResizeObserver | null = null;

  readonly #use = new UseSession(this, ({ state }) => [state.seen, state.pointed, state.hidden, state.outdated, textScale]);

  /** The height of a row in CSS pixels. */
  get #height() {
    return ROW * REM * textScale.get();
  }

  #scroll(): HTMLElement | null {
    return this.renderRoot.querySelector('.scroll');
  }

  get #state() {
    return this.#use.session.state;
  }

  constructor() {
    super();
    this.at = 0;
    
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(() => this.#ask());
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#state.see({ table: { first: 0, count: 0 } });
  }

  #ask = (): void => {
    const scroll = this.#scroll();
    if (!scroll) return;
    const first = Math.max(Math.floor(scroll.scrollTop / this.#height) - SPARE, 0);
    const rows = Math.ceil(scroll.clientHeight / this.#height) + 2 * SPARE;
    const now = this.#state.look.get().table;
    if (now.first !== first || now.count !== rows) this.#state.see({ table: { first, count: rows } });
  };

  #key(event: KeyboardEvent, life: Life): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      this.#state.select(event.shiftKey ? life.gone : life.since);
    } else {
      const total = this.#state.seen.get()?.table.total ?? 0;
      const page = Math.max(Math.floor(this.#scroll()!.clientHeight / this.#height) - 2, 1);
      const to = {
        ArrowUp: this.at - 1,
        ArrowDown: this.at + 1,
        PageUp: this.at - page,
        PageDown: this.at + page,
      }[event.key];
      if (to === undefined) return;
      this.#walk(Math.min(Math.max(to, 0), total - 1));
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Brings a row into sight, and puts the keyboard on it as soon as it is there. */
  #walk(row: number): void {
    this.at = row;
    const scroll = this.#scroll()!;
    const top = row * this.#height;
    const room = scroll.clientHeight - 2 * this.#height;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    else if (top > scroll.scrollTop + room) scroll.scrollTop = top - room;
    const stop = this.#state.seen.watch(() => focus());
    const focus = () => {
      void this.updateComplete.then(() => {
        const found = this.renderRoot.querySelector<HTMLElement>(`[data-row='${row}']`);
        if (!found) return;
        stop();
        found.focus();
      });
    };
    focus();
  }

  #point(life: Life | null): void {
    this.#state.pointed.set(life && { resource: life.resource, line: life.line });
  }

  protected override render() {
    const table = this.#state.seen.get()?.table;
    const total = table?.total ?? 0;
    return html`<div class="scroll" @scroll=${this.#ask}>
        <div role="table" aria-label="Timeline, as a table" aria-rowcount=${total + 1}>
          <div role="row" class="row head" aria-rowindex="1">
            ${HEADS.map((head) => html`<span role="columnheader">${head}</span>`)}
          </div>
          <div class="body" role="rowgroup" style="height: ${total * this.#height}px">
            ${table?.rows.map((life, index) => this.#row(life, table.first + index))}
          </div>
        </div>
        ${table && total === 0 ? html`<p class="nothing">${this.#nothing()}</p>` : nothing}
      </div>
      ${this.#state.outdated.get() ? html`<lp-outdated></lp-outdated>` : nothing}`;
  }

  #nothing(): string {
    return this.#state.hidden.get() ? 'Nothing has been opened yet.' : 'This program opens nothing.';
  }

  #row(life: Life, index: number) {
    const signs = { reaped: 'reaped', refused: 'acquisition-failed', acquiring: 'acquiring', open: 'acquired', released: 'released' };
    const sign = signs[life.end];
    const isBad = life.end !== 'refused' && life.error !== null;
    return html`<div
      role="row"
      class="row life ${this.#state.pointed.get()?.resource === life.resource ? 'lit' : ''}"
      aria-rowindex=${index + 2}
      data-row=${index}
      tabindex=${index === this.at ? 0 : -1}
      style="top: ${index * this.#height}px"
      @click=${() => this.#state.select(life.since)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, life)}
      @focus=${() => {
        this.at = index;
        this.#point(life);
      }}
      @blur=${() => this.#point(null)}
      @pointerenter=${() => this.#point(life)}
      @pointerleave=${() => this.#point(null)}
    >
      <span role="cell" class="name">${life.name}</span>
      <span role="cell">${life.kind}${life.handle ? ` ${life.handle}` : nothing}</span>
      <span role="cell">${life.line || '—'}</span>
      <span role="cell">${count(life.since)}</span>
      <span role="cell">${life.gone === null ? '—' : count(life.gone)}</span>
      <span role="cell" class="end ${isBad ? 'failed' : life.end}">
        ${glyph(isBad ? 'release-failed' : sign)}<span>${words(ending(life))}</span>
      </span>
    </div>`;
  }
}
