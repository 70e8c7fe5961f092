/**
 * Ties a session to the page's address: the address holds what is on the screen, back and forward move between
 * programs, and a link that is put into the address opens.
 *
 * Opening another program adds an entry to the browser's history; whatever else changes replaces the entry.
 */
import { cleanName } from '../library/program.ts';
import { directive, SCENARIOS } from '../scenarios.ts';
import { decode, encode, type Linked } from './address.ts';
import { documentOf, type Document } from './document.ts';
import type { Keeper } from './keeper.ts';
import { keepPlace, lastPlace, placeOfTab, putSwitchesBack, type Place } from './place.ts';
import type { Session } from './session.ts';
import { shownIn, type Shown } from './shown.ts';

/** Milliseconds of calm after which the address is written: browsers take only so many changes in a second. */
const CALM = 300;

/** The state of an entry in the browser's history: the id of its document. */
interface Entry {
  readonly leakproof: string;
}

/** What an entry of the history is made from. */
interface Snapshot {
  readonly document: Document;
  readonly source: string;
  readonly shown: Shown;
}

export class SessionHistory {
  readonly #session: Session;
  readonly #keeper: Keeper;
  /** The document of the entry. */
  #current: Document | null = null;
  /** What the entry is to hold, and does not yet. */
  #unwritten: Snapshot | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Entries are written one after the other, since packing a text takes its time. */
  #writing: Promise<void> = Promise.resolve();
  /** How often the person has moved through the history: what was to be written before that is not written. */
  #moves = 0;
  /** Whether a program is being opened because the history has moved to it. */
  #isFollowing = false;
  readonly #stops: readonly (() => void)[];

  constructor(session: Session, keeper: Keeper) {
    this.#session = session;
    this.#keeper = keeper;
    const { document, source, look, panics, disk, hidden, form } = session.state;
    const follow = ({ state }: PopStateEvent) => void this.#follow(location.hash.slice(1), entryOf(state));
    addEventListener('popstate', follow);
    this.#stops = [
      document.watch((now) => this.#opened(now)),
      ...[source, look, panics, disk, hidden, form].map((value) => value.watch(() => this.#soon())),
      keepPlace(session),
      () => removeEventListener('popstate', follow),
    ];
  }

  /** Opens what the address holds, or what the person left, or the first scenario. */
  async begin(): Promise<void> {
    const [fragment, entry] = [location.hash.slice(1), entryOf(history.state)];
    const place = placeOfTab();
    const isReload = place !== null && place.document === entry?.leakproof;
    if (isReload && this.#openPlace(place)) return;
    const last = lastPlace();
    const openOther = () => (last && this.#openPlace(last)) || this.#session.openScenario();
    if (fragment) await this.#follow(fragment, entry, openOther);
    else openOther();
  }

  /** The address of what is on the screen. */
  async address(): Promise<string> {
    const { state } = this.#session;
    const language = state.document.get()?.language ?? 'rust';
    const fragment = await encode(language, state.source.get(), shownIn(state));
    return `${location.href.replace(/#.*$/, '')}#${fragment}`;
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #openPlace(place: Place): boolean {
    const document = this.#documentOf(place.document);
    if (!document) return false;
    this.#open(document, place.shown);
    putSwitchesBack(this.#session, place);
    return true;
  }

  /** A scenario, or one of the person's programs, by its id. */
  #documentOf(id: string): Document | null {
    const scenario = SCENARIOS.map(documentOf).find((each) => each.id === id);
    return scenario ?? this.#keeper.documentFor(id);
  }

  /**
   * Opens what an entry holds: the person's own program as it is now, and else what is in the address. An address
   * that is refused is said, and what is on the screen stays; `otherwise` puts something there if nothing is.
   */
  async #follow(fragment: string, entry: Entry | null, otherwise: () => void = () => {}): Promise<void> {
    const move = ++this.#moves;
    this.#unwritten = null;
    clearTimeout(this.#timer);
    this.#keeper.flush();
    if (!fragment) {
      this.#soon();
      return;
    }
    const decoded = await decode(fragment);
    if (move !== this.#moves) return;
    const own = entry && this.#keeper.documentFor(entry.leakproof);
    if (decoded.kind === 'program') this.#open(own ?? documentFrom(decoded.program, fragment), decoded.shown);
    else if (own) this.#open(own);
    else {
      otherwise();
      this.#session.state.notice.set(decoded.sentence);
    }
    this.#soon();
  }

  #open(document: Document, shown: Partial<Shown> = {}): void {
    this.#isFollowing = true;
    try {
      this.#session.open(document, shown);
    } finally {
      this.#isFollowing = false;
    }
  }

  #opened(document: Document | null): void {
    const before = this.#current;
    this.#current = document;
    const isSame = before === null || document?.id === before.id || document?.follows === before.id;
    if (isSame || this.#isFollowing) {
      // At once, for the page may be reloaded before the address is written.
      if (document?.follows) put('replaceState', document);
      this.#soon();
      return;
    }
    // The entry of the program before gets its last form.
    const unwritten = this.#unwritten;
    if (unwritten) this.#write(unwritten, 'replaceState');
    this.#unwritten = null;
    clearTimeout(this.#timer);
    // When the session has set what is shown of the new one.
    queueMicrotask(() => this.#write(this.#snapshot(), 'pushState'));
  }

  #soon(): void {
    this.#unwritten = this.#snapshot();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#write(this.#unwritten, 'replaceState');
      this.#unwritten = null;
    }, CALM);
  }

  #snapshot(): Snapshot | null {
    const { state } = this.#session;
    const document = state.document.get();
    return document && { document, source: state.source.get(), shown: shownIn(state) };
  }

  #write(snapshot: Snapshot | null, how: 'replaceState' | 'pushState'): void {
    if (!snapshot) return;
    const { document, source, shown } = snapshot;
    const move = this.#moves;
    this.#writing = this.#writing.then(async () => {
      const fragment = await encode(document.language, source, shown);
      if (move !== this.#moves) return;
      put(how, document, `#${fragment}`);
    });
  }
}

/** Changes the browser's history; without an address, only whose entry it is. */
function put(how: 'replaceState' | 'pushState', { kind, id }: Document, address?: string): void {
  const entry: Entry = { leakproof: kind === 'link' ? 'link' : id };
  try {
    history[how](entry, '', address);
  } catch {
    // Too many changes for this browser, or an address that is too long for it: the next change tries again.
  }
}

function entryOf(state: unknown): Entry | null {
  const { leakproof } = (typeof state === 'object' && state !== null ? state : {}) as Partial<Entry>;
  return typeof leakproof === 'string' ? { leakproof } : null;
}

/** The program of a link as a document. Its name is the title in its text, which anyone may have written. */
function documentFrom(program: Linked, fragment: string): Document {
  if (program.kind === 'scenario') return documentOf(program.scenario);
  const { language, source } = program;
  const name = cleanName(directive(source, 'title') ?? 'Program from a link');
  return { id: `link:${fragment.replace(/&.*$/, '')}`, kind: 'link', name, language, source, origin: null };
}
