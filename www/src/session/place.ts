/**
 * The place where the person is: the open program, what is shown of it, and the switches. It comes back after
 * a reload, and to a visitor who returns.
 *
 * Each tab has its own; a new tab begins where the last tab was. What is broken in the storage, or of another
 * version of this page, is passed over piece by piece. A program that came with a link is not kept here: until
 * the person changes it, it is in the address alone.
 */
import type { Look } from '../messages.ts';
import type { Session } from './session.ts';
import { AS_OPENED, shownIn, type Shown } from './shown.ts';
import type { SessionState } from './state.ts';

const KEY = 'leakproof.place';
/** Milliseconds of calm after which a change is written. */
const CALM = 300;

type Tab = ReturnType<SessionState['tab']['get']>;

export interface Place {
  /** The id of the document. */
  readonly document: string;
  readonly shown: Shown;
  /** Whether runs go to the browser's console. */
  readonly traced: boolean;
  readonly log: Pick<Look['log'], 'groups' | 'text'>;
  readonly tab: Tab;
}

/** The place of this tab before it was reloaded. */
export function placeOfTab(): Place | null {
  return read(() => sessionStorage);
}

/** The place of the tab that was used last. */
export function lastPlace(): Place | null {
  return read(() => localStorage);
}

/** Sets the switches that are no part of what is shown of a program. */
export function putSwitchesBack({ state }: Session, { traced, log, tab }: Place): void {
  state.traced.set(traced);
  state.tab.set(tab);
  state.see({ log: { ...state.look.get().log, ...log } });
}

/** Keeps the place from now on, until the returned function is called. */
export function keepPlace({ state }: Session): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unwritten: Place | null = null;
  // When the page goes, that may be the last moment there is.
  const flush = () => {
    clearTimeout(timer);
    if (unwritten) write(unwritten);
    unwritten = null;
  };
  const soon = () => {
    const place = placeIn(state);
    // The place in the program before, which may be the last one that is kept.
    if (place?.document !== unwritten?.document) flush();
    clearTimeout(timer);
    unwritten = place;
    timer = setTimeout(flush, CALM);
  };
  const { document, look, panics, disk, hidden, form, traced, tab } = state;
  const stops = [document, look, panics, disk, hidden, form, traced, tab].map((value) => value.watch(soon));
  addEventListener('pagehide', flush);
  // The person goes to another tab, perhaps a new one of this page.
  addEventListener('visibilitychange', flush, true);
  return () => {
    flush();
    removeEventListener('pagehide', flush);
    removeEventListener('visibilitychange', flush, true);
    for (const stop of stops) stop();
  };
}

function placeIn(state: SessionState): Place | null {
  const document = state.document.get();
  if (!document || document.kind === 'link') return null;
  const { groups, text } = state.look.get().log;
  return { document: document.id, shown: shownIn(state), traced: state.traced.get(), log: { groups, text }, tab: state.tab.get() };
}

function write({ shown, ...place }: Place): void {
  const record = JSON.stringify({ ...place, shown: { ...shown, disk: shown.disk && base64(shown.disk) } });
  for (const storage of [() => sessionStorage, () => localStorage]) {
    try {
      storage().setItem(KEY, record);
    } catch {
      // Refused or full: the place lasts as long as the page. Programs that are not kept are reported by the keeper.
    }
  }
}

function read(storage: () => Storage): Place | null {
  const { document, shown, traced, log, tab } = record(storage);
  if (typeof document !== 'string') return null;
  const { groups, text } = fields(log);
  const areGroups = Number.isSafeInteger(groups) && (groups as number) >= 0 && (groups as number) <= 0b1111;
  const tabs: readonly Tab[] = ['code', 'moment', 'output', 'guide'];
  return {
    document,
    shown: shownOf(fields(shown)),
    traced: traced === true,
    log: { groups: areGroups ? (groups as number) : 0b1111, text: typeof text === 'string' ? text : '' },
    tab: tabs.find((each) => each === tab) ?? 'code',
  };
}

function shownOf({ step, axis, zoom, panics, disk, hidden, form }: Readonly<Record<string, unknown>>): Shown {
  const isStep = Number.isSafeInteger(step) && (step as number) >= 0 && (step as number) <= 1e9;
  const { from, to } = fields(zoom);
  const isZoom = Number.isFinite(from) && Number.isFinite(to) && (from as number) >= 0 && (from as number) < (to as number);
  return {
    step: isStep ? (step as number) : null,
    axis: axis === 'time' ? 'time' : 'step',
    zoom: isZoom ? { from: from as number, to: to as number } : null,
    panics: panics === 'abort' || panics === 'both' ? panics : 'unwind',
    disk: typeof disk === 'string' ? bytes(disk) : null,
    hidden: typeof hidden === 'boolean' ? hidden : AS_OPENED.hidden,
    form: form === 'table' || form === 'log' ? form : 'picture',
  };
}

function record(storage: () => Storage): Readonly<Record<string, unknown>> {
  try {
    return fields(JSON.parse(storage().getItem(KEY) ?? 'null'));
  } catch {
    return {};
  }
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function base64(disk: Uint8Array): string {
  return btoa(Array.from(disk, (byte) => String.fromCharCode(byte)).join(''));
}

function bytes(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
