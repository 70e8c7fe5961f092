import { css, html, LitElement, nothing } from 'lit';
import { plural } from '../format.ts';
import { glyph } from '../glyphs.ts';
import type { Lane, Sight } from '../messages.ts';
import { theme } from '../theme.ts';
import { UseSession } from '../session/context.ts';
import { Board } from '../timeline/board.ts';
import type { Scene } from '../timeline/draw.ts';
import { hit, type Hit } from '../timeline/hit.ts';
import { LANE, PAD, scopeRows, topHeight, type Layout } from '../timeline/layout.ts';
import { pan, reveal, whole } from '../timeline/viewport.ts';
import { corner, shared, verdict } from './shared.ts';
import { describe, severitySign } from './tip.ts';

/**
 * The timeline: a lane for each place that acquires, drawn on a canvas exactly as the picture from
 * the worker says, and the same as a table.
 */
export class LpTimeline extends LitElement {
  static override properties = { tip: { state: true } };

  static override styles = [
    shared,
    verdict,
    corner,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto;
        --gutter: 168px;
      }
      header {
        display: flex;
        align-items: center;
        gap: 6px 14px;
        padding: 6px 14px;
        border-bottom: 1px solid var(--line);
        flex-wrap: wrap;
      }
      .stale {
        font-size: 12px;
        padding: 2px 8px;
        border: 1px dashed var(--ink-3);
        border-radius: 4px;
        color: var(--ink-2);
      }
      .loading {
        color: var(--ink-2);
        /* On a fast line nobody needs to read it. */
        animation: appear 0.2s 0.5s backwards;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      lp-view {
        margin-left: auto;
      }
      .frame {
        position: relative;
        height: var(--height);
      }
      .old .frame {
        opacity: 0.6;
      }
      .old .verdict {
        font-weight: 400;
        color: var(--ink-2);
      }
      .scroll {
        position: absolute;
        inset: 0;
        overflow: hidden auto;
        touch-action: pan-y;
      }
      .scroll:focus-visible {
        outline-offset: -2px;
      }
      canvas {
        position: sticky;
        top: 0;
        display: block;
        margin-left: var(--gutter);
        cursor: crosshair;
      }
      .labels {
        position: absolute;
        left: 0;
        top: 0;
        width: var(--gutter);
        border-right: 1px solid var(--line);
        height: max(100%, var(--all));
      }
      .label {
        position: absolute;
        left: 0;
        right: 0;
        height: ${LANE}px;
        padding: 0 8px 0 calc(14px + var(--indent) * 10px);
        display: flex;
        gap: 6px;
        align-items: center;
        border-bottom: 1px solid var(--line);
      }
      .label.lit {
        background: var(--step-line);
      }
      .label .name {
        font: 12px/1 var(--code);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        line-height: ${LANE}px;
      }
      .label .line {
        margin-left: auto;
        color: var(--ink-3);
        font-size: 12px;
      }
      .corner {
        position: sticky;
        top: 0;
        left: 0;
        z-index: 1;
        width: var(--gutter);
        margin-bottom: calc(-1 * var(--top));
        background: var(--panel);
        border-right: 1px solid var(--line);
      }
      .tip {
        position: absolute;
        z-index: 2;
        pointer-events: none;
        max-width: min(340px, 80vw);
        padding: 7px 10px;
        background: var(--raised);
        border: 1px solid var(--line-2);
        border-radius: 6px;
        box-shadow: var(--shadow);
        font-size: 12.5px;
        overflow-wrap: anywhere;
      }
      .tip p {
        margin: 0;
      }
      .tip p + p {
        color: var(--ink-2);
        margin-top: 2px;
      }
      lp-table {
        height: var(--height);
      }
      @media (max-width: 719px) {
        :host {
          --gutter: 92px;
        }
        header {
          padding: 6px 10px;
        }
        h2 {
          display: none;
        }
        .label {
          padding: 0 4px 0 calc(8px + var(--indent) * 5px);
        }
        .label .line {
          display: none;
        }
      }
    `,
  ];

  /** What is said about the thing pointed at, and where. */
  declare private tip: { readonly x: number; readonly y: number; readonly text: readonly string[] } | null;

  /** How high what scrolls is, and how far it is scrolled. To ask for that costs a layout of the page. */
  #box = { height: 0, top: 0 };
  #board: Board | null = null;
  #resize: ResizeObserver | null = null;
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.requestUpdate();
  /** The last thing asked about; answers about others come too late. */
  #asked: string | null = null;
  /** The step that was last brought into sight. */
  #revealed = -1;
  #fingers = new Map<number, PointerEvent>();

  readonly #use = new UseSession(this, ({ state }) => [state.seen, state.run, state.loading, state.stale, state.pointed, state.legend, state.form, state.panics, theme]);

  get #state() {
    return this.#use.session.state;
  }

  constructor() {
    super();
    this.tip = null;
    
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(() => this.#measure());
    const scroll = this.#scroll();
    if (scroll) this.#resize.observe(scroll);
    this.#scheme.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
  }

  protected override firstUpdated(): void {
    // Lit adds listeners as passive or not by the browser's choice; zooming has to be able to refuse.
    const scroll = this.#scroll()!;
    scroll.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#resize?.observe(scroll);
  }

  protected override updated(): void {
    this.#follow();
    this.#paint();
  }

  #scroll(): HTMLElement | null {
    return this.renderRoot.querySelector('.scroll');
  }

  #top(): number {
    return topHeight(scopeRows(this.#state.seen.get()));
  }

  /** How many lanes may be in sight: the editor needs its share of a low window. */
  #room(): number {
    return Math.min(Math.max(Math.floor((innerHeight - 600) / 48), 3), 8);
  }

  #layout(): Layout | null {
    const { width } = this.#state.look.get().timeline;
    if (!width) return null;
    return { width: width + 2 * PAD, height: this.#box.height, top: this.#top(), scroll: this.#box.top };
  }

  /** Tells what is in sight now, so that the worker can send it. */
  #measure(): void {
    const scroll = this.#scroll();
    // While the table is shown in its place it has no size.
    if (!scroll?.clientWidth) return;
    const gutter = parseFloat(getComputedStyle(this).getPropertyValue('--gutter')) || 0;
    const width = scroll.clientWidth - gutter;
    const { clientHeight: height, scrollTop: top } = scroll;
    this.#box = { height, top };
    const now = this.#state.look.get().timeline;
    const next = {
      ...now,
      width: Math.max(Math.floor(width - 2 * PAD), 1),
      firstLane: Math.floor(top / LANE),
      lanes: Math.ceil(height / LANE) + 1,
    };
    const isSame = (Object.keys(next) as (keyof typeof next)[]).every((key) => next[key] === now[key]);
    if (!isSame) this.#state.see({ timeline: next });
    this.#paint();
  }

  /** Keeps the part in sight inside of the run, and the selected step inside of the part. */
  #follow(): void {
    const sight = this.#state.seen.get();
    const { part } = this.#state.look.get().timeline;
    if (!sight || !part) return;
    if (part.to > whole(sight.length).to) {
      this.#use.session.view.show(pan(part, 0, sight.length), sight);
    } else if (this.#revealed !== sight.moment.step) {
      this.#use.session.view.show(reveal(part, sight.playhead, sight.length), sight);
    }
    this.#revealed = sight.moment.step;
  }

  #paint(): void {
    const sight = this.#state.seen.get();
    const canvas = this.renderRoot.querySelector('canvas');
    const layout = this.#layout();
    if (!sight || !canvas || !layout || layout.height === 0) return;
    if (this.#board?.canvas !== canvas) this.#board = new Board(canvas, this);
    this.#board.draw(this.#scene(sight, layout));
  }

  #scene(sight: Sight, layout: Layout): Scene {
    const { axis } = this.#state.look.get().timeline;
    return { sight, layout, axis, legend: this.#state.legend.get(), pointed: this.#state.pointed.get() };
  }

  #wheel(event: WheelEvent): void {
    const sight = this.#state.seen.get();
    const scroll = this.#scroll();
    if (!sight || !scroll) return;
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      this.#use.session.view.pan(sideways / this.#state.look.get().timeline.width);
      return;
    }
    // Where lanes are out of sight, the wheel scrolls to them as everywhere; pinching always zooms.
    if (!event.ctrlKey && scroll.scrollHeight > scroll.clientHeight) return;
    event.preventDefault();
    const canvas = this.renderRoot.querySelector('canvas')!.getBoundingClientRect();
    const centre = this.#use.session.view.positionAt(event.clientX - canvas.left, sight);
    this.#use.session.view.zoomAt(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), centre, sight);
  }

  #place(event: PointerEvent): { x: number; y: number } {
    const box = this.renderRoot.querySelector('canvas')!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #press(event: PointerEvent): void {
    const sight = this.#state.seen.get();
    const layout = this.#layout();
    if (!sight || !layout || event.button !== 0) return;
    this.#fingers.set(event.pointerId, event);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#use.session.playback.playing.set(false);
    if (this.#fingers.size > 1) return;
    const { x, y } = this.#place(event);
    const under = hit(sight, layout, x, y);
    this.#point(under, x, y);
    if (under?.step != null) this.#state.select(under.step);
    else void this.#scrubTo(x, sight);
  }

  #move(event: PointerEvent): void {
    const sight = this.#state.seen.get();
    const layout = this.#layout();
    if (!sight || !layout) return;
    const { x, y } = this.#place(event);
    const before = this.#fingers.get(event.pointerId);
    if (!before) {
      this.#point(hit(sight, layout, x, y), x, y);
      return;
    }
    const other = [...this.#fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    if (other) {
      const [was, is] = [before, event].map((each) => Math.max(Math.abs(each.clientX - other.clientX), 12)) as [number, number];
      const centre = this.#use.session.view.positionAt(this.#place(other).x, sight);
      this.#use.session.view.zoomAt(is / was, centre, sight);
    } else if (Math.abs(event.clientX - before.clientX) >= 1) {
      void this.#scrubTo(x, sight);
    }
    this.#fingers.set(event.pointerId, event);
  }

  #release(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
  }

  #leave(): void {
    this.#asked = null;
    this.tip = null;
    this.#state.pointed.set(null);
  }

  /** Selects the step at a place of the canvas: the last that has happened there. */
  async #scrubTo(x: number, sight: Sight): Promise<void> {
    const { axis } = this.#state.look.get().timeline;
    const position = Math.min(Math.max(this.#use.session.view.positionAt(x, sight), 0), sight.length);
    if (axis === 'step') {
      this.#state.select(Math.round(position));
      return;
    }
    const about = await this.#use.session.engine.request({ kind: 'about', at: { axis, position }, resource: 0 }).catch(() => null);
    if (about) this.#state.select(about.step);
  }

  /** Lights up what is under the pointer, here and in the other panels, and says what it is. */
  #point(under: Hit | null, x: number, y: number): void {
    if (!under) {
      this.#leave();
      return;
    }
    const sight = this.#state.seen.get()!;
    const { timeline, hidden, step: selected } = this.#state.look.get();
    const { axis } = timeline;
    const key = `${under.step} ${under.resource} ${under.state} ${under.step === null ? Math.round(x / 8) : ''}`;
    if (this.tip) this.tip = { ...this.tip, x, y };
    if (key === this.#asked) return;
    this.#asked = key;
    const at = under.step !== null ? { step: under.step } : { axis, position: this.#use.session.view.positionAt(x, sight) };
    void this.#use.session.engine
      .request({ kind: 'about', at, resource: under.resource, until: hidden ? selected : null })
      .then((about) => {
        if (key !== this.#asked || !about) return;
        this.tip = { x, y, text: describe(about, under, this.#state.legend.get()) };
        const { step, resource } = under;
        const line = step !== null ? about.line : (about.life?.line ?? 0);
        this.#state.pointed.set({ line, ...(resource ? { resource } : {}), ...(step !== null ? { step } : {}) });
      })
      // A lost worker is said elsewhere; there is just nothing to say about this.
      .catch(() => {});
  }

  protected override render() {
    const sight = this.#state.seen.get();
    const run = this.#state.run.get();
    const isOld = this.#state.stale.get();
    const total = sight?.lanes.total ?? 0;
    const top = this.#top();
    const height = top + Math.min(Math.max(total, 3), this.#room()) * LANE + 2;
    return html`
      <div class=${isOld ? 'old' : ''} style="display: contents">
        <header>
          <h2>${this.#state.panics.get() === 'both' ? html`<code>panic = "unwind"</code>` : 'Timeline'}</h2>
          ${run
            ? html`<span class="verdict ${run.verdict.severity}" role="status">
                ${glyph(severitySign(run.verdict.severity))}<span>${run.verdict.sentence}</span>
              </span>`
            : nothing}
          ${this.#state.loading.get() ? html`<span class="loading" role="status">loading what runs programs …</span>` : nothing}
          ${isOld && run ? html`<span class="stale">of the last program that ran</span>` : nothing}
          <lp-view></lp-view>
        </header>
        <div class="frame" style="--height: ${height}px; --top: ${top}px; --all: ${top + total * LANE}px">
          <div
            class="scroll"
            tabindex=${total > this.#room() ? 0 : nothing}
            role="group"
            aria-label="Timeline, as a picture"
            @scroll=${() => this.#measure()}
          >
            <div class="corner" aria-hidden="true"><span>events</span><span>scopes</span></div>
            <canvas
              role="img"
              aria-label=${`Timeline of ${plural(total, 'lane')}: ${run?.verdict.sentence ?? 'nothing has run'}. The table says the same in words.`}
              @pointerdown=${this.#press}
              @pointermove=${this.#move}
              @pointerup=${this.#release}
              @pointercancel=${this.#release}
              @pointerleave=${this.#leave}
            ></canvas>
            <div class="labels">
              ${sight?.lanes.rows.map((lane, index) => this.#label(lane, top + (sight.lanes.first + index) * LANE))}
            </div>
          </div>
          ${this.#tip()}
        </div>
      </div>
    `;
  }

  #label(lane: Lane, top: number) {
    const pointed = this.#state.pointed.get();
    const isLit = pointed?.line !== undefined && pointed.line !== 0 && pointed.line === lane.line;
    return html`<div
      class="label ${isLit ? 'lit' : ''}"
      style="top: ${top}px; --indent: ${Math.min(lane.indent, 6)}"
      title=${`${lane.kind} ${lane.label}`}
      @pointerenter=${() => this.#state.pointed.set({ line: lane.line })}
      @pointerleave=${() => this.#state.pointed.set(null)}
    >
      <span class="name">${lane.label}</span>
      ${lane.line ? html`<span class="line">${lane.line}</span>` : nothing}
    </div>`;
  }

  #tip() {
    if (!this.tip) return nothing;
    const { x, y, text } = this.tip;
    const gutter = parseFloat(getComputedStyle(this).getPropertyValue('--gutter')) || 0;
    const left = gutter + x;
    // To the side with more room, and above the thing, so that it does not cover it.
    const isRight = left > this.clientWidth / 2;
    const side = isRight ? `right: ${this.clientWidth - left + 12}px` : `left: ${left + 12}px`;
    return html`<div class="tip" style="${side}; bottom: calc(var(--height) - ${y - 10}px)">
      ${text.map((line) => html`<p>${line}</p>`)}
    </div>`;
  }
}
