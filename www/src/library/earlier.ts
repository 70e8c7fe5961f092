/** Takes over what an earlier version of this page has kept: one text for all tabs. */
import { SCENARIOS } from '../scenarios.ts';
import type { Programs } from './programs.ts';

const KEY = 'leakproof.work';

/** Makes that text one of the person's own programs, unless it is an unchanged scenario. */
export function takeOverEarlierText(programs: Programs, storage: () => Storage = () => localStorage): void {
  try {
    const kept = storage().getItem(KEY);
    if (kept === null) return;
    const { source, scenario } = JSON.parse(kept) as { readonly source?: unknown; readonly scenario?: unknown };
    const isChanged = typeof source === 'string' && SCENARIOS.every((each) => each.source !== source);
    if (isChanged) {
      const origin = SCENARIOS.find(({ name }) => name === scenario);
      const name = origin ? `${origin.title} (mine)` : 'Earlier program';
      if (!programs.isKept(programs.create({ name, source, origin: origin?.name ?? null }))) return;
    }
    storage().removeItem(KEY);
  } catch {
    // Broken, or refused: there is nothing to take over.
  }
}
