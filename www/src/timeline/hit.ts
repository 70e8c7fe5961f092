/** Finds the thing under a point of the timeline. */
import type { Sight } from '../messages.ts';
import { SCOPES_DRAWN, scopeRow, type Layout } from './layout.ts';

export type Hit =
  /** The sign of an event. */
  | { readonly what: 'mark'; readonly step: number; readonly resource: number; readonly count: number }
  /** A part of a resource's life; `state` is its code. */
  | { readonly what: 'bar'; readonly resource: number; readonly state: number; readonly count: number }
  /** A scope. */
  | { readonly what: 'scope'; readonly scope: number; readonly count: number };

/** How far from something narrow a pointer may be, in CSS pixels. */
const NEAR = 2;

/**
 * The mark, the bar or the scope under a point of the canvas; null where there is none. `reach`: how far
 * from the middle of a mark the point may be.
 */
export function hit(sight: Sight, layout: Layout, x: number, y: number, reach: number): Hit | null {
  const { pad, ruler, events, lane: laneHeight } = layout.measures;
  const at = x - pad;
  if (y < ruler) return null;
  if (y < ruler + events) return hitEvent(sight, at, reach);
  if (y < layout.top) return hitScope(sight, layout, at, y);
  const lane = Math.floor((y - layout.top + layout.scroll) / laneHeight);
  const { bars, marks } = sight.picture;
  const mark = nearest(marks.x, at, reach, (index) => marks.lane[index] === lane);
  let bar = -1;
  for (let index = 0; index < bars.x0.length; index++) {
    if (bars.lane[index] === lane && isUnder(bars, index, at)) bar = index;
  }
  const resource = bar < 0 ? 0 : bars.resource[bar]!;
  if (mark >= 0) return { what: 'mark', step: marks.step[mark]!, resource, count: marks.count[mark]! };
  if (bar >= 0) return { what: 'bar', resource, state: bars.state[bar]!, count: bars.count[bar]! };
  return null;
}

function hitEvent({ picture: { ruler } }: Sight, at: number, reach: number): Hit | null {
  const mark = nearest(ruler.x, at, reach, () => true);
  return mark < 0 ? null : { what: 'mark', step: ruler.step[mark]!, resource: 0, count: ruler.count[mark]! };
}

/** In the row that deeper scopes share, the innermost. */
function hitScope({ picture: { scopes } }: Sight, { measures }: Layout, at: number, y: number): Hit | null {
  const row = Math.min(Math.floor((y - measures.ruler - measures.events) / measures.scope), SCOPES_DRAWN - 1);
  let found = -1;
  for (let index = 0; index < scopes.x0.length; index++) {
    if (scopeRow(scopes.depth[index]!) === row && isUnder(scopes, index, at)) found = index;
  }
  return found < 0 ? null : { what: 'scope', scope: scopes.scope[found]!, count: scopes.count[found]! };
}

function isUnder({ x0, x1 }: { readonly x0: Float32Array; readonly x1: Float32Array }, index: number, at: number): boolean {
  return x0[index]! - NEAR <= at && at <= x1[index]! + NEAR;
}

function nearest(xs: Float32Array, at: number, reach: number, wanted: (index: number) => boolean): number {
  let best = -1;
  for (let index = 0; index < xs.length; index++) {
    const distance = Math.abs(xs[index]! - at);
    if (distance < reach && wanted(index)) {
      best = index;
      reach = distance;
    }
  }
  return best;
}
