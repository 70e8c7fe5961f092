/** The timeline without a canvas: layout, hit testing, the places of names. */
import { describe, expect, it } from 'vitest';
import type { Picture, ScopeName, Sight } from '../src/messages.ts';
import { endOf, wayOut } from '../src/timeline/ends.ts';
import { hit } from '../src/timeline/hit.ts';
import { laneTop, measures, scopeRows, SCOPES_DRAWN, scopeTop, topHeight, type Layout } from '../src/timeline/layout.ts';
import { cut, placeNames } from '../src/timeline/names.ts';
import { occurrences } from '../src/timeline/occurrences.ts';

type Rows = readonly Readonly<Record<string, number>>[];

/** A picture from rows; pixels are the columns called x, x0 and x1. */
function picture(tables: Partial<Record<keyof Picture, Rows>>): Picture {
  const columns: Readonly<Record<keyof Picture, readonly string[]>> = {
    bars: ['x0', 'x1', 'lane', 'state', 'resource', 'count', 'flags'],
    marks: ['x', 'lane', 'kind', 'count', 'step'],
    ruler: ['x', 'lane', 'kind', 'count', 'step'],
    scopes: ['x0', 'x1', 'depth', 'state', 'scope', 'count'],
    phases: ['x0', 'x1', 'traveller', 'count'],
  };
  const made = Object.entries(columns).map(([table, names]) => {
    const rows = tables[table as keyof Picture] ?? [];
    const column = (name: string) => rows.map((row) => row[name] ?? (name === 'count' ? 1 : 0));
    return [table, Object.fromEntries(names.map((name) => [name, name.startsWith('x') ? Float32Array.from(column(name)) : Uint32Array.from(column(name))]))];
  });
  return Object.fromEntries(made) as Picture;
}

const scope = (scope: number, label: string, entered = 0, leaving: number | null = null, left: number | null = null, depth = scope - 1): ScopeName => ({
  scope, label, line: 1, depth, entered, leaving, left,
});

/** Ten pixels a letter. */
const width = (text: string) => 10 * Array.from(text).length;

describe('the names of scopes', () => {
  const names = (scopes: Rows, ...labels: string[]) =>
    placeNames(picture({ scopes }).scopes, labels.map((label, index) => scope(index + 1, label)), width).map(({ text, row }) => `${row} ${text}`);

  it('are written whole where they fit, over all parts of a scope', () => {
    expect(names([{ x0: 0, x1: 30, scope: 1 }, { x0: 30, x1: 60, scope: 1, state: 1 }], 'main')).toEqual(['0 main']);
  });

  it('are cut with an ellipsis where they do not', () => {
    expect(names([{ x0: 0, x1: 60, scope: 1 }], 'catch_unwind')).toEqual(['0 cat…']);
  });

  it('are left out where not even a letter fits, and on runs of scopes that are gathered', () => {
    expect(names([{ x0: 0, x1: 20, scope: 1 }, { x0: 30, x1: 300, scope: 2, count: 9 }], 'main', 'step')).toEqual([]);
  });

  it('never lie on each other, in the row that deeper scopes share either', () => {
    const depth = SCOPES_DRAWN - 1;
    const scopes = [
      { x0: 0, x1: 500, scope: 1, depth },
      { x0: 90, x1: 400, scope: 2, depth: depth + 1 },
      { x0: 90, x1: 300, scope: 3, depth: depth + 2 },
    ];
    const placed = placeNames(picture({ scopes }).scopes, [scope(1, 'outermost'), scope(2, 'middle'), scope(3, 'inner')], width);
    expect(placed.map(({ text }) => text)).toEqual(['outerm…', 'inner']);
    const [first, second] = placed;
    expect(first!.x + width(first!.text)).toBeLessThan(second!.x);
  });

  it('are cut between letters, not inside of one', () => {
    expect(cut('𝒳𝒴𝒵', 20, width)).toBe('𝒳…');
  });
});

