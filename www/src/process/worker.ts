/**
 * The worker in which a program may die: it runs one after the other, until one of them traps. Its name
 * says which build it is.
 */
import { reason } from '../format.ts';
import { autopsy, trapOf, type Mortal } from './last-words.ts';
import type { Command, Panics, Program, Remains, Report } from './messages.ts';

const scope = self as unknown as {
  readonly name: Panics;
  onmessage: ((event: MessageEvent<Command>) => void) | null;
  postMessage(message: Report, transfer?: Transferable[]): void;
};

const build = scope.name === 'abort' ? import('../../pkg/abort/leakproof.js') : import('../../pkg/leakproof.js');
let run: (program: Program) => Remains | null;

scope.onmessage = async ({ data }) => {
  try {
    if (data.kind === 'load') {
      run = await load(data.module);
      scope.postMessage({ kind: 'ready' });
    } else {
      const remains = run(data.program);
      if (remains) scope.postMessage({ kind: 'over', remains }, [remains.image.buffer]);
      else scope.postMessage({ kind: 'refused' });
    }
  } catch (error) {
    scope.postMessage({ kind: 'failed', message: reason(error) });
  }
};

async function load(module: WebAssembly.Module): Promise<typeof run> {
  const { default: init, runMortal } = await build;
  // The types that are made for the module leave out what `wasm-bindgen` does not know.
  const instance = (await init({ module_or_path: module })) as unknown as Mortal;
  return ({ source, disk, diesAt }) => {
    const began = performance.now();
    const took = () => performance.now() - began;
    const stackPointer: unknown = instance.__stack_pointer.value;
    try {
      const lived = runMortal(source, disk, diesAt, alive);
      if (!lived) return null;
      const image = lived.image as Uint8Array<ArrayBuffer>;
      const { events } = lived;
      lived.free();
      return { diedOf: null, time: 0, image, events, took: took() };
    } catch (error) {
      const trap = trapOf(error);
      if (!trap) throw error;
      const left = autopsy(instance, stackPointer, trap);
      const asWanted = trap === 'unreachable' && diesAt !== undefined && left.events >= diesAt;
      return { ...left, diedOf: asWanted ? 'killed' : trap, took: took() };
    }
  };
}

/** Tells the page how far a program is. It may never hear more of it. */
function alive(batch: Uint8Array<ArrayBuffer>, time: number): void {
  scope.postMessage({ kind: 'alive', batch, time }, [batch.buffer]);
}
