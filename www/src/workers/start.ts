/**
 * Starts the page's workers.
 *
 * A worker loaded by its address has no content policy but its server's, and the page cannot choose
 * its server. A worker made from a blob inherits the page's policy, so each worker begins as a blob of
 * one line that imports the real script.
 */
import type { Machines, Port as ProcessPort } from '../process/process.ts';
import process from '../process/worker.ts?worker&url';
import type { Machine, Port } from '../session/engine.ts';
import { compile } from './modules.ts';
import worker from './worker.ts?worker&url';

/** Milliseconds after which a worker that has not answered is ended. */
const PATIENCE = 2000;

function start(script: string, name?: string): Worker {
  const address = new URL(script, import.meta.url).href;
  const blob = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const url = URL.createObjectURL(blob);
  const started = new Worker(url, { type: 'module', ...(name && { name }) });
  // The worker has fetched the blob by the time it can say anything.
  started.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return started;
}

/** Where a program runs beside its timeline. */
export const machine: Machine = {
  start: () => start(worker) as Port,
  compile: () => compile('unwind'),
  patience: PATIENCE,
};

/** Where a program runs that may die. */
export const machines: Machines = {
  start: (panics) => start(process, panics) as ProcessPort,
  compile,
  patience: PATIENCE,
};
