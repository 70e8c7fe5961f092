/** The sizes of the panels that the person has chosen; kept for the next visit, and the same for all playgrounds. */

/** The panels that can be sized, in CSS pixels. */
export type Panel = 'guide' | 'now' | 'output' | 'lower';

export type Sizes = Readonly<Partial<Record<Panel, number>>>;

const KEY = 'leakproof.panels';
const PANELS: readonly Panel[] = ['guide', 'now', 'output', 'lower'];

/** The sizes that were kept; none where the storage has none or is refused. */
export function readSizes(): Sizes {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Readonly<Record<string, unknown>> | null;
    const sizes = PANELS.map((panel) => [panel, kept?.[panel]] as const);
    return Object.fromEntries(sizes.filter(([, size]) => Number.isFinite(size)));
  } catch {
    return {};
  }
}

/** Keeps the sizes. Where the storage is refused they last as long as the page. */
export function keepSizes(sizes: Sizes): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(sizes));
  } catch {}
}
