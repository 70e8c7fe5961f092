/**
 * The worker in which a program may die: it runs one after the other, until one of them traps. Its name
 * says which build it loads.
 */
import { autopsy, trapOf, type Mortal } from './last-words.ts';
import type { Ended, Panics, Remains, Start } from './messages.ts';

const scope = self as unknown as {
  readonly name: Panics;
  onmessage: ((event: MessageEvent<Start>) => void) | null;
  postMessage(message: Ended, transfer?: Transferable[]): void;
};

const build = scope.name === 'abort' ? import('../../pkg/abort/leakproof.js') : import('../../pkg/leakproof.js');
const { default: init, runMortal } = await build;
// The types that are made for the module leave out what `wasm-bindgen` does not know.
const instance = (await init()) as unknown as Mortal;

scope.onmessage = ({ data }) => {
  try {
    const remains = run(data.source);
    scope.postMessage({ kind: 'over', remains }, [remains.image.buffer]);
  } catch (error) {
    scope.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
};
scope.postMessage({ kind: 'ready' });

function run(source: string): Remains {
  const began = performance.now();
  const stackPointer: unknown = instance.__stack_pointer.value;
  try {
    const image = runMortal(source);
    if (!image) throw new Error('the program is refused');
    return { trap: null, time: 0, image: image as Uint8Array<ArrayBuffer>, took: performance.now() - began };
  } catch (error) {
    const trap = trapOf(error);
    if (!trap) throw error;
    return { ...autopsy(instance, stackPointer, trap), took: performance.now() - began };
  }
}
