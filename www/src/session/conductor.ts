/**
 * Ties the state to the engine: runs a changed text, requests a changed look.
 *
 * There is never more than one request of this kind under way. What changes meanwhile is requested
 * next, once, in its last form: so the last request wins and nothing piles up, and a keystroke is run
 * at once instead of after a delay.
 *
 * Whether a program dies is known when it has run beside its timeline. Where the one before it died, it
 * is run where it may die at the same time, and not afterwards; if it lives, that run is never shown.
 */
import { Lost, type Engine } from './engine.ts';
import type { Cause, Responses, Text } from '../messages.ts';
import type { Panics, Remains } from '../process/messages.ts';
import type { Processes } from '../process/process.ts';
import type { SessionState } from './state.ts';

/** A program that has run, and what it died of, if it did. */
type Outcome = Responses['run'] & { readonly diedOf: Cause | null };

/** Milliseconds after which the page says that a program is running. */
const SLOW = 300;

export class Conductor {
  readonly #engine: Pick<Engine, 'request' | 'loaded'>;
  readonly #processes: Pick<Processes, 'run' | 'kill'>;
  readonly #state: SessionState;
  /** The last text that ran, to run again should its worker be lost. */
  #good: Text | null = null;
  #textChanged = false;
  #lookChanged = false;
  /** Whether the program that ran last died. */
  #died = false;
  /** The notice that the conductor has set; it takes back no other. */
  #notice: string | null = null;
  /** Whether changes are being made that belong together. */
  #isHeld = false;
  /** What is under way; null if nothing is. */
  #working: Promise<void> | null = null;

