/** What is said about a thing on the timeline that is pointed at. */
import { duration, plural } from '../format.ts';
import type { About, Legend, Life } from '../messages.ts';
import type { Hit } from '../timeline/hit.ts';

/** Lines of words, the first the most important. */
export function describe(about: About, hit: Hit, legend: Legend): string[] {
  const lines: string[] = [];
  if (hit.step !== null) {
    lines.push(about.text);
    lines.push(join([`step ${about.step}`, duration(about.time), about.line ? `line ${about.line}` : null]));
    if (hit.count > 1) lines.push(`and ${plural(hit.count - 1, 'event')} more here`);
    return lines;
  }
  const { life, handle } = about;
  if (!life) return [about.text];
  const state = handle ? handle.state.replace('-', ' ') : (legend.bars[hit.state] ?? '').replaceAll('-', ' ');
  lines.push(join([life.name, life.handle ? `${life.kind} ${life.handle}` : life.kind, state]));
  if (handle) {
    lines.push(
      join([
        handle.owner ? `owned by ${handle.owner}` : null,
        handle.buffered ? `${plural(handle.buffered, 'byte')} not on the disk yet` : null,
      ]),
    );
  }
  lines.push(ending(life));
  if (hit.count > 1) lines.push(`and ${plural(hit.count - 1, 'resource')} more here`);
  return lines.filter((line) => line !== '');
}

/** What became of a resource, in words. */
export function ending(life: Life): string {
  const lost = life.lost ? plural(life.lost, 'byte') + ' lost' : null;
  switch (life.end) {
    case 'refused':
      return join(['refused', life.error]);
    case 'open':
      return 'still open';
    case 'world':
      return join([`leaked, closed by the world after ${duration(life.duration)}`, lost]);
    default:
      return join([`${life.end} after ${duration(life.duration)}`, life.error, lost]);
  }
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
