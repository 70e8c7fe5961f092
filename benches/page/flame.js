/** npm's flame-chart-js with a long run: how long until its first picture. */
import { FlameChart } from 'flame-chart-js';

/**
 * @param {number} count spans: scopes one after the other, each with two resources in it
 * @returns {Promise<number>} milliseconds from the data to the picture
 */
globalThis.flame = async (count) => {
  const data = [];
  for (let turn = 0; turn < count / 3; turn++) {
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
  return performance.now() - began;
};
