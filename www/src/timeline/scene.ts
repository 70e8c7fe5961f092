/** The values from which a timeline is drawn. */
import type { Axis, Legend, Sight } from '../messages.ts';
import type { Pointed } from '../session/state.ts';
import type { Layout } from './layout.ts';
import type { Paint } from './paint.ts';

export interface Scene {
  readonly sight: Sight;
  readonly legend: Legend;
  readonly axis: Axis;
  readonly layout: Layout;
  /** The thing that is pointed at; it is outlined. */
  readonly pointed: Pointed | null;
  /** The entry of the legend that is lit up: everything else is paler. */
  readonly highlight: string | null;
  /** Whether the steps after the selected one are hidden. */
  readonly hidden: boolean;
}

/** Where a position of the axis lies on the canvas. */
export function xOf({ sight, layout }: Scene, position: number): number {
  const { from, to } = sight.part;
  const { pad } = layout.measures;
  return pad + ((position - from) / (to - from)) * (layout.width - 2 * pad);
}

/** Draws inside of a box only. */
export function clipped({ context }: Paint, x: number, y: number, width: number, height: number, body: () => void): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  body();
  context.restore();
}
