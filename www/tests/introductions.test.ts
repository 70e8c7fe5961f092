/** Where terms are explained that come up for the first time. */
import { expect, it } from 'vitest';
import { Introductions } from '../src/session/introductions.ts';

/** The terms explained at each place of a walk; a place is written `name: term term`. */
function walk(...places: readonly string[]): string[] {
  const introductions = new Introductions();
  return places.map((each) => {
    const [place = '', terms = ''] = each.split(': ');
    return `${place}: ${introductions.at(place, terms.split(' ').filter(Boolean)).join(' ')}`;
  });
}

it('a term is explained where it comes up first, and not again', () => {
  expect(walk('1: handle', '2: handle guard', '3: guard')).toEqual(['1: handle', '2: guard', '3: ']);
});

it('coming back to a place shows again what was explained there', () => {
  expect(walk('1: handle', '2: guard', '1: handle')).toEqual(['1: handle', '2: guard', '1: handle']);
});

it('at most two terms are explained at one place; the next place explains the third', () => {
  expect(walk('1: scope drop guard', '2: guard', '1: scope drop guard')).toEqual(['1: scope drop', '2: guard', '1: scope drop']);
});

it('a term that occurs twice is explained once', () => {
  expect(walk('1: drop drop guard')).toEqual(['1: drop guard']);
});
