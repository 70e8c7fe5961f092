/**
 * The part of a run that the timeline shows: arithmetic only.
 *
 * Positions are in the unit of the axis: steps (0 is before the first event) or nanoseconds.
 */

export interface Viewport {
  readonly from: number;
  readonly to: number;
}

/** The whole of a run of that length; never empty, so that it can be divided by. */
export function whole(length: number): Viewport {
  return { from: 0, to: Math.max(length, 1) };
}

/** Zooms by `factor` (above 1: closer) so that what is at `centre` stays where it is. */
export function zoom(view: Viewport, factor: number, centre: number, length: number, least: number): Viewport {
  const all = whole(length);
  const size = Math.min(Math.max((view.to - view.from) / factor, least), all.to);
  const share = (centre - view.from) / (view.to - view.from);
  return keepInside({ from: centre - share * size, to: centre + (1 - share) * size }, length);
}

/** Moves by `distance`, stopping at the ends of the run. */
export function pan(view: Viewport, distance: number, length: number): Viewport {
  return keepInside({ from: view.from + distance, to: view.to + distance }, length);
}

/** The nearest view of the same size that shows `position` with a tenth of it to spare. */
export function reveal(view: Viewport, position: number, length: number): Viewport {
  const spare = (view.to - view.from) / 10;
  if (position < view.from) return pan(view, position - spare - view.from, length);
  if (position > view.to) return pan(view, position + spare - view.to, length);
  return view;
}

/** Whether all of the run is in sight. */
export function isWhole(view: Viewport, length: number): boolean {
  const all = whole(length);
  return view.from <= all.from && view.to >= all.to;
}

function keepInside(view: Viewport, length: number): Viewport {
  const all = whole(length);
  const size = Math.min(view.to - view.from, all.to);
  const from = Math.min(Math.max(view.from, 0), all.to - size);
  return { from, to: from + size };
}

/** Round positions for a ruler: at most `count` of them, 1, 2 or 5 times a power of ten apart. */
export function ticks(view: Viewport, count: number, least: number): number[] {
  const span = view.to - view.from;
  const rough = Math.max(span / Math.max(count, 1), least);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((times) => times * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.ceil(view.from / step - 1e-9);
  const last = Math.floor(view.to / step + 1e-9);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => (first + index) * step);
}
