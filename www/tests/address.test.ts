/** The address of what is on the screen: what it holds comes back exactly, and a link that is not exact is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { MOST_SOURCE } from '../src/library/files.ts';
import { SCENARIOS } from '../src/scenarios.ts';
import { decode, encode } from '../src/session/address.ts';
import { pack, unpack } from '../src/session/packed.ts';
import { AS_OPENED, LARGEST_DISK, type Shown } from '../src/session/shown.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The fragment of a program with this text and these settings. */
const link = async (source: string | Uint8Array, settings = '') =>
  `1.rust.${await pack(typeof source === 'string' ? bytes(source) : source)}${settings}`;

/** What a fragment holds, in one line. */
async function read(fragment: string): Promise<string> {
  const decoded = await decode(fragment);
  if (decoded.kind === 'refused') return `refused: ${decoded.sentence}`;
  const { program, shown } = decoded;
  const differing = Object.entries(shown).filter(([key, value]) => value !== AS_OPENED[key as keyof Shown]);
  const text = program.kind === 'scenario' ? program.scenario.name : `${program.language} ${JSON.stringify(program.source)}`;
  return [text, ...differing.map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' ');
}

/** Numbers that are random and the same each time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LETTERS = ['a', '}', '\n', ' ', '"', '`', '&', '=', '#', '%', 'é', '語', '🦀', '\u202e', '\u200b', '\ufeff', '<script>', '//@ title: x\n'];

function randomText(next: (below: number) => number): string {
  return Array.from({ length: next(200) }, () => LETTERS[next(LETTERS.length)]).join('');
}

function randomShown(next: (below: number) => number): Shown {
  const from = next(100_000) / 1000;
  return {
    step: [0, null, next(1000)][next(3)]!,
    axis: (['step', 'time'] as const)[next(2)]!,
    zoom: next(2) ? { from, to: Number((from + 1 + next(5000) / 8).toFixed(3)) } : null,
    panics: (['unwind', 'abort', 'both'] as const)[next(3)]!,
    disk: next(2) ? Uint8Array.from({ length: 1 + next(600) }, () => next(256)) : null,
    hidden: next(2) === 0,
    form: (['picture', 'table', 'log'] as const)[next(3)]!,
  };
}

describe('what comes back', () => {
  it('is every program and everything shown of it', async () => {
    const next = random(7);
    for (let round = 0; round < 300; round++) {
      const [source, shown] = [randomText(next), randomShown(next)];
      const fragment = await encode('rust', source, shown);
      expect(fragment).toMatch(/^[A-Za-z0-9._&=-]+$/);
      const decoded = await decode(fragment);
      expect(decoded).toEqual({ kind: 'program', program: { kind: 'text', language: 'rust', source }, shown });
    }
  });

  it.each(SCENARIOS.map(({ name }) => name))('is the scenario %s by its name alone', async (name) => {
    const { source } = SCENARIOS.find((each) => each.name === name)!;
    expect(await encode('rust', source, AS_OPENED)).toBe(name);
    expect(await read(name)).toBe(name);
  });

  it('is a scenario, where a link has the whole text of one', async () => {
    expect(await read(await link(SCENARIOS[2]!.source))).toBe(SCENARIOS[2]!.name);
  });

  it('says only what differs from a program that was just opened', async () => {
    const { source, name } = SCENARIOS[4]!;
    const shown: Shown = { ...AS_OPENED, step: 12, axis: 'time', zoom: { from: 3, to: 9.5 }, panics: 'abort', hidden: false, form: 'log' };
    expect(await encode('rust', source, shown)).toBe(`${name}&step=12&axis=time&zoom=3-9.5&panics=abort&hidden=0&form=log`);
    expect(await encode('rust', source, { ...AS_OPENED, step: null })).toBe(`${name}&step=last`);
  });

  it('is a text with the line ends of the editor', async () => {
    expect(await read(await link('a\r\nb\rc\n'))).toBe('rust "a\\nb\\nc\\n"');
  });
});

describe('a hostile program is a text like any other', () => {
  it.each([
    '<img src=x onerror=alert(1)><script>alert(1)</script>',
    '//@ title: <script>alert(1)</script>\n//@ handles: 99999999999999999999\n//@ disk: 99999999999 GB\n',
    '//@ file ../../etc/passwd: x\n//@ file __proto__: x\n//@ constructor: x\n',
    'fn main() { \u202e} // \u200b\u2066',
    '${alert(1)} {{constructor.constructor("alert(1)")()}}',
  ])('%j', async (source) => {
    expect(await read(await link(source))).toBe(`rust ${JSON.stringify(source)}`);
  });
});

const DAMAGED = /^refused: This link is damaged/;
const LATER = /^refused: This link comes from a later version/;

describe('a link that is refused', () => {
  it('is one that is torn, at every place', async () => {
    const whole = await link('fn main() { println!("a text that is not packed into one byte"); }');
    for (let length = 7; length < whole.length; length++) expect(await read(whole.slice(0, length))).toMatch(DAMAGED);
  });

  it.each([
    '1.rust.',
    '1.rust.!!!',
    '1.rust.AAAAA',
    '1.rust.____',
    '1.rust.a.b',
    '1.rust',
    '1.RUST.abcd',
    '1..abcd',
    '01.rust.abcd',
    '-1.rust.abcd',
    '1e3.rust.abcd',
    '99999999999999999999.rust.abcd',
    '05-panic&',
    '05-panic&step',
    '05-panic&step=',
    '05-panic&=1',
    '05-panic&step=1=2',
    '05-panic&step=1&step=2',
    '05-panic&disk=!',
    '05-panic&disk=AAAA',
  ])('is one that is damaged: %s', async (fragment) => {
    expect(await read(fragment)).toMatch(DAMAGED);
  });

  it.each(['2.rust.abcd', '7.rust.anything', '999999999.basic.x', '05-panic&speed=2', '05-panic&__proto__=1', '05-panic&constructor=1'])(
    'is one from a later version: %s',
    async (fragment) => {
      expect(await read(fragment)).toMatch(LATER);
    },
  );

  it.each(['', 'no-such-scenario', '__proto__', 'constructor', 'toString', '<script>alert(1)</script>', '%00', '05-panic%20'])(
    'is one with a scenario that is not there: %s',
    async (fragment) => {
      expect(await read(fragment)).toBe('refused: This link names a scenario that is not on this page.');
    },
  );

  it('is one in a language that the page does not run', async () => {
    expect(await read('1.python.abcd')).toMatch(/^refused: The program in this link is written in a language that/);
  });

  it.each([
    'step=-1',
    'step=1.5',
    'step=1e3',
    'step=NaN',
    'step=1000000001',
    'step=99999999999999999999',
    'axis=line',
    'zoom=3',
    'zoom=9-3',
    'zoom=3-3',
    'zoom=-3-9',
    'zoom=0-Infinity',
    'zoom=0-1000000001',
    'axis=time&zoom=0-1000000000000001',
    'zoom=0.1234-5',
    'panics=never',
    'panics=toString',
    'hidden=2',
    'hidden=true',
    'form=tree',
  ])('is one with a setting that is not possible: %s', async (setting) => {
    expect(await read(`05-panic&${setting}`)).toMatch(/^refused: The `(step|axis|zoom|panics|hidden|form)` in this link is not possible/);
  });

  it.each([
    ['no UTF-8', Uint8Array.of(0x66, 0x6e, 0xff, 0xfe)],
    ['half a character', Uint8Array.of(0xe8, 0xaa)],
    ['an encoded surrogate', Uint8Array.of(0xed, 0xa0, 0x80)],
    ['a zero byte', bytes('fn main() {}\0')],
  ])('is one whose bytes are %s', async (_, source) => {
    expect(await read(await link(source))).toMatch(DAMAGED);
  });

  it('is one with more text than a program may have, and not one with just as much', async () => {
    expect(await read(await link('x'.repeat(MOST_SOURCE)))).toMatch(/^rust "x/);
    expect(await read(await link('x'.repeat(MOST_SOURCE + 1)))).toBe(
      'refused: The program in this link is too long: a program may have at most 100,000 bytes.',
    );
  });

  it('is one with a disk that is too large', async () => {
    const disk = await pack(new Uint8Array(LARGEST_DISK + 1));
    expect(await read(`05-panic&disk=${disk}`)).toMatch(/^refused: The disk in this link is too large/);
  });
});

/**
 * How much of a packed text is given to a decompressor as browsers have them: one that unpacks what it is given at
 * once, and takes more when that was read. (That of Node takes everything.)
 */
async function bytesFedFor(bomb: string): Promise<number> {
  let fed = 0;
  vi.stubGlobal('DecompressionStream', function () {
    return new TransformStream<Uint8Array, Uint8Array>({
      transform(slice, out) {
        fed += slice.length;
        out.enqueue(new Uint8Array(slice.length * 1000));
      },
    });
  });
  expect(await unpack(bomb, MOST_SOURCE)).toBe('too large');
  vi.unstubAllGlobals();
  return fed;
}

describe('a bomb', () => {
  it('is given up at the cap, not unpacked', async () => {
    const bomb = await pack(new Uint8Array(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await bytesFedFor(bomb)).toBeLessThan(4096);
  });

  it('that is larger than anything honest is not even begun', async () => {
    expect(await unpack('A'.repeat(1_000_000), MOST_SOURCE)).toBe('too large');
  });
});

it('takes texts as long as the crate does', () => {
  const src = new URL('../../src/', import.meta.url);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.rs'));
  const found = files.flatMap((name) => /MAX_SOURCE: usize = ([\d_]+);/.exec(readFileSync(new URL(name, src), 'utf8'))?.[1] ?? []);
  expect(found.map((number) => Number(number.replaceAll('_', '')))).toEqual([MOST_SOURCE]);
});
