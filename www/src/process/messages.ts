/** What passes between the page and the worker in which a program may die. */
import type { Left } from '../../pkg/leakproof.js';

/** How a build treats a panic, as `panic = "…"` in `Cargo.toml`. */
export type Panics = 'unwind' | 'abort';

/** What a program has left behind when it is over, by whichever way. */
export interface Remains extends Left {
  /** Its journal. */
  readonly image: Uint8Array<ArrayBuffer>;
  /** Milliseconds that it took by the browser's clock. */
  readonly took: number;
}

/** From the page to the worker: a program to run. */
export interface Start {
  readonly source: string;
}

/** From the worker to the page. */
export type Ended =
  /** It is loaded, and waits for a program. */
  | { readonly kind: 'ready' }
  /** The program is over. If there was a trap, so is the instance, and nothing more comes from this worker. */
  | { readonly kind: 'over'; readonly remains: Remains }
  /** Our own code failed. */
  | { readonly kind: 'failed'; readonly message: string };
