/** Where things stand on the timeline's canvas, in CSS pixels. */

/** Deeper scopes share the last row of their strip. */
export const SCOPES_DRAWN = 6;

/** The sizes that follow the size of the page's text. */
export interface Measures {
  /** How many times as large as usual the text is. */
  readonly scale: number;
  /** The margin left and right of the plot, so that a sign at the very edge is whole. */
  readonly pad: number;
  /** The height of the ruler with its numbers; 0 for a timeline without one. */
  readonly ruler: number;
  /** The height of the row of events that concern no resource. */
  readonly events: number;
  /** The height of a row of scopes. */
  readonly scope: number;
  /** The gap below the scopes. */
  readonly gap: number;
  /** The height of a lane. */
  readonly lane: number;
  /** The height of a bar. */
  readonly bar: number;
  /** The width of a sign. */
  readonly sign: number;
}

const USUAL: Measures = { scale: 1, pad: 14, ruler: 28, events: 24, scope: 16, gap: 6, lane: 26, bar: 14, sign: 12 };

/** The sizes for a size of the page's text; whole pixels, so that lines are sharp. */
export function measures(scale: number): Measures {
  const scaled = Object.entries(USUAL).map(([name, size]) => [name, Math.round(size * scale)]);
  return { ...(Object.fromEntries(scaled) as unknown as Measures), scale };
}

export interface Layout {
  readonly measures: Measures;
  /** Of the whole canvas. */
  readonly width: number;
  readonly height: number;
  /** The height of ruler, events and scopes, above the lanes. */
  readonly top: number;
  /** How far the lanes are scrolled. */
  readonly scroll: number;
}

/** How many rows the strip of scopes has if they are nested so deep. */
export function scopeRows(depths: number): number {
  return Math.min(Math.max(depths, 1), SCOPES_DRAWN);
}

/** The row of a scope in the strip. */
export function scopeRow(depth: number): number {
  return Math.min(depth, SCOPES_DRAWN - 1);
}

/** The upper edge of a row of scopes. */
export function scopeTop({ ruler, events, scope }: Measures, row: number): number {
  return ruler + events + row * scope + 1;
}

/** The height of ruler, events and scopes, above the lanes. */
export function topHeight({ ruler, events, scope, gap }: Measures, rows: number): number {
  return ruler + events + rows * scope + gap;
}

/** The upper edge of a lane on the canvas. */
export function laneTop({ measures, top, scroll }: Layout, lane: number): number {
  return top + lane * measures.lane - scroll;
}
