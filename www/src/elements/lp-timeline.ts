import { html, LitElement, nothing } from 'lit';
import { count } from '../format.ts';
import type { Lane, Sight } from '../messages.ts';
import { textScale } from '../text-size.ts';
import { colours } from '../theme.ts';
import { UseSession } from '../session/context.ts';
import { Board } from '../timeline/board.ts';
import { wayOut } from '../timeline/ends.ts';
import { laneTop, measures, scopeRows, topHeight, type Layout } from '../timeline/layout.ts';
import type { Scene } from '../timeline/scene.ts';
import { pan, reveal, whole, type Viewport } from '../timeline/viewport.ts';
import { shared, verdict } from './shared.ts';
import { TimelinePointer, type Ground, type Tip } from './timeline-pointer.ts';
import { timelineStyles } from './timeline.styles.ts';
import { plain, words } from './words.ts';

/** The least number of lanes that have room; a run may have fewer. */
const LEAST_LANES = 3;
/** The deepest indent of a label, in scopes. */
const MOST_INDENT = 6;

/** Lanes are requested in multiples of this, so that a panel that grows a little finds them there. */
const AT_ONCE = 8;

/**
 * The timeline: a lane for each place that acquires, drawn on a canvas exactly as the picture from
 * the worker says.
 *
 * It asks for the height of all its lanes. Where it gets less, they scroll.
 */
export class LpTimeline extends LitElement {
  static override styles = [shared, verdict, timelineStyles];

  /** The height and the scroll position of the lanes, in CSS pixels. Reading them costs a layout of the page. */
  #box = { height: 0, top: 0 };
  #board: Board | null = null;
  #resize = new ResizeObserver(() => this.#measure());
  /** The step and the part in sight that were drawn last. */
  #followed: { readonly step: number; readonly part: Viewport | null } = { step: -1, part: null };
  /** Whether the keyboard is on the picture: then it names the selected step. */
  #isKeyed = false;

