/**
 * The page's end of the worker: sends requests, takes in responses, replaces a worker that does not respond.
 *
 * A worker that does not respond in time, or fails, is ended, and a fresh one takes its place. Its open
 * requests reject with {@link Lost}; the person's text is not touched.
 */
import { reason } from '../format.ts';
import {
  sightIn,
  type FromWorker,
  type Legend,
  type NumberedRequest,
  type Payload,
  type Request,
  type Responses,
  type SentSight,
  type ToWorker,
} from '../messages.ts';

/** A request that gets no response, because its worker is gone. */
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
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** How an engine gets its workers. */
export interface Machine {
  /** Starts a worker, which then waits for its module. */
  start(): Port;
  /** The compiled WebAssembly, the same for all workers. */
  compile(): Promise<WebAssembly.Module>;
  /** How long a response may take, in milliseconds. */
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
  /** The pictures that came last from this worker, in whatever response they came. */
  #pictures: Pick<SentSight, 'picture' | 'pictureBeside'> | null = null;
  /** Requests made before the WebAssembly was loaded; their time has not begun. */
  #early: NumberedRequest[] | null = [];
  /** Resolves when the first worker is ready, or when it is known that none will be. */
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

  /** Sends a request to the worker. Rejects with {@link Lost} if the worker is lost before it responds. */
  request<R extends Request>(request: R): Promise<Responses[R['kind']]> {
    if (this.#absent) return Promise.reject(this.#absent);
    const numbered: NumberedRequest = { kind: 'request', number: ++this.#number, request };
    return new Promise<Responses[R['kind']]>((resolve, reject) => {
      const timer = this.#early ? undefined : this.#timer();
      this.#waiting.set(numbered.number, { resolve: resolve as (value: never) => void, reject, timer });
      if (this.#early) this.#early.push(numbered);
      else this.#port.postMessage(numbered);
    });
  }

  /** Ends the worker. Open requests reject, and so does every later one. */
  close(): void {
    this.#absent = new Lost('absent', 'the playground was closed');
    this.#port.terminate();
    this.#lose(this.#absent);
  }

  #listen(): Port {
    const port = this.#machine.start();
    port.onmessage = ({ data }) => {
      // A worker that was ended may have responses under way.
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

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'ready': {
        const early = this.#early ?? [];
        this.#early = null;
        this.#ready(message.legend);
        this.#isLoaded();
        for (const request of early) {
          const waiting = this.#waiting.get(request.number);
          if (waiting) this.#waiting.set(request.number, { ...waiting, timer: this.#timer() });
          this.#port.postMessage(request);
        }
        return;
      }
      case 'response': {
        const waiting = this.#waiting.get(message.number);
        this.#waiting.delete(message.number);
        clearTimeout(waiting?.timer);
        waiting?.resolve(this.#complete(message.payload) as never);
        return;
      }
      case 'failed':
        this.#fail(message.message);
        return;
      default:
        message satisfies never;
    }
  }

  /** Puts back the pictures that were not sent because they are those of the response before. */
  #complete(payload: Payload): Payload {
    const sight = sightIn(payload);
    if (sight?.picture) this.#pictures = { picture: sight.picture, pictureBeside: sight.pictureBeside };
    else if (sight) Object.assign(sight, this.#pictures);
    return payload;
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
      () => this.#replace(new Lost('late', `no response in ${this.#machine.patience / 1000} seconds`)),
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
