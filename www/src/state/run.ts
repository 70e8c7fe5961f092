/** What is on the screen: each piece is one small value that the elements watch. */
import type { Diagnostic, Legend, Look, Run, Sight } from '../messages.ts';
import type { Panics } from '../process/messages.ts';
import { Value } from './value.ts';

/** The text in the editor. */
export const source = new Value('');

/** The name of the scenario the text began as. */
export const scenarioName = new Value('');

/** Whether what runs programs is still on its way to the page. */
export const loading = new Value(true);

/** The last program that ran; null before the first. */
export const run = new Value<Run | null>(null);

/** Whether the text has changed since into something that cannot run: what is shown is the run before. */
export const stale = new Value(false);

/** What is to be said about the text. */
export const diagnostics = new Value<readonly Diagnostic[]>([]);

/** Something that happened to the page rather than to the program; null when there is nothing. */
export const notice = new Value<string | null>(null);

/** Whether runs go to the browser's console and performance panel too; slow, so it is off at first. */
export const traced = new Value(false);

/** What a panic does, as `panic = "…"` in `Cargo.toml`: unwind, or abort on the spot; or both, side by side. */
export const panics = new Value<Panics | 'both'>('unwind');

/** The disk that the program begins on, as another one has left it; null for what its own directives say. */
export const disk = new Value<Uint8Array | null>(null);

/** Whether a program runs that takes its time. */
export const running = new Value(false);

/** The panel in sight on a narrow screen. */
export const tab = new Value<'code' | 'moment' | 'log'>('code');

/** How the timeline is shown. */
export const form = new Value<'picture' | 'table'>('picture');

/** What the codes in a picture stand for; empty until the worker is ready. */
export const legend = new Value<Legend>({ bars: [], bands: [], marks: [], phases: [] });

/** How many rows of the log are asked for before and after that of the selected step: as many as are in sight. */
export const rowsAround = new Value(10);

/** What the person looks at: the selected step, the part of the timeline, the rows. */
export const look = new Value<Look>({
  step: null,
  hidden: false,
  timeline: { axis: 'step', part: null, width: 0, firstLane: 0, lanes: 0 },
  log: { groups: 0b1111, text: '', first: 0, count: 0, around: rowsAround.get() },
  table: { first: 0, count: 0 },
});

/** The answer to the last look that was answered. All panels draw from it, so they agree. */
export const seen = new Value<Sight | null>(null);

/** What the pointer or the keyboard is on, in whichever panel; the others light up what belongs to it. */
export const pointed = new Value<Pointed | null>(null);

export interface Pointed {
  /** The resource, from 1. */
  readonly resource?: number;
  readonly step?: number;
  /** The source line, from 1. */
  readonly line?: number;
}

/** Changes some of what the person looks at. */
export function see(change: Partial<Look>): void {
  look.set({ ...look.get(), ...change });
}

/** Selects a step; the last one stays the last when the run becomes another. */
export function select(step: number | null): void {
  const wanted = step !== null && step >= (run.get()?.steps ?? 0) ? null : step;
  const now = look.get();
  if (now.step !== wanted) see({ step: wanted, log: { ...now.log, around: rowsAround.get() } });
}

/** The number of the selected step. */
export function selected(): number {
  return look.get().step ?? run.get()?.steps ?? 0;
}
