/** The canvas of a timeline: as large as its layout, and drawn anew only where something has changed. */
import { isDark, isForced } from '../theme.ts';
import { drawMoving, drawStill } from './draw.ts';
import { Paint } from './paint.ts';
import type { Scene } from './scene.ts';

/**
 * Draws on a canvas.
 *
 * From step to step only the playhead moves, unless the later steps are hidden. So the picture under it is
 * kept as an image as soon as it has been drawn twice: typing changes the picture each time, scrubbing
 * never.
 */
export class Board {
  readonly canvas: HTMLCanvasElement;
  readonly #host: Element;
  /** Its colours and letters are of one look of the page. */
  #paint: Paint | null = null;
  #look = '';
  /** The values from which the still part was drawn last. */
  #drawn: readonly unknown[] = [];
  #still: ImageBitmap | null = null;

  /** A board on a canvas; `host` is the element that knows the page's colours. */
  constructor(canvas: HTMLCanvasElement, host: Element) {
    this.canvas = canvas;
    this.#host = host;
  }

  /** Draws a scene, and returns the paint it used. */
  draw(scene: Scene): Paint {
    this.#fit(scene);
    const paint = this.#fresh(scene);
    const { sight, legend, pointed, highlight, layout } = scene;
    const { width, height } = this.canvas;
    // A picture is never changed, but replaced: the same one is of the same run, part and axis.
    const from = [sight.picture, legend, pointed, highlight, width, height, layout.top, layout.scroll, paint];
    const isSame = from.every((each, index) => each === this.#drawn[index]);
    this.#drawn = from;
    if (!isSame) this.#forget();
    if (this.#still) {
      paint.context.save();
      paint.context.resetTransform();
      paint.context.drawImage(this.#still, 0, 0);
      paint.context.restore();
    } else {
      drawStill(paint, scene);
      if (isSame) this.#still = imageOf(this.canvas);
    }
    drawMoving(paint, scene);
    return paint;
  }

  #fit({ layout }: Scene): void {
    const { canvas } = this;
    const ratio = devicePixelRatio;
    const [width, height] = [Math.round(layout.width * ratio), Math.round(layout.height * ratio)];
    if (canvas.width === width && canvas.height === height) return;
    [canvas.width, canvas.height] = [width, height];
    canvas.style.width = `${layout.width}px`;
    canvas.style.height = `${layout.height}px`;
    this.#paint = null;
  }

  #fresh({ layout: { measures } }: Scene): Paint {
    const look = `${isForced()} ${isDark()} ${measures.scale}`;
    if (this.#paint && this.#look === look) return this.#paint;
    const context = this.canvas.getContext('2d', { alpha: false })!;
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#look = look;
    return (this.#paint = new Paint(context, this.#host, measures.scale));
  }

  #forget(): void {
    this.#still?.close();
    this.#still = null;
  }
}

/** A copy of a canvas. */
function imageOf(canvas: HTMLCanvasElement): ImageBitmap {
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  copy.getContext('2d', { alpha: false })!.drawImage(canvas, 0, 0);
  return copy.transferToImageBitmap();
}
