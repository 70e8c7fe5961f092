/** Which run is shown, and where programs run; with an engine and processes that answer when the test says so. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Conductor } from '../src/session/conductor.ts';
import { Lost } from '../src/session/engine.ts';
import { SessionState } from '../src/session/state.ts';
import type { Request } from '../src/messages.ts';
import type { Program, Remains } from '../src/process/messages.ts';

/** Something that was asked for, and how to answer. */
interface Asked<T> {
  readonly what: T;
  answer(value: unknown): void;
  fail(error: Error): void;
}

let conductor: Conductor;
let state: SessionState;
let requests: Asked<Request>[];
let programs: Asked<Program>[];
/** When the next instance may be loaded, for each program that was begun. */
let calms: (() => Promise<unknown>)[];
let kills: number;

/** Notes what is asked for, and leaves the answer to the test. */
function later<T>(list: Asked<T>[], what: T): Promise<never> {
  return new Promise<never>((answer, fail) => list.push({ what, answer: answer as (value: unknown) => void, fail }));
}

beforeEach(async () => {
  [requests, programs, calms, kills] = [[], [], [], 0];
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw));
  state = new SessionState();
  conductor = new Conductor(
    { request: (request: Request) => later(requests, request), loaded: Promise.resolve() },
    {
      run(program: Program, calm?: () => Promise<unknown>) {
        calms.push(calm!);
        return later(programs, program);
      },
      kill: () => void kills++,
    },
    state,
  );
  await settled();
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

const answer = (from: string, wouldDie: boolean) => ({
  ran: { diagnostics: [], wouldDie, run: { steps: 1, verdict: { sentence: from } } },
  sight: { moment: { step: 1 }, from },
});
const remains = (diedOf: Remains['diedOf']): Remains => ({ diedOf, time: 0, took: 1, events: 1, image: new Uint8Array() });
const refused = { ran: { diagnostics: [{}], wouldDie: false, run: null }, sight: null };

/** What was asked, by its kind. */
const kinds = () => requests.map(({ what }) => what.kind);
const shown = () => (state.seen.get() as unknown as { from: string } | null)?.from ?? null;

/** Writes a program that dies, and waits until that is shown. */
async function die(): Promise<void> {
  state.source.set('dies');
  requests.at(-1)!.answer(answer('never shown', true));
  await settled();
  programs.at(-1)!.answer(remains('unreachable'));
  await settled();
  requests.at(-1)!.answer(answer('its remains', false));
  await settled();
  expect(shown()).toBe('its remains');
}

it('runs a program only where it cannot die, as long as none has', async () => {
  state.source.set('lives');
  requests[0]!.answer(answer('alive', false));
  await settled();
  expect([shown(), kinds(), programs]).toEqual(['alive', ['run'], []]);
});

it('shows nothing of a program that would die but what it leaves where it does', async () => {
  state.source.set('dies');
  requests[0]!.answer(answer('never shown', true));
  await settled();
  expect([shown(), programs.length]).toEqual([null, 1]);
  programs[0]!.answer(remains('unreachable'));
  await settled();
  expect([shown(), kinds()]).toEqual([null, ['run', 'inherit']]);
  requests[1]!.answer(answer('its remains', false));
  await settled();
  expect(shown()).toBe('its remains');
  expect(state.diedOf.get()).toBe('unreachable');
});

