/** The size of the page's text, for drawing and arithmetic; the browser's layout knows it by itself. */
import { Value } from './session/value.ts';

/** How many pixels a rem is where the text has its usual size. */
export const REM = 16;

/** How many times as large as usual the text is: 1 where a rem is {@link REM} pixels. */
export const textScale = new Value(1);

/** Keeps {@link textScale} right from now on: the person can change the size of text at any time. */
export function followTextSize(): void {
  const read = () => textScale.set(parseFloat(getComputedStyle(document.documentElement).fontSize) / REM);
  read();
  // There is no event for a changed text size, but an element of that size can be observed.
  const rem = document.createElement('div');
  Object.assign(rem.style, { position: 'absolute', width: '1rem', height: '1rem', visibility: 'hidden', pointerEvents: 'none' });
  document.body.append(rem);
  new ResizeObserver(read).observe(rem);
}
