/** Turns measurements into one table that a terminal shows well and that Markdown renders. */

/**
 * @typedef {object} Line
 * @property {string} what  what was measured
 * @property {string} name  its name among the measurements
 * @property {[least: number, most: number]=} aim  how many times as long as ours it is to take
 */

/** @type {{ title: string, ours: string, lines: Line[] }[]} */
export const groups = [
  {
    title: 'Create a file, write 64 bytes, close it',
    ours: 'file/guard',
    lines: [
      { what: '**`ManagedFile` with its journal**', name: 'file/guard' },
      { what: 'the world alone, without guard and journal', name: 'file/world' },
      { what: 'a bare map of inodes', name: 'file/bare', aim: [1 / 4, Infinity] },
      { what: 'a bare map of inodes, two events', name: 'file/bare-journal' },
      { what: 'crate `vfs` 0.11, MemoryFS', name: 'file/vfs', aim: [5, Infinity] },
      { what: 'npm `memfs`', name: 'file/memfs', aim: [40, Infinity] },
      { what: "Emscripten's file system", name: 'file/emscripten' },
    ],
  },
  {
    title: 'Enter and leave a guard',
    ours: 'guard/with',
    lines: [
      { what: '**`with`, two events**', name: 'guard/with' },
      { what: '**`ManagedLock`, four events and a lock**', name: 'guard/lock' },
      { what: '**`ManagedFile`, four events and a file**', name: 'guard/file' },
      { what: 'a bare `Drop`, two events', name: 'guard/bare', aim: [1 / 4, Infinity] },
      { what: 'a bare `Drop` that does nothing', name: 'guard/empty' },
      { what: 'JavaScript `try`/`finally`, two events', name: 'guard/js-finally' },
      { what: 'JavaScript `using`, two events', name: 'guard/js-using', aim: [6, Infinity] },
      { what: 'JavaScript `DisposableStack`, two events', name: 'guard/js-stack' },
      { what: 'CPython `with`, two events', name: 'guard/python' },
      { what: 'CPython `with` that does nothing', name: 'guard/python-empty' },
    ],
  },
  {
    title: 'Catch a panic above 100 frames with a guard each',
    ours: 'panic/guard',
    lines: [
      { what: '**`ManagedFile` in each frame, opened and closed**', name: 'panic/guard' },
      { what: 'the same without the panic', name: 'panic/return' },
      { what: 'a bare `Drop` in each frame, two events', name: 'panic/bare', aim: [1 / 2, Infinity] },
      { what: 'JavaScript `throw` through `try`/`finally`', name: 'panic/js-finally' },
      { what: 'JavaScript `throw` through `using`', name: 'panic/js-using' },
      { what: 'CPython `raise` through `with`', name: 'panic/python' },
    ],
  },
];

/**
 * @param {Record<string, number>} chromium nanoseconds by name
 * @param {Record<string, number>} native nanoseconds by name
 */
export function compare(chromium, native) {
  return groups.map(({ title, ours, lines }) => {
    const rows = lines.map(({ what, name, aim }) => {
      const times = (chromium[name] ?? NaN) / chromium[ours];
      return [what, nanoseconds(chromium[name]), nanoseconds(native[name]), ratio(times), aim ? verdict(times, aim) : ''];
    });
    return table([`${title} (ns)`, 'Chromium', 'native', 'to ours', 'aim'], rows);
  });
}

/**
 * Runs of scripts, as events a second, and the first picture of a million events.
 *
 * @param {Record<string, number>} chromium
 * @param {Record<string, number>} native
 */
export function runs(chromium, native) {
  const speed = (times) => round(chromium['script/events'] / (times['script/1M'] / 1e9));
  const picture = (times) => (times['replay/1M'] - times['replay/1M-copy']) / 1e6;
  return table(
    ['Long runs of a script', 'Chromium', 'native'],
    [
      ['events', round(chromium['script/events']), ''],
      ['events a second, run and recorded', speed(chromium), speed(native)],
      ['a run of 100,000 events (ms)', round(chromium['script/100k'] / 1e6), round(native['script/100k'] / 1e6)],
      ['from a journal of 1M events to its picture (ms)', round(picture(chromium)), round(picture(native))],
      ['npm `flame-chart-js`, 1M spans to its picture (ms)', round(chromium['flame/1M'] / 1e6), ''],
    ],
  );
}

/**
 * @param {{ what: string, value: number, unit: string, most?: number }[]} measures
 */
export function list(title, measures) {
  const rows = measures.map(({ what, value, unit, most }) => [
    what,
    `${round(value)} ${unit}`,
    most === undefined ? '' : `at most ${round(most)}: ${value <= most ? 'met' : 'MISSED'}`,
  ]);
  return table([title, 'measured', 'aim'], rows);
}

/** @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Three figures are as many as a measurement is good for. */
export const round = (value) => Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 2 });

const nanoseconds = (value) => (value === undefined ? '' : round(value));
const ratio = (value) => (Number.isNaN(value) ? '' : `${round(value)} x`);
const verdict = (times, [least]) => `${least < 1 ? `1/${1 / least}` : `${least} x`}: ${times >= least ? 'met' : 'MISSED'}`;
