/** The one engine of the page, the processes beside it, and who conducts them. */
import abort from '../pkg/abort/leakproof_bg.wasm?url';
import unwind from '../pkg/leakproof_bg.wasm?url';
import { Conductor } from './conductor.ts';
import { Engine, type Port } from './engine.ts';
import { Processes, type Machines, type Port as ProcessPort } from './process/process.ts';
import type { Panics } from './process/messages.ts';
import * as state from './state/run.ts';

/** Milliseconds after which a worker that has not answered is ended. */
const PATIENCE = 2000;

const start = (): Port => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as Port;

export const engine = new Engine(start, PATIENCE, (legend) => state.legend.set(legend));

const modules = new Map<Panics, Promise<WebAssembly.Module>>();

/** Compiles a build once, for all who need it. One that could not be loaded is asked for again. */
function compile(panics: Panics): Promise<WebAssembly.Module> {
  const known = modules.get(panics);
  if (known) return known;
  const module = WebAssembly.compileStreaming(fetch(panics === 'abort' ? abort : unwind));
  modules.set(panics, module);
  module.catch(() => modules.delete(panics));
  return module;
}

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
