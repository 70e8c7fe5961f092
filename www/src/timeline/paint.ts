/** The timeline's colours and patterns, read from the page's style sheet once for each theme. */
import { glyphOf, type Tone } from '../glyphs.ts';

const NAMES = [
  'panel', 'ink', 'ink-2', 'ink-3', 'line', 'line-2', 'accent', 'accent-ink', 'sunk',
  'open', 'open-soft', 'error', 'error-soft', 'panic', 'panic-soft', 'leaked', 'leaked-soft', 'reaped', 'step-line',
] as const;

export type Colour = (typeof NAMES)[number];

/** Draws with the page's colours. */
export class Paint {
  readonly context: CanvasRenderingContext2D;
  readonly #colours: Readonly<Record<Colour, string>>;
  readonly #patterns = new Map<string, CanvasPattern | string>();

  constructor(context: CanvasRenderingContext2D, host: Element) {
    this.context = context;
    const style = getComputedStyle(host);
    this.#colours = Object.fromEntries(
      NAMES.map((name) => [name, style.getPropertyValue(`--${name}`)]),
    ) as Record<Colour, string>;
  }

  colour(name: Colour): string {
    return this.#colours[name];
  }

  /** Slanted lines of one colour on another: a sign that does not need the colour. */
  hatch(line: Colour, ground: Colour): CanvasPattern | string {
    const key = `${line} ${ground}`;
    const known = this.#patterns.get(key);
    if (known) return known;
    const tile = new OffscreenCanvas(12, 12);
    const context = tile.getContext('2d')!;
    context.fillStyle = this.colour(ground);
    context.fillRect(0, 0, 12, 12);
    context.strokeStyle = this.colour(line);
    context.lineWidth = 2.4;
    context.beginPath();
    for (const shift of [-12, 0, 12]) {
      context.moveTo(shift - 2, 14);
      context.lineTo(shift + 14, -2);
    }
    context.stroke();
    const pattern = this.context.createPattern(tile as unknown as CanvasImageSource, 'repeat');
    pattern?.setTransform(new DOMMatrix().scale(0.5));
    const made = pattern ?? this.colour(line);
    this.#patterns.set(key, made);
    return made;
  }

  /** The sign of a kind of event, on a small disc that sets it off from what is under it. */
  glyph(kind: string, x: number, y: number, size = 12): void {
    const { path, filled, tone } = glyphOf(kind);
    const { context } = this;
    context.save();
    context.translate(x - size / 2, y - size / 2);
    context.scale(size / 12, size / 12);
    context.fillStyle = this.colour('panel');
    context.beginPath();
    context.arc(6, 6, 7.6, 0, 2 * Math.PI);
    context.fill();
    const shape = shapes.get(path) ?? new Path2D(path);
    shapes.set(path, shape);
    if (filled) {
      context.fillStyle = this.tone(tone);
      context.fill(shape, 'evenodd');
    } else {
      context.strokeStyle = this.tone(tone);
      context.lineWidth = 1.5;
      context.lineJoin = 'round';
      context.stroke(shape);
    }
    context.restore();
  }

  tone(tone: Tone): string {
    return this.colour(tone === 'quiet' ? 'ink-2' : tone);
  }
}

const shapes = new Map<string, Path2D>();
