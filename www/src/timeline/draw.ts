/**
 * Draws a picture of the timeline: exactly what the picture holds, at the cost of its pixels.
 *
 * From the back: scopes, errors and panics on their way, the lanes with their bars and signs, the ruler, the
 * selected step.
 */
import { drawBars, drawLanes } from './lanes.ts';
import type { Paint } from './paint.ts';
import { drawPlayhead } from './playhead.ts';
import { drawPhases, drawPhaseWords, drawRuler } from './ruler.ts';
import { clipped, type Scene } from './scene.ts';
import { drawScopes } from './scopes.ts';
import { drawEvents, drawMarks, drawSelected } from './signs.ts';

/** Draws everything but the selected step. */
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
  drawEvents(paint, scene);
  drawPhaseWords(paint, scene);
}

/** Draws the selected step over that. */
export function drawMoving(paint: Paint, scene: Scene): void {
  drawPlayhead(paint, scene);
  drawSelected(paint, scene);
}
