/** The texts about a thing on the timeline, the same in its tip, the table and the comparison. Code stands between backticks. */
import { count, duration, plural } from '../format.ts';
import type { About, Legend, Life, Picture, ScopeName, Verdict } from '../messages.ts';
import { signOf } from '../signs.ts';
import type { Hit } from '../timeline/hit.ts';

/** Lines about an event or a resource, the most important first. */
export function describe(about: About, hit: Extract<Hit, { what: 'mark' | 'bar' }>, legend: Legend): string[] {
  if (hit.what === 'mark') {
    return lines([
      about.text,
      join([`step ${count(about.step)}`, duration(about.time), lineOf(about.line)]),
      hit.count > 1 && `and ${plural(hit.count - 1, 'more event')} here`,
    ]);
  }
  const { life, handle } = about;
  if (!life) return [about.text];
  return lines([
    join([`\`${life.name}\``, life.handle ? `${life.kind} ${life.handle}` : life.kind, signOf('bar', legend.bars[hit.state] ?? '')?.word]),
    handle &&
      join([
        handle.owner && `owned by \`${handle.owner}\``,
        handle.buffered > 0 && `${plural(handle.buffered, 'byte')} not on the disk yet`,
      ]),
    ending(life),
    hit.count > 1 && `and ${plural(hit.count - 1, 'more resource')} here`,
  ]);
}

/** Lines about a scope: its name, from when to when it lasts, and how it is left. */
export function describeScope(scope: ScopeName, { scopes }: Picture, legend: Legend): string[] {
  const { label, line, entered, leaving, left } = scope;
  const end = leaving ?? left;
  const states = scopes.state.filter((_, index) => scopes.scope[index] === scope.scope);
  const way = Array.from(states, (state) => WAYS[legend.bands[state] ?? '']).find((way) => way !== undefined);
  return lines([
    label,
    join([lineOf(line), end === null ? `from step ${count(entered)} on` : `from step ${count(entered)} to step ${count(left ?? end)}`]),
    end !== null && way && `${way} at step ${count(end)}`,
  ]);
}

/** How a scope is left, by the states of its bar. */
const WAYS: Readonly<Record<string, string>> = {
  ending: 'it ends',
  'leaving-early': 'it is left by `return`, `break` or `continue`',
  'leaving-on-error': 'it is left with an error, by `?`',
  unwinding: 'a panic leaves it',
};

/** The end of a resource in words, or its state while it has none. */
export function ending(life: Life): string {
  const done = life.kind === 'lock' ? 'freed' : 'closed';
  const open = `open for ${duration(life.duration)}`;
  const lost = life.lost > 0 && `${plural(life.lost, 'byte')} lost`;
  switch (life.end) {
    case 'refused':
      return join(['not opened', life.error]);
    case 'acquiring':
      return 'being opened';
    case 'open':
      return 'still open';
    case 'reaped':
      return join([`never ${done}`, `${done} by ${life.releasedBy}`, open, lost]);
    case 'released':
      return join([`${done} by ${life.releasedBy}`, open, life.error, lost]);
  }
}

/** The sign of a verdict. */
export function severitySign(severity: Verdict['severity']): string {
  return { fine: 'released', error: 'error-raised', panic: 'panic-raised', leak: 'leaked' }[severity];
}

type Part = string | false | null | undefined;

function lineOf(line: number): Part {
  return line > 0 && `line ${line}`;
}

function join(parts: readonly Part[]): string {
  return lines(parts).join(' · ');
}

function lines(parts: readonly Part[]): string[] {
  return parts.filter((part): part is string => Boolean(part));
}
