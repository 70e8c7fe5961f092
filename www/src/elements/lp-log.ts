import { css, html, LitElement, nothing } from 'lit';
import { count, duration } from '../format.ts';
import { glyph } from '../glyphs.ts';
import { GROUPS, type Row } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { part } from '../session/value.ts';
import { shared } from './shared.ts';

/** The height of a row in CSS pixels; the same for all, so that a place can be computed. */
const ROW = 24;
/** Rows asked for beyond both edges of what is in sight, so that a short scroll shows no gap. */
const SPARE = 8;

/**
 * The log: one line an event, as a list that is walked with the arrow keys.
 *
 * Only the rows in sight exist, however many there are.
 */
export class LpLog extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr;
        min-height: 0;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px 12px;
        padding: 6px 14px;
        border-bottom: 1px solid var(--line);
        flex-wrap: wrap;
      }
      .groups {
        display: flex;
        gap: 4px;
      }
      .groups button {
        min-height: 24px;
        padding: 0 8px;
        font-weight: 400;
        font-size: 12px;
      }
      input {
        font: 12.5px/1 var(--text);
        color: var(--ink);
        background: var(--raised);
        border: 1px solid var(--line-2);
        border-radius: 6px;
        height: 26px;
        padding: 0 8px;
        width: 150px;
        min-width: 90px;
      }
      input::placeholder {
        color: var(--ink-3);
      }
      .count {
        color: var(--ink-2);
        font-size: 12px;
        margin-left: auto;
        font-variant-numeric: tabular-nums;
      }
      .rows {
        overflow: auto;
        position: relative;
        contain: strict;
      }
      .rows:focus-visible {
        outline-offset: -2px;
      }
      .all {
        position: relative;
        min-width: 100%;
      }
      .shown {
        position: absolute;
        left: 0;
        right: 0;
      }
      .row {
        height: ${ROW}px;
        padding: 0 14px;
        display: grid;
        grid-template-columns: 52px 66px 14px minmax(0, 1fr) auto;
        gap: 8px;
        align-items: center;
        cursor: pointer;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .row:hover,
      .row.lit {
        background: var(--sunk);
      }
      .row[aria-selected='true'] {
        background: var(--step-line);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      .number,
      .time {
        color: var(--ink-3);
        text-align: right;
        font-size: 12px;
      }
      .text {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .inset {
        white-space: pre;
      }
      .kind {
        color: var(--ink-2);
      }
      .severe-error .kind {
        color: var(--error);
      }
      .severe-panic .kind {
        color: var(--panic);
      }
      .severe-leak .kind {
        color: var(--leaked);
      }
      .severe-error .kind,
      .severe-panic .kind,
      .severe-leak .kind {
        font-weight: 600;
      }
      .future {
        color: var(--ink-2);
      }
      .row .line {
        color: var(--ink-3);
        font-size: 12px;
      }
      .nothing {
        color: var(--ink-2);
        padding: 10px 14px;
        margin: 0;
      }
      @media (max-width: 719px) {
        .row {
          grid-template-columns: 34px 14px minmax(0, 1fr) auto;
        }
        .time {
          display: none;
        }
        header h2,
        .count {
          display: none;
        }
        input {
          flex: 1;
        }
      }
    `,
  ];

  #rows: HTMLElement | null = null;
  /** How high what scrolls is, and how far it is scrolled. To ask for that costs a layout of the page. */
  #box = { height: 0, top: 0 };
  #resize: ResizeObserver | null = null;
  /** The selected row when it was last brought into sight. */
  #shown = -2;

  readonly #use = new UseSession(this, ({ state }) => [
    state.seen,
    part(state.look, (look) => look.log.groups),
    part(state.look, (look) => look.log.text),
    state.pointed,
  ]);

  get #state() {
    return this.#use.session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(() => this.#measure());
    if (this.#rows) this.#resize.observe(this.#rows);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
  }

  protected override firstUpdated(): void {
    this.#rows = this.renderRoot.querySelector('.rows');
    if (this.#rows) this.#resize?.observe(this.#rows);
  }

  protected override updated(): void {
    const log = this.#state.seen.get()?.log;
    const { height, top } = this.#box;
    if (!this.#rows || !log || !height || log.selectedRow === this.#shown) return;
    this.#shown = log.selectedRow;
    const row = Math.max(log.selectedRow, 0) * ROW;
    // With a row or two around it where there is room: what came before and after is half the story.
    const around = height >= 5 * ROW ? 2 * ROW : height >= 3 * ROW ? ROW : 0;
    if (row - around < top) this.#rows.scrollTop = Math.max(row - around, 0);
    else if (row + ROW + around > top + height) this.#rows.scrollTop = row + ROW + around - height;
  }

  #measure(): void {
    if (!this.#rows) return;
    this.#box = { height: this.#rows.clientHeight, top: this.#rows.scrollTop };
    this.#ask();
  }

  /** Asks for the rows in sight, if they are not there. */
  #ask(change: { groups?: number; text?: string } = {}): void {
    const first = Math.floor(this.#box.top / ROW);
    const inSight = Math.ceil(this.#box.height / ROW);
    this.#state.rowsAround.set(inSight + 1);
    const now = this.#state.look.get().log;
    const next = { ...now, ...change, count: inSight ? inSight + 2 * SPARE : 0 };
    const isScrolled = next.count === now.count && next.groups === now.groups && next.text === now.text;
    // Who scrolls goes on; who selects steps gets the rows around each anyway.
    const spare = now.around === null ? SPARE / 2 : 0;
    if (isScrolled && this.#has(first, first + inSight, spare)) return;
    this.#state.see({ log: { ...next, first: Math.max(first - SPARE, 0), around: isScrolled ? null : this.#state.rowsAround.get() } });
  }

  /** Whether rows are there, with so many to spare. */
  #has(from: number, to: number, spare: number): boolean {
    const log = this.#state.seen.get()?.log;
    if (!log) return false;
    return log.first <= Math.max(from - spare, 0) && log.first + log.rows.length >= Math.min(to + spare, log.total);
  }

  #toggle(bit: number): void {
    this.#shown = -2;
    this.#ask({ groups: this.#state.look.get().log.groups ^ bit });
  }

  #search(event: Event): void {
    this.#shown = -2;
    this.#ask({ text: (event.target as HTMLInputElement).value });
  }

  #key(event: KeyboardEvent): void {
    const log = this.#state.seen.get()?.log;
    if (!log || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(Math.floor((this.#rows?.clientHeight ?? ROW) / ROW) - 1, 1);
    const by = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const wanted = Math.min(Math.max(log.selectedRow + by, 0), log.total - 1);
    const row = log.rows[wanted - log.first];
    this.#state.select(row ? row.step : Math.max(Math.min(this.#state.selected() + by, this.#state.run.get()?.steps ?? 0), 0));
  }

  protected override render() {
    const log = this.#state.seen.get()?.log;
    const { groups, text } = this.#state.look.get().log;
    return html`
      <header>
        <h2>Log</h2>
        <div class="groups" role="group" aria-label="Events shown">
          ${GROUPS.map(
            (name, index) => html`<button
              aria-pressed=${groups & (1 << index) ? 'true' : 'false'}
              @click=${() => this.#toggle(1 << index)}
            >
              ${name}
            </button>`,
          )}
        </div>
        <input type="search" placeholder="Filter" aria-label="Filter the log" .value=${text} @input=${this.#search} />
        <span class="count">${log ? `${count(log.total)} of ${count(this.#state.run.get()?.steps ?? 0)} events` : nothing}</span>
      </header>
      <div
        class="rows"
        role="listbox"
        tabindex="0"
        aria-label="Events"
        aria-activedescendant=${log && log.selectedRow >= 0 ? `row-${log.selectedRow}` : nothing}
        @scroll=${() => this.#measure()}
        @keydown=${this.#key}
        @pointerleave=${() => this.#state.pointed.set(null)}
      >
        ${log && log.total === 0 ? html`<p class="nothing">no such event</p>` : nothing}
        <div class="all" role="presentation" style="height: ${(log?.total ?? 0) * ROW}px">
          <div class="shown" role="presentation" style="top: ${(log?.first ?? 0) * ROW}px">
            ${log?.rows.map((row, index) => this.#row(row, log.first + index, log.selectedRow, log.total))}
          </div>
        </div>
      </div>
    `;
  }

  #row(row: Row, index: number, selected: number, total: number) {
    const pointed = this.#state.pointed.get();
    const isLit =
      pointed !== null &&
      (pointed.step !== undefined
        ? pointed.step === row.step
        : pointed.resource !== undefined
          ? pointed.resource === row.resource
          : pointed.line === row.line);
    const isSelected = index === selected && row.step === this.#state.seen.get()?.moment.step;
    return html`<div
      class="row severe-${row.severity} ${isLit ? 'lit' : ''} ${index > selected ? 'future' : ''}"
      role="option"
      id="row-${index}"
      aria-selected=${isSelected ? 'true' : 'false'}
      aria-posinset=${index + 1}
      aria-setsize=${total}
      data-step=${row.step}
      @click=${() => this.#state.select(row.step)}
      @pointerenter=${() =>
        this.#state.pointed.set({ step: row.step, line: row.line, ...(row.resource ? { resource: row.resource } : {}) })}
    >
      <span class="number">${row.step}</span>
      <span class="time">${duration(row.time)}</span>
      ${glyph(row.kind)}
      <span class="text"><span class="inset">${'   '.repeat(Math.min(row.depth, 10))}</span><span class="kind">${row.kind.replaceAll('-', ' ')}</span> ${row.text}</span>
      <span class="line">${row.line || nothing}</span>
    </div>`;
  }
}
