/** What the page does when its worker is slow, silent or broken; with a worker made of nothing. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Engine, Lost, type Port } from '../src/session/engine.ts';
import type { FromWorker, Look, NumberedRequest, Payload, ToWorker } from '../src/messages.ts';

class FakeWorker implements Port {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly requests: NumberedRequest[] = [];
  module: WebAssembly.Module | undefined;
  isEnded = false;

  postMessage(message: ToWorker): void {
    if (message.kind === 'load') this.module = message.module;
    else this.requests.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(message: FromWorker): void {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }

  getReady(): void {
    this.say({ kind: 'ready', legend: { bars: [], bands: [], marks: [], phases: [] } });
  }

  respond(index: number, payload: Payload): void {
    this.say({ kind: 'response', number: this.requests[index]!.number, payload });
  }
}

const TEXT = { kind: 'export', form: 'transcript' } as const;

/** The least that is a module: the mark and the version. */
const MODULE = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

let workers: FakeWorker[];
let engine: Engine;

function start(compile: () => Promise<WebAssembly.Module>): Engine {
  const start = () => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  };
  return new Engine({ start, compile, patience: 2000 }, () => {});
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  engine = start(() => Promise.resolve(MODULE));
});

afterEach(() => vi.useRealTimers());

describe('the engine', () => {
  it('requests nothing before the worker is ready', async () => {
    const response = engine.request(TEXT);
    expect(workers[0]!.requests).toEqual([]);
    workers[0]!.getReady();
    workers[0]!.respond(0, 'text');
    expect(await response).toBe('text');
  });

  it('does not count the time of loading against a request', async () => {
    const response = engine.request(TEXT);
    vi.advanceTimersByTime(60_000);
    workers[0]!.getReady();
    vi.advanceTimersByTime(1_900);
    workers[0]!.respond(0, 'late, but in time');
    expect(await response).toBe('late, but in time');
    expect(workers).toHaveLength(1);
  });

  it('gives each request its own response', async () => {
    workers[0]!.getReady();
    const [first, second] = [engine.request(TEXT), engine.request(TEXT)];
    workers[0]!.respond(1, 'second');
    workers[0]!.respond(0, 'first');
    expect(await first).toBe('first');
    expect(await second).toBe('second');
  });

  it('ends a worker that does not answer, and asks a fresh one from then on', async () => {
    workers[0]!.getReady();
    const silent = engine.request(TEXT);
    const lost = expect(silent).rejects.toMatchObject({ name: 'Lost', why: 'late' });
    vi.advanceTimersByTime(2_000);
    await lost;
    expect(workers[0]!.isEnded).toBe(true);

    const next = engine.request(TEXT);
    workers[1]!.getReady();
    workers[1]!.respond(0, 'fresh');
    expect(await next).toBe('fresh');
  });

  it('does not listen to a worker that was ended', async () => {
    workers[0]!.getReady();
    const silent = engine.request(TEXT);
    const lost = expect(silent).rejects.toBeInstanceOf(Lost);
    vi.advanceTimersByTime(2_000);
    await lost;
    const next = engine.request(TEXT);
    workers[1]!.getReady();
    const { number } = workers[1]!.requests[0]!;
    workers[0]!.say({ kind: 'response', number, payload: 'from beyond' });
    workers[1]!.respond(0, 'fresh');
    expect(await next).toBe('fresh');
  });

  it('replaces a worker whose code failed, and says what it said', async () => {
    workers[0]!.getReady();
    const response = engine.request(TEXT);
    const lost = expect(response).rejects.toMatchObject({ why: 'failed', message: 'index out of bounds' });
    workers[0]!.say({ kind: 'failed', message: 'index out of bounds' });
    await lost;
    expect(workers).toHaveLength(2);
  });

  it('is loaded when requests are answered, or never will be', async () => {
    let isLoaded = false;
    void engine.loaded.then(() => (isLoaded = true));
    await vi.waitFor(() => expect(workers[0]!.module).toBe(MODULE));
    expect(isLoaded).toBe(false);
    workers[0]!.getReady();
    await engine.loaded;
    await start(() => Promise.reject(new Error('404'))).loaded;
  });

  it('gives every worker the same module', async () => {
    await vi.waitFor(() => expect(workers[0]!.module).toBe(MODULE));
    workers[0]!.getReady();
    workers[0]!.say({ kind: 'failed', message: 'index out of bounds' });
    await vi.waitFor(() => expect(workers[1]!.module).toBe(MODULE));
  });

  it('says what is wrong if there is no module', async () => {
    const response = start(() => Promise.reject(new Error('404'))).request(TEXT);
    await expect(response).rejects.toMatchObject({ why: 'absent', message: '404' });
  });

  it('does not start a worker again and again that cannot be loaded', async () => {
    const response = engine.request(TEXT);
    const lost = expect(response).rejects.toMatchObject({ why: 'absent', message: 'no such file' });
    workers[0]!.onerror?.({ message: 'no such file' } as ErrorEvent);
    await lost;
    expect(workers).toHaveLength(1);
    await expect(engine.request(TEXT)).rejects.toMatchObject({ why: 'absent' });
  });
});

describe('a picture that is not sent again', () => {
  const LOOK = { kind: 'look', look: {} as Look } as const;
  const RUN = { kind: 'run', text: { source: '', disk: null }, look: {} as Look, traced: false } as const;

  /** A sight as it comes from the worker; without a name, its pictures are those of the sight before. */
  const sight = (step: number, name: string | null) =>
    ({ moment: { step }, picture: name && { name }, pictureBeside: name && { name: `beside ${name}` } }) as never;

  it('is that of the answer before, in answers of all kinds', async () => {
    workers[0]!.getReady();
    const [run, look] = [engine.request(RUN), engine.request(LOOK)];
    workers[0]!.respond(0, { ran: {}, sight: sight(1, 'first') } as never);
    workers[0]!.respond(1, sight(2, null));
    const first = (await run).sight;
    expect(first).toEqual(sight(1, 'first'));
    expect(await look).toEqual(sight(2, 'first'));
    // The very same, so that it is known without a look that nothing has to be drawn again.
    expect((await look)?.picture).toBe(first?.picture);
  });

  it('is never that of another worker', async () => {
    workers[0]!.getReady();
    const [seen, lost] = [engine.request(LOOK), engine.request(LOOK)];
    const failed = expect(lost).rejects.toBeInstanceOf(Lost);
    workers[0]!.respond(0, sight(1, 'of the first'));
    await seen;
    workers[0]!.say({ kind: 'failed', message: 'index out of bounds' });
    await failed;
    const next = engine.request(LOOK);
    workers[1]!.getReady();
    workers[1]!.respond(0, sight(2, 'of the second'));
    expect(await next).toEqual(sight(2, 'of the second'));
    const after = engine.request(LOOK);
    workers[1]!.respond(1, sight(3, null));
    expect(await after).toEqual(sight(3, 'of the second'));
  });
});
