/**
 * Ties the state to the engine: a changed text is run, a changed look is asked for.
 *
 * There is never more than one question of this kind under way. What changes meanwhile is asked
 * next, once, in its last form: so the last request wins and nothing piles up, and a keystroke is run
 * at once instead of after a delay.
 */
import { Lost, type Engine } from './engine.ts';
import type { Answers } from './messages.ts';
import * as state from './state/run.ts';

export class Conductor {
  readonly #engine: Engine;
  /** The last text that ran, to run again should its worker be lost. */
  #good: string | null = null;
  #textChanged = false;
  #lookChanged = false;
  #busy = false;

  constructor(engine: Engine) {
    this.#engine = engine;
    const run = () => {
      this.#textChanged = true;
      void this.#work();
    };
    state.source.watch(run);
    state.traced.watch(run);
    state.look.watch(() => {
      this.#lookChanged = true;
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#textChanged || this.#lookChanged) {
        if (this.#textChanged) await this.#run();
        else await this.#look();
      }
    } finally {
      this.#busy = false;
    }
  }

  async #run(): Promise<void> {
    const source = state.source.get();
    this.#textChanged = this.#lookChanged = false;
    try {
      const answer = await this.#engine.ask({ kind: 'run', source, look: state.look.get(), traced: state.traced.get() });
      if (!this.#textChanged) this.#show(source, answer);
    } catch (error) {
      await this.#recover(error);
    }
  }

  #show(source: string, { ran, sight }: Answers['run']): void {
    state.notice.set(null);
    state.diagnostics.set(ran.diagnostics);
    state.stale.set(ran.run === null);
    if (!ran.run) return;
    this.#good = source;
    state.run.set(ran.run);
    // The text is new, so the step that was selected may not be there any more.
    state.select(state.look.get().step);
    state.seen.set(sight);
  }

  async #look(): Promise<void> {
    this.#lookChanged = false;
    try {
      const sight = await this.#engine.ask({ kind: 'look', look: state.look.get() });
      if (sight && !this.#textChanged) state.seen.set(sight);
    } catch (error) {
      await this.#recover(error);
    }
  }

  /** After a lost worker: says so and, where there is another, gives that one the last good program, so that its timeline lives on. */
  async #recover(error: unknown): Promise<void> {
    if (!(error instanceof Lost)) throw error;
    state.stale.set(state.run.get() !== null);
    const good = this.#good;
    this.#good = null;
    if (good !== null) {
      try {
        await this.#engine.ask({ kind: 'run', source: good, look: state.look.get(), traced: false });
        this.#good = good;
      } catch {
        // It had run before, so this is not the program's doing; the timeline stays as a picture.
      }
    }
    state.notice.set(says(error));
  }
}

function says({ why, message }: Lost): string {
  switch (why) {
    case 'late':
      return `The program was stopped: ${message}. Your text is as you left it; change it to run it again.`;
    case 'failed':
      return `The playground itself failed (${message}) and was started afresh. Your text is as you left it.`;
    case 'absent':
      return `The part of this page that runs programs could not be loaded: ${message}.`;
  }
}
