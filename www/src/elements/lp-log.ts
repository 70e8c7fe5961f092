import { html, LitElement, nothing } from 'lit';
import { count, duration, plural } from '../format.ts';
import { glyph } from '../glyphs.ts';
import { GROUPS, type Row } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { part } from '../session/value.ts';
import { REM, textScale } from '../text-size.ts';
import { logStyles, ROW } from './log.styles.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/** Rows requested beyond both edges of the visible ones, so that a short scroll shows no gap. */
const SPARE = 8;
/** The deepest indent of a row, in scopes. */
const DEEPEST = 10;

/**
 * The log: one line for each event, as a list that is walked with the arrow keys.
 *
 * Only the rows in sight exist, however many there are.
 */
export class LpLog extends LitElement {
  static override styles = [shared, logStyles];

  #rows: HTMLElement | null = null;
  /** The height and the scroll position of the rows, in CSS pixels. Reading them costs a layout of the page. */
  #box = { height: 0, top: 0 };
  #resize: ResizeObserver | null = null;
  /** The selected row when it was last brought into sight. */
  #shown = -2;

  readonly #use = new UseSession(this, ({ state }) => [
    state.seen,
    part(state.look, (look) => look.log.groups),
    part(state.look, (look) => look.log.text),
    state.pointed,
    state.hidden,
    state.highlight,
    state.outdated,
    textScale,
  ]);

  /** The height of a row in CSS pixels. */
  get #row() {
    return ROW * REM * textScale.get();
  }

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
    this.#state.see({ log: { ...this.#state.look.get().log, count: 0 } });
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
    const row = Math.max(log.selectedRow, 0) * this.#row;
    // With a row or two around it where there is room: its neighbours are half the story.
    const around = height >= 5 * this.#row ? 2 * this.#row : height >= 3 * this.#row ? this.#row : 0;
    if (row - around < top) this.#rows.scrollTop = Math.max(row - around, 0);
    else if (row + this.#row + around > top + height) this.#rows.scrollTop = row + this.#row + around - height;
  }

  #measure(): void {
    if (!this.#rows) return;
    this.#box = { height: this.#rows.clientHeight, top: this.#rows.scrollTop };
    this.#ask();
  }

  /** Requests the rows in sight, unless they are there. */
  #ask(change: { groups?: number; text?: string } = {}): void {
    const first = Math.floor(this.#box.top / this.#row);
    const inSight = Math.ceil(this.#box.height / this.#row);
    this.#state.rowsAround.set(inSight + 1);
    const now = this.#state.look.get().log;
    const next = { ...now, ...change, count: inSight ? inSight + 2 * SPARE : 0 };
    const isScrolled = next.count === now.count && next.groups === now.groups && next.text === now.text;
    // A person who scrolls goes on; a person who selects steps gets the rows around each anyway.
    const spare = now.around === null ? SPARE / 2 : 0;
    if (isScrolled && this.#has(first, first + inSight, spare)) return;
    this.#state.see({ log: { ...next, first: Math.max(first - SPARE, 0), around: isScrolled ? null : this.#state.rowsAround.get() } });
  }

  /** Whether the rows from `from` to `to` are there, and `spare` more at both ends. */
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
    const page = Math.max(Math.floor(this.#box.height / this.#row) - 1, 1);
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
      <div class="head">
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
        ${this.#state.outdated.get() ? html`<lp-outdated></lp-outdated>` : nothing}
        <span class="count">${log ? this.#count(log.total) : nothing}</span>
      </div>
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
        ${log && log.total === 0 ? html`<p class="nothing">${this.#nothing()}</p>` : nothing}
        <div class="all" role="presentation" style="height: ${(log?.total ?? 0) * this.#row}px">
          <div class="shown" role="presentation" style="top: ${(log?.first ?? 0) * this.#row}px">
            ${log?.rows.map((row, index) => this.#event(row, log.first + index, log.selectedRow, log.total))}
          </div>
        </div>
      </div>
    `;
  }

  /** How many rows there are; where the future is hidden, nothing of how many there will be. */
  #count(total: number): string {
    const all = this.#state.hidden.get() ? this.#state.selected() : (this.#state.run.get()?.steps ?? 0);
    const soFar = this.#state.hidden.get() ? ' so far' : '';
    return total === all ? plural(all, 'event') + soFar : `${count(total)} of ${plural(all, 'event')}${soFar}`;
  }

  #nothing(): string {
    return this.#state.selected() === 0 && this.#state.hidden.get() ? 'Nothing has happened yet.' : 'No event matches the filter.';
  }

  #event(row: Row, index: number, selected: number, total: number) {
    const pointed = this.#state.pointed.get();
    const isLit =
      pointed !== null &&
      (pointed.step !== undefined
        ? pointed.step === row.step
        : pointed.resource !== undefined
          ? pointed.resource === row.resource
          : pointed.line === row.line);
    const isSelected = index === selected && row.step === this.#state.seen.get()?.moment.step;
    const highlight = this.#state.highlight.get();
    // The legend's bars are states, which no row has.
    const rung = highlight === null || highlight.includes(':') ? '' : highlight === row.kind ? 'ringed' : 'dimmed';
    return html`<div
      class="row severe-${row.severity} ${rung} ${isLit ? 'lit' : ''} ${index > selected ? 'future' : ''}"
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
      <span class="number">${count(row.step)}</span>
      <span class="time">${duration(row.time)}</span>
      ${glyph(row.kind)}
      <span class="text"><span class="inset">${'   '.repeat(Math.min(row.depth, DEEPEST))}</span>${words(row.text)}</span>
      <span class="line">${row.line || nothing}</span>
    </div>`;
  }
}