describe('what is under a point', () => {
  const sizes = measures(1);
  const layout: Layout = { measures: sizes, width: 528, height: 300, top: topHeight(sizes, scopeRows(2)), scroll: 0 };
  const at = (tables: Parameters<typeof picture>[0], x: number, y: number, reach = 9, from = layout) =>
    hit({ picture: picture(tables) } as Sight, from, x + sizes.pad, y, reach);
  const lane = (index: number, from = layout) => laneTop(from, index) + sizes.lane / 2;

  it('is the scope of that row', () => {
    const scopes = [{ x0: 0, x1: 500, scope: 1 }, { x0: 100, x1: 200, scope: 2, depth: 1 }];
    expect(at({ scopes }, 150, scopeTop(sizes, 0) + 3)).toEqual({ what: 'scope', scope: 1, count: 1 });
    expect(at({ scopes }, 150, scopeTop(sizes, 1) + 3)).toEqual({ what: 'scope', scope: 2, count: 1 });
    expect(at({ scopes }, 300, scopeTop(sizes, 1) + 3)).toBe(null);
  });

  it('is the innermost of the scopes that share the last row', () => {
    const scopes = [6, 7, 8].map((depth, index) => ({ x0: index * 100, x1: 500, scope: depth, depth }));
    const deep = { ...layout, top: topHeight(sizes, scopeRows(9)) };
    const y = scopeTop(sizes, SCOPES_DRAWN - 1) + 3;
    expect([50, 150, 250].map((x) => at({ scopes }, x, y, 9, deep))).toMatchObject([{ scope: 6 }, { scope: 7 }, { scope: 8 }]);
  });

  it('is the nearest mark before the bar under it, as far as the pointer reaches', () => {
    const tables = { bars: [{ x0: 0, x1: 400, resource: 3, state: 2 }], marks: [{ x: 100, step: 5 }, { x: 112, step: 6 }] };
    expect(at(tables, 108, lane(0))).toEqual({ what: 'mark', step: 6, resource: 3, count: 1 });
    expect(at(tables, 125, lane(0))).toEqual({ what: 'bar', resource: 3, state: 2, count: 1 });
    expect(at(tables, 125, lane(0), 18)).toMatchObject({ what: 'mark', step: 6 });
  });

  it('follows the lanes when they are scrolled', () => {
    const tables = { bars: [0, 1, 2].map((lane) => ({ x0: 0, x1: 400, lane, resource: lane + 1 })) };
    const scrolled = { ...layout, scroll: 2 * sizes.lane };
    expect(at(tables, 50, lane(2, scrolled), 9, scrolled)).toMatchObject({ resource: 3 });
  });

  it('is nothing on the ruler', () => {
    expect(at({ ruler: [{ x: 50, step: 1 }] }, 50, sizes.ruler - 1)).toBe(null);
    expect(at({ ruler: [{ x: 50, step: 1 }] }, 50, sizes.ruler + 1)).toMatchObject({ what: 'mark', step: 1 });
  });
});

describe('where a scope leads', () => {
  it('is the step at which it ends; if it is not over as far as is shown, the one at which it begins', () => {
    expect(endOf(scope(1, 'main', 1, 20, 25))).toBe(20);
    expect(endOf(scope(1, 'main', 1))).toBe(1);
    expect(endOf(undefined)).toBe(null);
  });

  it('is out of one scope after the other', () => {
    const scopes = [scope(1, 'main', 1, 20, 25), scope(2, 'for', 3, 15, 18), scope(3, 'step', 5, 9, 11)];
    const walk = [6];
    for (let to = wayOut(scopes, 6); to !== null; to = wayOut(scopes, to)) walk.push(to);
    expect(walk).toEqual([6, 9, 15, 20]);
    const hidden = scopes.map((each) => ({ ...each, leaving: null, left: null }));
    const back = [6];
    for (let to = wayOut(hidden, 6); to !== null; to = wayOut(hidden, to)) back.push(to);
    expect(back).toEqual([6, 5, 3, 1]);
  });
});

it('sizes follow the size of the text, in whole pixels', () => {
  const [usual, twice, between] = [measures(1), measures(2), measures(1.125)];
  for (const [name, size] of Object.entries(usual)) expect(twice[name as keyof typeof twice]).toBe(2 * size);
  expect(Object.entries(between).filter(([name, size]) => name !== 'scale' && !Number.isInteger(size))).toEqual([]);
});

it('the entries of the legend are counted in all that a picture has', () => {
  const legend = { bars: ['acquiring', 'open'], bands: ['running'], marks: ['acquired', 'output'], phases: ['error', 'panic'] };
  const found = occurrences(
    picture({
      bars: [{ state: 1 }, { state: 1, count: 4 }],
      marks: [{ kind: 0 }],
      ruler: [{ kind: 1, count: 2 }, { kind: 0 }],
      scopes: [{ state: 0 }],
      phases: [{ traveller: 1 }],
    }),
    legend,
  );
  expect(Object.fromEntries(found)).toEqual({ 'bar:open': 5, acquired: 2, output: 2, 'band:running': 1, 'phase:panic': 1 });
});
