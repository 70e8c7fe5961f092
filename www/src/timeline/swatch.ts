/** Samples for the legend: parts of bars and of scopes, errors and panics on their way. */

import { html, svg, type TemplateResult } from 'lit';
import { barLook, bandLook, phaseColour, type Colour } from './looks.ts';

const [WIDTH, HEIGHT] = [28, 12];
/** Slanted lines, a little apart. */
const HATCHING = Array.from({ length: 9 }, (_, index) => `M${index * 5 - 12} ${HEIGHT + 1}l14 -14`).join('');

/** A state of a resource, by its code name. */
export function barSwatch(state: string): TemplateResult {
  const { line, ground, hatched, dashed } = barLook(state);
  return swatch(ground, line, hatched, svg`<rect x=".75" y=".75" width=${WIDTH - 1.5} height=${HEIGHT - 1.5} fill="none" stroke=${colour(line)}
    stroke-width="1.25" stroke-dasharray=${dashed ? '3 2' : 'none'} />`);
}

/** A state of a scope, by its code name. */
export function bandSwatch(state: string): TemplateResult {
  const { line, ground, hatched } = bandLook(state);
  return swatch(ground, line, hatched, svg`<path d="M.5 0V${HEIGHT}M${WIDTH - 0.5} 0V${HEIGHT}" stroke=${colour(line)} />`);
}

/** An error or a panic on its way, by its code name. */
export function phaseSwatch(traveller: string): TemplateResult {
  const line = phaseColour(traveller);
  return swatch(`${line}-soft`, line, false, svg`<path d="M.5 0V${HEIGHT}M${WIDTH - 0.5} 0V${HEIGHT}" stroke=${colour(line)} stroke-dasharray="3 3" />`);
}

function swatch(ground: Colour, line: Colour, hatched: boolean, edge: TemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" style="width: ${WIDTH / 16}rem; height: ${HEIGHT / 16}rem" aria-hidden="true">
    <rect width=${WIDTH} height=${HEIGHT} fill=${colour(ground)} />
    ${hatched ? svg`<path d=${HATCHING} stroke=${colour(line)} stroke-width="1.2" />` : null} ${edge}
  </svg>`;
}

function colour(name: Colour): string {
  return `var(--${name})`;
}
