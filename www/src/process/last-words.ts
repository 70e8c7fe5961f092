/** Looks into an instance of WebAssembly that has died, as one opens a core dump. */
import type { Death, Left } from '../../pkg/leakproof.js';

/** What a module exports for this, beside the functions made by `wasm-bindgen`. */
export interface Mortal {
  readonly memory: WebAssembly.Memory;
  readonly __stack_pointer: WebAssembly.Global;
  last_words(): number;
  last_words_at(): number;
  last_words_room(): number;
  last_words_events(): number;
  last_words_time(): number;
  last_words_blame_us(): number;
}

/** What an exception says of the instance it came out of; null if it was no trap. */
export function trapOf(error: unknown): Death | null {
  // The stack of the engine itself may overflow before that of the program does; Firefox has an error of its own.
  if (error instanceof RangeError || (error instanceof Error && error.name === 'InternalError')) return 'stack';
  if (!(error instanceof WebAssembly.RuntimeError)) return null;
  return /unreachable/i.test(error.message) ? 'unreachable' : 'stack';
}

/**
 * Takes the journal out of a dead instance. `stackPointer` is the stack pointer that the instance had
 * before it ran the program: one that has overflowed is of no use to anybody.
 *
 * Throws if the instance died of a mistake of ours.
 */
export function autopsy(
  mortal: Mortal,
  stackPointer: unknown,
  diedOf: Death,
): Omit<Left, 'took'> & { image: Uint8Array<ArrayBuffer>; events: number } {
  mortal.__stack_pointer.value = stackPointer;
  if (mortal.last_words_blame_us()) throw new Error('the playground itself panicked');
  const [at, room] = [mortal.last_words_at() >>> 0, mortal.last_words_room()];
  const pieces: Uint8Array[] = [];
  for (let count = room; count === room; ) {
    count = mortal.last_words();
    pieces.push(new Uint8Array(mortal.memory.buffer).slice(at, at + count));
  }
  return { diedOf, time: mortal.last_words_time(), image: joined(pieces), events: mortal.last_words_events() };
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
