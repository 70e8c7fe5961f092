/**
 * The page's end of the worker: questions out, answers in, and what to do when none comes.
 *
 * A worker that does not answer in time, or fails, is ended, and a fresh one takes its place. Whoever
 * asked is told by a {@link Lost}; what the person wrote is not touched.
 */
import { reason } from './format.ts';
import { sightIn, type Answers, type Asked, type Legend, type Question, type Reply, type Sent, type SentSight, type Told } from './messages.ts';

/** A question that will not be answered, because its worker is gone. */
export class Lost extends Error {
  /** Whether the worker was ended for taking too long, failed by itself, or could not even be loaded. */
  readonly why: 'late' | 'failed' | 'absent';

  constructor(why: Lost['why'], message: string) {
    super(message);
    this.name = 'Lost';
    this.why = why;
  }
}

/** What an engine needs of a `Worker`. */
export interface Port {
  postMessage(message: Told): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** What the page gives to its engine. */
export interface Machine {
  /** Starts a worker, which then waits for its module. */
  start(): Port;
  /** The compiled WebAssembly, the same for all workers. */
  compile(): Promise<WebAssembly.Module>;
  /** How long an answer may take, in milliseconds. */
  readonly patience: number;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: Lost) => void;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

export class Engine {
  readonly #machine: Machine;
  readonly #ready: (legend: Legend) => void;
  readonly #waiting = new Map<number, Waiting>();
  #port: Port;
  #number = 0;
  /** The pictures that came last from this worker. Those of an answer that nobody waits for count too. */
  #pictures: Pick<SentSight, 'picture' | 'pictureBeside'> | null = null;
  /** Questions asked before the WebAssembly was loaded; their time has not begun. */
  #early: Asked[] | null = [];
  /** Resolves when questions are answered for the first time, or it is known that none will be. */
  readonly loaded: Promise<void>;
  #isLoaded!: () => void;
  /** Why there is no worker and never will be. */
  #absent: Lost | null = null;

  /** Starts a worker; `ready` is called whenever one has been loaded. */
  constructor(machine: Machine, ready: (legend: Legend) => void) {
    this.#ready = ready;
    this.#machine = machine;
    this.loaded = new Promise((resolve) => (this.#isLoaded = resolve));
    this.#port = this.#listen();
  }

  ask<Q extends Question>(question: Q): Promise<Answers[Q['kind']]> {
    if (this.#absent) return Promise.reject(this.#absent);
    const asked: Asked = { kind: 'ask', number: ++this.#number, question };
    return new Promise<Answers[Q['kind']]>((resolve, reject) => {
      const timer = this.#early ? undefined : this.#timer();
      this.#waiting.set(asked.number, { resolve: resolve as (value: never) => void, reject, timer });
      if (this.#early) this.#early.push(asked);
      else this.#port.postMessage(asked);
    });
  }

  #listen(): Port {
    const port = this.#machine.start();
    port.onmessage = ({ data }) => {
      // A worker that was ended may have answers under way.
      if (port === this.#port) this.#hear(data);
    };
    port.onerror = (event) => {
      event.preventDefault?.();
      if (port !== this.#port) return;
      this.#fail(event.message || 'the worker failed');
    };
    this.#machine.compile().then(
      (module) => port.postMessage({ kind: 'load', module }),
      (error: unknown) => port === this.#port && this.#fail(reason(error)),
    );
    return port;
  }

  #hear(reply: Reply): void {
    switch (reply.kind) {
      case 'ready': {
        const early = this.#early ?? [];
        this.#early = null;
        this.#ready(reply.legend);
        this.#isLoaded();
        for (const asked of early) {
          const waiting = this.#waiting.get(asked.number);
          if (waiting) this.#waiting.set(asked.number, { ...waiting, timer: this.#timer() });
          this.#port.postMessage(asked);
        }
        return;
      }
      case 'answer': {
        const waiting = this.#waiting.get(reply.number);
        this.#waiting.delete(reply.number);
        clearTimeout(waiting?.timer);
        const answer = this.#complete(reply.value);
        waiting?.resolve(answer as never);
        return;
      }
      case 'failed':
        this.#fail(reply.message);
        return;
      default:
        reply satisfies never;
    }
  }

  /** Puts back the pictures that were not sent because they are those of the answer before. */
  #complete(answer: Sent): Sent {
    const sight = sightIn(answer);
    if (sight?.picture) this.#pictures = { picture: sight.picture, pictureBeside: sight.pictureBeside };
    else if (sight) Object.assign(sight, this.#pictures);
    return answer;
  }

  #fail(message: string): void {
    if (!this.#early) {
      this.#replace(new Lost('failed', message));
      return;
    }
    // One that cannot even be loaded would fail again in the same way, for ever.
    this.#absent = new Lost('absent', message);
    this.#lose(this.#absent);
    this.#isLoaded();
  }

  #timer(): ReturnType<typeof setTimeout> {
    return setTimeout(
      () => this.#replace(new Lost('late', `no answer in ${this.#machine.patience / 1000} seconds`)),
      this.#machine.patience,
    );
  }

  #replace(reason: Lost): void {
    this.#port.terminate();
    this.#early = [];
    this.#pictures = null;
    this.#port = this.#listen();
    this.#lose(reason);
  }

  #lose(reason: Lost): void {
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of lost) {
      clearTimeout(waiting.timer);
      waiting.reject(reason);
    }
  }
}
