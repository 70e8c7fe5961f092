/** What a person does with a program beside writing it: starts it again on its disk, kills it. */
import type { Kills } from './messages.ts';
import type { Remains } from './process/messages.ts';
import { killAtEveryMoment, MOST_EVENTS } from './process/sweep.ts';
import { conductor, engine, processes, victims } from './playground.ts';
import * as state from './state/run.ts';
import { Value } from './state/value.ts';

/** A program that was killed at every moment: what came of it, and of whom each outcome was read. */
interface Killed {
  readonly kills: Kills;
  readonly remains: readonly Remains[];
}

/** How far killing at every moment is, what came of it, or why nothing did. */
export type Killing =
  | { readonly kind: 'none' }
  | { readonly kind: 'under way'; readonly share: number }
  | { readonly kind: 'done'; readonly killed: Killed }
  | { readonly kind: 'impossible'; readonly why: string };

export const killing = new Value<Killing>({ kind: 'none' });

/** Begins the program once more, on the disk that the run which is shown has left. */
export async function startAgain(): Promise<void> {
  // A lost worker is said elsewhere.
  const left = await engine.ask({ kind: 'disk' }).catch(() => null);
  if (left) state.disk.set(left);
}

/** Begins the program with the files that its directives name. */
export function startAfresh(): void {
  state.disk.set(null);
}

/** Kills the program that does not end. */
export function killNow(): void {
  processes.kill();
}

/** Kills the program at every moment, each time on the disk that it begins on now. */
export async function killEverywhere(): Promise<void> {
  const [source, disk] = [state.source.get(), state.disk.get()];
  const panics = state.panics.get() === 'abort' ? 'abort' : 'unwind';
  const isOld = () => source !== state.source.get() || disk !== state.disk.get();
  killing.set({ kind: 'under way', share: 0 });
  try {
    const sweep = await killAtEveryMoment(victims, { source, disk, panics }, (share) => {
      if (!isOld()) killing.set({ kind: 'under way', share });
    });
    const kills = sweep && (await engine.ask({ kind: 'kills', text: { source, disk }, ...sweep }));
    if (isOld()) killing.set({ kind: 'none' });
    else if (kills) killing.set({ kind: 'done', killed: { kills, remains: sweep.killed } });
    else killing.set({ kind: 'impossible', why: `This works for programs that end, after at most ${MOST_EVENTS} events.` });
  } catch {
    killing.set({ kind: 'impossible', why: 'The playground itself failed while it did this.' });
  }
}

/** Shows the run behind an outcome in all panels. */
export async function showKill({ remains }: Killed, kill: number): Promise<void> {
  const chosen = remains[kill];
  if (chosen) await conductor.show(chosen);
}