  readonly #use = new UseSession(this, ({ state }) => [
    state.seen, state.run, state.loading, state.outdated, state.pointed, state.highlight, state.hidden, state.legend, state.panics,
    colours, textScale,
  ]);
  readonly #pointer = new TimelinePointer(this, () => this.#ground());

  get #state() {
    return this.#use.session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override firstUpdated(): void {
    // Lit adds listeners as passive or not by the browser's choice; zooming has to be able to refuse.
    this.#scroll()!.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#observe();
  }

  protected override updated(): void {
    this.#follow();
    this.#paint();
  }

  #scroll(): HTMLElement | null {
    return this.renderRoot.querySelector('.scroll');
  }

  #canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  #observe(): void {
    const scroll = this.#scroll();
    if (!scroll) return;
    this.#resize.observe(scroll);
    // Its width changes with the size of the text.
    this.#resize.observe(this.renderRoot.querySelector('.labels')!);
  }

  #layout(): Layout | null {
    const { width } = this.#state.look.get().timeline;
    const sight = this.#state.seen.get();
    if (!width || !sight || !this.#box.height) return null;
    const sizes = measures(textScale.get());
    return { measures: sizes, width: width + 2 * sizes.pad, height: this.#box.height, top: this.#top(), scroll: this.#box.top };
  }

  /** The height of ruler, events and scopes, which stay in place while the lanes scroll. */
  #top(): number {
    return topHeight(measures(textScale.get()), scopeRows(this.#state.seen.get()?.depths ?? 1));
  }

  #ground(): Ground | null {
    const sight = this.#state.seen.get();
    const layout = this.#layout();
    const canvas = this.#canvas();
    return sight && layout && canvas && { session: this.#use.session, canvas, sight, layout };
  }

  /** Measures the part in sight, and requests it from the worker. */
  #measure(): void {
    const scroll = this.#scroll();
    if (!scroll?.clientWidth) return;
    const { pad, lane } = measures(textScale.get());
    const width = scroll.clientWidth - this.renderRoot.querySelector<HTMLElement>('.labels')!.offsetWidth;
    const { clientHeight: height, scrollTop: top } = scroll;
    this.#box = { height, top };
    const now = this.#state.look.get().timeline;
    const next = {
      ...now,
      width: Math.max(Math.floor(width - 2 * pad), 1),
      firstLane: Math.floor(top / lane),
      lanes: Math.ceil((height / lane + 1) / AT_ONCE) * AT_ONCE,
    };
    const isSame = (Object.keys(next) as (keyof typeof next)[]).every((key) => next[key] === now[key]);
    if (!isSame) this.#state.see({ timeline: next });
    this.#paint();
  }

  /** Keeps the part in sight inside of the run, and the selected step inside of the part while one steps. */
  #follow(): void {
    const sight = this.#state.seen.get();
    const part = this.#part();
    if (!sight || !part) return;
    const { view } = this.#use.session;
    const { step } = sight.moment;
    // A part that was chosen, perhaps by a link, stays as it was chosen.
    const isStepped = step !== this.#followed.step && part === this.#followed.part;
    if (part.to > whole(sight.length).to) view.show(pan(part, 0, sight.length), sight);
    else if (isStepped) view.show(reveal(part, sight.playhead, sight.length), sight);
    this.#followed = { step, part: this.#part() };
  }

  #part(): Viewport | null {
    return this.#state.look.get().timeline.part;
  }

  #paint(): void {
    const ground = this.#ground();
    if (!ground) return;
    const { canvas, sight, layout } = ground;
    if (this.#board?.canvas !== canvas) this.#board = new Board(canvas, this);
    this.#board.draw(this.#scene(sight, layout));
  }

  #scene(sight: Sight, layout: Layout): Scene {
    const { look, legend, pointed, highlight, hidden } = this.#state;
    const { axis } = look.get().timeline;
    return { sight, layout, axis, legend: legend.get(), pointed: pointed.get(), highlight: highlight.get(), hidden: hidden.get() };
  }

  #wheel(event: WheelEvent): void {
    const scroll = this.#scroll()!;
    if (this.#pointer.wheel(event, scroll.scrollHeight > scroll.clientHeight)) event.preventDefault();
  }

  #focus(isKeyed: boolean): void {
    this.#isKeyed = isKeyed;
    this.requestUpdate();
  }

  /** Enter leads to the end of the scope around the selected step, as a press on its bar does; Escape takes the tip away. */
  #key(event: KeyboardEvent): void {
    this.#pointer.clear();
    this.#focus(event.key !== 'Escape');
    if (event.key !== 'Enter' || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const sight = this.#state.seen.get();
    const to = sight && wayOut(sight.scopes, this.#state.selected());
    if (to != null) this.#state.select(to);
  }

  protected override render() {
    const { seen, run, panics, loading, outdated } = this.#state;
    const sight = seen.get();
    const total = sight?.lanes.total ?? 0;
    const { lane, ruler, events } = measures(textScale.get());
    const top = this.#top();
    const all = top + Math.max(total, LEAST_LANES) * lane + 2;
    const steps = run.get()?.steps ?? 0;
    return html`
      ${panics.get() === 'both' && sight
        ? html`<div class="head"><h2><code>panic = "unwind"</code></h2><span class="verdict">${words(sight.verdict.sentence)}</span></div>`
        : nothing}
      <div class="frame">
        <div
          class="scroll"
          style="--top: ${top}px; --all: ${all}px; --lane: ${lane}px; --ruler: ${ruler}px; --events: ${events}px"
          @scroll=${() => this.#measure()}
        >
          <div class="still">
            <lp-axis></lp-axis>
            <canvas
              tabindex="0"
              role="slider"
              aria-label="Timeline. The table says the same in words"
              aria-valuemin="0"
              aria-valuemax=${steps}
              aria-valuenow=${sight?.moment.step ?? 0}
              aria-valuetext=${sight ? plain(`step ${count(sight.moment.step)} of ${count(steps)}: ${sight.moment.what}`) : 'Nothing has run yet.'}
              @pointerdown=${(event: PointerEvent) => {
                this.#focus(false);
                this.#pointer.press(event);
              }}
              @pointermove=${(event: PointerEvent) => this.#pointer.move(event)}
              @pointerup=${(event: PointerEvent) => this.#pointer.release(event)}
              @pointercancel=${(event: PointerEvent) => this.#pointer.release(event)}
              @pointerleave=${(event: PointerEvent) => this.#pointer.leave(event)}
              @focus=${(event: FocusEvent) => this.#focus((event.target as Element).matches(':focus-visible'))}
              @blur=${() => this.#focus(false)}
              @keydown=${this.#key}
            ></canvas>
          </div>
          <div class="labels">
            ${sight?.lanes.rows.map((each, index) => this.#label(each, top + (sight.lanes.first + index) * lane))}
          </div>
        </div>
        ${loading.get() ? html`<span class="loading" role="status">loading what runs programs …</span>` : nothing}
        ${outdated.get() ? html`<lp-outdated></lp-outdated>` : nothing}
        ${this.#tip(this.#pointer.tip ?? (this.#isKeyed ? this.#selected() : null))}
      </div>
    `;
  }

  #label({ label, kind, line, indent }: Lane, top: number) {
    // Nothing lies on it yet, as far as is shown.
    if (!label) return nothing;
    const pointed = this.#state.pointed.get();
    const isLit = line !== 0 && pointed?.line === line;
    return html`<div
      class="label ${isLit ? 'lit' : ''}"
      style="top: ${top}px; --indent: ${Math.min(indent, MOST_INDENT)}"
      title=${`${kind} ${label}`}
      @pointerenter=${() => this.#state.pointed.set({ line })}
      @pointerleave=${() => this.#state.pointed.set(null)}
    >
      <span class="name">${label}</span>
      ${line ? html`<span class="line">${line}</span>` : nothing}
    </div>`;
  }

  /** The tip of the selected step, at its sign. */
  #selected(): Tip | null {
    const ground = this.#ground();
    if (!ground) return null;
    const { sight, layout, session } = ground;
    const { marks } = sight.picture;
    const { pad, ruler, events, lane } = layout.measures;
    const { from, to } = session.view.part(sight);
    const x = pad + ((sight.playhead - from) / (to - from)) * (layout.width - 2 * pad);
    const mark = marks.step.indexOf(sight.moment.step);
    const y = mark < 0 ? ruler + events / 2 : laneTop(layout, marks.lane[mark]!) + lane / 2;
    return { x, y: Math.min(Math.max(y, ruler), layout.height), lines: [sight.moment.what] };
  }

  #tip(tip: Tip | null) {
    if (!tip) return nothing;
    const gutter = this.renderRoot.querySelector<HTMLElement>('.labels')?.offsetWidth ?? 0;
    const left = gutter + tip.x;
    // To the side with more room, and above the thing, so that it does not cover it.
    const isRight = left > this.clientWidth / 2;
    const side = isRight ? `right: ${this.clientWidth - left + 12}px` : `left: ${left + 12}px`;
    return html`<div class="tip" style="${side}; bottom: ${this.#box.height - tip.y + 10}px">
      ${tip.lines.map((line) => html`<p>${words(line)}</p>`)}
    </div>`;
  }
}
