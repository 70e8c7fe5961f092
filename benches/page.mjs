/**
 * The page as it is shipped, in Chromium: what it weighs, how soon it follows a keystroke, how long
 * runs scrub. `dist/` has to be there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch, serve } from './browser.mjs';
import { program } from './programs.mjs';

const top = join(import.meta.dirname, '..');
const dist = join(top, 'dist');
const VIEWPORT = { width: 1280, height: 800 };

/** @typedef {{ what: string, value: number, unit: string, most?: number }} Measure */

export async function pageInChromium() {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ is not there: run `make build` first');
  const [browser, server] = [await launch(), await serve(dist)];
  try {
    return {
      load: await load(browser, server.url),
      keys: await keys(browser, server.url),
      long: await long(browser, server.url),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

/** A page that notes when the worker responds and when the timeline's canvas is drawn. */
async function open(browser, url) {
  const page = await browser.newPage({ viewport: VIEWPORT });
  page.on('pageerror', (error) => console.error(error));
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.watched.answered > 0 && globalThis.watched.drawn > globalThis.watched.answered);
  return page;
}

/** Runs in the page, before anything of it. */
function watch() {
  const watched = { asked: 0, answered: 0, drawn: 0, keyed: 0 };
  globalThis.watched = watched;
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      super.addEventListener('message', ({ data }) => {
        const { kind, payload } = data;
        if (kind === 'response' && (payload?.picture || payload?.sight?.picture)) watched.answered = performance.now();
      });
    }
    postMessage(...given) {
      watched.asked = performance.now();
      super.postMessage(...given);
    }
  };
  // The timeline fills its canvas and then draws into it: the last of these calls is its end.
  for (const name of ['fillRect', 'fillText', 'fill', 'stroke', 'drawImage', 'clearRect']) {
    const { [name]: plain } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      plain.apply(this, given);
      watched.drawn = performance.now();
    };
  }
  addEventListener('keydown', (event) => (watched.keyed = event.timeStamp), { capture: true });
}

let written = 0;

/** Puts a program into the editor, with a last line to tell it from all before, and says how long that took until it was drawn, in ms. */
async function write(page, text) {
  await page.locator('lp-editor .cm-content').click();
  await page.keyboard.press('Control+a');
  const began = await page.evaluate(() => performance.now());
  await page.keyboard.insertText(`${text}\n// ${++written}`);
  await settled(page, began);
  return page.evaluate((began) => ({
    answered: watched.answered - watched.asked,
    drawn: watched.drawn - watched.answered,
    all: watched.drawn - began,
  }), began);
}

/** Until an answer to something asked after a moment has been drawn. */
const settled = (page, after) =>
  page.waitForFunction((after) => watched.answered > after && watched.drawn > watched.answered, after, { polling: 5, timeout: 60_000 });

/** A plain line: 10 Mbit/s, 40 ms there and back. */
const LINE = { offline: false, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, latency: 40 };

/** Loads the page anew. Gives the milliseconds until its first timeline is drawn, and what was loaded. */
async function firstTimeline(browser, url, line) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const bodies = [];
  const note = (response) => bodies.push(response.body().then((body) => [response.url(), body]));
  page.on('response', note);
  if (line) await (await context.newCDPSession(page)).send('Network.emulateNetworkConditions', line);
  await page.goto(url);
  await page.waitForFunction(() => watched.answered > 0 && watched.drawn > watched.answered);
  const shown = await page.evaluate(() => watched.drawn);
  // What is asked for later, such as the next worker, is no part of the first load.
  page.off('response', note);
  const loaded = await Promise.all(bodies);
  await context.close();
  return { shown, loaded };
}

