/** The timeline's colours, patterns and letters: read from the page's style sheet once for each set of colours. */
import { glyphOf, type Tone } from '../glyphs.ts';
import type { Colour } from './looks.ts';

const NAMES: readonly Colour[] = [
  'panel', 'ink', 'ink-2', 'ink-3', 'line', 'line-2', 'accent', 'accent-ink', 'sunk',
  'open', 'open-soft', 'error', 'error-soft', 'panic', 'panic-soft', 'leaked', 'leaked-soft', 'reaped', 'step-line', 'scope',
];

/** The size of the letters, in pixels, where the text has its usual size. */
const LETTERS = 11;
/** How much of something remains while the legend lights up something else. */
const FADED = 0.22;

/** Draws with the page's colours, at the size of its text. */
export class Paint {
  readonly context: CanvasRenderingContext2D;
  readonly #scale: number;
  readonly #colours: Readonly<Record<Colour, string>>;
  readonly #families: Readonly<Record<'text' | 'code', string>>;
  readonly #patterns = new Map<string, CanvasPattern | string>();
  readonly #widths = new Map<string, number>();

  /** `scale`: how many times as large as usual the text is. */
  constructor(context: CanvasRenderingContext2D, host: Element, scale: number) {
    this.context = context;
    this.#scale = scale;
    const style = getComputedStyle(host);
    const value = (name: string) => style.getPropertyValue(`--${name}`);
    this.#colours = Object.fromEntries(NAMES.map((name) => [name, value(name)])) as Record<Colour, string>;
    this.#families = { text: value('text'), code: value('code') };
  }

  colour(name: Colour): string {
    return this.#colours[name];
  }

  /** Sets the letters that follow in the typeface of text or of code. */
  letters(family: 'text' | 'code', align: CanvasTextAlign, weight = 400): void {
    const { context } = this;
    context.font = `${weight} ${LETTERS * this.#scale}px ${this.#families[family]}`;
    context.textAlign = align;
    context.textBaseline = 'middle';
  }

  /** The width of a text in the letters that are set; measured once. */
  width(text: string): number {
    const key = `${this.context.font} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const { width } = this.context.measureText(text);
    this.#widths.set(key, width);
    return width;
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
    pattern?.setTransform(new DOMMatrix().scale(0.5 * this.#scale));
    const made = pattern ?? this.colour(line);
    this.#patterns.set(key, made);
    return made;
  }

  /** The sign of a kind of event, on a small disc that sets it off from its ground. */
  glyph(kind: string, x: number, y: number): void {
    const { path, filled, tone } = glyphOf(kind);
    const { context } = this;
    context.save();
    context.translate(x - 6 * this.#scale, y - 6 * this.#scale);
    context.scale(this.#scale, this.#scale);
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

  /** A ring around a sign. */
  ring(x: number, y: number): void {
    const { context } = this;
    context.strokeStyle = this.colour('accent');
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x, y, 9 * this.#scale, 0, 2 * Math.PI);
    context.stroke();
  }

  tone(tone: Tone): string {
    return this.colour(tone === 'quiet' ? 'ink-2' : tone);
  }

  /** Draws paler while `highlight`, an entry of the legend, is lit up and `code` is not it; returns whether it is. */
  fade(highlight: string | null, code: string): boolean {
    const isLit = highlight === code;
    this.context.globalAlpha = highlight === null || isLit ? 1 : FADED;
    return isLit;
  }

  /** Draws at full strength again. */
  unfade(): void {
    this.context.globalAlpha = 1;
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    const { context } = this;
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }
}

const shapes = new Map<string, Path2D>();
