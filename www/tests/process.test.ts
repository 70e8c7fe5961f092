/** What the page does with the workers in which programs may die; with workers made of nothing. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trapOf } from '../src/process/last-words.ts';
import type { Command, Panics, Program, Remains, Report } from '../src/process/messages.ts';
import { Processes, type Port } from '../src/process/process.ts';
import { killAtEveryMoment, MOST_EVENTS } from '../src/process/sweep.ts';

const MODULE = {} as WebAssembly.Module;

class FakeWorker implements Port {
  onmessage: ((event: MessageEvent<Report>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly commands: Command[] = [];
  readonly panics: Panics;
  isEnded = false;

  constructor(panics: Panics) {
    this.panics = panics;
  }

  postMessage(command: Command): void {
    this.commands.push(command);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(ended: Report): void {
    this.onmessage?.({ data: ended } as MessageEvent<Report>);
  }
}

const remains = (diedOf: Remains['diedOf'], events = 0): Remains => ({
  diedOf,
  time: 0,
  took: 1,
  events,
  image: new Uint8Array(),
});

const program = (panics: Panics): Program => ({ source: 'source', panics, disk: null });

let workers: FakeWorker[];
let compiled: Panics[];
let processes: Processes;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  compiled = [];
  processes = new Processes({
    start(panics) {
      workers.push(new FakeWorker(panics));
      return workers.at(-1)!;
    },
    compile(panics) {
      compiled.push(panics);
      return Promise.resolve(MODULE);
    },
    patience: 2000,
  });
});

afterEach(() => vi.useRealTimers());

/** Starts a program in the worker of that number, which gets ready for it if it is new. */
async function start(panics: Panics, worker: number): Promise<{ over: Promise<Remains> }> {
  const over = processes.run(program(panics));
  // Whoever rejects it is looked at later.
  over.catch(() => {});
  await vi.advanceTimersByTimeAsync(0);
  if (workers[worker]!.commands.length === 1) workers[worker]!.say({ kind: 'ready' });
  await vi.advanceTimersByTimeAsync(0);
  return { over };
}

/** A calm that comes when the test says so. */
function calmness() {
  let becomeCalm = () => {};
  const calm = new Promise<void>((resolve) => (becomeCalm = resolve));
  return { calm, becomeCalm };
}

