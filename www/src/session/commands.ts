/** Commands on the current program: start it again on its disk, kill it once or at every step. */
import { count } from '../format.ts';
import type { Kills, Text } from '../messages.ts';
import type { Remains } from '../process/messages.ts';
import type { Processes } from '../process/process.ts';
import { killAtEveryMoment, MOST_EVENTS } from '../process/sweep.ts';
import type { Conductor } from './conductor.ts';
import type { Engine } from './engine.ts';
import type { SessionState } from './state.ts';
import { Value } from './value.ts';

/** The outcomes of a program killed at every step, and the remains that each was read from. */
export interface Killed {
  /** The program that was killed. */
  readonly text: Text;
  readonly kills: Kills;
  readonly remains: readonly Remains[];
}

/** The progress of *Kill at every step*, its result, or why there is none. */
export type Killing =
  | { readonly kind: 'none' }
  | { readonly kind: 'under way'; readonly share: number }
  | { readonly kind: 'done'; readonly killed: Killed }
  | { readonly kind: 'impossible'; readonly why: string };

/** The parts of a session that commands need. */
export interface Parts {
  readonly state: SessionState;
  readonly engine: Engine;
  readonly conductor: Conductor;
  /** Where the person's program runs, if it may die. */
  readonly processes: Processes;
  /** Where it is killed again and again, without delaying the runs of what is typed meanwhile. */
  readonly victims: Processes;
}

export class Commands {
  readonly killing = new Value<Killing>({ kind: 'none' });
  /** Whether the outcomes of *Kill at every step* are on the screen. */
  readonly outcomesOpen = new Value(false);
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins the program once more, on the disk that the current run has left. */
  async startAgain(): Promise<void> {
    const { engine, state } = this.#parts;
    // A lost worker is reported by the conductor.
    const left = await engine.request({ kind: 'disk' }).catch(() => null);
    if (left) state.disk.set(left);
  }

  /** Begins the program with the files of its `//@` lines. */
  startAfresh(): void {
    this.#parts.state.disk.set(null);
  }

  /** Kills the program that does not end. */
  killNow(): void {
    this.#parts.processes.kill();
  }

  /** Kills the program at every step, each time on the disk that it begins on now, and shows what comes of it. */
  async killEverywhere(): Promise<void> {
    this.outcomesOpen.set(true);
    const { state, engine, victims } = this.#parts;
    const [source, disk] = [state.source.get(), state.disk.get()];
    const panics = state.panics.get() === 'abort' ? 'abort' : 'unwind';
    const isOld = () => source !== state.source.get() || disk !== state.disk.get();
    this.killing.set({ kind: 'under way', share: 0 });
    try {
      const sweep = await killAtEveryMoment(victims, { source, disk, panics }, (share) => {
        if (!isOld()) this.killing.set({ kind: 'under way', share });
      });
      const kills = sweep && (await engine.request({ kind: 'kills', text: { source, disk }, ...sweep }));
      if (isOld()) this.killing.set({ kind: 'none' });
      else if (kills) this.killing.set({ kind: 'done', killed: { text: { source, disk }, kills, remains: sweep.killed } });
      else this.killing.set({ kind: 'impossible', why: `Only a program that ends after at most ${count(MOST_EVENTS)} events can be killed at every step.` });
    } catch {
      this.killing.set({ kind: 'impossible', why: 'Leakproof itself failed while it killed the program. Close this and try again.' });
    }
  }

  /** Shows the run behind an outcome in all panels. */
  async showKill(killed: Killed, index: number): Promise<void> {
    this.outcomesOpen.set(false);
    const { conductor, state } = this.#parts;
    const chosen = killed.remains[index];
    if (!chosen || !this.#isCurrent(killed) || !(await conductor.show(chosen))) return;
    state.killed.set({ killed, index });
    // What the kill has left is what the person wants to see.
    state.select(null);
  }

  /** Goes back to the outcomes that the run on the screen belongs to. */
  showOutcomes(): void {
    const killed = this.#parts.state.killed.get()?.killed;
    if (!killed) return;
    this.killing.set(this.#isCurrent(killed) ? { kind: 'done', killed } : { kind: 'none' });
    this.outcomesOpen.set(true);
  }

  /** Whether the text is still the program that was killed. */
  #isCurrent({ text }: Killed): boolean {
    const { state } = this.#parts;
    return text.source === state.source.get() && text.disk === state.disk.get();
  }

  /** Shows the run that was not killed instead of one that was. */
  showWhole(): void {
    void this.#parts.conductor.again();
  }
}