  constructor(engine: Pick<Engine, 'request' | 'loaded'>, processes: Pick<Processes, 'run' | 'kill'>, state: SessionState) {
    this.#engine = engine;
    this.#processes = processes;
    this.#state = state;
    // While it is loaded, the page finds out how large it is: the first answer shows all of it at once.
    this.#working = engine.loaded.then(() => {
      state.loading.set(false);
      this.#working = null;
      this.#work();
    });
    const run = () => {
      this.#textChanged = true;
      // Nobody waits any more for what may never end.
      this.#processes.kill();
      this.#work();
    };
    state.source.watch(run);
    state.disk.watch(run);
    state.traced.watch(run);
    state.panics.watch(run);
    state.look.watch(() => {
      this.#lookChanged = true;
      this.#work();
    });
  }

  /** Makes changes that belong together, so that they are requested once and not one by one. */
  together(change: () => void): void {
    this.#isHeld = true;
    try {
      change();
    } finally {
      this.#isHeld = false;
      this.#work();
    }
  }

  /** Shows a run that has taken place elsewhere, of the text that is there. */
  async show(remains: Remains): Promise<void> {
    const text = this.#text();
    try {
      const inherited = await this.#engine.request({ kind: 'inherit', text, remains, look: this.#state.look.get() });
      if (!this.#textChanged) this.#show(text, { ...inherited, diedOf: remains.diedOf });
    } catch (error) {
      await this.#recover(error);
    }
  }

  #work(): void {
    if (this.#isHeld) return;
    this.#working ??= this.#workOff().finally(() => (this.#working = null));
  }

  async #workOff(): Promise<void> {
    while (this.#textChanged || this.#lookChanged) {
      if (this.#textChanged) await this.#run();
      else await this.#look();
    }
  }

  async #run(): Promise<void> {
    const text = this.#text();
    this.#textChanged = this.#lookChanged = false;
    try {
      const outcome = await this.#outcome(text);
      if (!this.#textChanged) this.#show(text, outcome);
    } catch (error) {
      const isGivenUp = this.#textChanged && error instanceof Lost && error.why === 'late';
      if (!isGivenUp) await this.#recover(error);
    }
  }

  /**
   * Runs a program beside its timeline, which it cannot harm. Where a process would die, and where the
   * person wants `panic = "abort"`, it runs once more in an instance of its own, which dies with it.
   */
  async #outcome(text: Text): Promise<Outcome> {
    // What still runs is another text, or is not waited for any more.
    this.#processes.kill();
    const [panics, traced] = [this.#state.panics.get(), this.#state.traced.get()];
    const build = panics === 'abort' ? 'abort' : 'unwind';
    const mortal = panics === 'abort' || this.#died ? this.#begin(text, build) : null;
    const aborting = panics === 'both' ? this.#begin(text, 'abort') : null;
    const response = await this.#engine.request({ kind: 'run', text, look: this.#state.look.get(), traced }).catch(unlessLate);
    const dies = async () => this.#mortal(text, await this.#end(mortal ?? this.#begin(text, build)), response);
    if (!response) return await dies();
    const { run, wouldDie } = response.ran;
    if (!run) return { ...response, diedOf: null };
    const outcome = panics === 'abort' || wouldDie ? await dies() : { ...response, diedOf: null };
    this.#died = outcome.diedOf !== null;
    if (!aborting) return outcome;
    const remains = await this.#end(aborting);
    const sight = await this.#engine.request({ kind: 'beside', text, remains, look: this.#state.look.get() });
    return { ...outcome, sight };
  }

  /** Shows the run of a program where it may die. `response` is what came of it where it may not, if anything. */
  async #mortal(text: Text, remains: Remains, response: Responses['run'] | null): Promise<Outcome> {
    const inherited = await this.#engine.request({ kind: 'inherit', text, remains, look: this.#state.look.get() });
    // What stopped a program here has stopped it there, unless it was that a process would have died.
    const said = !response || response.ran.wouldDie ? inherited.ran.diagnostics : response.ran.diagnostics;
    return { ...inherited, ran: { ...inherited.ran, diagnostics: said }, diedOf: remains.diedOf };
  }

  /** Begins to run a program where it may die. Perhaps nobody wants to know what comes of it. */
  #begin({ source, disk }: Text, panics: Panics): Promise<Remains> {
    // Loading the next worker would take the time of showing what this one has left.
    const calm = async () => {
      await Promise.allSettled([this.#working]);
      await drawn();
    };
    const process = this.#processes.run({ source, disk, panics }, calm);
    process.catch(() => {});
    return process;
  }

  /** Waits for the end of a program, and says so if that takes its time. */
  async #end(process: Promise<Remains>): Promise<Remains> {
    const timer = setTimeout(() => this.#state.running.set(true), SLOW);
    try {
      return await process;
    } finally {
      clearTimeout(timer);
      this.#state.running.set(false);
    }
  }

  #show(text: Text, { ran, sight, diedOf }: Outcome): void {
    this.#say(diedOf && DIED[diedOf]);
    this.#state.diagnostics.set(ran.diagnostics);
    this.#state.stale.set(ran.run === null);
    if (!ran.run) return;
    this.#good = text;
    this.#state.run.set(ran.run);
    // The text is new, so the step that was selected may not be there any more.
    this.#state.select(this.#state.look.get().step);
    this.#state.seen.set(sight);
  }

  async #look(): Promise<void> {
    this.#lookChanged = false;
    try {
      const sight = await this.#engine.request({ kind: 'look', look: this.#state.look.get() });
      if (sight && !this.#textChanged) this.#state.seen.set(sight);
    } catch (error) {
      await this.#recover(error);
    }
  }

  #text(): Text {
    return { source: this.#state.source.get(), disk: this.#state.disk.get() };
  }

  /** After a lost worker: says so and, where there is another, gives that one the last good program, so that its timeline lives on. */
  async #recover(error: unknown): Promise<void> {
    if (!(error instanceof Lost)) throw error;
    this.#state.stale.set(this.#state.run.get() !== null);
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
    this.#say(says(error));
  }

  #say(notice: string | null): void {
    if (notice !== null || this.#state.notice.get() === this.#notice) this.#state.notice.set(notice);
    this.#notice = notice;
  }
}

/** A worker that is too slow says something too: the program belongs where it can be killed. */
function unlessLate(error: unknown): null {
  if (error instanceof Lost && error.why === 'late') return null;
  throw error;
}

/** Resolves when the browser has drawn what is there. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

const AFTERWARDS = 'From there on no destructor ran; the world closed what was open. The next run has a fresh instance.';

/** What is said of a program that died. */
const DIED: Readonly<Record<Cause, string>> = {
  unreachable: `The program died where it stood, and its WebAssembly instance with it. ${AFTERWARDS}`,
  stack: `The program’s stack overflowed, which ended its WebAssembly instance. ${AFTERWARDS}`,
  late: `The program did not end, so it was killed from outside: its worker was ended. ${AFTERWARDS} The journal is what it had sent by then; its last few hundredths of a second may be missing.`,
  killed: `The program was killed at this moment, and its WebAssembly instance with it. ${AFTERWARDS}`,
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
