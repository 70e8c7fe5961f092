/**
 * Draws a picture of the timeline: exactly what the picture holds, at the cost of its pixels.
 *
 * From the back: scopes and what travels, the lanes with their bars and marks, the ruler, the
 * playhead.
 */
import { duration } from '../format.ts';
import { glyphOf } from '../glyphs.ts';
import type { Axis, Legend, Sight } from '../messages.ts';
import type { Pointed } from '../session/state.ts';
import { EVENTS, LANE, laneTop, PAD, RULER, SCOPE, SCOPES_DRAWN, type Layout } from './layout.ts';
import type { Colour, Paint } from './paint.ts';
import { ticks } from './viewport.ts';

/** A run of bars narrower than a pixel; see `BarFlags` in `src/replay/picture.rs`. */
const RUN = 1;
const CUT_LEFT = 32;
const CUT_RIGHT = 64;
/** The height of a bar. */
const BAR = 14;
/** Two signs closer than this cannot be told apart: the lesser becomes a tick. */
const SIGN_GAP = 11;

export interface Scene {
  readonly sight: Sight;
  readonly legend: Legend;
  readonly axis: Axis;
  readonly layout: Layout;
  readonly pointed: Pointed | null;
}

/** Draws what is the same at every step: all but the playhead. */
export function drawStill(paint: Paint, scene: Scene): void {
  const { context } = paint;
  const { layout } = scene;
  context.fillStyle = paint.colour('panel');
  context.fillRect(0, 0, layout.width, layout.height);
  drawPhases(paint, scene);
  clipped(paint, 0, layout.top, layout.width, layout.height - layout.top, () => {
    drawLanes(paint, scene);
    drawBars(paint, scene);
    drawMarks(paint, scene);
  });
  drawScopes(paint, scene);
  drawRuler(paint, scene);
}

/** Draws the selected step over that. */
export function drawMoving(paint: Paint, scene: Scene): void {
  drawPlayhead(paint, scene);
  drawSelected(paint, scene);
}

/** Where a position of the axis lies on the canvas. */
export function xOf({ sight, layout }: Scene, position: number): number {
  const { from, to } = sight.part;
  return PAD + ((position - from) / (to - from)) * (layout.width - 2 * PAD);
}

function clipped(paint: Paint, x: number, y: number, width: number, height: number, body: () => void): void {
  const { context } = paint;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  body();
  context.restore();
}

/** An error or a panic on its way tints everything under it. */
function drawPhases(paint: Paint, { sight, legend, layout }: Scene): void {
  const { context } = paint;
  const { x0, x1, traveller } = sight.picture.phases;
  for (let index = 0; index < x0.length; index++) {
    const what = legend.phases[traveller[index]!] === 'panic' ? 'panic' : 'error';
    const left = PAD + x0[index]!;
    const width = Math.max(x1[index]! - x0[index]!, 1);
    context.fillStyle = paint.colour(`${what}-soft`);
    context.fillRect(left, RULER, width, layout.height - RULER);
    context.strokeStyle = paint.colour(what);
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    line(context, left + 0.5, RULER, left + 0.5, layout.height);
    line(context, left + width - 0.5, RULER, left + width - 0.5, layout.height);
    context.setLineDash([]);
  }
}

function drawLanes(paint: Paint, { sight, layout, pointed }: Scene): void {
  const { context } = paint;
  const { first, rows } = sight.lanes;
  context.fillStyle = paint.colour('line');
  rows.forEach((lane, index) => {
    const top = laneTop(layout, first + index);
    context.fillRect(0, Math.round(top + LANE) - 1, layout.width, 1);
    if (pointed?.line && pointed.line === lane.line && pointed.resource === undefined) {
      context.save();
      context.globalAlpha = 0.7;
      context.fillStyle = paint.colour('step-line');
      context.fillRect(0, top, layout.width, LANE - 1);
      context.restore();
    }
  });
}

/** How each part of a life looks: the ground, the edge, and whether the edge is broken. */
const BARS: Readonly<Record<string, { line: Colour; ground: Colour; hatched: boolean; dashed: boolean; word: string }>> = {
  acquiring: { line: 'open', ground: 'panel', hatched: false, dashed: true, word: '' },
  open: { line: 'open', ground: 'open-soft', hatched: false, dashed: false, word: '' },
  closing: { line: 'open', ground: 'panel', hatched: true, dashed: false, word: 'closing' },
  'closing-on-error': { line: 'error', ground: 'error-soft', hatched: true, dashed: false, word: 'closing' },
  unwinding: { line: 'panic', ground: 'panic-soft', hatched: true, dashed: false, word: 'unwinding' },
  failed: { line: 'error', ground: 'panel', hatched: false, dashed: true, word: 'failed' },
  leaked: { line: 'leaked', ground: 'leaked-soft', hatched: true, dashed: true, word: 'leaked' },
};

