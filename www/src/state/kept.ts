/**
 * What the person would miss after closing or reloading the page: the text and its scenario, the disk,
 * the step, the switches, how the panels stand.
 *
 * One place in the browser's storage, for all windows: the last who writes wins. What is broken there,
 * or of another version of this page, is passed over piece by piece. Storage that is refused (private
 * windows, embedding) makes the work last as long as the page.
 */
import type { Look } from '../messages.ts';
import * as state from './run.ts';

const KEY = 'leakproof.work';
/** Milliseconds of calm after which a change is written. */
const CALM = 300;
/** A larger disk is not kept: storage is small, and shared with all pages of the site. */
const LARGEST_DISK = 256 * 1024;

interface Kept {
  readonly source: string;
  readonly scenario: string;
  readonly panics: string;
  readonly traced: boolean;
  /** In base 64; null for a fresh one. */
  readonly disk: string | null;
  /** Null for the last step. */
  readonly step: number | null;
  readonly axis: string;
  readonly log: { readonly groups: number; readonly text: string };
  readonly tab: string;
  readonly form: string;
}

/** Puts back what was kept; false where there is nothing to put back. */
export function restore(): boolean {
  const kept = read();
  if (typeof kept?.source !== 'string') return false;
  const { look, panics, traced, tab, form, scenarioName, disk, source } = state;
  if (kept.panics === 'abort' || kept.panics === 'both') panics.set(kept.panics);
  if (kept.traced === true) traced.set(true);
  if (kept.tab === 'moment' || kept.tab === 'log') tab.set(kept.tab);
  if (kept.form === 'table') form.set('table');
  if (typeof kept.scenario === 'string') scenarioName.set(kept.scenario);
  if (typeof kept.disk === 'string') disk.set(bytes(kept.disk));
  look.set(looked(look.get(), kept));
  source.set(kept.source);
  return true;
}

function looked(now: Look, { step, axis, log }: Partial<Kept>): Look {
  const isStep = Number.isSafeInteger(step) && step! >= 0;
  const { groups, text } = log ?? {};
  const areGroups = Number.isSafeInteger(groups) && groups! >= 0 && groups! <= 0b1111;
  return {
    ...now,
    step: isStep ? step! : null,
    timeline: { ...now.timeline, axis: axis === 'time' ? 'time' : 'step' },
    log: { ...now.log, groups: areGroups ? groups! : now.log.groups, text: typeof text === 'string' ? text : '' },
  };
}

/** Keeps every change from now on. */
export function keep(): void {
  // Written when the person pauses, and when the page goes, which may be the last moment there is.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, CALM);
  };
  const { source, scenarioName, disk, look, panics, traced, tab, form } = state;
  for (const value of [source, scenarioName, disk, look, panics, traced, tab, form]) value.watch(soon);
  addEventListener('pagehide', write);
}

function write(): void {
  const { step, timeline, log } = state.look.get();
  const disk = state.disk.get();
  const kept: Kept = {
    source: state.source.get(),
    scenario: state.scenarioName.get(),
    panics: state.panics.get(),
    traced: state.traced.get(),
    disk: disk && disk.length <= LARGEST_DISK ? base64(disk) : null,
    step,
    axis: timeline.axis,
    log: { groups: log.groups, text: log.text },
    tab: state.tab.get(),
    form: state.form.get(),
  };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {}
}

function read(): Partial<Kept> | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Kept> | null;
  } catch {
    return null;
  }
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
