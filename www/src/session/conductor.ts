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
import type { Death, Responses, Sight, Text } from '../messages.ts';
import type { Panics, Remains } from '../process/messages.ts';
import type { Processes } from '../process/process.ts';
import type { SessionState } from './state.ts';

/** A program that has run, and what it died of, if it did. */
type Outcome = Responses['run'] & { readonly diedOf: Death | null };

/** Milliseconds after which the page says that a program is running. */
const SLOW = 300;

/** Milliseconds after which the panels say that they show an earlier program. Most runs are over long before. */
const GLANCE = 100;

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
  /** Resolves when the words of the last response are drawn. */
  #told: Promise<void> = Promise.resolve();
  /** Runs out when the panels have shown an earlier program for longer than a glance. */
  #glance: ReturnType<typeof setTimeout> | undefined;

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
      this.#glance ??= setTimeout(() => this.#outdate(), GLANCE);
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

  /** Shows a run of the current text that has taken place elsewhere. Returns whether it is on the screen now. */
  async show(remains: Remains): Promise<boolean> {
    const text = this.#text();
    try {
      const inherited = await this.#engine.request({ kind: 'inherit', text, remains, look: this.#state.look.get() });
      if (this.#textChanged || !inherited.ran.run) return false;
      this.#show(text, { ...inherited, diedOf: remains.diedOf });
      return true;
    } catch (error) {
      await this.#recover(error);
      return false;
    }
  }

  /** Runs the last program that ran once more. The current text follows, which may be one that does not run. */
  async again(): Promise<void> {
    const good = this.#good;
    const text = this.#text();
    if (good && (good.source !== text.source || good.disk !== text.disk)) {
      try {
        const outcome = await this.#outcome(good);
        if (!this.#textChanged) this.#show(good, outcome);
      } catch (error) {
        await this.#recover(error);
      }
    }
    this.#textChanged = true;
    this.#work();
  }

  #outdate(): void {
    this.#state.outdated.set(this.#state.run.get() !== null);
  }

  /** The panels show the current text, or it is known that they cannot. */
  #settle(isOutdated: boolean): void {
    clearTimeout(this.#glance);
    this.#glance = undefined;
    if (isOutdated) this.#outdate();
    else this.#state.outdated.set(false);
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
    const isOtherLook = this.#lookChanged;
    this.#textChanged = this.#lookChanged = false;
    try {
      const outcome = await this.#outcome(text);
      // A program that does not run shows nothing, so the other look is requested of the last one that did.
      if (isOtherLook && !outcome.ran.run) this.#lookChanged = true;
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
    // What draws from it is brought up to date in this order, so the picture is first.
    if (ran.run) this.#state.seen.set(sight);
    this.#say(null);
    const { diagnostics, settings } = this.#state;
    // Few keystrokes change these, and what shows them is not drawn for nothing.
    if (ran.diagnostics.length || diagnostics.get().length) diagnostics.set(ran.diagnostics);
    if (JSON.stringify(ran.settings) !== JSON.stringify(settings.get())) settings.set(ran.settings);
    this.#settle(ran.run === null);
    if (!ran.run) return;
    this.#state.killed.set(null);
    this.#state.diedOf.set(diedOf);
    this.#good = text;
    this.#state.run.set(ran.run);
    // The text is new, so the step that was selected may not be there any more.
    this.#state.select(this.#state.look.get().step);
    this.#state.told.set(sight);
  }

  async #look(): Promise<void> {
    this.#lookChanged = false;
    try {
      const sight = await this.#engine.request({ kind: 'look', look: this.#state.look.get() });
      await this.#told;
      // A text that changed meanwhile may not run: then this look is requested once more.
      if (this.#textChanged) this.#lookChanged = true;
      else if (sight) await this.#see(sight);
    } catch (error) {
      await this.#recover(error);
    }
  }

  /** Shows the picture of a response, and in the next frame its words. */
  async #see(sight: Sight): Promise<void> {
    const { seen, told } = this.#state;
    seen.set(sight);
    await drawn();
    // A run that has taken place elsewhere may have been shown meanwhile.
    told.set(seen.get());
    this.#told = drawn();
  }

  #text(): Text {
    return { source: this.#state.source.get(), disk: this.#state.disk.get() };
  }

  /** After a lost worker: says so and, where there is another, gives that one the last good program, so that its timeline lives on. */
  async #recover(error: unknown): Promise<void> {
    if (!(error instanceof Lost)) throw error;
    const good = this.#good;
    this.#good = null;
    if (good !== null) {
      try {
        const outcome = await this.#outcome(good);
        this.#good = good;
        // Nobody has the run any more that was killed on purpose: the one that was not killed takes its place.
        if (this.#state.killed.get()) this.#show(good, outcome);
      } catch {
        // It had run before, so this is not the program's doing; the timeline stays as a picture.
      }
    }
    this.#settle(true);
    this.#say(says(error));
  }

  #say(notice: string | null): void {
    if (notice !== null || this.#state.notice.get() === this.#notice) this.#state.notice.set(notice);
    this.#notice = notice;
  }
}

/** Null for a worker that took too long: the program is then run where it can be killed. */
function unlessLate(error: unknown): null {
  if (error instanceof Lost && error.why === 'late') return null;
  throw error;
}

/** Resolves when the browser has drawn what is there. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function says({ why, message }: Lost): string {
  switch (why) {
    case 'late':
      return `The page stopped the program: ${message}. Your text has not changed; edit it to run it again.`;
    case 'failed':
      return `Leakproof itself failed (${message}) and has started again. Your text has not changed; edit it to run it again.`;
    case 'absent':
      return `The part of this page that runs programs could not be loaded: ${message}. Reload the page to try again.`;
  }
}
