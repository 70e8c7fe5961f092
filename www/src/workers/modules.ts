/** The two builds of the WebAssembly, each compiled once for all workers of the page. */
import abort from '../../pkg/abort/leakproof_bg.wasm?url';
import unwind from '../../pkg/leakproof_bg.wasm?url';
import type { Panics } from '../process/messages.ts';

const modules = new Map<Panics, Promise<WebAssembly.Module>>();

/** Compiles a build, once. One that could not be loaded is loaded again at the next call. */
export function compile(panics: Panics): Promise<WebAssembly.Module> {
  const known = modules.get(panics);
  if (known) return known;
  const module = load(panics === 'abort' ? abort : unwind);
  modules.set(panics, module);
  module.catch(() => modules.delete(panics));
  return module;
}

async function load(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answers ${response.status} for ${address}`);
  // Streaming compilation accepts only this content type, and not every server sends it.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
