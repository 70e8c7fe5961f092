/** Moves through the steps of a run, and plays them. */
import type { SessionState } from './state.ts';
import { Value } from './value.ts';

export type Move = 'first' | 'back' | 'forward' | 'last';

/** Milliseconds between two steps while playing. */
const PACE = 550;
/** A long run is played in at most so many strides, each of as many steps as that takes. */
const STRIDES = 200;

export class Playback {
  /** Whether the run is being played. */
  readonly playing = new Value(false);
  readonly #state: SessionState;

  constructor(state: SessionState) {
    this.#state = state;
    let timer: ReturnType<typeof setInterval> | undefined;
    this.playing.watch((on) => {
      clearInterval(timer);
      if (!on) return;
      if (state.selected() >= this.#steps()) this.#go('first', 1);
      timer = setInterval(() => {
        this.#go('forward', Math.ceil(this.#steps() / STRIDES));
        if (state.selected() >= this.#steps()) this.playing.set(false);
      }, PACE);
    });
    // A text that changes while it is played is a new run.
    state.source.watch(() => this.playing.set(false));
  }

  /** Moves the selection, and ends playing: the person has taken over. */
  step(move: Move): void {
    this.playing.set(false);
    this.#go(move, 1);
  }

  /** Plays, or pauses. */
  toggle(): void {
    this.playing.set(!this.playing.get());
  }

  #go(move: Move, by: number): void {
    if (!this.#state.run.get()) return;
    const at = this.#state.selected();
    const steps = this.#steps();
    this.#state.select({ first: 0, back: Math.max(at - by, 0), forward: Math.min(at + by, steps), last: steps }[move]);
  }

  #steps(): number {
    return this.#state.run.get()?.steps ?? 0;
  }
}
