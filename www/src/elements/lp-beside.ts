import { css, html, LitElement, nothing } from 'lit';
import { glyph } from '../glyphs.ts';
import type { Beside, Life, Pair, Sight } from '../messages.ts';
import { theme } from '../theme.ts';
import { UseSession } from '../session/context.ts';
import { Board } from '../timeline/board.ts';
import { xOf } from '../timeline/draw.ts';
import { LANE, PAD, RULER, scopeRows, topHeight } from '../timeline/layout.ts';
import { corner, shared, verdict } from './shared.ts';
import { ending, severitySign } from './tip.ts';

/**
 * The same program under `panic = "abort"`, below the timeline of the one that unwinds and on the same
 * axis: as a picture, and as a table that says for each resource who released it in either.
 */
export class LpBeside extends LitElement {
  static override styles = [
    shared,
    verdict,
    corner,
    css`
      :host {
        display: block;
        background: var(--panel);
        --gutter: 168px;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 14px;
        padding: 6px 14px;
        border-bottom: 1px solid var(--line);
      }
      h2 {
        font-family: var(--code);
      }
      .frame {
        display: grid;
        grid-template-columns: var(--gutter) minmax(0, 1fr);
        max-height: 200px;
        overflow: hidden auto;
      }
      .labels {
        border-right: 1px solid var(--line);
      }
      .label {
        height: ${LANE}px;
        line-height: ${LANE}px;
        padding: 0 8px 0 calc(14px + var(--indent) * 10px);
        border-bottom: 1px solid var(--line);
        font-family: var(--code);
        font-size: 12px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      canvas {
        display: block;
        cursor: crosshair;
      }
      .table {
        max-height: 240px;
        overflow: auto;
      }
      table {
        border-collapse: collapse;
        width: 100%;
        font-size: 12.5px;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--panel);
        text-align: left;
        font-weight: 500;
        font-size: 12px;
        color: var(--ink-2);
        box-shadow: inset 0 -1px 0 var(--line);
      }
      th,
      td {
        padding: 5px 8px;
        vertical-align: top;
      }
      th:first-child,
      td:first-child {
        padding-left: 14px;
      }
      td:first-child {
        font-family: var(--code);
      }
      td {
        border-bottom: 1px solid var(--line);
      }
      .end {
        display: inline-flex;
        gap: 6px;
        align-items: baseline;
      }
      .reaped {
        color: var(--leaked);
        font-weight: 600;
      }
      @media (max-width: 719px) {
        :host {
          --gutter: 92px;
        }
        header,
        th:first-child,
        td:first-child {
          padding-left: 10px;
        }
        .label {
          padding: 0 4px 0 calc(8px + var(--indent) * 5px);
        }
      }
    `,
  ];

  #board: Board | null = null;
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.requestUpdate();

  readonly #use = new UseSession(this, ({ state }) => [state.seen, state.pointed, state.legend, state.form, theme]);

  get #state() {
    return this.#use.session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#scheme.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scheme.removeEventListener('change', this.#redraw);
  }

  protected override updated(): void {
    const sight = this.#state.seen.get();
    const canvas = this.renderRoot.querySelector('canvas');
    const other = sight && sightBeside(sight);
    if (!other || !canvas) return;
    const { axis, width: plot } = this.#state.look.get().timeline;
    const top = topHeight(scopeRows(other));
    const [width, height] = [plot + 2 * PAD, top + other.lanes.rows.length * LANE];
    const layout = { width, height, top, scroll: 0 };
    const [legend, pointed] = [this.#state.legend.get(), this.#state.pointed.get()];
    const scene = { sight: other, layout, axis, legend, pointed };
    if (this.#board?.canvas !== canvas) this.#board = new Board(canvas, this);
    const paint = this.#board.draw(scene);
    // The axis may go on for the other run; this one has no scopes any more.
    const end = xOf(scene, sight.beside!.end) + 8;
    paint.context.fillStyle = paint.colour('panel');
    paint.context.fillRect(end, RULER + 1, Math.max(width - end, 0), height);
  }

  /** Selects the step at a place, as the timeline above does. */
  async #scrub(event: PointerEvent): Promise<void> {
    const sight = this.#state.seen.get();
    if (!sight || event.buttons !== 1) return;
    this.#use.session.playback.playing.set(false);
    const { axis, width } = this.#state.look.get().timeline;
    const { from, to } = sight.part;
    const share = (event.offsetX - PAD) / Math.max(width, 1);
    const place = Math.min(Math.max(from + share * (to - from), 0), sight.length);
    const position = axis === 'step' ? Math.round(place) : place;
    // A lost worker is said elsewhere.
    const about = await this.#use.session.engine.request({ kind: 'about', at: { axis, position }, resource: 0 }).catch(() => null);
    if (about) this.#state.select(about.step);
  }

  protected override render() {
    const sight = this.#state.seen.get();
    const other = sight && sightBeside(sight);
    if (!sight?.beside || !other) return nothing;
    const { verdict, pairs } = sight.beside;
    return html`
      <header>
        <h2>panic = "abort"</h2>
        <span class="verdict ${verdict.severity}" role="status">
          ${glyph(severitySign(verdict.severity))}<span>${verdict.sentence}</span>
        </span>
      </header>
      ${this.#state.form.get() === 'table' ? this.#table(pairs) : this.#picture(sight.beside, other)}
    `;
  }

  #picture({ verdict, lanes, lanesInAll }: Beside, other: Sight) {
    const more = lanesInAll - lanes.length;
    return html`<div class="frame" style="--top: ${topHeight(scopeRows(other))}px">
      <div class="labels">
        <div class="corner" aria-hidden="true"><span>events</span><span>scopes</span></div>
        ${lanes.map(
          ({ label, indent }) => html`<div class="label" style="--indent: ${Math.min(indent, 6)}" title=${label}>${label}</div>`,
        )}
        ${more > 0 ? html`<div class="label">and ${more} more</div>` : nothing}
      </div>
      <canvas
        role="img"
        aria-label=${`Timeline with panic = "abort": ${verdict.sentence}. The table says the same in words.`}
        @pointerdown=${this.#scrub}
        @pointermove=${this.#scrub}
      ></canvas>
    </div>`;
  }

  #table(pairs: readonly Pair[]) {
    return html`<div class="table" tabindex="0" role="group" aria-label="Who released what">
      <table>
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">with panic = "unwind"</th>
            <th scope="col">with panic = "abort"</th>
          </tr>
        </thead>
        <tbody>
          ${pairs.map(
            ({ one, other }) => html`<tr>
              <td>${one?.name ?? other?.name}</td>
              <td>${this.#end(one)}</td>
              <td>${this.#end(other)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #end(life: Life | null) {
    if (!life) return html`<span class="end">not opened</span>`;
    return html`<span class="end ${life.end}">${glyph(life.end === 'reaped' ? 'reaped' : 'released')}${ending(life)}</span>`;
  }
}

/** The run beside the shown one, as if it were the one that is shown. */
function sightBeside(sight: Sight): Sight | null {
  const { beside, pictureBeside } = sight;
  if (!beside || !pictureBeside) return null;
  const lanes = { first: 0, total: beside.lanesInAll, rows: beside.lanes };
  const moment = { ...sight.moment, step: Math.min(sight.moment.step, beside.steps) };
  return { ...sight, moment, lanes, picture: pictureBeside, playhead: beside.playhead };
}
