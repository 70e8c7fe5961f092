/** What is said about a thing on the timeline that is pointed at. */
import { duration, plural } from '../format.ts';
import type { About, Legend, Life, Verdict } from '../messages.ts';
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
    case 'acquiring':
      return 'being opened';
    case 'open':
      return 'still open';
    case 'reaped':
      return join([`never released; closed by ${life.releasedBy} after ${duration(life.duration)}`, lost]);
    case 'released':
      return join([`released by ${words(life.releasedBy)} after ${duration(life.duration)}`, life.error, lost]);
  }
}

/** Without the backticks that set code apart where there is a face for it. */
function words(text: string | null): string {
  return (text ?? '').replaceAll('`', '');
}

/** The sign of a verdict. */
export function severitySign(severity: Verdict['severity']): string {
  return { fine: 'released', error: 'error-raised', panic: 'panic-raised', leak: 'leaked' }[severity];
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
