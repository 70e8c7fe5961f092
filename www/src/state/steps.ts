/** Moving through the steps, and playing them. */
import * as state from './run.ts';
import { Value } from './value.ts';

export type Move = 'first' | 'back' | 'forward' | 'last';

/** Whether the run is being played. */
export const playing = new Value(false);

/** Milliseconds between two steps while playing. */
const PACE = 550;
/** A long run is played in at most so many strides, each of as many steps as that takes. */
const STRIDES = 200;

/** Moves the selection, and ends playing: the person has taken over. */
export function step(move: Move): void {
  playing.set(false);
  go(move, 1);
}

function go(move: Move, by: number): void {
  const steps = state.run.get()?.steps ?? 0;
  const at = state.selected();
  const to = { first: 0, back: Math.max(at - by, 0), forward: Math.min(at + by, steps), last: steps }[move];
  state.select(to);
}

/** Plays for as long as {@link playing} holds: from the start if the end is selected. */
export function followPlaying(): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  playing.watch((on) => {
    clearInterval(timer);
    if (!on) return;
    const steps = state.run.get()?.steps ?? 0;
    if (state.selected() >= steps) go('first', 1);
    timer = setInterval(() => {
      go('forward', Math.ceil((state.run.get()?.steps ?? 0) / STRIDES));
      if (state.selected() >= (state.run.get()?.steps ?? 0)) playing.set(false);
    }, PACE);
  });
  // A text that changes while it is played is a new run.
  state.source.watch(() => playing.set(false));
}
