/** The table of signs: whatever the crate draws has a word, and so has each glyph. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import init, { legend, type Legend } from '../pkg/leakproof.js';
import { GLYPHS } from '../src/glyphs.ts';
import { GROUPS, SIGNS, signOf, type Place } from '../src/signs.ts';

let crate: Legend;

beforeAll(async () => {
  await init({ module_or_path: readFileSync(new URL('../pkg/leakproof_bg.wasm', import.meta.url)) });
  crate = legend();
});

const codes = (place: Place) => SIGNS.filter((sign) => sign.place === place).map(({ code }) => code).sort();

describe('the table of signs', () => {
  it.each([
    ['bar', 'bars'],
    ['band', 'bands'],
    ['phase', 'phases'],
  ] as const)('has each %s of the crate and no other', (place, list) => {
    expect(codes(place)).toEqual([...crate[list]].sort());
  });

  it('has each mark of the crate', () => {
    for (const code of crate.marks) expect(signOf('mark', code), code).toBeDefined();
  });

  it('has each event that has a glyph and no other', () => {
    expect(codes('mark')).toEqual(Object.keys(GLYPHS).sort());
  });

  it('has each sign once, in a group of the legend', () => {
    const names = SIGNS.map(({ place, code }) => `${place} ${code}`);
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(SIGNS.map(({ group }) => group))]).toEqual([...GROUPS]);
  });

  it('has short words and whole sentences', () => {
    for (const { code, word, says } of SIGNS) {
      expect(word.length, code).toBeLessThanOrEqual(20);
      expect(says, code).toMatch(/^[A-Z`].*\.$/);
      expect(says.length, code).toBeLessThanOrEqual(110);
      expect(says.split('`').length % 2, code).toBe(1);
    }
  });

  it('knows no sign that there is none of', () => {
    expect(signOf('bar', 'panic-raised')).toBeUndefined();
  });
});
