import { css, html, LitElement, nothing } from 'lit';
import { count } from '../format.ts';
import { glyph } from '../glyphs.ts';
import type { Life } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';
import { ending } from './tip.ts';

const ROW = 28;
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
        display: block;
        overflow: auto;
        position: relative;
      }
      [role='table'] {
        min-width: 640px;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(140px, 1.4fr) 70px 56px 110px 80px minmax(220px, 2.4fr);
        gap: 12px;
        align-items: center;
        height: ${ROW}px;
        padding: 0 14px;
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
        font-size: 12px;
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
        font: 12.5px/1.4 var(--code);
      }
      .end {
        display: flex;
        gap: 6px;
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
    `,
  ];

  /** The row that the keyboard is on. */
  declare private at: number;
  #resize: ResizeObserver | null = null;

  readonly #use = new UseSession(this, ({ state }) => [state.seen, state.pointed]);

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
    this.addEventListener('scroll', this.#ask);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.removeEventListener('scroll', this.#ask);
    this.#state.see({ table: { first: 0, count: 0 } });
  }

  #ask = (): void => {
    const first = Math.max(Math.floor(this.scrollTop / ROW) - SPARE, 0);
    const rows = Math.ceil(this.clientHeight / ROW) + 2 * SPARE;
    const now = this.#state.look.get().table;
    if (now.first !== first || now.count !== rows) this.#state.see({ table: { first, count: rows } });
  };

  #key(event: KeyboardEvent, life: Life): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      this.#state.select(event.shiftKey ? life.gone : life.since);
    } else {
      const total = this.#state.seen.get()?.table.total ?? 0;
      const page = Math.max(Math.floor(this.clientHeight / ROW) - 2, 1);
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
    const top = row * ROW;
    const room = this.clientHeight - 2 * ROW;
    if (top < this.scrollTop) this.scrollTop = top;
    else if (top > this.scrollTop + room) this.scrollTop = top - room;
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
    return html`<div role="table" aria-label="Timeline, as a table" aria-rowcount=${(table?.total ?? 0) + 1}>
      <div role="row" class="row head" aria-rowindex="1">
        ${HEADS.map((head) => html`<span role="columnheader">${head}</span>`)}
      </div>
      <div class="body" role="rowgroup" style="height: ${(table?.total ?? 0) * ROW}px">
        ${table?.rows.map((life, index) => this.#row(life, table.first + index))}
      </div>
    </div>`;
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
      style="top: ${index * ROW}px"
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
        ${glyph(isBad ? 'release-failed' : sign)}<span>${ending(life)}</span>
      </span>
    </div>`;
  }
}
