/** The canvas of a timeline: as large as its layout, and drawn anew only where something has changed. */
import { isDark } from '../theme.ts';
import { drawMoving, drawStill, type Scene } from './draw.ts';
import { Paint } from './paint.ts';

/**
 * Draws on a canvas.
 *
 * From step to step only the playhead moves. So what lies under it is kept as an image as soon as it
 * has been drawn twice: a text that is typed changes it each time, a run that is scrubbed never.
 */
export class Board {
  readonly canvas: HTMLCanvasElement;
  readonly #host: Element;
  /** Its colours are those of one theme. */
  #paint: Paint | null = null;
  #isDark = false;
  /** What the still part was drawn from last. */
  #drawn: readonly unknown[] = [];
  #still: ImageBitmap | null = null;

  /** A board on a canvas; `host` is the element that knows the page's colours. */
  constructor(canvas: HTMLCanvasElement, host: Element) {
    this.canvas = canvas;
    this.#host = host;
  }

  /** Draws a scene, and answers with what it was drawn with. */
  draw(scene: Scene): Paint {
    this.#fit(scene);
    const paint = this.#fresh();
    const { sight, legend, pointed, layout } = scene;
    const { width, height } = this.canvas;
    // A picture is never changed, but replaced: the same one is of the same run, part and axis.
    const from = [sight.picture, legend, pointed, width, height, layout.top, layout.scroll, paint];
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

  #fresh(): Paint {
    if (this.#paint && this.#isDark === isDark()) return this.#paint;
    const context = this.canvas.getContext('2d', { alpha: false })!;
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#isDark = isDark();
    return (this.#paint = new Paint(context, this.#host));
  }

  #forget(): void {
    this.#still?.close();
    this.#still = null;
  }
}

/** What is on a canvas now. */
function imageOf(canvas: HTMLCanvasElement): ImageBitmap {
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  copy.getContext('2d', { alpha: false })!.drawImage(canvas, 0, 0);
  return copy.transferToImageBitmap();
}
