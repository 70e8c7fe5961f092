/** One playground: its state, the workers that run its programs, and the commands on it. Nothing of it is global. */
import { Processes } from '../process/process.ts';
import { machine, machines } from '../workers/start.ts';
import { Commands } from './commands.ts';
import { Conductor } from './conductor.ts';
import type { Document } from './document.ts';
import { Engine } from './engine.ts';
import { Playback } from './playback.ts';
import { SessionState } from './state.ts';
import { View } from './view.ts';

/** The log shows every group of events. */
const ALL_GROUPS = 0b1111;

export class Session {
  readonly state = new SessionState();
  readonly playback = new Playback(this.state);
  readonly view = new View(this.state);
  readonly engine = new Engine(machine, (legend) => this.state.legend.set(legend));
  readonly commands: Commands;
  readonly #processes = new Processes(machines);
  readonly #victims = new Processes(machines);

  constructor() {
    const { state, engine } = this;
    const conductor = new Conductor(engine, this.#processes, state);
    this.commands = new Commands({ state, engine, conductor, processes: this.#processes, victims: this.#victims });
  }

  /**
   * Opens a program at its first step. The modes that would contradict what its text says are reset:
   * what a panic does, the disk, the axis and its part, the filter of the log.
   */
  open(document: Document): void {
    const { state, playback, view } = this;
    playback.playing.set(false);
    state.notice.set(null);
    state.panics.set('unwind');
    state.disk.set(null);
    state.form.set('picture');
    view.setAxis('step');
    view.whole();
    state.see({ log: { ...state.look.get().log, groups: ALL_GROUPS, text: '' } });
    state.document.set(document);
    state.source.set(document.source);
    state.see({ step: 0 });
  }

  /** Ends the workers. The session cannot be used afterwards. */
  close(): void {
    this.playback.playing.set(false);
    this.engine.close();
    this.#processes.close();
    this.#victims.close();
  }
}
