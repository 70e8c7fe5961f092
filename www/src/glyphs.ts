/**
 * One sign for each kind of event, the same in the timeline, the log and the moment.
 *
 * A colour only repeats what the shape says already. Paths are for a box of 12 by 12.
 */
import { html, svg, type TemplateResult } from 'lit';

/** A meaning that has a colour. */
export type Tone = 'open' | 'error' | 'panic' | 'leaked' | 'reaped' | 'quiet';

export interface Glyph {
  readonly path: string;
  /** Drawn as an area; otherwise as a line. */
  readonly filled: boolean;
  readonly tone: Tone;
}

const line = (path: string, tone: Tone = 'quiet'): Glyph => ({ path, filled: false, tone });
const area = (path: string, tone: Tone = 'quiet'): Glyph => ({ path, filled: true, tone });

const CIRCLE = 'M10 6A4 4 0 1 1 2 6A4 4 0 1 1 10 6Z';
const SQUARE = 'M2.5 2.500H9.500V9.500H2.500Z';
const CROSS = 'M2.5 2.500L9.5 9.500M9.5 2.500L2.5 9.5';
const DIAMOND = 'M6 1.500L10.5 6L6 10.500L1.5 6Z';
const DROP = 'M6 .8C7.8 3.3 9.8 5.2 9.8 7.500A3.8 3.8 0 0 1 2.2 7.500C2.2 5.2 4.2 3.3 6 .8Z';
const BOLT = 'M7.2 .8L2.4 6.800H5.600L4.6 11.200L9.6 5H6.400Z';

/** The signs by the names of the kinds of events. */
export const GLYPHS: Readonly<Record<string, Glyph>> = {
  acquiring: line(CIRCLE, 'open'),
  acquired: area(CIRCLE, 'open'),
  'acquisition-failed': line(`${CIRCLE}M3.4 3.400L8.6 8.6`, 'error'),
  read: line('M6 10V2.500M3 5.500L6 2.500L9 5.5'),
  written: line('M6 2V9.500M3 6.500L6 9.500L9 6.5'),
  flushed: line('M6 1V7M3 4.500L6 7.500L9 4.500M2.5 10.500H9.5'),
  'operation-failed': line(CROSS, 'error'),
  'clean-up-started': line(SQUARE, 'open'),
  released: area(SQUARE, 'open'),
  'release-failed': line(`${SQUARE}M2.5 2.500L9.5 9.500M9.5 2.500L2.5 9.5`, 'error'),
  'path-changed': line(DIAMOND),
  slept: line('M4 2.500V9.500M8 2.500V9.5'),
  'panic-raised': area(BOLT, 'panic'),
  leaked: area(DROP, 'leaked'),
  reaped: line(`${SQUARE}M2.5 6.500L6.5 2.500M2.5 9.500L9.5 2.500M5.5 9.500L9.5 5.5`, 'reaped'),
  'disk-carried-on': line('M2 3.500C2 2 10 2 10 3.500V8.500C10 10 2 10 2 8.500ZM2 3.500C2 5 10 5 10 3.5'),
  'scope-entered': line('M8 2H4.500V10H8'),
  'scope-leaving': line('M4 2H7.500V10H4M1 6H5M3.5 4.500L5 6L3.5 7.5'),
  unwinding: line('M6 2.500L2.5 6L6 9.500M10 2.500L6.5 6L10 9.5', 'panic'),
  'scope-left': line('M4 2H7.500V10H4'),
  bound: line('M2.5 4.500H9.500M2.5 7.500H9.5'),
  forgotten: line('M10 6A4 4 0 1 1 2 6A4 4 0 1 1 10 6ZM2 10L10 2', 'leaked'),
  'error-raised': area('M6 1L11.2 10.500H.8ZM5.4 4.300V7.300H6.600V4.300ZM5.4 8.200V9.400H6.600V8.200Z', 'error'),
  'panic-caught': line('M2 4C2 8 4 10 6 10S10 8 10 4M4.5 6.500L6 4L7.5 6.5', 'panic'),
  output: line('M2.5 3L5.5 6L2.5 9M6.5 9.500H10'),
  exited: line('M3 11V1.500H9.500L7.5 4L9.5 6.500H3'),
};

const NONE = line('M5 6H7');

/** The sign of a kind; a plain dash for one that has none. */
export function glyphOf(kind: string): Glyph {
  return GLYPHS[kind] ?? NONE;
}

/** The sign as an inline picture. It is decoration: the text beside it says the same. */
export function glyph(kind: string | Glyph): TemplateResult {
  const { path, filled, tone } = typeof kind === 'string' ? glyphOf(kind) : kind;
  const color = tone === 'quiet' ? 'var(--ink-2)' : `var(--${tone})`;
  return html`<svg class="glyph" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    ${filled
      ? svg`<path d=${path} fill=${color} fill-rule="evenodd" />`
      : svg`<path d=${path} fill="none" stroke=${color} stroke-width="1.4" stroke-linejoin="round" />`}
  </svg>`;
}
