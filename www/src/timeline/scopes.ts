/** Draws the strip of scopes: nested from the top, each with its name and the part in which it is being left. */
import { scopeRow, scopeTop } from './layout.ts';
import { bandLook } from './looks.ts';
import { placeNames } from './names.ts';
import type { Paint } from './paint.ts';
import type { Scene } from './scene.ts';

export function drawScopes(paint: Paint, scene: Scene): void {
  drawBands(paint, scene);
  drawNames(paint, scene);
}

function drawBands(paint: Paint, { sight, legend, layout: { measures }, pointed, highlight }: Scene): void {
  const { context } = paint;
  const { x0, x1, depth, state, scope } = sight.picture.scopes;
  const height = measures.scope - 2;
  for (let index = 0; index < x0.length; index++) {
    const name = legend.bands[state[index]!];
    const look = bandLook(name);
    const left = measures.pad + x0[index]!;
    const width = Math.max(x1[index]! - x0[index]!, 1);
    const top = scopeTop(measures, scopeRow(depth[index]!));
    const isLit = paint.fade(highlight, `band:${name}`);
    context.fillStyle = look.hatched ? paint.hatch(look.line, look.ground) : paint.colour(look.ground);
    context.fillRect(left, top, width, height);
    // Without grounds, as in forced colours, the edges alone make the bar.
    context.fillStyle = paint.colour('line-2');
    context.fillRect(left, top, width, 1);
    context.fillRect(left, top + height - 1, width, 1);
    context.fillStyle = paint.colour(look.line);
    context.fillRect(left, top, 1, height);
    context.fillRect(left + width - 1, top, 1, height);
    if (isLit || (pointed?.scope !== undefined && pointed.scope === scope[index])) {
      context.strokeStyle = paint.colour('accent');
      context.lineWidth = 2;
      context.strokeRect(left, top, width, height);
    }
  }
  paint.unfade();
}

/** Each name on a patch of ground, so that it can be read on a hatching. */
function drawNames(paint: Paint, { sight, layout: { measures }, highlight }: Scene): void {
  const { context } = paint;
  paint.letters('code', 'left');
  for (const { text, x, row } of placeNames(sight.picture.scopes, sight.scopes, (text) => paint.width(text))) {
    const top = scopeTop(measures, row);
    paint.fade(highlight, '');
    context.fillStyle = paint.colour('scope');
    context.fillRect(measures.pad + x - 2, top + 1, paint.width(text) + 4, measures.scope - 4);
    context.fillStyle = paint.colour('ink');
    context.fillText(text, measures.pad + x, top + measures.scope / 2 - 0.5);
  }
  paint.unfade();
}