describe('processes', () => {
  it('load nothing before a program needs it', () => {
    expect([workers, compiled]).toEqual([[], []]);
  });

  it('give a worker its build, then a program', async () => {
    await start('abort', 0);
    expect(workers[0]!.commands).toEqual([
      { kind: 'load', module: MODULE },
      { kind: 'start', program: program('abort') },
    ]);
  });

  it('use a worker again whose program has lived', async () => {
    for (let turn = 1; turn <= 2; turn++) {
      const { over } = await start('unwind', 0);
      workers[0]!.say({ kind: 'over', remains: remains(null) });
      expect((await over).diedOf).toBeNull();
    }
    expect(workers.length).toBe(1);
    expect(workers[0]!.commands.map(({ kind }) => kind)).toEqual(['load', 'start', 'start']);
  });

  it('end a worker whose program has died, and load the next', async () => {
    const { over } = await start('abort', 0);
    workers[0]!.say({ kind: 'over', remains: remains('unreachable') });
    expect((await over).diedOf).toBe('unreachable');
    expect(workers.map(({ isEnded, panics }) => [isEnded, panics])).toEqual([
      [true, 'abort'],
      [false, 'abort'],
    ]);
  });

  it('let go of a worker that they end', async () => {
    const { over } = await start('abort', 0);
    workers[0]!.say({ kind: 'over', remains: remains('unreachable') });
    await over;
    expect([workers[0]!.onmessage, workers[0]!.onerror]).toEqual([null, null]);
  });

  it('end a worker and load the next only when whoever ran the program is calm', async () => {
    const { calm, becomeCalm } = calmness();
    const over = processes.run(program('abort'), () => calm);
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.say({ kind: 'over', remains: remains('unreachable') });
    await over;
    await vi.advanceTimersByTimeAsync(1000);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
    becomeCalm();
    await vi.advanceTimersByTimeAsync(0);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('load the next when it is needed, calm or not, and no second one', async () => {
    const { calm, becomeCalm } = calmness();
    const over = processes.run(program('abort'), () => calm);
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.say({ kind: 'over', remains: remains('unreachable') });
    await over;
    await start('abort', 1);
    becomeCalm();
    await vi.advanceTimersByTimeAsync(0);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    expect(workers[1]!.commands.map(({ kind }) => kind)).toEqual(['load', 'start']);
  });

  it('use a worker again whose program was refused', async () => {
    const { over } = await start('unwind', 0);
    const lost = expect(over).rejects.toMatchObject({ why: 'failed', message: 'the program is refused' });
    workers[0]!.say({ kind: 'refused' });
    await lost;
    await start('unwind', 0);
    expect([workers.length, workers[0]!.isEnded]).toEqual([1, false]);
  });

  it('do not begin a program that is killed while its worker is loaded', async () => {
    const given = processes.run(program('unwind'));
    const lost = expect(given).rejects.toMatchObject({ why: 'late' });
    processes.kill();
    const { over } = await start('unwind', 0);
    await lost;
    expect(workers[0]!.commands.map(({ kind }) => kind)).toEqual(['load', 'start']);
    workers[0]!.say({ kind: 'over', remains: remains(null) });
    expect((await over).diedOf).toBeNull();
  });

  it('give the next program a worker of its own at once when one is killed', async () => {
    const { over } = await start('unwind', 0);
    const lost = expect(over).rejects.toMatchObject({ why: 'late' });
    processes.kill();
    const next = await start('unwind', 1);
    await lost;
    workers[1]!.say({ kind: 'over', remains: remains(null) });
    expect((await next.over).diedOf).toBeNull();
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('kill a program that takes too long, and have what it had sent by then', async () => {
    const { over } = await start('unwind', 0);
    workers[0]!.say({ kind: 'alive', batch: Uint8Array.of(1, 2), time: 30 });
    workers[0]!.say({ kind: 'alive', batch: Uint8Array.of(3), time: 40 });
    await vi.advanceTimersByTimeAsync(2001);
    expect(await over).toMatchObject({ diedOf: 'late', time: 40, image: Uint8Array.of(1, 2, 3) });
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('kill a program when the person says so', async () => {
    const { over } = await start('unwind', 0);
    workers[0]!.say({ kind: 'alive', batch: Uint8Array.of(1), time: 30 });
    processes.kill();
    expect((await over).diedOf).toBe('late');
    expect(workers[0]!.isEnded).toBe(true);
  });

  it('say so of a program that nothing was heard of', async () => {
    const { over } = await start('unwind', 0);
    const lost = expect(over).rejects.toMatchObject({ why: 'late' });
    await vi.advanceTimersByTimeAsync(2001);
    await lost;
    expect(workers[0]!.isEnded).toBe(true);
  });

  it('say when it is we who failed', async () => {
    const { over } = await start('unwind', 0);
    workers[0]!.say({ kind: 'failed', message: 'the playground itself panicked' });
    await expect(over).rejects.toMatchObject({ why: 'failed', message: 'the playground itself panicked' });
    expect(workers[0]!.isEnded).toBe(true);
  });
});

describe('killing at every moment', () => {
  /** Processes of a program that records events in operations of so many each, and what they were told. */
  function fake(operations: readonly number[], whole: Remains['diedOf'] = null) {
    const told: (number | undefined)[] = [];
    const ends = operations.map((_, index) => operations.slice(0, index + 1).reduce((sum, each) => sum + each, 0));
    const run = async ({ diesAt }: Program) => {
      told.push(diesAt);
      const end = ends.find((events) => diesAt !== undefined && events >= diesAt);
      return end === undefined ? remains(whole, ends.at(-1)! + 2) : remains('killed', end);
    };
    return { run, told };
  }

  it('kills once after each operation, however many events that has', async () => {
    const { run, told } = fake([1, 3, 2]);
    const sweep = await killAtEveryMoment({ run }, program('unwind'), () => {});
    expect(sweep?.killed.map(({ events }) => events)).toEqual([1, 4, 6]);
    expect(sweep?.whole).toMatchObject({ diedOf: null, events: 8 });
    expect(told).toEqual([undefined, 1, 2, 5, 7]);
  });

  it('says how far it is', async () => {
    const shares: number[] = [];
    await killAtEveryMoment(fake([1, 3]), program('unwind'), (share) => shares.push(share));
    expect(shares).toEqual([2 / 6, 5 / 6]);
  });

  it('leaves alone what does not end, or is too long', async () => {
    expect(await killAtEveryMoment(fake([1], 'late'), program('unwind'), () => {})).toBeNull();
    expect(await killAtEveryMoment(fake([MOST_EVENTS]), program('unwind'), () => {})).toBeNull();
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
