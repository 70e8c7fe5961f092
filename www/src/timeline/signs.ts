/** Draws the signs of events: on the lanes, and in the row of those that concern no resource. */
import { glyphOf } from '../glyphs.ts';
import type { Sight } from '../messages.ts';
import { laneTop } from './layout.ts';
import type { Paint } from './paint.ts';
import type { Scene } from './scene.ts';

export function drawMarks(paint: Paint, scene: Scene): void {
  const { marks } = scene.sight.picture;
  drawSigns(paint, scene, marks, (index) => laneTop(scene.layout, marks.lane[index]!) + scene.layout.measures.lane / 2);
}

export function drawEvents(paint: Paint, scene: Scene): void {
  drawSigns(paint, scene, scene.sight.picture.ruler, () => eventsMiddle(scene));
}

/** The sign of the selected step once more, on top of the playhead that runs through it. */
export function drawSelected(paint: Paint, scene: Scene): void {
  const { layout, legend, sight } = scene;
  const { marks, ruler } = sight.picture;
  const { pad, lane } = layout.measures;
  const { step } = sight.moment;
  const name = (kind: number) => legend.marks[kind] ?? '';
  const mark = marks.step.indexOf(step);
  if (mark >= 0) {
    const y = laneTop(layout, marks.lane[mark]!) + lane / 2;
    if (y > layout.top) paint.glyph(name(marks.kind[mark]!), pad + marks.x[mark]!, y);
  }
  const event = ruler.step.indexOf(step);
  if (event >= 0) paint.glyph(name(ruler.kind[event]!), pad + ruler.x[event]!, eventsMiddle(scene));
}

function eventsMiddle({ layout: { measures } }: Scene): number {
  return measures.ruler + measures.events / 2;
}

/** Signs where there is room, ticks where there is not; an error, a panic or a leak is always a sign. */
function drawSigns(
  paint: Paint,
  { legend, pointed, highlight, layout: { measures } }: Scene,
  { x, lane, kind, step }: Sight['picture']['marks'],
  yOf: (index: number) => number,
): void {
  const { context } = paint;
  const { pad, sign } = measures;
  // Two signs closer than this cannot be told apart: the lesser becomes a tick.
  const least = sign - 1;
  let lastLane = -1;
  let lastSign = -Infinity;
  const signs: number[] = [];
  for (let index = 0; index < x.length; index++) {
    if (lane[index] !== lastLane) lastSign = -Infinity;
    lastLane = lane[index]!;
    const at = pad + x[index]!;
    const name = legend.marks[kind[index]!] ?? '';
    const { tone } = glyphOf(name);
    const matters = (tone !== 'quiet' && tone !== 'open') || name === highlight;
    if (at - lastSign >= (matters ? least / 2 : least)) {
      signs.push(index);
      lastSign = at;
    } else {
      paint.fade(highlight, name);
      context.fillStyle = paint.tone(tone);
      context.fillRect(at - 0.75, yOf(index) - sign * 0.4, 1.5, sign * 0.8);
    }
  }
  for (const index of signs) {
    const at = pad + x[index]!;
    const name = legend.marks[kind[index]!] ?? '';
    const isLit = paint.fade(highlight, name);
    paint.glyph(name, at, yOf(index));
    const isPointed = pointed?.step !== undefined && pointed.step === step[index];
    if (isLit || isPointed) paint.ring(at, yOf(index));
  }
  paint.unfade();
}
