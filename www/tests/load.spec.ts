/** How the page is loaded, and from what servers. */
import { expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();

const WEBASSEMBLY = '**/*.wasm';
/** What the first run says at its first step. */
const FIRST = /^Nothing is open yet\.$/;

it('loads the WebAssembly once, beside the JavaScript that asks for it', async () => {
  await visitor.expectVerdict(FIRST);
  const loads = await visitor.page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.wasm'))
      .map(({ initiatorType }) => initiatorType),
  );
  expect(loads).toEqual(['link']);
});

it('draws the first run with one question', async () => {
  await visitor.page.addInitScript(() => {
    const asked: string[] = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { request?: { kind: string } }) {
      if (message.request) asked.push(message.request.kind);
      post.call(this, message);
    };
    Object.assign(globalThis, { asked });
  });
  await visitor.page.reload();
  await visitor.expectVerdict(FIRST);
  // What is found out of its size when it is drawn would be asked for in the frames after.
  await visitor.page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
  );
  expect(await visitor.page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual(['run']);
});

it('runs from a server that does not know what WebAssembly is', async () => {
  await visitor.page.route(WEBASSEMBLY, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await visitor.page.reload();
  await visitor.expectVerdict(FIRST);
});

it('says that it loads while it does', async () => {
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await visitor.page.route(WEBASSEMBLY, (route) => held.then(() => route.continue()));
  await visitor.page.reload({ waitUntil: 'commit' });
  await visitor.page.locator('lp-timeline .loading').waitFor();
  expect(await visitor.text()).toContain('fn main()');
  release();
  await visitor.expectVerdict(FIRST);
  expect(await visitor.page.locator('lp-timeline .loading').count()).toBe(0);
});

it('says so if the WebAssembly is not there, and keeps the editor', async () => {
  await visitor.page.route(WEBASSEMBLY, (route) => route.fulfill({ status: 404 }));
  await visitor.page.reload();
  await expect.poll(() => visitor.page.locator('lp-notice .notice').innerText(), { timeout: 8_000 }).toContain('the server answers 404');
  expect(await visitor.text()).toContain('fn main()');
  // The browser says it too.
  expect(visitor.opened.complaints.splice(0)).toHaveLength(1);
});
