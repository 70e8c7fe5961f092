/** What the person would miss after closing or reloading the page: text, scenario, step, switches. */
import type { Panics } from '../process/messages.ts';
import * as state from './run.ts';

const KEY = 'leakproof.work';

interface Kept {
  readonly source: string;
  readonly scenario: string;
  /** Null for the last step. */
  readonly step: number | null;
  readonly panics: Panics;
}

/** Puts back what was kept; false where there is nothing to put back. */
export function restore(): boolean {
  const kept = read();
  if (!kept) return false;
  state.scenarioName.set(kept.scenario);
  state.panics.set(kept.panics);
  state.look.set({ ...state.look.get(), step: kept.step });
  state.source.set(kept.source);
  return true;
}

/** Keeps every change from now on. */
export function keep(): void {
  // Written when the person pauses, and when the page goes, which may be the last moment there is.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, 300);
  };
  for (const value of [state.source, state.scenarioName, state.look, state.panics]) value.watch(soon);
  addEventListener('pagehide', write);
}

function write(): void {
  const kept: Kept = {
    source: state.source.get(),
    scenario: state.scenarioName.get(),
    step: state.look.get().step,
    panics: state.panics.get(),
  };
  // Storage can be refused (private windows, embedding): the work then lasts as long as the page.
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {}
}

function read(): Kept | null {
  try {
    const { source, scenario, step, panics } = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Kept>;
    if (typeof source !== 'string') return null;
    return {
      source,
      scenario: typeof scenario === 'string' ? scenario : '',
      step: typeof step === 'number' && step >= 0 ? step : null,
      panics: panics === 'abort' ? 'abort' : 'unwind',
    };
  } catch {
    return null;
  }
}
