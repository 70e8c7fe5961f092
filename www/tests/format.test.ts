/** Numbers as a person reads them, and what a scenario's first lines say. */
import { describe, expect, it } from 'vitest';
import { count, duration, plural } from '../src/format.ts';
import { scenario } from '../src/scenarios.ts';

describe('durations', () => {
  it.each([
    [0, '0 ns'],
    [850, '850 ns'],
    [999.9, '1 µs'],
    [1_500, '1.5 µs'],
    [20_000, '20 µs'],
    [3_150_000, '3.15 ms'],
    [42_000_000, '42 ms'],
    [999_999_999, '1 s'],
    [3_500_000_000, '3.5 s'],
  ])('%d ns is %s', (nanoseconds, text) => {
    expect(duration(nanoseconds)).toBe(text);
  });
});

describe('counts', () => {
  it('sets thousands apart', () => expect(count(1_234_567)).toBe('1,234,567'));
  it('knows one from many', () => {
    expect(plural(1, 'byte')).toBe('1 byte');
    expect(plural(0, 'byte')).toBe('0 bytes');
  });
});

describe('a scenario', () => {
  it('has its title, its sentence and what to try next from its directives', () => {
    const source = '//@ title: One file\n//@ say: It closes.\n//@ try: Open two.\nfn main() {}\n';
    expect(scenario('../notes/scenarios/01-one.rs', source)).toEqual({
      name: '01-one',
      title: 'One file',
      says: 'It closes.',
      tries: 'Open two.',
      source,
    });
  });

  it('is called by its file where it has no title', () => {
    expect(scenario('x/02-two.rs', 'fn main() {}').title).toBe('02-two');
  });
});
