/** The one engine of the page. */
import { Engine, type Port } from './engine.ts';
import * as state from './state/run.ts';

/** Milliseconds after which a worker that has not answered is ended. */
const PATIENCE = 2000;

const start = (): Port => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as Port;

export const engine = new Engine(start, PATIENCE, (legend) => state.legend.set(legend));
