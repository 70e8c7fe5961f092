/** The one engine of the page, and the processes beside it. */
import { Engine, type Port } from './engine.ts';
import { Processes, type Port as ProcessPort } from './process/process.ts';
import type { Panics } from './process/messages.ts';
import * as state from './state/run.ts';

/** Milliseconds after which a worker that has not answered is ended. */
const PATIENCE = 2000;

const start = (): Port => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as Port;

export const engine = new Engine(start, PATIENCE, (legend) => state.legend.set(legend));

const startProcess = (panics: Panics): ProcessPort =>
  new Worker(new URL('./process/worker.ts', import.meta.url), { type: 'module', name: panics }) as ProcessPort;

export const processes = new Processes(startProcess, PATIENCE);
