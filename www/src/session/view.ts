/** The part of a run that the timeline shows, and by which axis. Zooming and moving change only that. */
import type { Axis, Sight } from '../messages.ts';
import * as viewport from '../timeline/viewport.ts';
import type { Viewport } from '../timeline/viewport.ts';
import type { SessionState } from './state.ts';

/** The least that can be in sight: steps, and nanoseconds. */
const LEAST: Readonly<Record<Axis, number>> = { step: 4, time: 20 };

export class View {
  readonly #state: SessionState;

  constructor(state: SessionState) {
    this.#state = state;
  }

  /** The part of the run that is in sight. */
  part(sight: Sight): Viewport {
    return this.#timeline().part ?? viewport.whole(sight.length);
  }

  /** The position of the axis at so many pixels from the left edge of the plot. */
  positionAt(x: number, sight: Sight): number {
    const { from, to } = this.part(sight);
    return from + (x / Math.max(this.#timeline().width, 1)) * (to - from);
  }

  /** Shows a part of the run. */
  show(wanted: Viewport, sight: Sight): void {
    const timeline = this.#timeline();
    const next = viewport.isWhole(wanted, sight.length) ? null : wanted;
    if (next?.from === timeline.part?.from && next?.to === timeline.part?.to) return;
    this.#state.see({ timeline: { ...timeline, part: next } });
  }

  /** Shows the whole run. */
  whole(): void {
    const timeline = this.#timeline();
    if (timeline.part) this.#state.see({ timeline: { ...timeline, part: null } });
  }

  /** Zooms by a factor, so that a position stays in its place. */
  zoomAt(factor: number, centre: number, sight: Sight): void {
    const least = LEAST[this.#timeline().axis];
    this.show(viewport.zoom(this.part(sight), factor, centre, sight.length, least), sight);
  }

  /** Zooms around the selected step, or around the middle where the step is out of sight. */
  zoom(factor: number): void {
    const sight = this.#state.seen.get();
    if (!sight) return;
    const { from, to } = this.part(sight);
    const isInSight = from <= sight.playhead && sight.playhead <= to;
    this.zoomAt(factor, isInSight ? sight.playhead : (from + to) / 2, sight);
  }

  /** Moves along the axis by a share of the part in sight. */
  pan(share: number): void {
    const sight = this.#state.seen.get();
    if (!sight) return;
    const now = this.part(sight);
    this.show(viewport.pan(now, share * (now.to - now.from), sight.length), sight);
  }

  /** Lays the timeline out by an axis. A part of one axis means nothing on the other. */
  setAxis(axis: Axis): void {
    const timeline = this.#timeline();
    if (axis !== timeline.axis) this.#state.see({ timeline: { ...timeline, axis, part: null } });
  }

  /** Lays the timeline out by time instead of steps, or the other way round. */
  toggleAxis(): void {
    this.setAxis(this.#timeline().axis === 'step' ? 'time' : 'step');
  }

  #timeline() {
    return this.#state.look.get().timeline;
  }
}