function drawBars(paint: Paint, { sight, legend, layout, pointed }: Scene): void {
  const { context } = paint;
  const { x0, x1, lane, state, resource, flags } = sight.picture.bars;
  for (let index = 0; index < x0.length; index++) {
    const look = BARS[legend.bars[state[index]!] ?? 'open'] ?? BARS['open']!;
    const left = PAD + x0[index]!;
    const width = Math.max(x1[index]! - x0[index]!, 1);
    const top = Math.round(laneTop(layout, lane[index]!) + (LANE - BAR) / 2) - 0.5;
    const isRun = (flags[index]! & RUN) !== 0;
    context.fillStyle = isRun
      ? paint.colour(look.line)
      : look.hatched
        ? paint.hatch(look.line, look.ground)
        : paint.colour(look.ground);
    context.fillRect(left, top, width, BAR);
    if (isRun) continue;
    context.strokeStyle = paint.colour(look.line);
    context.lineWidth = 1.25;
    context.setLineDash(look.dashed ? [3, 2] : []);
    line(context, left, top, left + width, top);
    line(context, left, top + BAR, left + width, top + BAR);
    if (!(flags[index]! & CUT_LEFT)) line(context, left, top, left, top + BAR);
    if (!(flags[index]! & CUT_RIGHT)) line(context, left + width, top, left + width, top + BAR);
    context.setLineDash([]);
    const middle = left + width / 2;
    if (look.word && width > 76 && !hasMark(sight, lane[index]!, middle)) {
      word(paint, look.word, middle, top + BAR / 2, look.line);
    }
    if (pointed?.resource !== undefined && pointed.resource === resource[index]) {
      context.strokeStyle = paint.colour('accent');
      context.lineWidth = 2;
      context.strokeRect(left - 1, top - 2, width + 2, BAR + 4);
    }
  }
}

/** Whether a mark stands where a word would. */
function hasMark({ picture: { marks } }: Sight, lane: number, at: number): boolean {
  return marks.x.some((x, index) => marks.lane[index] === lane && Math.abs(PAD + x - at) < 42);
}

/** A word on a patch of ground, so that it can be read on a hatching. */
function word(paint: Paint, text: string, x: number, y: number, colour: Colour): void {
  const { context } = paint;
  context.font = '600 11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const half = context.measureText(text).width / 2 + 4;
  context.fillStyle = paint.colour('panel');
  context.fillRect(x - half, y - 6, 2 * half, 12);
  context.fillStyle = paint.colour(colour);
  context.fillText(text, x, y + 0.5);
}

function drawMarks(paint: Paint, scene: Scene): void {
  const { marks } = scene.sight.picture;
  drawSigns(paint, scene, marks, (index) => laneTop(scene.layout, marks.lane[index]!) + LANE / 2);
}

/** Signs where there is room, ticks where there is not; what went wrong is always a sign. */
function drawSigns(
  paint: Paint,
  { legend, pointed }: Scene,
  { x, lane, kind, step }: Sight['picture']['marks'],
  yOf: (index: number) => number,
): void {
  const { context } = paint;
  let lastLane = -1;
  let lastSign = -Infinity;
  const signs: number[] = [];
  for (let index = 0; index < x.length; index++) {
    if (lane[index] !== lastLane) lastSign = -Infinity;
    lastLane = lane[index]!;
    const at = PAD + x[index]!;
    const name = legend.marks[kind[index]!] ?? '';
    const { tone } = glyphOf(name);
    const matters = tone !== 'quiet' && tone !== 'open';
    if (at - lastSign >= (matters ? SIGN_GAP / 2 : SIGN_GAP)) {
      signs.push(index);
      lastSign = at;
    } else {
      context.fillStyle = paint.tone(tone);
      context.fillRect(at - 0.75, yOf(index) - 5, 1.5, 10);
    }
  }
  for (const index of signs) {
    const at = PAD + x[index]!;
    paint.glyph(legend.marks[kind[index]!] ?? '', at, yOf(index));
    if (pointed?.step !== undefined && pointed.step === step[index]) {
      context.strokeStyle = paint.colour('accent');
      context.lineWidth = 2;
      context.beginPath();
      context.arc(at, yOf(index), 9, 0, 2 * Math.PI);
      context.stroke();
    }
  }
}

const BANDS: Readonly<Record<string, { line: Colour; ground: Colour; hatched: boolean }>> = {
  running: { line: 'ink-3', ground: 'line-2', hatched: false },
  ending: { line: 'ink-3', ground: 'panel', hatched: true },
  'leaving-early': { line: 'ink-3', ground: 'panel', hatched: true },
  'leaving-on-error': { line: 'error', ground: 'error-soft', hatched: true },
  unwinding: { line: 'panic', ground: 'panic-soft', hatched: true },
};

