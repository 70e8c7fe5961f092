/** The terms that the page explains where a reader first meets them. */

/** A term and its explanation. */
export interface Term {
  /** The term as a heading has it; no two are the same. */
  readonly name: string;
  /** What it means, in a sentence or two; code is between backticks. */
  readonly explanation: string;
  /** How it occurs in a text, in lower case. */
  readonly forms: readonly string[];
}

const term = (name: string, forms: string, explanation: string): Term => ({
  name,
  explanation,
  forms: forms.split(', '),
});

/** Every term, in the order in which one builds on the other. */
export const TERMS: readonly Term[] = [
  term(
    'simulated machine',
    'the simulated machine, simulated machine',
    'The small computer that these programs run on: a disk, a clock and a table of handles. It exists only in this page.',
  ),
  term(
    'resource',
    'resource, resources',
    'Something that the program borrows from the system and must give back: a file, a lock, a connection.',
  ),
  term(
    'handle',
    'handle, handles',
    'The number that the system gives the program for an open resource. A program has a limited number of them.',
  ),
  term('acquire', 'acquire, acquires, acquired, acquiring, acquisition', 'To get a resource from the system.'),
  term('release', 'release, releases, released, releasing', 'To give a resource back to the system.'),
  term(
    'scope',
    'scope, scopes',
    'A stretch of code, usually `{ … }`. When it ends, Rust drops the variables declared in it.',
  ),
  term(
    'drop',
    'drop, drops, dropped, dropping',
    'What Rust does with a variable at the end of its scope: it runs the clean-up of the value.',
  ),
  term('guard', 'guard, guards', 'A value that owns a resource and releases it when it is dropped.'),
  term(
    'clean-up',
    'clean-up, clean-ups',
    'What a guard does before the resource is gone: it writes what is still buffered, then closes.',
  ),
  term(
    'buffered',
    'buffered, buffer, buffers, buffering',
    'Written by the program, but not yet handed to the disk. It is lost if the program dies now.',
  ),
  term('flush', 'flush, flushes, flushed, flushing', 'To hand what is buffered to the disk.'),
  term(
    'panic',
    'panic, panics, panicked, panicking',
    'How Rust stops at a mistake in the program, such as a failed `assert!`. It is like an exception that nobody is expected to catch.',
  ),
  term(
    'unwinding',
    'unwinding, unwind, unwinds, unwound',
    'After a panic, Rust leaves scope after scope and drops their variables on the way.',
  ),
  term(
    'abort',
    'abort, aborts, aborted, aborting',
    'The program ends at once. No scope is left, and nothing is dropped.',
  ),
  term(
    'forgotten',
    'forgotten, forget, forgets, forgot',
    'The program told Rust never to drop this value, so its guard will never release the resource.',
  ),
  term(
    'leaked',
    'leaked, leak, leaks, leaking',
    'Still open when the program ended, because nobody released it.',
  ),
  term(
    'reclaimed by the system',
    'reclaimed by the system, reclaimed, reclaims, reclaim',
    'Closed by the operating system after the program was gone. Buffered bytes are lost.',
  ),
  term(
    'suppressed error',
    'suppressed error, suppressed errors, suppressed',
    'A second error that came up while the first one was on its way. It is attached to the first.',
  ),
  term(
    'torn file',
    'torn file, torn files, torn',
    'A file that holds part of the new content: the program died between two writes.',
  ),
];

/** A piece of a text: plain, or a form of a term. The pieces joined are the text. */
export interface Piece {
  readonly text: string;
  readonly term?: Term;
}

const BY_FORM = new Map(TERMS.flatMap((term) => term.forms.map((form) => [form, term] as const)));

/** Code between backticks; or whole words that are a form of a term, the longest that fits. */
const FORMS = [...BY_FORM.keys()].sort((a, b) => b.length - a.length).join('|');
const WORD = String.raw`[\p{L}\p{N}_-]`;
const PATTERN = new RegExp('`[^`]*`' + `|(?<!${WORD})(?:${FORMS})(?!${WORD})`, 'giu');

/** Splits a text at the terms in it. What stands between backticks is code and holds none. */
export function split(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(PATTERN)) {
    const term = BY_FORM.get(found.toLowerCase());
    if (!term) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: found, term });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