describe('after a death', () => {
  beforeEach(die);

  it('runs the next program in both places at the same time', async () => {
    state.source.set('dies too');
    expect([requests.at(-1)!.what.kind, programs.at(-1)!.what.source]).toEqual(['run', 'dies too']);
    programs[1]!.answer(remains('stack'));
    await settled();
    // The run beside the timeline has the say whether it dies at all.
    expect(kinds().slice(2)).toEqual(['run']);
    requests[2]!.answer(answer('never shown', true));
    await settled();
    requests[3]!.answer(answer('other remains', false));
    await settled();
    expect([shown(), programs.length]).toEqual(['other remains', 2]);
  });

  it('lets the run where it may die be forgotten if the program lives, whichever comes first', async () => {
    for (const [turn, isFirst] of [true, false].entries()) {
      if (turn) await die();
      state.source.set(`lives ${turn}`);
      if (isFirst) programs.at(-1)!.answer(remains(null));
      await settled();
      requests.at(-1)!.answer(answer('alive', false));
      await settled();
      if (!isFirst) programs.at(-1)!.answer(remains(null));
      await settled();
      expect([shown(), kinds().at(-1), state.diedOf.get(), state.running.get()]).toEqual(['alive', 'run', null, false]);
    }
    const before = programs.length;
    state.source.set('lives on');
    expect(programs.length).toBe(before);
  });

  it('goes on so over a text that is refused', async () => {
    state.source.set('is no program');
    programs[1]!.fail(new Lost('failed', 'the program is refused'));
    requests[2]!.answer(refused);
    await settled();
    expect([shown(), state.outdated.get(), state.notice.get()]).toEqual(['its remains', true, null]);
    state.source.set('dies again');
    expect(programs.at(-1)!.what.source).toBe('dies again');
  });

  it('shows nothing of a text that has changed meanwhile', async () => {
    state.source.set('first');
    state.source.set('second');
    expect(kills).toBeGreaterThan(0);
    programs[1]!.fail(new Lost('late', 'nothing was heard of it'));
    requests[2]!.answer(answer('first', true));
    await settled();
    expect([programs.at(-1)!.what.source, requests.at(-1)!.what]).toMatchObject(['second', { kind: 'run', text: { source: 'second' } }]);
    programs[2]!.answer(remains('unreachable'));
    requests.at(-1)!.answer(answer('second', true));
    await settled();
    expect(requests.at(-1)!.what).toMatchObject({ kind: 'inherit', text: { source: 'second' } });
    requests.at(-1)!.answer(answer('remains of the second', false));
    await settled();
    expect(shown()).toBe('remains of the second');
  });

  it('kills what still runs before another is run', async () => {
    state.source.set('lives');
    requests[2]!.answer(answer('alive', false));
    await settled();
    const before = kills;
    state.traced.set(true);
    expect(kills).toBeGreaterThan(before);
  });
});

it('says that it is calm only when what came of the program is drawn', async () => {
  let isCalm = false;
  state.source.set('dies');
  requests[0]!.answer(answer('never shown', true));
  await settled();
  void calms[0]!().then(() => (isCalm = true));
  programs[0]!.answer(remains('unreachable'));
  await settled();
  await settled();
  expect(isCalm).toBe(false);
  requests[1]!.answer(answer('its remains', false));
  await vi.waitFor(() => expect(isCalm).toBe(true));
  expect(shown()).toBe('its remains');
});