/** The strip of scopes: nested from the top, each with the part in which it is being left. */
function drawScopes(paint: Paint, { sight, legend }: Scene): void {
  const { context } = paint;
  const { x0, x1, depth, state } = sight.picture.scopes;
  for (let index = 0; index < x0.length; index++) {
    const look = BANDS[legend.bands[state[index]!] ?? 'running'] ?? BANDS['running']!;
    const left = PAD + x0[index]!;
    const width = Math.max(x1[index]! - x0[index]!, 1);
    const top = RULER + EVENTS + Math.min(depth[index]!, SCOPES_DRAWN - 1) * SCOPE + 1;
    context.fillStyle = look.hatched ? paint.hatch(look.line, look.ground) : paint.colour(look.ground);
    context.fillRect(left, top, width, SCOPE - 2);
    context.fillStyle = paint.colour(look.line);
    context.fillRect(left, top, 1, SCOPE - 2);
    context.fillRect(left + width - 1, top, 1, SCOPE - 2);
  }
}

/** Says what travels, where there is room beside the events. */
function drawPhaseWords(paint: Paint, { sight, legend }: Scene): void {
  const { context } = paint;
  const { x0, x1, traveller } = sight.picture.phases;
  context.font = '600 11px system-ui, sans-serif';
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (let index = 0; index < x0.length; index++) {
    const what = legend.phases[traveller[index]!] === 'panic' ? 'panic' : 'error';
    const text = what === 'panic' ? 'a panic travels' : 'an error travels';
    const [from, to] = [x0[index]! + 12, x0[index]! + 16 + context.measureText(text).width];
    const isTaken = sight.picture.ruler.x.some((x) => x > from - 8 && x < to + 8);
    if (to > x1[index]! || isTaken) continue;
    context.fillStyle = paint.colour(what);
    context.fillText(text, PAD + from, RULER + EVENTS / 2 + 0.5);
  }
}

function drawRuler(paint: Paint, scene: Scene): void {
  const { context } = paint;
  const { sight, axis, layout } = scene;
  context.fillStyle = paint.colour('ink-2');
  context.font = '11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const most = Math.max(Math.floor(layout.width / 84), 2);
  for (const tick of ticks(sight.part, most, 1)) {
    const x = xOf(scene, tick);
    const text = axis === 'step' ? String(tick) : duration(tick);
    const half = context.measureText(text).width / 2;
    context.fillText(text, Math.min(Math.max(x, half + 1), layout.width - half - 1), RULER / 2);
    context.fillRect(Math.round(x), RULER - 4, 1, 4);
  }
  context.fillStyle = paint.colour('line');
  context.fillRect(0, RULER, layout.width, 1);
  context.fillRect(0, layout.top - 1, layout.width, 1);
  drawSigns(paint, scene, sight.picture.ruler, () => RULER + EVENTS / 2);
  drawPhaseWords(paint, scene);
}

/** The selected step: what lies behind it is drawn paler, for it has not happened yet. */
function drawPlayhead(paint: Paint, scene: Scene): void {
  const { context } = paint;
  const { sight, layout } = scene;
  const x = xOf(scene, sight.playhead);
  if (x < PAD - 1 || x > layout.width - PAD + 1) return;
  context.save();
  context.globalAlpha = 0.5;
  context.fillStyle = paint.colour('panel');
  context.fillRect(x + 1, RULER + 1, layout.width - x, layout.height);
  context.restore();
  context.fillStyle = paint.colour('accent');
  context.fillRect(Math.round(x) - 1, 0, 2, layout.height);
  const text = String(sight.moment.step);
  context.font = '600 11px system-ui, sans-serif';
  const half = context.measureText(text).width / 2 + 6;
  const middle = Math.min(Math.max(x, half), layout.width - half);
  context.beginPath();
  context.roundRect(middle - half, 1, 2 * half, RULER - 3, 4);
  context.fill();
  context.fillStyle = paint.colour('accent-ink');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, middle, RULER / 2);
}

/** The sign of the selected step once more, on top of the playhead that runs through it. */
function drawSelected(paint: Paint, { sight, legend, layout }: Scene): void {
  const { marks, ruler } = sight.picture;
  const { step } = sight.moment;
  const mark = marks.step.indexOf(step);
  const name = (kind: number) => legend.marks[kind] ?? '';
  if (mark >= 0) {
    const y = laneTop(layout, marks.lane[mark]!) + LANE / 2;
    if (y > layout.top) paint.glyph(name(marks.kind[mark]!), PAD + marks.x[mark]!, y);
  }
  const event = ruler.step.indexOf(step);
  if (event >= 0) paint.glyph(name(ruler.kind[event]!), PAD + ruler.x[event]!, RULER + EVENTS / 2);
}

function line(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}