/** @returns {Promise<Measure[]>} */
async function load(browser, url) {
  const times = async (line) => {
    const all = [];
    for (let turn = 0; turn < 7; turn++) all.push((await firstTimeline(browser, url, line)).shown);
    return at(all, 0.5);
  };
  const { loaded } = await firstTimeline(browser, url);
  const sizes = loaded.map(([url, body]) => [url, gzipSync(body, { level: 9 }).length / 1000]);
  const sum = (end) => sizes.filter(([url]) => url.endsWith(end)).reduce((sum, [, size]) => sum + size, 0);
  return [
    { what: 'first load, gzip', value: sum(''), unit: 'KB', most: 350 },
    { what: 'of that WebAssembly', value: sum('.wasm'), unit: 'KB' },
    { what: 'of that JavaScript', value: sum('.js'), unit: 'KB' },
    { what: 'requests', value: sizes.length, unit: '' },
    { what: 'from the start to the first timeline, from this machine', value: await times(), unit: 'ms' },
    { what: 'from the start to the first timeline, over 10 Mbit/s and 40 ms', value: await times(LINE), unit: 'ms' },
  ];
}

/** For each scenario, types a comment letter by letter. @returns {Promise<Measure[]>} */
async function keys(browser, url) {
  const folder = join(top, 'notes', 'scenarios');
  const measures = [];
  const page = await open(browser, url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.rs')).sort()) {
    await write(page, readFileSync(join(folder, file), 'utf8'));
    await page.keyboard.press('Control+End');
    await page.keyboard.type('// ');
    const times = [];
    for (const letter of 'the quick brown fox jumps over the lazy dog') {
      await page.waitForTimeout(30);
      const before = await page.evaluate(() => performance.now());
      await page.keyboard.press(letter === ' ' ? 'x' : letter);
      await settled(page, before);
      times.push(await page.evaluate(() => watched.drawn - watched.keyed));
    }
    measures.push({ what: file.replace('.rs', ''), value: at(times, 0.5), unit: 'ms', most: 16, worst: Math.max(...times) });
  }
  await page.close();
  return measures;
}

/** @returns {Promise<Measure[]>} */
async function long(browser, url) {
  const page = await open(browser, url);
  const measures = [];
  await write(page, program(100_000));
  const steps = await page.locator('lp-steps input').getAttribute('max');
  measures.push({ what: 'events of the run that is scrubbed', value: Number(steps), unit: '' });
  // What follows the selected step is hidden at a first visit; then each step has a picture of its own.
  for (const future of ['hidden', 'shown']) {
    const { frames, tasks } = await scrub(browser, page);
    const what = `scrubbing it, future ${future}`;
    measures.push(
      { what: `${what}: from frame to frame, median`, value: at(frames, 0.5), unit: 'ms' },
      { what: `${what}: from frame to frame, 99 of 100`, value: at(frames, 0.99), unit: 'ms' },
      { what: `${what}: frames that were missed, of 300`, value: frames.filter((frame) => frame > 25).length, unit: '' },
      { what: `${what}: task of the main thread, 99 of 100`, value: at(tasks, 0.99), unit: 'ms' },
      { what: `${what}: longest task of the main thread`, value: Math.max(...tasks), unit: 'ms', most: 16 },
    );
    await page.locator('lp-steps .future').click();
  }
  const million = await write(page, program(1_000_000));
  measures.push(
    { what: 'events of the longest run', value: Number(await page.locator('lp-steps input').getAttribute('max')), unit: '' },
    { what: 'it: request to response (run, replay, picture)', value: million.answered, unit: 'ms' },
    { what: 'it: response to drawn', value: million.drawn, unit: 'ms' },
  );
  await page.close();
  return measures;
}

/**
 * Drags the scrubber from end to end in 300 frames. Says how long it was from frame to frame, and how
 * long each task was that kept the page's main thread, both in ms.
 */
async function scrub(browser, page) {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
  const frames = await page.locator('lp-steps input').evaluate(async (input) => {
    const last = Number(input.max);
    const frames = [];
    let before = await new Promise(requestAnimationFrame);
    for (let frame = 1; frame <= 300; frame++) {
      input.value = String(Math.round((last * (300 - frame)) / 300));
      input.dispatchEvent(new Event('input', { bubbles: true }));
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - before);
      before = now;
    }
    return frames;
  });
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const main = (event) => mains.some(({ pid, tid }) => event.pid === pid && event.tid === tid);
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && main(event)).map(({ dur = 0 }) => dur / 1000);
  return { frames, tasks };
}

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