describe('the panels show an earlier program', () => {
  beforeEach(async () => {
    state.source.set('first');
    requests[0]!.answer(answer('first', false));
    await settled();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => void vi.useRealTimers());

  it('when a run takes longer than a glance, until it is there', async () => {
    state.source.set('slow');
    await vi.advanceTimersByTimeAsync(90);
    expect(state.outdated.get()).toBe(false);
    await vi.advanceTimersByTimeAsync(20);
    expect([state.outdated.get(), shown()]).toEqual([true, 'first']);
    requests[1]!.answer(answer('slow', false));
    await vi.advanceTimersByTimeAsync(0);
    expect([state.outdated.get(), shown()]).toEqual([false, 'slow']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.outdated.get()).toBe(false);
  });

  it('however often the text changes meanwhile', async () => {
    state.source.set('slow');
    await vi.advanceTimersByTimeAsync(60);
    state.source.set('slow too');
    await vi.advanceTimersByTimeAsync(60);
    expect(state.outdated.get()).toBe(true);
  });

  it('at once when the text does not run, and until one does', async () => {
    state.source.set('is no program');
    requests[1]!.answer(refused);
    await vi.advanceTimersByTimeAsync(0);
    expect(state.outdated.get()).toBe(true);
    state.source.set('runs');
    await vi.advanceTimersByTimeAsync(0);
    expect(state.outdated.get()).toBe(true);
    requests[2]!.answer(answer('runs', false));
    await vi.advanceTimersByTimeAsync(0);
    expect(state.outdated.get()).toBe(false);
  });

  it('when their worker is lost', async () => {
    state.source.set('breaks');
    requests[1]!.fail(new Lost('failed', 'of a bug'));
    await vi.advanceTimersByTimeAsync(0);
    requests[2]!.answer(answer('first again', false));
    await vi.advanceTimersByTimeAsync(0);
    expect([state.outdated.get(), shown()]).toEqual([true, 'first']);
  });
});

describe('a look that changes while a text is written', () => {
  it('is requested once more if that text does not run', async () => {
    state.source.set('first');
    requests[0]!.answer(answer('first', false));
    await settled();
    state.see({ step: null });
    state.source.set('broken');
    requests[1]!.answer({ from: 'too late' });
    await settled();
    requests[2]!.answer(refused);
    await settled();
    requests[3]!.answer({ moment: { step: 1 }, from: 'the last step' });
    await settled();
    expect([kinds(), shown()]).toEqual([['run', 'look', 'run', 'look'], 'the last step']);
  });
});

describe('a run that was killed on purpose', () => {
  const killed = { killed: { text: { source: 'first', disk: null }, kills: { sentence: '', paths: [], outcomes: [] }, remains: [] }, index: 0 };
  beforeEach(async () => {
    state.source.set('first');
    requests[0]!.answer(answer('first', false));
    await settled();
    const isShown = conductor.show(remains('killed'));
    requests[1]!.answer(answer('killed', false));
    expect(await isShown).toBe(true);
    state.killed.set(killed);
  });

  it('is on the screen', () => {
    expect([shown(), state.diedOf.get()]).toEqual(['killed', 'killed']);
  });

  it('is not replaced by another kill of a text that does not run', async () => {
    state.source.set('broken');
    requests[2]!.answer(refused);
    await settled();
    const isShown = conductor.show(remains('killed'));
    requests[3]!.answer(refused);
    expect(await isShown).toBe(false);
    expect(shown()).toBe('killed');
  });

  it('gives way to the run that was not killed, also while the text does not run', async () => {
    state.source.set('broken');
    requests[2]!.answer(refused);
    await settled();
    void conductor.again();
    requests[3]!.answer(answer('whole', false));
    await settled();
    requests[4]!.answer(refused);
    await settled();
    expect([shown(), state.killed.get(), state.outdated.get()]).toEqual(['whole', null, true]);
  });

  it('gives way to the run that was not killed', async () => {
    void conductor.again();
    requests[2]!.answer(answer('whole', false));
    await settled();
    expect([shown(), state.killed.get()]).toEqual(['whole', null]);
  });

  it('gives way to a changed text', async () => {
    state.source.set('second');
    requests[2]!.answer(answer('second', false));
    await settled();
    expect([shown(), state.killed.get()]).toEqual(['second', null]);
  });

  it('is not there any more when its worker is lost', async () => {
    state.see({ step: 1 });
    requests[2]!.fail(new Lost('failed', 'of a bug'));
    await settled();
    requests[3]!.answer(answer('whole', false));
    await settled();
    expect([shown(), state.killed.get()]).toEqual(['whole', null]);
    expect(state.notice.get()).toContain('Leakproof itself failed');
  });
});

describe('the words of a step', () => {
  const told = () => (state.told.get() as unknown as { from: string } | null)?.from ?? null;
  let draw: () => void;

  beforeEach(async () => {
    state.source.set('program');
    requests[0]!.answer(answer('the run', false));
    await settled();
    // From here on the browser draws when the test says so.
    vi.stubGlobal('requestAnimationFrame', (then: () => void) => (draw = then));
    state.see({ step: 1 });
    await settled();
    requests[1]!.answer({ moment: { step: 1 }, from: 'one step' });
    await settled();
  });

  it('follow when its picture is drawn; those of a run come with it', async () => {
    expect([shown(), told()]).toEqual(['one step', 'the run']);
    draw();
    await settled();
    expect(told()).toBe('one step');
    state.source.set('another');
    draw();
    await settled();
    requests[2]!.answer(answer('the other run', false));
    await settled();
    expect([shown(), told()]).toEqual(['the other run', 'the other run']);
  });

  it('are drawn before the picture of the next one', async () => {
    draw();
    await settled();
    state.see({ step: 2 });
    await settled();
    requests[2]!.answer({ moment: { step: 2 }, from: 'the next step' });
    await settled();
    expect([shown(), told()]).toEqual(['one step', 'one step']);
    draw();
    await settled();
    expect(shown()).toBe('the next step');
  });
});
