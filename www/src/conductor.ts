/**
 * Ties the state to the engine: a changed text is run, a changed look is asked for.
 *
 * There is never more than one question of this kind under way. What changes meanwhile is asked
 * next, once, in its last form: so the last request wins and nothing piles up, and a keystroke is run
 * at once instead of after a delay.
 */
import { Lost, type Engine } from './engine.ts';
import type { Answers, Trap } from './messages.ts';
import type { Processes } from './process/process.ts';
import * as state from './state/run.ts';

/** A program that has run, and the trap that it died of, if it did. */
type Outcome = Answers['run'] & { readonly trap: Trap | null };

export class Conductor {
  readonly #engine: Engine;
  readonly #processes: Processes;
  /** The last text that ran, to run again should its worker be lost. */
  #good: string | null = null;
  #textChanged = false;
  #lookChanged = false;
  #busy = false;

  constructor(engine: Engine, processes: Processes) {
    this.#engine = engine;
    this.#processes = processes;
    const run = () => {
      this.#textChanged = true;
      void this.#work();
    };
    state.source.watch(run);
    state.traced.watch(run);
    state.panics.watch(run);
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
      const outcome = await this.#outcome(source);
      if (!this.#textChanged) this.#show(source, outcome);
    } catch (error) {
      await this.#recover(error);
    }
  }

  /**
   * Runs a program beside its timeline, which it cannot harm. Where a process would die, and where the
   * person wants `panic = "abort"`, it runs once more in an instance of its own, which dies with it.
   */
  async #outcome(source: string): Promise<Outcome> {
    const [panics, traced] = [state.panics.get(), state.traced.get()];
    const answer = await this.#engine.ask({ kind: 'run', source, look: state.look.get(), traced });
    const { run, wouldDie } = answer.ran;
    if (!run || (panics === 'unwind' && !wouldDie)) return { ...answer, trap: null };
    const remains = await this.#processes.run(source, panics);
    const inherited = await this.#engine.ask({ kind: 'inherit', source, remains, look: state.look.get() });
    // What stopped a program here has stopped it there, unless it was that a process would have died.
    const diagnostics = wouldDie ? inherited.ran.diagnostics : answer.ran.diagnostics;
    return { ...inherited, ran: { ...inherited.ran, diagnostics }, trap: remains.trap };
  }

  #show(source: string, { ran, sight, trap }: Outcome): void {
    state.notice.set(trap && DIED[trap]);
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
        await this.#outcome(good);
        this.#good = good;
      } catch {
        // It had run before, so this is not the program's doing; the timeline stays as a picture.
      }
    }
    state.notice.set(says(error));
  }
}

/** What is said of a program that died. */
const DIED: Readonly<Record<Trap, string>> = {
  unreachable:
    'The program died where it stood, and its WebAssembly instance with it. No destructor ran; the world closed what was open. The next run has a fresh instance.',
  stack:
    'The program’s stack overflowed, which ended its WebAssembly instance. No destructor ran; the world closed what was open. The next run has a fresh instance.',
};

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
