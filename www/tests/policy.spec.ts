/** The page's content policy holds in both kinds of workers: nothing is fetched from elsewhere, no text becomes code. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000, interval: 20 });

/** A server that anyone may read from, and what was asked of it. */
let server: Server;
let asked: string[];
let port: number;

beforeEach(() => {
  asked = [];
});

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end('self.foreign = true;');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What is tried in a worker, and how it fails. `ORIGIN` is where to. */
const ATTEMPTS = {
  fetch: ['fetch("ORIGIN/fetched").then((response) => response.text())', 'TypeError'],
  import: ['import("ORIGIN/module.js")', 'TypeError'],
  WebSocket: ['socket(new WebSocket("ORIGIN/socket".replace("http", "ws")))', 'refused'],
  eval: ['(0, eval)("1 + 1")', 'EvalError'],
  Function: ['new Function("return 1 + 1")()', 'EvalError'],
} as const;

/** Has a worker try a piece of code in a task of its own: what a debugger evaluates is not held to the policy. */
const attempt = (worker: Worker, code: string): Promise<string> =>
  worker.evaluate(`new Promise((resolve) => {
    const socket = (it) => new Promise((open, refused) => {
      it.onopen = () => open('open');
      it.onerror = () => refused({ name: 'refused' });
    });
    setTimeout(async () => {
      try {
        resolve('done: ' + (await ${code}));
      } catch (error) {
        resolve(error.name);
      }
    });
  })`);

/** The worker that draws timelines, and the two in which a program may die. */
async function workers(): Promise<Map<string, Worker>> {
  const { page } = visitor;
  await page.evaluate(() => void (location.hash = '01-one-file&panics=both'));
  await eventually(async () => page.workers().length).toBeGreaterThanOrEqual(2);
  await eventually(() => page.evaluate(() => document.querySelector('lp-app')!.session.state.seen.get()?.pictureBeside != null)).toBe(true);
  const named = page.workers().map(async (worker) => [await worker.evaluate(() => self.name), worker] as const);
  return new Map(await Promise.all(named));
}

describe.each(['localhost', '127.0.0.1'])('a worker that turns to another port of %s', (host) => {
  it.each(Object.entries(ATTEMPTS))('is refused %s', async (_, [code, failure]) => {
    const found = await workers();
    expect([...found.keys()].sort()).toEqual(['', 'abort']);
    for (const worker of found.values()) {
      expect(await attempt(worker, code.replace('ORIGIN', `http://${host}:${port}`))).toBe(failure);
    }
    expect(asked).toEqual([]);
    // The browser has its say on what the policy refuses.
    await visitor.opened.close();
    visitor.opened.complaints.length = visitor.opened.strangers.length = 0;
  });
});

it('gives the page’s own workers what they need', async () => {
  for (const worker of (await workers()).values()) {
    expect(await attempt(worker, 'WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => "compiled")')).toBe('done: compiled');
  }
});
