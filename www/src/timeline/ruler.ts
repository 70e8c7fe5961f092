/** Draws the ruler, the errors and panics on their way, and the selected step. */
import { count, duration } from '../format.ts';
import { phaseColour } from './looks.ts';
import type { Paint } from './paint.ts';
import { xOf, type Scene } from './scene.ts';
import { ticks } from './viewport.ts';

/** The width that a number on the ruler has for itself, where the text has its usual size. */
const TICK = 84;

export function drawRuler(paint: Paint, scene: Scene): void {
  const { context } = paint;
  const { sight, axis, layout } = scene;
  const { ruler, scale } = layout.measures;
  context.fillStyle = paint.colour('line');
  context.fillRect(0, ruler, layout.width, 1);
  context.fillRect(0, layout.top - 1, layout.width, 1);
  if (ruler === 0) return;
  context.fillStyle = paint.colour('ink-2');
  paint.letters('text', 'center');
  const most = Math.max(Math.floor(layout.width / (TICK * scale)), 2);
  for (const tick of ticks(sight.part, most, 1)) {
    const x = xOf(scene, tick);
    const text = axis === 'step' ? count(tick) : duration(tick);
    const half = paint.width(text) / 2;
    context.fillText(text, Math.min(Math.max(x, half + 1), layout.width - half - 1), ruler / 2);
    context.fillRect(Math.round(x), ruler - 4, 1, 4);
  }
}

/** An error or a panic on its way tints everything under it. */
export function drawPhases(paint: Paint, { sight, legend, layout, highlight }: Scene): void {
  const { context } = paint;
  const { pad, ruler } = layout.measures;
  const { x0, x1, traveller } = sight.picture.phases;
  for (let index = 0; index < x0.length; index++) {
    const name = legend.phases[traveller[index]!];
    const colour = phaseColour(name);
    const left = pad + x0[index]!;
    const width = Math.max(x1[index]! - x0[index]!, 1);
    const isLit = paint.fade(highlight, `phase:${name}`);
    context.fillStyle = paint.colour(`${colour}-soft`);
    context.fillRect(left, ruler, width, layout.height - ruler);
    context.strokeStyle = paint.colour(isLit ? 'accent' : colour);
    context.lineWidth = isLit ? 2 : 1;
    context.setLineDash(isLit ? [] : [3, 3]);
    paint.line(left + 0.5, ruler, left + 0.5, layout.height);
    paint.line(left + width - 0.5, ruler, left + width - 0.5, layout.height);
    context.setLineDash([]);
  }
  paint.unfade();
}

/** Writes beside the events that an error or a panic is on its way, where there is room. */
export function drawPhaseWords(paint: Paint, { sight, legend, layout, highlight }: Scene): void {
  const { context } = paint;
  const { pad, ruler, events } = layout.measures;
  const { x0, x1, traveller } = sight.picture.phases;
  paint.letters('text', 'left', 600);
  for (let index = 0; index < x0.length; index++) {
    const name = legend.phases[traveller[index]!];
    const colour = phaseColour(name);
    const text = colour === 'panic' ? 'a panic is on its way' : 'an error is on its way';
    const [from, to] = [x0[index]! + 12, x0[index]! + 16 + paint.width(text)];
    const isTaken = sight.picture.ruler.x.some((x) => x > from - 8 && x < to + 8);
    if (to > x1[index]! || isTaken) continue;
    paint.fade(highlight, `phase:${name}`);
    context.fillStyle = paint.colour(colour);
    context.fillText(text, pad + from, ruler + events / 2 + 0.5);
  }
  paint.unfade();
}
