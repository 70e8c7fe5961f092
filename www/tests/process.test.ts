/** What the page does with the workers in which programs may die; with workers made of nothing. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trapOf } from '../src/process/last-words.ts';
import type { Ended, Panics, Remains, Start } from '../src/process/messages.ts';
import { Processes, type Port } from '../src/process/process.ts';

class FakeWorker implements Port {
  onmessage: ((event: MessageEvent<Ended>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly started: Start[] = [];
  readonly panics: Panics;
  isEnded = false;

  constructor(panics: Panics) {
    this.panics = panics;
  }

  postMessage(message: Start): void {
    this.started.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(ended: Ended): void {
    this.onmessage?.({ data: ended } as MessageEvent<Ended>);
  }
}

const remains = (trap: Remains['trap']): Remains => ({ trap, time: 0, took: 1, image: new Uint8Array() });

let workers: FakeWorker[];
let processes: Processes;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  processes = new Processes((panics) => {
    workers.push(new FakeWorker(panics));
    return workers.at(-1)!;
  }, 2000);
});

afterEach(() => vi.useRealTimers());

describe('processes', () => {
  it('load nothing before a program needs it', () => {
    expect(workers).toEqual([]);
  });

  it('use a worker again whose program has lived', async () => {
    for (let turn = 1; turn <= 2; turn++) {
      const over = processes.run('source', 'unwind');
      workers[0]!.say({ kind: 'ready' });
      await vi.advanceTimersByTimeAsync(0);
      workers[0]!.say({ kind: 'over', remains: remains(null) });
      expect((await over).trap).toBeNull();
    }
    expect(workers.length).toBe(1);
    expect(workers[0]!.started.length).toBe(2);
  });

  it('end a worker whose program has died, and load the next', async () => {
    const over = processes.run('source', 'abort');
    workers[0]!.say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.say({ kind: 'over', remains: remains('unreachable') });
    expect((await over).trap).toBe('unreachable');
    expect(workers.map(({ isEnded, panics }) => [isEnded, panics])).toEqual([
      [true, 'abort'],
      [false, 'abort'],
    ]);
  });

  it('end a worker that takes too long, and say so', async () => {
    const over = processes.run('source', 'unwind');
    workers[0]!.say({ kind: 'ready' });
    const lost = expect(over).rejects.toMatchObject({ why: 'late' });
    await vi.advanceTimersByTimeAsync(2001);
    await lost;
    expect(workers[0]!.isEnded).toBe(true);
  });

  it('say when it is we who failed', async () => {
    const over = processes.run('source', 'unwind');
    workers[0]!.say({ kind: 'failed', message: 'the playground itself panicked' });
    await expect(over).rejects.toMatchObject({ why: 'failed', message: 'the playground itself panicked' });
    expect(workers[0]!.isEnded).toBe(true);
  });
});

describe('a trap', () => {
  it.each([
    [new WebAssembly.RuntimeError('unreachable'), 'unreachable'],
    [new WebAssembly.RuntimeError('unreachable executed'), 'unreachable'],
    [new WebAssembly.RuntimeError('Unreachable code should not be executed'), 'unreachable'],
    [new WebAssembly.RuntimeError('memory access out of bounds'), 'stack'],
    [new RangeError('Maximum call stack size exceeded'), 'stack'],
    [new Error('the program is refused'), null],
    ['text', null],
  ] as const)('is told from %s', (error, trap) => {
    expect(trapOf(error)).toBe(trap);
  });
});
