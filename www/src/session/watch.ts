/** Follows values of the state from an element. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Watchable } from './value.ts';

/** Renders its host again whenever one of the values changes, for as long as the host is connected. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #values: () => readonly Watchable[];
  #stops: (() => void)[] = [];

  /** `values` is called each time the host is connected. */
  constructor(host: ReactiveControllerHost, values: () => readonly Watchable[]) {
    this.#host = host;
    this.#values = values;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = this.#values().map((value) => value.watch(() => this.#host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
