/** The state of one playground: each piece is one small value that the elements watch. */
import type { Death, Diagnostic, Legend, Look, Run, Setting, Sight } from '../messages.ts';
import type { Panics } from '../process/messages.ts';
import type { Killed } from './commands.ts';
import type { Document } from './document.ts';
import { Value } from './value.ts';

export class SessionState {
  /** The text in the editor. */
  readonly source = new Value('');

  /** The program that is open; null before the first. Its text at the moment is {@link source}. */
  readonly document = new Value<Document | null>(null);

  /** Whether the WebAssembly that runs programs is still being loaded. */
  readonly loading = new Value(true);

  /** The last program that ran; null before the first. */
  readonly run = new Value<Run | null>(null);

  /** The settings of the simulated machine that the text runs on; empty until it was read for the first time. */
  readonly settings = new Value<readonly Setting[]>([]);

  /** The diagnostics of the text. */
  readonly diagnostics = new Value<readonly Diagnostic[]>([]);

  /** What the run on the screen died of; null if it came to its end. */
  readonly diedOf = new Value<Death | null>(null);

  /** A message about the page rather than the program; null when there is none. */
  readonly notice = new Value<string | null>(null);

  /** Whether runs go to the browser's console and performance panel too; slow, so it is off at first. */
  readonly traced = new Value(false);

  /** What a panic does, as `panic = "…"` in `Cargo.toml`: unwind or abort; or both runs, side by side. */
  readonly panics = new Value<Panics | 'both'>('unwind');

  /** The disk that the program begins on, as an earlier run has left it; null for the files of its `//@` lines. */
  readonly disk = new Value<Uint8Array | null>(null);

  /** Whether a program has been running for so long that the page says so. */
  readonly running = new Value(false);

  /** The panel in sight on a narrow screen. */
  readonly tab = new Value<'code' | 'moment' | 'output' | 'guide'>('code');

  /** How the run is shown below the steps: as the timeline's picture, as a table, or as the log. */
  readonly form = new Value<'picture' | 'table' | 'log'>('picture');

  /** Whether what follows the selected step is hidden in all panels. */
  readonly hidden = new Value(true);

  /**
   * The entry of the legend whose marks are lit up, by its code name: `acquired`, `bar:open`,
   * `band:unwinding`, `phase:panic`; null for none.
   */
  readonly highlight = new Value<string | null>(null);

  /** Whether the panels show an earlier program: the text cannot run, or its run has not answered yet. */
  readonly outdated = new Value(false);

  /** The run on the screen if it was killed at a step on purpose, and the outcomes it belongs to. */
  readonly killed = new Value<{ readonly killed: Killed; readonly index: number } | null>(null);

  /** The meaning of the codes in a picture; empty until the worker is ready. */
  readonly legend = new Value<Legend>({ bars: [], bands: [], marks: [], phases: [] });

  /** How many rows of the log are asked for before and after the row of the selected step: as many as are in sight. */
  readonly rowsAround = new Value(10);

  /** The part of the run on the screen: the selected step, the part of the timeline, the rows. */
  readonly look = new Value<Look>({
    step: 0,
    hidden: this.hidden.get(),
    timeline: { axis: 'step', part: null, width: 0, firstLane: 0, lanes: 0 },
    log: { groups: 0b1111, text: '', first: 0, count: 0, around: this.rowsAround.get() },
    table: { first: 0, count: 0 },
  });

  /** The response to the last look that was answered. All that shows the run draws from it. */
  readonly seen = new Value<Sight | null>(null);

  /**
   * The same response for the panels of words. While a run is stepped through they follow one frame after the
   * picture, so that no frame has to draw both.
   */
  readonly told = new Value<Sight | null>(null);

  /** What the pointer or the keyboard is on, in any panel; the others light up what belongs to it. */
  readonly pointed = new Value<Pointed | null>(null);

  constructor() {
    this.hidden.watch((hidden) => this.see({ hidden }));
  }

  /** Changes some of the look. */
  see(change: Partial<Look>): void {
    this.look.set({ ...this.look.get(), ...change });
  }

  /** Selects a step; the last one stays the last when the run becomes another. */
  select(step: number | null): void {
    const wanted = step !== null && step >= (this.run.get()?.steps ?? 0) ? null : step;
    const now = this.look.get();
    if (now.step !== wanted) this.see({ step: wanted, log: { ...now.log, around: this.rowsAround.get() } });
  }

  /** The number of the selected step. */
  selected(): number {
    return this.look.get().step ?? this.run.get()?.steps ?? 0;
  }
}

export interface Pointed {
  /** The resource, from 1. */
  readonly resource?: number;
  readonly step?: number;
  readonly scope?: number;
  /** The source line, from 1. */
  readonly line?: number;
}
