/**
 * What one would use in JavaScript instead: npm's memfs, Emscripten's file system (which pyodide
 * brings along), `try`/`finally`, `using`, `DisposableStack`, `throw`. And CPython in WebAssembly.
 */
import { memfs } from 'memfs';
import { loadPyodide } from 'pyodide';
import guards from '../guards.py?raw';
import { flame } from './flame.js';

const BYTES = new Uint8Array(64).fill(7);
const FRAMES = 100;
/** A journal is kept for the length of a run; see `RUN` in files.rs. */
const RUN = 1_000;

/** @param {string[]} groups what the names begin with */
export async function peers(groups) {
  const pyodide = await loadPyodide({ indexURL: '/pyodide/' });
  const all = [...files(), ...emscripten(pyodide), ...python(pyodide), ...scopes(), ...throws(), ...pictures()];
  return all.filter(({ name }) => groups.some((group) => name.startsWith(group)));
}

/** The names of the files of one run, made beforehand. */
const NAMES = Array.from({ length: RUN }, (_, number) => `/train-${number}.csv`);

function files() {
  const { fs } = memfs();
  return [
    {
      name: 'files/memfs',
      run(turns) {
        for (let done = 0; done < turns; done += RUN) {
          const { fs } = memfs();
          for (const name of NAMES.slice(0, turns - done)) {
            const handle = fs.openSync(name, 'w');
            fs.writeSync(handle, BYTES);
            fs.closeSync(handle);
          }
        }
      },
    },
    {
      name: 'file/memfs',
      run(turns) {
        for (let turn = 0; turn < turns; turn++) {
          const handle = fs.openSync('/train.csv', 'w');
          fs.writeSync(handle, BYTES);
          fs.closeSync(handle);
        }
      },
    },
  ];
}

function emscripten({ FS }) {
  return [
    {
      name: 'files/emscripten',
      run(turns) {
        for (let done = 0; done < turns; done += RUN) {
          const names = NAMES.slice(0, turns - done);
          for (const name of names) {
            const stream = FS.open(name, 'w');
            FS.write(stream, BYTES, 0, BYTES.length);
            FS.close(stream);
          }
          // There is but one such file system in a page: the next run finds it as this one did.
          for (const name of names) FS.unlink(name);
        }
      },
    },
    {
      name: 'file/emscripten',
      run(turns) {
        for (let turn = 0; turn < turns; turn++) {
          const stream = FS.open('/train.csv', 'w');
          FS.write(stream, BYTES, 0, BYTES.length);
          FS.close(stream);
        }
      },
    },
  ];
}

function python(pyodide) {
  const names = pyodide.toPy({ __name__: 'guards' });
  pyodide.runPython(guards, { globals: names });
  const benches = names.get('BENCHES').toJs({ dict_converter: Object.fromEntries });
  return Object.entries(benches).map(([name, run]) => ({ name, run }));
}

/** A resource that records its entry and its exit, each as an object of a fixed shape. */
class Noted {
  constructor(journal, turn) {
    this.journal = journal;
    this.turn = turn;
    journal.push({ kind: 1, at: turn });
  }
  [Symbol.dispose]() {
    this.journal.push({ kind: 2, at: this.turn });
  }
}

function inRuns(turns, body) {
  for (let done = 0; done < turns; done += RUN) {
    const journal = [];
    for (let turn = done; turn < Math.min(turns, done + RUN); turn++) body(journal, turn);
  }
}

const scopes = () => [
  {
    name: 'guard/js-finally',
    run: (turns) =>
      inRuns(turns, (journal, turn) => {
        const noted = new Noted(journal, turn);
        try {
          journal.last = turn;
        } finally {
          noted[Symbol.dispose]();
        }
      }),
  },
  {
    name: 'guard/js-using',
    run: (turns) =>
      inRuns(turns, (journal, turn) => {
        using _noted = new Noted(journal, turn);
        journal.last = turn;
      }),
  },
  {
    name: 'guard/js-stack',
    run: (turns) =>
      inRuns(turns, (journal, turn) => {
        using stack = new DisposableStack();
        stack.use(new Noted(journal, turn));
        journal.last = turn;
      }),
  },
];

function descend(frames, journal) {
  const noted = new Noted(journal, frames);
  try {
    if (frames === 1) throw new Error('the bottom');
    return descend(frames - 1, journal) + 1;
  } finally {
    noted[Symbol.dispose]();
  }
}

function descendUsing(frames, journal) {
  using _noted = new Noted(journal, frames);
  if (frames === 1) throw new Error('the bottom');
  return descendUsing(frames - 1, journal) + 1;
}

const throws = () =>
  Object.entries({ 'panic/js-finally': descend, 'panic/js-using': descendUsing }).map(([name, down]) => ({
    name,
    run(turns) {
      for (let turn = 0; turn < turns; turn++) {
        try {
          down(FRAMES, []);
        } catch {
          // Caught, as it was meant to be.
        }
      }
    },
  }));

const pictures = () => [{ name: 'picture/flame', run: flame }];
