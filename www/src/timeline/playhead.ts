/** Draws the selected step, and covers the steps after it. */
import { count } from '../format.ts';
import type { Paint } from './paint.ts';
import { xOf, type Scene } from './scene.ts';

/** How opaque the veil over the later steps is, where they are shown. */
const VEIL = 0.5;

/** The text in the hidden area: the first that fits. */
const HIDDEN = ['hidden: what do you expect?', 'hidden'] as const;

export function drawPlayhead(paint: Paint, scene: Scene): void {
  const { sight, layout, hidden } = scene;
  const { pad } = layout.measures;
  const x = xOf(scene, sight.playhead);
  const isInSight = x >= pad - 1 && x <= layout.width - pad + 1;
  if (hidden) drawHidden(paint, scene, x);
  else if (isInSight) drawAhead(paint, scene, x);
  if (isInSight) drawStep(paint, scene, x);
}

/** Later steps have not happened yet, so they are paler. */
function drawAhead(paint: Paint, { layout }: Scene, x: number): void {
  const { context } = paint;
  const top = layout.measures.ruler + 1;
  context.globalAlpha = VEIL;
  context.fillStyle = paint.colour('panel');
  context.fillRect(x + 1, top, layout.width - x, layout.height);
  context.globalAlpha = 1;
}

/** Hidden steps are a plain area with a text. */
function drawHidden(paint: Paint, { sight, layout }: Scene, x: number): void {
  if (sight.playhead >= sight.length) return;
  const { context } = paint;
  const { ruler } = layout.measures;
  const left = Math.min(Math.max(x, 0), layout.width);
  const width = layout.width - left;
  context.fillStyle = paint.colour('sunk');
  context.fillRect(left, ruler + 1, width, layout.height - ruler);
  paint.letters('text', 'center');
  const text = HIDDEN.find((text) => paint.width(text) + 24 < width);
  if (!text) return;
  context.fillStyle = paint.colour('ink-2');
  context.fillText(text, left + width / 2, (layout.top + layout.height) / 2);
}

/** A line through everything, with the number of the step on the ruler. */
function drawStep(paint: Paint, { sight, layout }: Scene, x: number): void {
  const { context } = paint;
  const { ruler } = layout.measures;
  context.fillStyle = paint.colour('accent');
  context.fillRect(Math.round(x) - 1, 0, 2, layout.height);
  if (ruler === 0) return;
  const text = count(sight.moment.step);
  paint.letters('text', 'center', 600);
  const half = paint.width(text) / 2 + 6;
  const middle = Math.min(Math.max(x, half), layout.width - half);
  context.beginPath();
  context.roundRect(middle - half, 2, 2 * half, ruler - 5, 4);
  context.fill();
  context.fillStyle = paint.colour('accent-ink');
  context.fillText(text, middle, ruler / 2);
}
