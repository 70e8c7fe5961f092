/** A piece of state outside of the views, and the way a view follows it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One value that others may watch. Setting an identical value tells nobody. */
export class Value<T> {
  #value: T;
  readonly #watchers = new Set<(value: T) => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const watcher of [...this.#watchers]) watcher(value);
  }

  /** Calls `watcher` after each change, until the returned function is called. */
  watch(watcher: (value: T) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

/** What can be watched, whatever its value is. */
interface Watchable {
  watch(watcher: () => void): () => void;
}

/** Some of a value: to be watched where a change of the rest is no change. */
export function part<T>(value: Value<T>, of: (value: T) => unknown): Watchable {
  return {
    watch(watcher) {
      let last = of(value.get());
      return value.watch((now) => {
        const next = of(now);
        if (Object.is(next, last)) return;
        last = next;
        watcher();
      });
    },
  };
}

/** Renders its host again whenever one of the values changes, for as long as it is connected. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #values: readonly Watchable[];
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, ...values: readonly Watchable[]) {
    this.#host = host;
    this.#values = values;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = this.#values.map((value) => value.watch(() => this.#host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
