/** The glossary: which words of a text are terms. */
import { describe, expect, it } from 'vitest';
import { split, TERMS } from '../src/glossary.ts';

/** A text with its terms in brackets, each followed by the name of its term where that is another word. */
const marked = (text: string) =>
  split(text)
    .map(({ text, term }) => (term ? `[${text}${term.name === text ? '' : ` = ${term.name}`}]` : text))
    .join('');

describe('a text is split at its terms', () => {
  it.each([
    ['The guard closes the file.', 'The [guard] closes the file.'],
    ['Guards are dropped.', '[Guards = guard] are [dropped = drop].'],
    ['It reclaims; reclaimed by the system.', 'It [reclaims = reclaimed by the system]; [reclaimed by the system].'],
    ['A torn file, torn.', 'A [torn file], [torn = torn file].'],
    ['the clean-up of a resource', 'the [clean-up] of a [resource]'],
    ["The guard's buffer", "The [guard]'s [buffer = buffered]"],
    ['The simulated machine', '[The simulated machine = simulated machine]'],
    ['no term here', 'no term here'],
    ['', ''],
  ])('%s', (text, expected) => expect(marked(text)).toBe(expected));
});

describe('no term is found', () => {
  it.each([
    ['inside of a word', 'Leakproof, backdrop, telescope, handled, drop_in_place, re-drop'],
    ['in code', 'the `drop` of `mem::forget(guard)`'],
    ['in code after a backtick of its own', '`drop` and `leak`'],
  ])('%s', (_where, text) => expect(marked(text)).toBe(text));

  it('in code, but beside it', () => {
    expect(marked('`drop` drops `guard`, a guard')).toBe('`drop` [drops = drop] `guard`, a [guard]');
  });

  it('in front of a backtick without a partner, as anywhere', () => {
    expect(marked('a scope ` and a guard')).toBe('a [scope] ` and a [guard]');
  });
});

describe('the glossary', () => {
  it('has each form once', () => {
    const forms = TERMS.flatMap(({ forms }) => forms);
    expect(new Set(forms).size).toBe(forms.length);
    expect(forms).toEqual(forms.map((form) => form.toLowerCase()));
  });

  it('explains each term in whole sentences', () => {
    for (const { explanation } of TERMS) expect(explanation).toMatch(/^[A-Z].*\.$/);
  });

  it('loses nothing of a text', () => {
    const text = TERMS.map(({ explanation }) => explanation).join(' ');
    expect(split(text).map((piece) => piece.text).join('')).toBe(text);
  });
});
