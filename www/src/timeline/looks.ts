/** How the states of resources and of scopes look, on the canvas and in the legend. */

/** A colour of the page, by the name of its variable. */
export type Colour =
  | 'panel' | 'ink' | 'ink-2' | 'ink-3' | 'line' | 'line-2' | 'accent' | 'accent-ink' | 'sunk'
  | 'open' | 'open-soft' | 'error' | 'error-soft' | 'panic' | 'panic-soft' | 'leaked' | 'leaked-soft' | 'reaped' | 'step-line' | 'scope';

export interface BarLook {
  /** The colour of the edge, and of the hatching. */
  readonly line: Colour;
  readonly ground: Colour;
  /** Slanted lines: a clean-up runs, or nobody will run one. */
  readonly hatched: boolean;
  /** A broken edge: it is not there, or should not be. */
  readonly dashed: boolean;
  /** Written on the bar where there is room. */
  readonly word: string;
}

/** The states of a resource, by their code names. */
const BARS: Readonly<Record<string, BarLook>> = {
  acquiring: { line: 'open', ground: 'panel', hatched: false, dashed: true, word: '' },
  open: { line: 'open', ground: 'open-soft', hatched: false, dashed: false, word: '' },
  closing: { line: 'open', ground: 'panel', hatched: true, dashed: false, word: 'closing' },
  'closing-on-error': { line: 'error', ground: 'error-soft', hatched: true, dashed: false, word: 'closing' },
  unwinding: { line: 'panic', ground: 'panic-soft', hatched: true, dashed: false, word: 'unwinding' },
  failed: { line: 'error', ground: 'panel', hatched: false, dashed: true, word: 'failed' },
  forgotten: { line: 'leaked', ground: 'leaked-soft', hatched: false, dashed: true, word: 'forgotten' },
  leaked: { line: 'leaked', ground: 'leaked-soft', hatched: true, dashed: true, word: 'leaked' },
};

export type BandLook = Omit<BarLook, 'word' | 'dashed'>;

/** The states of a scope, by their code names. */
const BANDS: Readonly<Record<string, BandLook>> = {
  running: { line: 'ink-3', ground: 'scope', hatched: false },
  ending: { line: 'ink-3', ground: 'panel', hatched: true },
  'leaving-early': { line: 'ink-3', ground: 'panel', hatched: true },
  'leaving-on-error': { line: 'error', ground: 'error-soft', hatched: true },
  unwinding: { line: 'panic', ground: 'panic-soft', hatched: true },
};

/** How a resource in a state looks. */
export function barLook(state: string | undefined): BarLook {
  return BARS[state ?? 'open'] ?? BARS['open']!;
}

/** How a scope in a state looks. */
export function bandLook(state: string | undefined): BandLook {
  return BANDS[state ?? 'running'] ?? BANDS['running']!;
}

/** The colour of an error or a panic on its way. */
export function phaseColour(traveller: string | undefined): 'error' | 'panic' {
  return traveller === 'panic' ? 'panic' : 'error';
}
