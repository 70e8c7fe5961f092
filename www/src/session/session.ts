/** One playground: its state, the workers that run its programs, and the commands on it. Nothing of it is global. */
import { Processes } from '../process/process.ts';
import { SCENARIOS, type Scenario } from '../scenarios.ts';
import { machine, machines } from '../workers/start.ts';
import { Commands } from './commands.ts';
import { Conductor } from './conductor.ts';
import { documentOf, type Document } from './document.ts';
import { Engine } from './engine.ts';
import { Introductions } from './introductions.ts';
import { Playback } from './playback.ts';
import { AS_OPENED, type Shown } from './shown.ts';
import { SessionState } from './state.ts';
import { View } from './view.ts';

/** The log shows every group of events. */
const ALL_GROUPS = 0b1111;

export class Session {
  readonly state = new SessionState();
  readonly playback = new Playback(this.state);
  readonly introductions = new Introductions();
  readonly view = new View(this.state);
  readonly engine = new Engine(machine, (legend) => this.state.legend.set(legend));
  readonly commands: Commands;
  readonly #conductor: Conductor;
  readonly #processes = new Processes(machines);
  readonly #victims = new Processes(machines);

  constructor() {
    const { state, engine } = this;
    const conductor = new Conductor(engine, this.#processes, state);
    this.#conductor = conductor;
    this.commands = new Commands({ state, engine, conductor, processes: this.#processes, victims: this.#victims });
  }

  /**
   * Opens a program, at its first step unless `shown` says otherwise. The modes that would contradict the
   * sentence of a scenario are reset: what a panic does, the disk, the axis and its part, the filter of the
   * log. What follows the selected step stays hidden or shown.
   */
  open(document: Document, shown: Partial<Shown> = {}): void {
    const { state, playback } = this;
    const { step, axis, zoom, panics, disk, form, hidden } = { ...AS_OPENED, hidden: state.hidden.get(), ...shown };
    playback.playing.set(false);
    state.notice.set(null);
    const isAnother = document.source !== state.source.get();
    this.#conductor.together(() => {
      // First, so that nothing of the new program is taken for a change of the one before.
      state.document.set(document);
      state.source.set(document.source);
      state.panics.set(panics);
      state.disk.set(disk);
      state.form.set(form);
      state.hidden.set(hidden);
      const { timeline, log } = state.look.get();
      state.see({ step, timeline: { ...timeline, axis, part: zoom }, log: { ...log, groups: ALL_GROUPS, text: '' } });
    });
    // Until the run is there that has been asked for, the panels show the program before.
    if (isAnother) state.outdated.set(state.run.get() !== null);
  }

  /** Takes a text that the person has written. */
  write(source: string): void {
    const { state } = this;
    this.#conductor.together(() => {
      // Before the first event a change shows nothing. Where nothing is hidden, the person sees what comes of it.
      const isAtStart = state.selected() === 0 && state.run.get() !== null && !state.hidden.get();
      if (source === state.source.get()) return;
      state.source.set(source);
      if (isAtStart) state.select(null);
    });
  }

  /** Opens a scenario; without one the first. */
  openScenario(scenario: Scenario | null = null): void {
    const chosen = scenario ?? SCENARIOS[0];
    if (chosen) this.open(documentOf(chosen));
  }

  /** Ends the workers. The session cannot be used afterwards. */
  close(): void {
    this.playback.playing.set(false);
    this.engine.close();
    this.#processes.close();
    this.#victims.close();
  }
}
