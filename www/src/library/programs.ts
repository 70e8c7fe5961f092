/**
 * The person's own programs, in the browser's storage: a record for each, shared by all tabs.
 *
 * A tab never overwrites what another has saved: a program that was saved elsewhere since this tab opened it
 * is saved as a copy. What the storage does not take stays in memory for as long as the page lasts, and is
 * written as soon as there is room.
 */
import type { Language } from '../language.ts';
import { Value } from '../session/value.ts';
import { cleanName, freeName, fromRecord, toRecord, type Program } from './program.ts';

const PREFIX = 'leakproof.program.';

/** Why programs are not kept: the browser refuses the storage, or it has no room left. */
export type Trouble = 'refused' | 'full';

/** A program that is new to the list. */
export interface Draft {
  readonly name: string;
  readonly source: string;
  readonly language?: Language;
  readonly origin?: string | null;
  /** Whether the person has chosen the name. */
  readonly isNamed?: boolean;
}

export class Programs {
  /** All programs, the one changed last first. */
  readonly list = new Value<readonly Program[]>([]);
  /** Why the last change was not written; null if it was. */
  readonly trouble = new Value<Trouble | null>(null);
  readonly #storage: () => Storage;
  readonly #now: () => number;
  /** The programs as this tab knows them. */
  readonly #known = new Map<string, Program>();
  /** The revision in the storage that this tab's text of a program goes back to. */
  readonly #base = new Map<string, string>();
  /** Programs that the storage did not take. */
  readonly #unkept = new Set<string>();

  /** `storage` throws where the browser refuses it. `now`: milliseconds since 1970. */
  constructor(storage: () => Storage = () => localStorage, now: () => number = Date.now) {
    this.#storage = storage;
    this.#now = now;
    this.refresh();
  }

  /** Follows what other tabs save, until the returned function is called. */
  followOtherTabs(): () => void {
    const hear = ({ key }: StorageEvent) => {
      if (key === null || key.startsWith(PREFIX)) this.refresh();
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }

  /** Reads all records again. */
  refresh(): void {
    const kept = this.#readAll();
    for (const id of [...this.#known.keys()]) if (!this.#unkept.has(id)) this.#known.delete(id);
    for (const program of kept) if (!this.#unkept.has(program.id)) this.#known.set(program.id, program);
    this.#tell();
  }

  /** Whether a program is in the storage as it is shown. */
  isKept({ id }: Program): boolean {
    return !this.#unkept.has(id);
  }

  /** A program for changing it: what this tab saves from now on goes back to what is stored now. Null if there is none. */
  open(id: string): Program | null {
    const stored = this.#stored(id);
    if (stored && !this.#unkept.has(id)) {
      this.#known.set(id, stored);
      this.#base.set(id, stored.revision);
    }
    return this.#known.get(id) ?? null;
  }

  /** Adds a program, with a number behind its name where that is taken. */
  create({ name, source, language = 'rust', origin = null, isNamed = false }: Draft): Program {
    const id = token();
    const names = this.list.get().map((each) => each.name);
    const changed = this.#now();
    return this.#put({ id, name: freeName(name, names), isNamed, language, source, origin, changed, revision: token() });
  }

  /**
   * Saves the text of a program. Answers the program, or a copy with another id and name if another tab has
   * saved that program meanwhile.
   */
  save(id: string, source: string): Program | null {
    const mine = this.#known.get(id) ?? null;
    const stored = this.#stored(id);
    if (this.#isForeign(id)) {
      if (this.#unkept.delete(id) && stored) this.#known.set(id, stored);
      const original = stored ?? mine;
      return original && this.create({ ...original, name: `${original.name} (other tab)`, source, isNamed: true });
    }
    const program = (this.#unkept.has(id) ? mine : stored) ?? mine;
    return program && this.#put({ ...program, source, changed: this.#now(), revision: token() });
  }

  /** Renames a program. Its text and its revision stay, so a tab that is changing it is not disturbed. */
  rename(id: string, name: string): void {
    const program = this.#current(id);
    if (!program || cleanName(name) === program.name) return;
    const others = this.list.get().filter((each) => each.id !== id);
    this.#put({ ...program, name: freeName(name, others.map((each) => each.name)), isNamed: true }, this.#base.get(id));
  }

  /** Adds a copy of a program. */
  copy(id: string): Program | null {
    const program = this.#current(id);
    return program && this.create({ ...program, name: `${program.name} copy`, isNamed: true });
  }

  /** Deletes a program. Answers what {@link restore} takes to undo that; null if there was none. */
  delete(id: string): Program | null {
    const program = this.#current(id);
    this.#known.delete(id);
    this.#unkept.delete(id);
    this.#base.delete(id);
    try {
      this.#storage().removeItem(PREFIX + id);
    } catch {
      // A storage that is refused holds nothing to remove.
    }
    this.#retry();
    this.#tell();
    return program;
  }

  /** Deletes a program that is not worth keeping, unless another tab has saved it meanwhile; answers whether it is gone. */
  discard(id: string): boolean {
    if (this.#isForeign(id)) return false;
    this.delete(id);
    return true;
  }

  /** Puts a deleted program back, unless another tab has done so. */
  restore(program: Program): void {
    if (this.#record(program.id) === null) this.#put(program);
  }

  /** Whether another tab has saved the program since this tab opened it. */
  #isForeign(id: string): boolean {
    const record = this.#record(id);
    // A record that this page cannot read is not this tab's to overwrite either.
    return record !== null && fromRecord(id, record)?.revision !== this.#base.get(id);
  }

  /** The program as it is stored now, or as this tab has it where the storage did not take it. */
  #current(id: string): Program | null {
    return (this.#unkept.has(id) ? null : this.#stored(id)) ?? this.#known.get(id) ?? null;
  }

  /** Writes a program. `base`: the revision that the tab's text goes back to afterwards. */
  #put(program: Program, base: string | undefined = program.revision): Program {
    this.#known.set(program.id, program);
    this.#unkept.add(program.id);
    if (this.#write(program)) {
      if (base !== undefined) this.#base.set(program.id, base);
      this.#retry();
    }
    this.#tell();
    return program;
  }

  /** Writes what the storage did not take before, as far as there is room. */
  #retry(): void {
    for (const id of [...this.#unkept]) {
      const program = this.#known.get(id);
      if (!program || this.#isForeign(id)) continue;
      if (!this.#write(program)) return;
      this.#base.set(id, program.revision);
    }
  }

  #write(program: Program): boolean {
    try {
      this.#storage().setItem(PREFIX + program.id, toRecord(program));
      this.#unkept.delete(program.id);
      if (this.#unkept.size === 0) this.trouble.set(null);
      return true;
    } catch {
      this.trouble.set(this.#isThere() ? 'full' : 'refused');
      return false;
    }
  }

  #isThere(): boolean {
    try {
      return this.#storage() !== null;
    } catch {
      return false;
    }
  }

  #record(id: string): string | null {
    try {
      return this.#storage().getItem(PREFIX + id);
    } catch {
      return null;
    }
  }

  #stored(id: string): Program | null {
    const record = this.#record(id);
    return record === null ? null : fromRecord(id, record);
  }

  #readAll(): Program[] {
    try {
      const storage = this.#storage();
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      const ids = keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
      return ids.flatMap((id) => this.#stored(id) ?? []);
    } catch {
      return [];
    }
  }

  #tell(): void {
    this.list.set([...this.#known.values()].sort((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1)));
  }
}

/** A name that nothing else has. `randomUUID` is missing where the page does not come over HTTPS. */
function token(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');
}
