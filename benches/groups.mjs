/** What is held against what, and the aims. */

/**
 * @typedef {object} Line
 * @property {string} what  what was measured
 * @property {string} name  its name among the measurements
 * @property {string=} ours  what it is held against, if not what its group is
 * @property {number=} least  the aim for a peer: at least so many times as long as ours
 * @property {boolean=} everywhere  that aim holds natively, too, and natively against ours in Chromium
 * @property {number=} most  the aim for ours, in Chromium: at most so many ns
 *
 * @typedef {object} Group
 * @property {string} title  what is done once
 * @property {string} name  what the names of its measurements begin with
 * @property {string=} ours  what the others are held against
 * @property {Line[]} lines
 */

/** @type {Group[]} */
export const core = [
  {
    title: 'Create a new file, write 64 bytes, close it',
    name: 'files',
    ours: 'files/guard',
    lines: [
      { what: '**`ManagedFile` with its journal**', name: 'files/guard' },
      { what: 'a bare map of inodes', name: 'files/bare', least: 1 / 4 },
      { what: 'crate `vfs` 0.11, MemoryFS', name: 'files/vfs', least: 5 },
      { what: 'npm `memfs`', name: 'files/memfs', least: 40 },
      { what: "Emscripten's file system, unlinking included", name: 'files/emscripten' },
    ],
  },
  {
    title: 'The same with a file that is there already',
    name: 'file',
    ours: 'file/guard',
    lines: [
      { what: '**`ManagedFile` with its journal**', name: 'file/guard' },
      { what: 'the world alone, without guard and journal', name: 'file/world' },
      { what: 'a bare map of inodes', name: 'file/bare', least: 1 / 4 },
      { what: 'a bare map of inodes, two events', name: 'file/bare-journal' },
      { what: 'crate `vfs` 0.11, MemoryFS', name: 'file/vfs', least: 5 },
      { what: 'npm `memfs`', name: 'file/memfs', least: 40 },
      { what: "Emscripten's file system", name: 'file/emscripten' },
    ],
  },
  {
    title: 'Enter and leave a guard',
    name: 'guard',
    ours: 'guard/with',
    lines: [
      { what: '**`with`, two events**', name: 'guard/with' },
      { what: '**`ManagedLock`, four events and a lock**', name: 'guard/lock' },
      { what: '**`ManagedFile`, four events and a file**', name: 'guard/file' },
      { what: 'a bare `Drop`, two events', name: 'guard/bare', least: 1 / 4 },
      { what: 'a bare `Drop` that does nothing', name: 'guard/empty' },
      { what: 'JavaScript `try`/`finally`, two events', name: 'guard/js-finally' },
      { what: 'JavaScript `using`, two events', name: 'guard/js-using', least: 6 },
      { what: 'JavaScript `DisposableStack`, two events', name: 'guard/js-stack' },
      { what: 'CPython `with`, two events', name: 'guard/python' },
      { what: 'CPython `with` that does nothing', name: 'guard/python-empty' },
    ],
  },
  {
    title: 'Catch a panic above 100 frames with a guard each',
    name: 'panic',
    ours: 'panic/guard',
    lines: [
      { what: '**`ManagedFile` in each frame, opened and closed**', name: 'panic/guard' },
      { what: 'the same without the panic', name: 'panic/return' },
      { what: 'a bare `Drop` in each frame, two events', name: 'panic/bare', least: 1 / 2 },
      { what: 'JavaScript `throw` through `try`/`finally`', name: 'panic/js-finally' },
      { what: 'JavaScript `throw` through `using`', name: 'panic/js-using' },
      { what: 'CPython `raise` through `with`', name: 'panic/python' },
    ],
  },
];

/** @type {Group[]} */
export const script = [
  {
    title: 'A run of a script, by what it does',
    name: 'script',
    lines: [
      { what: '**a step: a statement or a turn of a loop**', name: 'script/step', most: 200 },
      { what: '**an empty scope, of a million**', name: 'script/scope' },
      { what: 'CPython, a turn without a scope', name: 'script/python-scope', ours: 'script/scope' },
      { what: '**a guard that appends to a list, twice**', name: 'script/noted' },
      { what: 'CPython `with`, the same', name: 'script/python-noted', ours: 'script/noted', least: 1, everywhere: true },
      { what: '**`ManagedFile`, eight events, of 100,000**', name: 'script/guard' },
      { what: 'CPython `with`, two events', name: 'script/python-guard', ours: 'script/guard', least: 1, everywhere: true },
      { what: '**a panic above 50 calls with a guard each**', name: 'script/unwind' },
      { what: 'CPython `raise` through `with`, two events each', name: 'script/python-unwind', ours: 'script/unwind' },
      { what: '**the longest scenario, compiled and run**', name: 'script/scenario' },
      { what: '**an event, of a run of 100,000**', name: 'script/event-100k' },
      { what: '**an event, of a run of 1,000,000**', name: 'script/event-1M' },
    ],
  },
];

/** @type {Group[]} */
export const picture = [
  {
    title: 'The first picture of a million',
    name: 'picture',
    lines: [
      { what: 'from the journal of 1,000,000 events', name: 'picture/1M' },
      { what: 'of that, copying the journal, which the page does not', name: 'picture/1M-copy' },
      { what: 'npm `flame-chart-js`, 1,000,000 spans', name: 'picture/flame' },
    ],
  },
];
