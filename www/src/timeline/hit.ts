/** What is under a point of the timeline. */
import type { Sight } from '../messages.ts';
import { EVENTS, LANE, PAD, RULER, type Layout } from './layout.ts';

/** How far from a mark a pointer may be, in CSS pixels; a finger is less exact. */
const REACH = 9;

export interface Hit {
  /** The resource under the point; 0 for none. */
  readonly resource: number;
  /** The state of that resource's bar, as a code; -1 for none. */
  readonly state: number;
  /** The step of the mark under the point; null for none. */
  readonly step: number | null;
  /** How many events or resources are gathered there. */
  readonly count: number;
}

/** The mark or the bar under a point of the canvas; null where there is neither. */
export function hit(sight: Sight, layout: Layout, x: number, y: number): Hit | null {
  const at = x - PAD;
  if (y < RULER) return null;
  const { bars, marks, ruler } = sight.picture;
  if (y < RULER + EVENTS) {
    const mark = nearest(ruler.x, at, () => true);
    return mark < 0 ? null : { resource: 0, state: -1, step: ruler.step[mark]!, count: ruler.count[mark]! };
  }
  if (y < layout.top) return null;
  const lane = Math.floor((y - layout.top + layout.scroll) / LANE);
  const mark = nearest(marks.x, at, (index) => marks.lane[index] === lane);
  let bar = -1;
  for (let index = 0; index < bars.x0.length; index++) {
    const isUnder = bars.x0[index]! - 2 <= at && at <= bars.x1[index]! + 2;
    if (bars.lane[index] === lane && isUnder) bar = index;
  }
  if (mark < 0 && bar < 0) return null;
  return {
    resource: bar < 0 ? 0 : bars.resource[bar]!,
    state: bar < 0 ? -1 : bars.state[bar]!,
    step: mark < 0 ? null : marks.step[mark]!,
    count: mark < 0 ? bars.count[bar]! : marks.count[mark]!,
  };
}

function nearest(xs: Float32Array, at: number, wanted: (index: number) => boolean): number {
  let best = -1;
  let reach = REACH;
  for (let index = 0; index < xs.length; index++) {
    const distance = Math.abs(xs[index]! - at);
    if (distance < reach && wanted(index)) {
      best = index;
      reach = distance;
    }
  }
  return best;
}
