/** Where things stand on the timeline's canvas, in CSS pixels. */
import type { Sight } from '../messages.ts';

/** Room left and right of the plot, so that a mark at the very edge is whole. */
export const PAD = 14;
/** The ruler with its numbers. */
export const RULER = 20;
/** The row of events that concern no resource. */
export const EVENTS = 20;
/** A scope's bar in the strip of scopes. */
export const SCOPE = 8;
/** A lane. */
export const LANE = 26;
/** Deeper scopes share the last row of the strip. */
export const SCOPES_DRAWN = 6;

export interface Layout {
  /** Of the whole canvas. */
  readonly width: number;
  readonly height: number;
  /** The height of what stays in place above the lanes. */
  readonly top: number;
  /** How far the lanes are scrolled. */
  readonly scroll: number;
}

/** How many rows the strip of scopes has. */
export function scopeRows(sight: Sight | null): number {
  if (!sight) return 1;
  let deepest = 0;
  for (const depth of sight.picture.scopes.depth) deepest = Math.max(deepest, depth);
  return Math.min(deepest + 1, SCOPES_DRAWN);
}

/** The height of what stays in place above the lanes. */
export function topHeight(rows: number): number {
  return RULER + EVENTS + rows * SCOPE + 6;
}

/** The upper edge of a lane on the canvas. */
export function laneTop(layout: Layout, lane: number): number {
  return layout.top + lane * LANE - layout.scroll;
}
