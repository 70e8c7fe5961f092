/** Programs that come from files of the person's computer, and go there. */
import { count } from '../format.ts';
import { visible } from '../visible.ts';

/** Bytes that the text of a program may have; `MAX_SOURCE` of the crate. */
export const MOST_SOURCE = 100_000;

/** The text of a file, and a name for the program; or the reason why it is no program, in one sentence. */
export type Opened =
  | { readonly kind: 'program'; readonly name: string; readonly source: string }
  | { readonly kind: 'problem'; readonly sentence: string };

/** Reads a file as a program. */
export async function readProgram(file: File): Promise<Opened> {
  const name = visible(file.name);
  const problem = (sentence: string): Opened => ({ kind: 'problem', sentence });
  if (file.size > MOST_SOURCE) {
    return problem(`${name} has ${count(file.size)} bytes, and a program may have at most ${count(MOST_SOURCE)}.`);
  }
  // A folder that was dropped is a file that cannot be read.
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return problem(`${name} cannot be read.`);
  // Some editors begin a file with a byte order mark.
  const source = textOf(new Uint8Array(bytes))?.replace(/^\ufeff/, '') ?? null;
  if (source === null) return problem(`${name} is not a text file.`);
  return { kind: 'program', name: file.name.replace(/\.(rs|txt)$/i, ''), source };
}

/** The text in bytes, with the editor's line ends; null if they are no text in UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? null : text.replaceAll(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}

/** Has the browser save a text as a file. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
