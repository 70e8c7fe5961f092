/**
 * Runs programs where they may die, each build in a worker of its own.
 *
 * A worker whose instance has died is ended, and a fresh one is loaded while the person looks at what
 * happened. So nothing of a dead program stays, however many there are. A program that is refused has
 * not run, so its worker takes the next.
 */
import { Lost } from '../session/engine.ts';
import { reason } from '../format.ts';
import { joined } from './last-words.ts';
import type { Command, Panics, Program, Remains, Report } from './messages.ts';

/** What is needed of a `Worker`. */
export interface Port {
  postMessage(message: Command): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Report>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** A source that is no program: nothing ran. */
class Refused extends Lost {
  constructor() {
    super('failed', 'the program is refused');
  }
}

interface Loaded {
  readonly panics: Panics;
  readonly port: Port;
  readonly ready: Promise<void>;
  /** Whether its instance has died. */
  isSpent: boolean;
}

/** How processes get their workers. */
export interface Machines {
  /** Starts a worker, which then waits for its module. */
  start(panics: Panics): Port;
  /** The compiled build, the same for all its workers. */
  compile(panics: Panics): Promise<WebAssembly.Module>;
  /** How long a program may take, in milliseconds. */
  readonly patience: number;
}

export class Processes {
  readonly #machines: Machines;
  readonly #workers = new Map<Panics, Loaded>();
  /** Ends the program that runs, of each build. */
  readonly #running = new Map<Panics, () => void>();

  constructor(machines: Machines) {
    this.#machines = machines;
  }

  /**
   * Runs a program, one at a time for each build. One that takes too long is killed: its worker is
   * ended, and what it has left is what it had sent by then. After a death the worker gives way to the
   * next one when `calm` says so, or when that is needed: both keep the page busy for milliseconds.
   *
   * Rejects with {@link Lost} if it is no program, if it was killed before it began, or if it is not
   * the program but we who failed.
   */
  async run(program: Program, calm: () => Promise<unknown> = () => Promise.resolve()): Promise<Remains> {
    const { panics } = program;
    const worker = this.#fresh(panics);
    await this.#ready(worker);
    try {
      const remains = await this.#over(worker, program);
      if (remains.diedOf !== null) {
        worker.isSpent = true;
        void calm().then(() => this.#fresh(panics));
      }
      return remains;
    } catch (error) {
      if (!(error instanceof Refused)) this.#end(worker);
      throw error;
    }
  }

  /** Kills what runs now, as if its time were up. */
  kill(): void {
    for (const kill of [...this.#running.values()]) kill();
  }

  /** Ends all workers. */
  close(): void {
    this.kill();
    for (const worker of [...this.#workers.values()]) this.#end(worker);
  }

  /** The worker for the next program. One that is spent is ended first. */
  #fresh(panics: Panics): Loaded {
    const worker = this.#workers.get(panics);
    if (worker && !worker.isSpent) return worker;
    if (worker) this.#end(worker);
    return this.#load(panics);
  }

  /** Waits until a worker is loaded. Who is killed meanwhile does not begin. */
  async #ready({ panics, ready }: Loaded): Promise<void> {
    let isKilled = false;
    const kill = () => void (isKilled = true);
    this.#running.set(panics, kill);
    await ready;
    if (isKilled) throw new Lost('late', 'it was given up before it began');
  }

  #over(worker: Loaded, program: Program): Promise<Remains> {
    const { port, panics } = worker;
    return new Promise((resolve, reject) => {
      const batches: Uint8Array[] = [];
      let time = 0;
      const began = performance.now();
      const end = () => {
        clearTimeout(timer);
        this.#running.delete(panics);
      };
      const kill = () => {
        end();
        // At once: whoever runs a program next must not get this worker.
        this.#end(worker);
        const took = performance.now() - began;
        if (batches.length > 0) resolve({ diedOf: 'late', time, image: joined(batches), events: 0, took });
        else reject(new Lost('late', `nothing was heard of it in ${(took / 1000).toFixed(1)} seconds`));
      };
      const timer = setTimeout(kill, this.#machines.patience);
      this.#running.set(panics, kill);
      listen(port, (report) => {
        if (report.kind === 'alive') {
          batches.push(report.batch);
          ({ time } = report);
          return;
        }
        end();
        if (report.kind === 'over') resolve(report.remains);
        else if (report.kind === 'refused') reject(new Refused());
        else reject(new Lost('failed', report.kind === 'failed' ? report.message : 'it was loaded twice'));
      });
      port.postMessage({ kind: 'start', program });
    });
  }

  #load(panics: Panics): Loaded {
    const port = this.#machines.start(panics);
    const ready = new Promise<void>((resolve, reject) => {
      listen(port, (report) => {
        if (report.kind === 'ready') resolve();
        else reject(new Lost('failed', report.kind === 'failed' ? report.message : 'it ran before it was loaded'));
      });
      const absent = (error: unknown) => reject(new Lost('failed', reason(error)));
      this.#machines.compile(panics).then((module) => port.postMessage({ kind: 'load', module }), absent);
    });
    const loaded = { panics, port, ready, isSpent: false };
    // Whoever runs a program hears of it; until then nobody needs to.
    ready.catch(() => this.#end(loaded));
    this.#workers.set(panics, loaded);
    return loaded;
  }

  #end(worker: Loaded): void {
    const { panics, port } = worker;
    port.onmessage = port.onerror = null;
    port.terminate();
    if (this.#workers.get(panics) === worker) this.#workers.delete(panics);
  }
}

/** Passes on the reports of a worker, or that it failed. */
function listen(port: Port, hear: (report: Report) => void): void {
  port.onmessage = ({ data }) => hear(data);
  port.onerror = (event) => {
    event.preventDefault?.();
    hear({ kind: 'failed', message: event.message || 'the worker failed' });
  };
}
