/** npm's flame-chart-js with a long run: until its first picture of a million spans. */
import { FlameChart } from 'flame-chart-js';

const SPANS = 1_000_000;

/** @returns {Promise<number>} milliseconds from the data to the picture */
export async function flame() {
  // Scopes one after the other, each with two resources in it.
  const data = [];
  for (let turn = 0; turn < SPANS / 3; turn++) {
    const start = turn * 10;
    data.push({
      name: 'turn',
      type: 'scope',
      start,
      duration: 9,
      children: [
        { name: 'data.csv', type: 'file', start: start + 1, duration: 3, children: [] },
        { name: 'lock', type: 'lock', start: start + 5, duration: 3, children: [] },
      ],
    });
  }
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 1200, height: 400 });
  document.body.append(canvas);
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const began = performance.now();
  new FlameChart({ canvas, data, colors: {}, settings: {} });
  // It draws in the next frame; the one after begins when that is done.
  await frame();
  await frame();
  const took = performance.now() - began;
  canvas.remove();
  return took;
}
