import { css, html, LitElement, nothing } from 'lit';
import { glyph } from '../glyphs.ts';
import type { Beside, Life, Pair, Sight } from '../messages.ts';
import { textScale } from '../text-size.ts';
import { colours } from '../theme.ts';
import { UseSession } from '../session/context.ts';
import { Board } from '../timeline/board.ts';
import { measures, scopeRows, topHeight, type Measures } from '../timeline/layout.ts';
import { xOf } from '../timeline/scene.ts';
import { shared, verdict } from './shared.ts';
import { stepAt } from './timeline-pointer.ts';
import { timelineStyles } from './timeline.styles.ts';
import { ending, severitySign } from './tip.ts';
import { plain, words } from './words.ts';

/**
 * The same program under `panic = "abort"`, below the timeline of the one that unwinds and on the same
 * axis: as a picture, and as a table that compares who released each resource.
 */
export class LpBeside extends LitElement {
  static override styles = [
    shared,
    verdict,
    timelineStyles,
    css`
      :host {
        border-top: 1px solid var(--line);
      }
      .plot,
      .table {
        grid-row: 2;
        opacity: var(--strength, 1);
        overflow: hidden auto;
        position: relative;
      }
      .plot {
        height: var(--all);
        max-height: 100%;
      }
      .labels {
        position: absolute;
        top: 0;
      }
      .corner {
        display: flex;
        flex-direction: column;
        height: var(--top);
        padding: calc(var(--events) + 0.125rem) 0.5rem 0 0.875rem;
        border-bottom: 1px solid var(--line);
        color: var(--ink-2);
        font-size: 0.75rem;
      }
      .table {
        overflow: auto;
      }
      table {
        border-collapse: collapse;
        width: 100%;
        font-size: 0.78125rem;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--panel);
        text-align: left;
        font-weight: 500;
        font-size: 0.75rem;
        color: var(--ink-2);
        box-shadow: inset 0 -1px 0 var(--line);
      }
      th,
      td {
        padding: 0.3125rem 0.5rem;
        vertical-align: top;
      }
      th:first-child,
      td:first-child {
        padding-left: 0.875rem;
      }
      td:first-child {
        font-family: var(--code);
      }
      td {
        border-bottom: 1px solid var(--line);
      }
      .end {
        display: inline-flex;
        gap: 0.375rem;
        align-items: baseline;
      }
      .reaped {
        color: var(--leaked);
        font-weight: 600;
      }
      @media (max-width: 44.99rem) {
        th:first-child,
        td:first-child {
          padding-left: 0.625rem;
        }
      }
    `,
  ];

  #board: Board | null = null;

  readonly #use = new UseSession(this, ({ state }) => [
    state.seen, state.pointed, state.highlight, state.hidden, state.legend, state.form, colours, textScale,
  ]);

  get #state() {
    return this.#use.session.state;
  }

  protected override updated(): void {
    const sight = this.#state.seen.get();
    const canvas = this.renderRoot.querySelector('canvas');
    const other = sight && sightBeside(sight);
    const { axis, width: plot } = this.#state.look.get().timeline;
    if (!other || !canvas || !plot) return;
    const sizes = sizesBeside();
    const [width, height] = [plot + 2 * sizes.pad, heightOf(other, sizes)];
    const layout = { measures: sizes, width, height, top: topOf(other, sizes), scroll: 0 };
    const { legend, pointed, highlight, hidden } = this.#state;
    const isOver = sight.moment.step >= sight.beside!.steps;
    const scene = { sight: other, layout, axis, legend: legend.get(), pointed: pointed.get(), highlight: highlight.get(), hidden: hidden.get() && !isOver };
    if (this.#board?.canvas !== canvas) this.#board = new Board(canvas, this);
    const paint = this.#board.draw(scene);
    if (scene.hidden) return;
    // The axis may go on for the other run; this one has no scopes any more.
    const end = xOf(scene, sight.beside!.end) + 8;
    paint.context.fillStyle = paint.colour('panel');
    paint.context.fillRect(end, 0, Math.max(width - end, 0), height);
  }

  /** Selects the step at a place, as the timeline above does. */
  async #scrub(event: PointerEvent): Promise<void> {
    const { session } = this.#use;
    const sight = this.#state.seen.get();
    if (!sight || event.buttons !== 1) return;
    session.playback.playing.set(false);
    const step = await stepAt(session.view.positionAt(event.offsetX - sizesBeside().pad, sight), session, sight);
    if (step !== null) this.#state.select(step);
  }

  protected override render() {
    const sight = this.#state.seen.get();
    const other = sight && sightBeside(sight);
    if (!sight?.beside || !other) return nothing;
    const { verdict, pairs } = sight.beside;
    return html`
      <div class="head">
        <h2><code>panic = "abort"</code></h2>
        <span class="verdict ${verdict.severity}" role="status">
          ${glyph(severitySign(verdict.severity))}<span>${words(verdict.sentence)}</span>
        </span>
      </div>
      ${this.#state.form.get() === 'table' ? this.#table(pairs) : this.#picture(sight.beside, other)}
    `;
  }

  #picture({ verdict, lanes, lanesInAll }: Beside, other: Sight) {
    const more = lanesInAll - lanes.length;
    const sizes = sizesBeside();
    const top = topOf(other, sizes);
    return html`<div class="plot" style="--top: ${top}px; --all: ${heightOf(other, sizes) + (more > 0 ? sizes.lane : 0)}px; --lane: ${sizes.lane}px; --events: ${sizes.events}px">
      <div class="labels">
        <div class="corner" aria-hidden="true"><span>scopes</span></div>
        ${lanes.map(({ label, indent }, index) =>
          label
            ? html`<div class="label" style="top: ${top + index * sizes.lane}px; --indent: ${Math.min(indent, 6)}" title=${label}>
                <span class="name">${label}</span>
              </div>`
            : nothing,
        )}
        ${more > 0 ? html`<div class="label" style="top: ${top + lanes.length * sizes.lane}px; --indent: 0">and ${more} more</div>` : nothing}
      </div>
      <canvas
        role="img"
        aria-label=${plain(`Timeline with panic = "abort": ${verdict.sentence} The table says the same in words.`)}
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
    return html`<span class="end ${life.end}">${glyph(life.end === 'reaped' ? 'reaped' : 'released')}<span>${words(ending(life))}</span></span>`;
  }
}

/** The run beside the shown one, as if it were the one that is shown. */
function sightBeside(sight: Sight): Sight | null {
  const { beside, pictureBeside } = sight;
  if (!beside || !pictureBeside) return null;
  const lanes = { first: 0, total: beside.lanesInAll, rows: beside.lanes };
  const moment = { ...sight.moment, step: Math.min(sight.moment.step, beside.steps) };
  return { ...sight, moment, lanes, scopes: beside.scopes, depths: sight.depthsBeside, picture: pictureBeside, playhead: beside.playhead };
}

/** The usual measures without a ruler: the timeline above has the same one. */
function sizesBeside(): Measures {
  return { ...measures(textScale.get()), ruler: 0 };
}

function topOf({ depths }: Sight, sizes: Measures): number {
  return topHeight(sizes, scopeRows(depths));
}

function heightOf(other: Sight, sizes: Measures): number {
  return topOf(other, sizes) + other.lanes.rows.length * sizes.lane;
}
