/** Which entries of the legend a picture has, and how often. */
import type { Legend, Picture } from '../messages.ts';

/** How many marks a picture has of each kind, by the code names of the legend: `acquired`, `bar:open`, `band:unwinding`, `phase:panic`. */
export function occurrences({ bars, marks, ruler, scopes, phases }: Picture, legend: Legend): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (prefix: string, names: readonly string[], codes: Uint32Array, counts: Uint32Array) => {
    codes.forEach((code, index) => {
      const name = prefix + (names[code] ?? '');
      found.set(name, (found.get(name) ?? 0) + counts[index]!);
    });
  };
  add('', legend.marks, marks.kind, marks.count);
  add('', legend.marks, ruler.kind, ruler.count);
  add('bar:', legend.bars, bars.state, bars.count);
  add('band:', legend.bands, scopes.state, scopes.count);
  add('phase:', legend.phases, phases.traveller, phases.count);
  return found;
}
