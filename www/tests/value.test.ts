/** How the state tells of its changes. */
import { expect, it } from 'vitest';
import { part, Value } from '../src/session/value.ts';

it('a value tells of changes, and of nothing else', () => {
  const value = new Value(1);
  const heard: number[] = [];
  const stop = value.watch((now) => heard.push(now));
  value.set(1);
  value.set(2);
  stop();
  value.set(3);
  expect(heard).toEqual([2]);
});

it('a part of a value tells of its own changes only', () => {
  const value = new Value({ step: 1, text: '' });
  let times = 0;
  const stop = part(value, ({ step }) => step).watch(() => times++);
  value.set({ step: 1, text: 'other' });
  expect(times).toBe(0);
  value.set({ step: 2, text: 'other' });
  value.set({ step: 2, text: '' });
  expect(times).toBe(1);
  stop();
  value.set({ step: 3, text: '' });
  expect(times).toBe(1);
});
