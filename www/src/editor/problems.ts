/** The diagnostics of a program as marks at their exact places in the editor. */
import type { Diagnostic as Mark } from '@codemirror/lint';
import type { Category, Diagnostic } from '../messages.ts';

/** The names of the categories on the page. */
export const CATEGORIES: Readonly<Record<Category, string>> = {
  wrong: 'wrong',
  'not-supported': 'not supported',
  bug: 'bug in Leakproof',
  stopped: 'stopped',
};

const SEVERITIES: Readonly<Record<Category, Mark['severity']>> = {
  wrong: 'error',
  'not-supported': 'warning',
  bug: 'error',
  stopped: 'warning',
};

/** The marks of a diagnostic: one for itself, one for each place that it mentions. */
export function marksOf(diagnostic: Diagnostic, length: number): Mark[] {
  const marks: Mark[] = [
    {
      ...range(diagnostic, length),
      severity: SEVERITIES[diagnostic.category],
      message: headline(diagnostic),
      renderMessage: () => render(diagnostic),
    },
  ];
  for (const note of diagnostic.notes) {
    marks.push({ ...range(note, length), severity: 'info', message: note.text });
  }
  return marks.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** A place within the text. Where something is missing there is nothing to underline: the letter before it is. */
function range(place: { from: number; to: number }, length: number): { from: number; to: number } {
  const inside = (position: number) => Math.min(Math.max(position, 0), length);
  const [from, to] = [inside(place.from), inside(place.to)];
  return from < to ? { from, to } : { from: inside(from - 1), to };
}

/** The category, the code if there is one, and the message, in one line. */
export function headline({ category, code, message }: Diagnostic): string {
  return `${CATEGORIES[category]}${code ? ` ${code}` : ''}: ${message}`;
}

function render(diagnostic: Diagnostic): HTMLElement {
  const box = document.createElement('div');
  const line = box.appendChild(document.createElement('div'));
  line.textContent = headline(diagnostic);
  const quieter = (text: string) => {
    const element = box.appendChild(document.createElement('div'));
    element.style.color = 'var(--ink-2)';
    element.textContent = text;
  };
  if (diagnostic.label) quieter(diagnostic.label);
  if (diagnostic.hint) quieter(`hint: ${diagnostic.hint}`);
  return box;
}
