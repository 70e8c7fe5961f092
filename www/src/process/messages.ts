/** What passes between the page and the worker in which a program may die. */
import type { Left } from '../../pkg/leakproof.js';

/** How a build treats a panic, as `panic = "…"` in `Cargo.toml`. */
export type Panics = 'unwind' | 'abort';

/** A program, and how it is to be run. */
export interface Program {
  readonly source: string;
  readonly panics: Panics;
  /** What another program has left, if it begins on that. */
  readonly disk: Uint8Array | null;
  /** The number of events at which it is to die, if it is. */
  readonly diesAt?: number;
}

/** What a program has left behind when it is over, by whichever way. */
export interface Remains extends Left {
  /** Its journal. */
  readonly image: Uint8Array<ArrayBuffer>;
  /** How many events that has. */
  readonly events: number;
  /** Milliseconds that it took by the browser's clock. */
  readonly took: number;
}

/** From the page to the worker. */
export type Command =
  /** The build to run programs in; compiled once, and for every worker. */
  | { readonly kind: 'load'; readonly module: WebAssembly.Module }
  | { readonly kind: 'start'; readonly program: Program };

/** From the worker to the page. */
export type Report =
  /** It is loaded, and waits for a program. */
  | { readonly kind: 'ready' }
  /** The program runs, and this is how its journal went on. `time`: nanoseconds by its clock. */
  | { readonly kind: 'alive'; readonly batch: Uint8Array<ArrayBuffer>; readonly time: number }
  /** The program is over. If there was a trap, so is the instance, and nothing more comes from this worker. */
  | { readonly kind: 'over'; readonly remains: Remains }
  /** The source is no program, so nothing ran. */
  | { readonly kind: 'refused' }
  /** Our own code failed. */
  | { readonly kind: 'failed'; readonly message: string };
