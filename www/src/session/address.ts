/**
 * The part of the page's address after `#`: a program, and what is shown of it.
 *
 * ```text
 * 05-panic                         an unchanged scenario, by its name
 * 1.rust.q1ZKSS0u…                 version, language, the text as deflate-raw in base64url
 * 05-panic&step=12&hidden=0        what is shown, where that differs from a program just opened
 * ```
 *
 * | part | value | |
 * | --- | --- | --- |
 * | `step` | `12`, `last` | the selected step |
 * | `axis` | `time` | the axis of the timeline |
 * | `zoom` | `3-9.5` | the part in sight, in steps or nanoseconds |
 * | `panics` | `abort`, `both` | what a panic does |
 * | `disk` | as the text | the disk that the program begins on |
 * | `hidden` | `0` | what follows the step is shown |
 * | `form` | `table`, `log` | the form of the run below the steps |
 *
 * A link is not trusted: whatever does not have this form exactly is refused with a sentence.
 */
import { count } from '../format.ts';
import { LANGUAGES, type Language } from '../language.ts';
import { MOST_SOURCE, textOf } from '../library/files.ts';
import type { Axis } from '../messages.ts';
import { SCENARIOS, type Scenario } from '../scenarios.ts';
import { pack, unpack } from './packed.ts';
import { AS_OPENED, LARGEST_DISK, type Shown } from './shown.ts';

/** The version of addresses with a text in them. */
const VERSION = 1;

/** The last step that a link may name. */
const LAST_STEP = 1e9;

/** The least and the most of each axis that can be in sight: steps, and nanoseconds. */
const ZOOMS: Readonly<Record<Axis, readonly [number, number]>> = { step: [1, LAST_STEP], time: [1, 1e15] };

/** The program of an address. */
export type Linked =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'text'; readonly language: Language; readonly source: string };

/** What an address holds, or the reason why it was refused, in one sentence. */
export type Decoded =
  | { readonly kind: 'program'; readonly program: Linked; readonly shown: Shown }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Writes an address. */
export async function encode(language: Language, source: string, shown: Shown): Promise<string> {
  const scenario = SCENARIOS.find((each) => each.source === source);
  const text = async () => `${VERSION}.${language}.${await pack(new TextEncoder().encode(source))}`;
  const parts = [scenario ? scenario.name : await text()];
  const { step, axis, zoom, panics, disk, hidden, form } = shown;
  if (step !== AS_OPENED.step) parts.push(`step=${step ?? 'last'}`);
  if (axis !== AS_OPENED.axis) parts.push(`axis=${axis}`);
  if (zoom) parts.push(`zoom=${position(zoom.from)}-${position(zoom.to)}`);
  if (panics !== AS_OPENED.panics) parts.push(`panics=${panics}`);
  if (disk) parts.push(`disk=${await pack(disk)}`);
  if (hidden !== AS_OPENED.hidden) parts.push(`hidden=${hidden ? 1 : 0}`);
  if (form !== AS_OPENED.form) parts.push(`form=${form}`);
  return parts.join('&');
}

/** Thousandths of a step, or of a nanosecond, are all that can be seen. */
function position(value: number): string {
  return String(Number(value.toFixed(3)));
}

/** Reads an address. */
export async function decode(fragment: string): Promise<Decoded> {
  try {
    const [first = '', ...rest] = fragment.split('&');
    return { kind: 'program', program: await programIn(first), shown: await shownIn(rest) };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', sentence: error.message };
    throw error;
  }
}

/** A link that is not taken; the message is the sentence for the person. */
class Refused extends Error {}

const damaged = () => new Refused('This link is damaged, so it was not opened: copy it again, from its first to its last character.');
const later = () => new Refused('This link comes from a later version of Leakproof: reload the page, then open the link again.');
const wrong = (what: string) => new Refused(`The \`${what}\` in this link is not possible, so the link was not opened.`);

async function programIn(text: string): Promise<Linked> {
  const [version = '', language, packed, ...more] = text.split('.');
  if (language === undefined) {
    const scenario = SCENARIOS.find(({ name }) => name === version);
    if (!scenario) throw new Refused('This link names a scenario that is not on this page.');
    return { kind: 'scenario', scenario };
  }
  if (!/^[1-9]\d{0,8}$/.test(version)) throw damaged();
  if (Number(version) > VERSION) throw later();
  if (!/^[a-z]+$/.test(language) || packed === undefined || more.length > 0) throw damaged();
  const known = LANGUAGES.find((each) => each === language);
  if (!known) throw new Refused('The program in this link is written in a language that this page does not run.');
  const bytes = await unpack(packed, MOST_SOURCE);
  if (bytes === 'too large') {
    throw new Refused(`The program in this link is too long: a program may have at most ${count(MOST_SOURCE)} bytes.`);
  }
  const source = bytes === 'torn' ? null : textOf(bytes);
  if (source === null) throw damaged();
  const scenario = SCENARIOS.find((each) => each.source === source);
  return scenario ? { kind: 'scenario', scenario } : { kind: 'text', language: known, source };
}

async function shownIn(parts: readonly string[]): Promise<Shown> {
  const values = new Map<string, string>();
  for (const part of parts) {
    const [name = '', value, ...more] = part.split('=');
    if (!name || !value || more.length > 0 || values.has(name)) throw damaged();
    values.set(name, value);
  }
  const take = (name: string) => {
    const value = values.get(name);
    values.delete(name);
    return value;
  };
  const axis = oneOf('axis', take('axis'), ['step', 'time']);
  const shown: Shown = {
    step: stepIn(take('step')),
    axis,
    zoom: zoomIn(take('zoom'), axis),
    panics: oneOf('panics', take('panics'), ['unwind', 'abort', 'both']),
    disk: await diskIn(take('disk')),
    hidden: oneOf('hidden', take('hidden'), ['1', '0']) === '1',
    form: oneOf('form', take('form'), ['picture', 'table', 'log']),
  };
  // A setting that this version does not know.
  if (values.size > 0) throw later();
  return shown;
}

/** The value if it is one of the choices; the first choice is the default. */
function oneOf<T extends string>(name: string, value: string | undefined, choices: readonly [T, ...T[]]): T {
  const choice = choices.find((each) => each === (value ?? choices[0]));
  if (choice === undefined) throw wrong(name);
  return choice;
}

function stepIn(value: string | undefined): number | null {
  if (value === undefined) return AS_OPENED.step;
  if (value === 'last') return null;
  if (!/^\d{1,10}$/.test(value) || Number(value) > LAST_STEP) throw wrong('step');
  return Number(value);
}

function zoomIn(value: string | undefined, axis: Axis): Shown['zoom'] {
  if (value === undefined) return null;
  const found = /^(\d{1,16}(?:\.\d{1,3})?)-(\d{1,16}(?:\.\d{1,3})?)$/.exec(value);
  if (!found) throw wrong('zoom');
  const [from, to] = [Number(found[1]), Number(found[2])];
  const [least, most] = ZOOMS[axis];
  if (to - from < least || to > most) throw wrong('zoom');
  return { from, to };
}

async function diskIn(value: string | undefined): Promise<Uint8Array | null> {
  if (value === undefined) return null;
  const bytes = await unpack(value, LARGEST_DISK);
  if (bytes === 'too large') throw new Refused(`The disk in this link is too large: a disk may have at most ${count(LARGEST_DISK)} bytes.`);
  if (bytes === 'torn') throw damaged();
  return bytes;
}
