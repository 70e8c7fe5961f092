/**
 * Kills a program at every moment: one instance after the other really dies, each an event or more
 * later than the one before.
 */
import type { Processes } from './process.ts';
import type { Program, Remains } from './messages.ts';

/** A run of more events is not killed at every moment: nobody would read the outcome. */
export const MOST_EVENTS = 500;

/** What came of it. */
export interface Sweep {
  /** The run that was left to go on. */
  readonly whole: Remains;
  /** Those that were killed, in the order of the moments. */
  readonly killed: readonly Remains[];
}

/**
 * Runs a program to its end and then once for each moment at which it can be killed. An operation may
 * record several events; between those nobody gets in, so the next moment is after the last of them.
 *
 * `far` hears how far it is, from 0 to 1. Answers null for a program that does not end, or is too long.
 */
export async function killAtEveryMoment(
  processes: Pick<Processes, 'run'>,
  program: Program,
  far: (share: number) => void,
): Promise<Sweep | null> {
  const whole = await processes.run(program);
  if (whole.diedOf === 'late' || whole.events > MOST_EVENTS) return null;
  const killed: Remains[] = [];
  for (let diesAt = 1; ; ) {
    const remains = await processes.run({ ...program, diesAt });
    if (remains.diedOf !== 'killed') return { whole, killed };
    killed.push(remains);
    diesAt = remains.events + 1;
    far(Math.min(diesAt / whole.events, 1));
  }
}
