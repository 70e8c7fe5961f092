/** The lines of a terminal, from the pieces that a program has printed. */
import type { Output, Printed } from '../messages.ts';

/** A piece of one line. */
export interface LinePart {
  readonly text: string;
  /** Whether it went to standard error. */
  readonly isError: boolean;
  /** Whether it is printed after the selected step. */
  readonly isLater: boolean;
}

export interface Line {
  readonly parts: readonly LinePart[];
  /** Whether anything of it went to standard error. */
  readonly isError: boolean;
  /** The step that printed its last piece. */
  readonly step: number;
}

/** The lines of what was printed before the selected step and after it. */
export function linesOf({ before, after }: Pick<Output, 'before' | 'after'>): readonly Line[] {
  const lines: Line[] = [];
  let parts: LinePart[] = [];
  let last = 0;
  const end = () => {
    lines.push({ parts, isError: parts.some(({ isError }) => isError), step: last });
    parts = [];
  };
  const print = ({ text, error, step }: Printed, isLater: boolean) => {
    const [first = '', ...others] = text.split('\n');
    const add = (text: string) => {
      last = step;
      parts.push({ text, isError: error, isLater });
    };
    if (first || others.length) add(first);
    for (const [index, other] of others.entries()) {
      end();
      // What a line break ends has no line after it before something is printed there.
      if (other || index < others.length - 1) add(other);
    }
  };
  for (const piece of before) print(piece, false);
  for (const piece of after) print(piece, true);
  if (parts.length) end();
  return lines;
}
