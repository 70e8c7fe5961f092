/** Diagnostics as marks in the editor, without a browser. */
import { describe, expect, it } from 'vitest';
import { marksOf } from '../src/editor/problems.ts';
import type { Diagnostic } from '../src/messages.ts';

const MOVED: Diagnostic = {
  category: 'wrong',
  code: 'E0382',
  message: 'borrow of moved value: `name`',
  from: 40,
  to: 44,
  line: 3,
  label: 'value borrowed here after move',
  hint: 'lend it with `&name`',
  notes: [
    { from: 30, to: 34, line: 2, text: 'value moved here' },
    { from: 10, to: 14, line: 1, text: 'move occurs because `name` has type `String`' },
  ],
};

/** The marks as `from-to severity message`. */
const marks = (diagnostic: Diagnostic, length = 100) =>
  marksOf(diagnostic, length).map(({ from, to, severity, message }) => `${from}-${to} ${severity} ${message}`);

describe('a diagnostic', () => {
  it('marks its place and each place that belongs to it, in the order of the text', () => {
    expect(marks(MOVED)).toEqual([
      '10-14 info move occurs because `name` has type `String`',
      '30-34 info value moved here',
      '40-44 error wrong E0382: borrow of moved value: `name`',
    ]);
  });

  it('marks the letter before a place where something is missing', () => {
    expect(marks({ ...MOVED, from: 20, to: 20, notes: [] })).toEqual([
      '19-20 error wrong E0382: borrow of moved value: `name`',
    ]);
  });

  it('never marks what is not in the text', () => {
    expect(marks({ ...MOVED, notes: [] }, 42)).toEqual(['40-42 error wrong E0382: borrow of moved value: `name`']);
    expect(marks({ ...MOVED, notes: [] }, 0)).toEqual(['0-0 error wrong E0382: borrow of moved value: `name`']);
  });
});
