/** A piece of state outside of the views. */

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

/** A value seen only as something that changes. */
export interface Watchable {
  watch(watcher: () => void): () => void;
}

/** A part of a value, to be watched without hearing of changes to the other parts. */
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
