/** Draws the lanes, and on them the lives of resources. */
import type { Sight } from '../messages.ts';
import { laneTop } from './layout.ts';
import { barLook, type Colour } from './looks.ts';
import type { Paint } from './paint.ts';
import type { Scene } from './scene.ts';

/** A run of bars narrower than a pixel; see `BarFlags` in `src/replay/picture`. */
const RUN = 1;
const CUT_LEFT = 32;
const CUT_RIGHT = 64;

export function drawLanes(paint: Paint, { sight, layout, pointed }: Scene): void {
  const { context } = paint;
  const { first, rows } = sight.lanes;
  const { lane: height } = layout.measures;
  rows.forEach((lane, index) => {
    const top = laneTop(layout, first + index);
    context.fillStyle = paint.colour('line');
    context.fillRect(0, Math.round(top + height) - 1, layout.width, 1);
    if (pointed?.line && pointed.line === lane.line && pointed.resource === undefined) {
      context.globalAlpha = 0.7;
      context.fillStyle = paint.colour('step-line');
      context.fillRect(0, top, layout.width, height - 1);
      context.globalAlpha = 1;
    }
  });
}

export function drawBars(paint: Paint, { sight, legend, layout, pointed, highlight }: Scene): void {
  const { context } = paint;
  const { pad, lane: laneHeight, bar: height } = layout.measures;
  const { x0, x1, lane, state, resource, flags } = sight.picture.bars;
  for (let index = 0; index < x0.length; index++) {
    const name = legend.bars[state[index]!];
    const look = barLook(name);
    const left = pad + x0[index]!;
    const width = Math.max(x1[index]! - x0[index]!, 1);
    const top = Math.round(laneTop(layout, lane[index]!) + (laneHeight - height) / 2) - 0.5;
    const isRun = (flags[index]! & RUN) !== 0;
    const isLit = paint.fade(highlight, `bar:${name}`);
    context.fillStyle = isRun
      ? paint.colour(look.line)
      : look.hatched
        ? paint.hatch(look.line, look.ground)
        : paint.colour(look.ground);
    context.fillRect(left, top, width, height);
    if (!isRun) {
      context.strokeStyle = paint.colour(look.line);
      context.lineWidth = 1.25;
      context.setLineDash(look.dashed ? [3, 2] : []);
      paint.line(left, top, left + width, top);
      paint.line(left, top + height, left + width, top + height);
      if (!(flags[index]! & CUT_LEFT)) paint.line(left, top, left, top + height);
      if (!(flags[index]! & CUT_RIGHT)) paint.line(left + width, top, left + width, top + height);
      context.setLineDash([]);
      drawWord(paint, look.word, look.line, left, width, top + height / 2, (at, half) => hasMark(sight, lane[index]!, at - pad, half));
    }
    const isPointed = !isRun && pointed?.resource !== undefined && pointed.resource === resource[index];
    if (isLit || isPointed) {
      context.strokeStyle = paint.colour('accent');
      context.lineWidth = 2;
      context.strokeRect(left - 1, top - 2, width + 2, height + 4);
    }
  }
  paint.unfade();
}

/** Whether a mark stands where a word would. */
function hasMark({ picture: { marks } }: Sight, lane: number, at: number, half: number): boolean {
  return marks.x.some((x, index) => marks.lane[index] === lane && Math.abs(x - at) < half);
}

/** The word of a state in the middle of its bar, on a patch of ground, so that it can be read on a hatching. */
function drawWord(
  paint: Paint,
  text: string,
  colour: Colour,
  left: number,
  width: number,
  y: number,
  isTaken: (at: number, half: number) => boolean,
): void {
  if (!text) return;
  const { context } = paint;
  paint.letters('text', 'center', 600);
  const letters = paint.width(text);
  const [middle, half] = [left + width / 2, letters / 2 + 4];
  if (width < letters * 1.3 || isTaken(middle, half + 8)) return;
  context.fillStyle = paint.colour('panel');
  context.fillRect(middle - half, y - 6, 2 * half, 12);
  context.fillStyle = paint.colour(colour);
  context.fillText(text, middle, y + 0.5);
}
