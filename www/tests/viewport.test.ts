/** The arithmetic of the timeline's view. */
import { describe, expect, it } from 'vitest';
import { isWhole, pan, reveal, ticks, whole, zoom } from '../src/timeline/viewport.ts';

describe('the viewport', () => {
  it('keeps what is under the pointer in place when it zooms', () => {
    const view = zoom({ from: 0, to: 100 }, 2, 30, 100, 1);
    expect(view).toEqual({ from: 15, to: 65 });
  });

  it('never shows more than the run', () => {
    expect(zoom({ from: 20, to: 60 }, 0.1, 50, 100, 1)).toEqual({ from: 0, to: 100 });
    expect(pan({ from: 20, to: 60 }, 500, 100)).toEqual({ from: 60, to: 100 });
    expect(pan({ from: 20, to: 60 }, -500, 100)).toEqual({ from: 0, to: 40 });
  });

  it('never shows less than asked for', () => {
    const view = zoom({ from: 0, to: 4 }, 1000, 2, 100, 2);
    expect(view.to - view.from).toBe(2);
  });

  it('moves just enough to reveal a position', () => {
    expect(reveal({ from: 0, to: 10 }, 5, 100)).toEqual({ from: 0, to: 10 });
    expect(reveal({ from: 0, to: 10 }, 12, 100)).toEqual({ from: 3, to: 13 });
    expect(reveal({ from: 50, to: 60 }, 0, 100)).toEqual({ from: 0, to: 10 });
  });

  it('knows the whole of an empty run', () => {
    expect(isWhole(whole(0), 0)).toBe(true);
  });

  it('puts round numbers on the ruler', () => {
    expect(ticks({ from: 0, to: 31 }, 8, 1)).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(ticks({ from: 0, to: 3 }, 8, 1)).toEqual([0, 1, 2, 3]);
    expect(ticks({ from: 95, to: 102 }, 4, 1)).toEqual([96, 98, 100, 102]);
  });
});
