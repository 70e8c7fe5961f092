/**
 * What the signs of the timeline and the log mean, in words: one table for the legend, the tips and the
 * screen reader. How a sign looks is in `glyphs.ts` and `timeline/draw.ts`.
 */

/** Where a sign is drawn: on a lane or the ruler, as part of a bar, as part of a scope, across all lanes. */
export type Place = 'mark' | 'bar' | 'band' | 'phase';

/** The parts of the legend, in its order. */
export const GROUPS = ['files and locks', 'scopes', 'errors and panics', 'output and end'] as const;

export type Group = (typeof GROUPS)[number];

export interface Sign {
  readonly place: Place;
  /** Its name in the crate: `Legend` lists those of each place, and a row of the log has a mark's as its kind. */
  readonly code: string;
  /** One or two words, as they stand beside the sign. */
  readonly word: string;
  /** One or two sentences for somebody who sees it for the first time; code is between backticks. */
  readonly says: string;
  readonly group: Group;
}

/** A row of the table: code, word, sentence. */
type Row = readonly [code: string, word: string, says: string];

const signs = (place: Place, group: Group, rows: readonly Row[]): Sign[] =>
  rows.map(([code, word, says]) => ({ place, code, word, says, group }));

/** Every sign, in the order of the legend. */
export const SIGNS: readonly Sign[] = [
  ...signs('bar', 'files and locks', [
    ['acquiring', 'being opened', 'The program asks the system for a file or a lock.'],
    ['open', 'open', 'The program has a handle for it.'],
    ['closing', 'closing', 'The guard does its clean-up: it writes what is buffered, then closes.'],
    ['failed', 'failed', 'Opening or closing it fails.'],
    ['forgotten', 'forgotten', 'It is open, and its guard will never close it.'],
    ['leaked', 'leaked', 'It is still open, and the program is over.'],
  ]),
  ...signs('mark', 'files and locks', [
    ['acquiring', 'opening', 'At this step the program asks the system for a file or a lock.'],
    ['acquired', 'opened', 'The system gave the program a handle.'],
    ['acquisition-failed', 'not opened', 'The system refused. There is no handle, so there is nothing to close.'],
    ['bound', 'owner', 'A variable now owns the resource and will release it.'],
    ['read', 'read', 'The program read bytes from the file.'],
    ['written', 'written', 'The guard put bytes into its buffer. They are not on the disk yet.'],
    ['flushed', 'flushed', 'The guard handed buffered bytes to the disk.'],
    ['operation-failed', 'failed', 'A read, write, flush or seek failed. The file stays open.'],
    ['clean-up-started', 'clean-up started', 'The guard starts its clean-up: it writes what is buffered, then closes.'],
    ['released', 'closed', 'The guard gave the handle back to the system.'],
    [
      'release-failed',
      'closed with an error',
      'The guard gave the handle back, but its clean-up failed. Bytes that it had still buffered are lost.',
    ],
    ['forgotten', 'forgotten', 'The program told Rust never to drop this guard, so the guard will never release the resource.'],
    ['leaked', 'leaked', 'The program is over, and nobody released this.'],
    ['reaped', 'reclaimed', 'The system closed it after the program was gone. Buffered bytes are lost.'],
    ['path-changed', 'path changed', 'The program made, renamed or removed a file or a directory.'],
    ['disk-carried-on', 'kept disk', 'The program starts with the files that the run before has left.'],
  ]),
  ...signs('band', 'scopes', [
    ['running', 'running', 'The statements of the scope run.'],
    ['ending', 'ending', 'The scope ended after its last statement. Rust drops its variables.'],
    ['leaving-early', 'left early', '`return`, `break` or `continue` leaves the scope. Rust drops its variables.'],
    ['leaving-on-error', 'left by an error', '`?` leaves the scope with an error. Rust drops its variables.'],
    ['unwinding', 'left by a panic', 'A panic leaves the scope. Rust drops its variables.'],
  ]),
  ...signs('mark', 'scopes', [
    ['scope-entered', 'scope begins', 'The program enters a function, a block or a turn of a loop.'],
    ['scope-leaving', 'scope ends', 'The program leaves the scope. Its variables are dropped next.'],
    ['unwinding', 'unwinding', 'A panic leaves the scope. Its variables are dropped next.'],
    ['scope-left', 'scope left', 'The scope is gone, and so are its variables.'],
  ]),
  ...signs('phase', 'errors and panics', [
    ['error', 'an error on its way', '`?` returns an error to the caller, until one of them handles it.'],
    ['panic', 'a panic on its way', 'A panic leaves scope after scope, until something catches it.'],
  ]),
  ...signs('bar', 'errors and panics', [
    ['closing-on-error', 'closing on an error', 'An error is on its way, and the guard does its clean-up.'],
    ['unwinding', 'closing on a panic', 'A panic is on its way, and the guard does its clean-up.'],
  ]),
  ...signs('mark', 'errors and panics', [
    ['error-raised', 'error', '`?` returns an error to the caller.'],
    ['panic-raised', 'panic', 'A panic begins: Rust leaves scope after scope and drops their variables.'],
    ['panic-caught', 'panic caught', '`catch_unwind` stops the panic here.'],
  ]),
  ...signs('mark', 'output and end', [
    ['output', 'printed', 'The program printed a text.'],
    ['slept', 'slept', 'The program let virtual time pass.'],
    ['exited', 'program ended', '`main` returned, the program called `exit` or `abort`, or it died.'],
  ]),
];

const BY_NAME = new Map(SIGNS.map((sign) => [`${sign.place} ${sign.code}`, sign]));

/** The sign of that code at that place; undefined if the crate has a code that this page does not know. */
export function signOf(place: Place, code: string): Sign | undefined {
  return BY_NAME.get(`${place} ${code}`);
}
