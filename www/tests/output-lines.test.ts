/** The lines of a terminal, from pieces of text. */
import { expect, it } from 'vitest';
import { linesOf } from '../src/elements/output-lines.ts';

/** Lines as text: standard error in `!…!`, what comes later in `(…)`, and the step that printed the line's end. */
function shown(before: readonly string[], after: readonly string[] = []): string[] {
  const pieces = (texts: readonly string[], from: number) =>
    texts.map((text, index) => ({ text: text.replace(/^!/, ''), error: text.startsWith('!'), step: from + index }));
  return linesOf({ before: pieces(before, 1), after: pieces(after, before.length + 1) }).map(({ parts, step }) => {
    const text = parts.map(({ text, isError, isLater }) => {
      const marked = isError ? `!${text}!` : text;
      return isLater ? `(${marked})` : marked;
    });
    return `${step}: ${text.join('')}`;
  });
}

it('a line break ends a line, and the last one begins none', () => {
  expect(shown(['one\n', 'two\n'])).toEqual(['1: one', '2: two']);
});

it('pieces without a line break are one line, which belongs to the last of them', () => {
  expect(shown(['a', 'b', 'c\n'])).toEqual(['3: abc']);
});

it('what is printed at once may be several lines, and may end in the middle of one', () => {
  expect(shown(['one\ntwo\nth', 'ree'])).toEqual(['1: one', '1: two', '2: three']);
});

it('empty lines are lines', () => {
  expect(shown(['\n', 'a\n\n', 'b'])).toEqual(['1: ', '2: a', '2: ', '3: b']);
});

it('standard error is told apart within a line', () => {
  expect(shown(['a', '!b\n'])).toEqual(['2: a!b!']);
});

it('what comes after the selected step is told apart within a line', () => {
  expect(shown(['a'], ['b\n', '!c'])).toEqual(['2: a(b)', '3: (!c!)']);
});

it('nothing printed is no line', () => {
  expect(shown([], ['', ''])).toEqual([]);
});
