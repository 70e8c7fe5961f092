/** One of the person's own programs, its name, and the record of it in the browser's storage. */
import { LANGUAGES, type Language } from '../language.ts';
import { visible } from '../visible.ts';

/** The farthest moment that a date can name, in milliseconds from 1970 (ECMAScript). */
const LATEST = 8.64e15;

export interface Program {
  readonly id: string;
  readonly name: string;
  /** Whether the person has chosen the name. */
  readonly isNamed: boolean;
  readonly language: Language;
  readonly source: string;
  /** The file name of the scenario that it began as; null if there is none. */
  readonly origin: string | null;
  /** When its text was last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** Changes with each save of the text, so that a tab notices a save by another. */
  readonly revision: string;
}

/** The version of the record; a record of another version is left alone. */
const VERSION = 1;

/** Characters that a name may have. */
const LONGEST_NAME = 80;

/** The program as a text for the storage. */
export function toRecord(program: Program): string {
  return JSON.stringify({ version: VERSION, ...program });
}

/** The program in a text from the storage; null if that is broken, foreign or of another version. */
export function fromRecord(id: string, record: string): Program | null {
  const { version, name, isNamed, language, source, origin, changed, revision } = parsed(record);
  if (version !== VERSION || typeof source !== 'string' || typeof name !== 'string') return null;
  const known = LANGUAGES.find((each) => each === language);
  if (!known || typeof revision !== 'string' || !(Math.abs(changed as number) <= LATEST)) return null;
  return {
    id,
    name: cleanName(name),
    isNamed: isNamed === true,
    language: known,
    source,
    origin: typeof origin === 'string' ? origin : null,
    changed: changed as number,
    revision,
  };
}

function parsed(record: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(record) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** A name of one line, not empty, not too long, without invisible characters. */
export function cleanName(name: string): string {
  const line = visible(name.trim().replaceAll(/\s+/g, ' '));
  return [...line].slice(0, LONGEST_NAME).join('').trim() || 'Untitled';
}

/** The name, or the name with the first number that makes it differ from those taken. */
export function freeName(name: string, taken: readonly string[]): string {
  const clean = cleanName(name);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? clean : `${clean} ${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** The name as the name of a file on any system. */
export function fileName(name: string, ending: string): string {
  const stem = name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '').replaceAll(/\s+/g, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return `${stem || 'program'}.${ending}`;
}
