/** What is seen of a run: by which axis, and which part of it. Zooming and moving change only that. */
import type { Axis, Sight } from '../messages.ts';
import * as state from '../state/run.ts';
import { PAD } from './layout.ts';
import * as viewport from './viewport.ts';
import type { Viewport } from './viewport.ts';

/** The least that can be in sight: steps, and nanoseconds. */
const LEAST: Readonly<Record<Axis, number>> = { step: 4, time: 20 };

/** The part of the run that is in sight. */
export function part(sight: Sight): Viewport {
  return state.look.get().timeline.part ?? viewport.whole(sight.length);
}

/** The position of the axis at so many pixels from the left of the canvas. */
export function positionAt(x: number, sight: Sight): number {
  const { from, to } = part(sight);
  return from + ((x - PAD) / Math.max(state.look.get().timeline.width, 1)) * (to - from);
}

/** Shows a part of the run. */
export function show(wanted: Viewport, sight: Sight): void {
  const { timeline } = state.look.get();
  const next = viewport.isWhole(wanted, sight.length) ? null : wanted;
  if (next?.from === timeline.part?.from && next?.to === timeline.part?.to) return;
  state.see({ timeline: { ...timeline, part: next } });
}

/** Shows the whole run. */
export function whole(): void {
  const { timeline } = state.look.get();
  if (timeline.part) state.see({ timeline: { ...timeline, part: null } });
}

/** Zooms by a factor, so that what is at a position stays where it is. */
export function zoomAt(factor: number, centre: number, sight: Sight): void {
  const least = LEAST[state.look.get().timeline.axis];
  show(viewport.zoom(part(sight), factor, centre, sight.length, least), sight);
}

/** Zooms around the selected step, or around the middle where that is out of sight. */
export function zoom(factor: number): void {
  const sight = state.seen.get();
  if (!sight) return;
  const { from, to } = part(sight);
  const isInSight = from <= sight.playhead && sight.playhead <= to;
  zoomAt(factor, isInSight ? sight.playhead : (from + to) / 2, sight);
}

/** Moves along the axis by a share of what is in sight. */
export function pan(share: number): void {
  const sight = state.seen.get();
  if (!sight) return;
  const now = part(sight);
  show(viewport.pan(now, share * (now.to - now.from), sight.length), sight);
}

/** Lays the timeline out by an axis. A part of one axis means nothing on the other. */
export function setAxis(axis: Axis): void {
  const { timeline } = state.look.get();
  if (axis !== timeline.axis) state.see({ timeline: { ...timeline, axis, part: null } });
}

/** Lays the timeline out by time instead of steps, or the other way round. */
export function toggleAxis(): void {
  setAxis(state.look.get().timeline.axis === 'step' ? 'time' : 'step');
}
