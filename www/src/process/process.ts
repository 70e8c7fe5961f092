/**
 * Runs programs where they may die, each build in a worker of its own.
 *
 * A worker whose instance has died is ended, and a fresh one is loaded while the person looks at what
 * happened. So nothing of a dead program stays, however many there are.
 */
import { Lost } from '../engine.ts';
import type { Ended, Panics, Remains, Start } from './messages.ts';

/** What is needed of a `Worker`. */
export interface Port {
  postMessage(message: Start): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Ended>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Loaded {
  readonly port: Port;
  readonly ready: Promise<void>;
}

export class Processes {
  readonly #start: (panics: Panics) => Port;
  readonly #patience: number;
  readonly #workers = new Map<Panics, Loaded>();

  /** Starts workers with `start`; `patience` is how long a program may take, in milliseconds. */
  constructor(start: (panics: Panics) => Port, patience: number) {
    this.#start = start;
    this.#patience = patience;
  }

  /**
   * Runs a program, one at a time for each build. Rejects with {@link Lost} if it takes too long, or if
   * it is not the program but we who failed.
   */
  async run(source: string, panics: Panics): Promise<Remains> {
    const { port, ready } = this.#workers.get(panics) ?? this.#load(panics);
    try {
      await ready;
      const remains = await this.#over(port, source);
      if (remains.trap !== null) this.#replace(panics);
      return remains;
    } catch (error) {
      this.#end(panics);
      throw error;
    }
  }

  #over(port: Port, source: string): Promise<Remains> {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Lost('late', `no end in ${this.#patience / 1000} seconds`));
      const timer = setTimeout(late, this.#patience);
      listen(port, (ended) => {
        clearTimeout(timer);
        if (ended.kind === 'over') resolve(ended.remains);
        else reject(new Lost('failed', ended.kind === 'failed' ? ended.message : 'it was loaded twice'));
      });
      port.postMessage({ source });
    });
  }

  #load(panics: Panics): Loaded {
    const port = this.#start(panics);
    const ready = new Promise<void>((resolve, reject) => {
      listen(port, (ended) => {
        if (ended.kind === 'ready') resolve();
        else reject(new Lost('failed', ended.kind === 'failed' ? ended.message : 'it ran before it was loaded'));
      });
    });
    // Whoever runs a program hears of it; until then nobody needs to.
    ready.catch(() => {});
    const loaded = { port, ready };
    this.#workers.set(panics, loaded);
    return loaded;
  }

  #replace(panics: Panics): void {
    this.#end(panics);
    this.#load(panics);
  }

  #end(panics: Panics): void {
    this.#workers.get(panics)?.port.terminate();
    this.#workers.delete(panics);
  }
}

/** Hears one message, or that there will be none. */
function listen(port: Port, hear: (ended: Ended) => void): void {
  port.onmessage = ({ data }) => hear(data);
  port.onerror = (event) => {
    event.preventDefault?.();
    hear({ kind: 'failed', message: event.message || 'the worker failed' });
  };
}
