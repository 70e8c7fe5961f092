/** The one engine of the page, the processes beside it, and who conducts them. */
import abort from '../pkg/abort/leakproof_bg.wasm?url';
import unwind from '../pkg/leakproof_bg.wasm?url';
import { Conductor } from './conductor.ts';
import { Engine, type Machine, type Port } from './engine.ts';
import { Processes, type Machines, type Port as ProcessPort } from './process/process.ts';
import type { Panics } from './process/messages.ts';
import * as state from './state/run.ts';

/** Milliseconds after which a worker that has not answered is ended. */
const PATIENCE = 2000;

const modules = new Map<Panics, Promise<WebAssembly.Module>>();

/** Compiles a build once, for all who need it. One that could not be loaded is asked for again. */
function compile(panics: Panics): Promise<WebAssembly.Module> {
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
  // Not every server knows what WebAssembly is, and only what is called that may be compiled as it comes.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

const machine: Machine = {
  start: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as Port,
  compile: () => compile('unwind'),
  patience: PATIENCE,
};

export const engine = new Engine(machine, (legend) => state.legend.set(legend));

const machines: Machines = {
  start: (panics) =>
    new Worker(new URL('./process/worker.ts', import.meta.url), { type: 'module', name: panics }) as ProcessPort,
  compile,
  patience: PATIENCE,
};

/** Where the person's program runs, if it may die. */
export const processes = new Processes(machines);

/** Where it is killed again and again, without getting into the way of what is typed meanwhile. */
export const victims = new Processes(machines);

export const conductor = new Conductor(engine, processes);
