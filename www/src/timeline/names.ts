/** Places the names of scopes on their bars: cut where there is no room, and never on top of each other. */
import type { Picture, ScopeName } from '../messages.ts';
import { scopeRow } from './layout.ts';

/** The gap between a bar's edge and its name, in widths of the letter n. */
const INSET = 0.6;

export interface PlacedName {
  readonly text: string;
  /** The left edge of the letters, in pixels from the left edge of the plot. */
  readonly x: number;
  readonly row: number;
}

/** The bar of one scope, all its parts together; or a run of scopes too narrow to be told apart. */
interface Bar {
  readonly scope: number;
  readonly x0: number;
  x1: number;
  readonly row: number;
  readonly isRun: boolean;
}

/** Where the names of the scopes in a picture stand; `width` measures a text in pixels. */
export function placeNames(scopes: Picture['scopes'], names: readonly ScopeName[], width: (text: string) => number): PlacedName[] {
  const labels = new Map(names.map(({ scope, label }) => [scope, label]));
  const inset = INSET * width('n');
  const bars = barsOf(scopes);
  const placed: PlacedName[] = [];
  for (const [index, { scope, x0, x1, row, isRun }] of bars.entries()) {
    const label = labels.get(scope);
    if (isRun || label === undefined) continue;
    const next = bars[index + 1];
    // In the row that deeper scopes share, a scope's inner scopes begin before it ends.
    const end = next?.row === row ? Math.min(x1, next.x0) : x1;
    const text = cut(label, end - x0 - 2 * inset, width);
    if (text) placed.push({ text, x: x0 + inset, row });
  }
  return placed;
}

/** A text, or as much of its beginning as fits with an ellipsis; empty if that would say nothing. */
export function cut(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text;
  const letters = Array.from(text);
  let [least, most] = [0, letters.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (width(`${letters.slice(0, middle).join('')}…`) <= room) least = middle;
    else most = middle - 1;
  }
  return least < 1 ? '' : `${letters.slice(0, least).join('').trimEnd()}…`;
}

/** By rows, and in a row from left to right; of those that begin together, the outer one first. */
function barsOf({ x0, x1, depth, scope, count }: Picture['scopes']): Bar[] {
  const bars: Bar[] = [];
  for (let index = 0; index < x0.length; index++) {
    const last = bars.at(-1);
    const isRun = count[index]! > 1;
    if (last && !isRun && !last.isRun && last.scope === scope[index]) last.x1 = x1[index]!;
    else bars.push({ scope: scope[index]!, x0: x0[index]!, x1: x1[index]!, row: scopeRow(depth[index]!), isRun });
  }
  return bars.sort((one, other) => one.row - other.row || one.x0 - other.x0);
}
