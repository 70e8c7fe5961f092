/**
 * Measures: in Chromium, natively, and in CPython. Each of the three does a round of what it measures
 * when it is told to, and they take turns, so that a slow moment of the machine hits them alike.
 */
import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { launch, serve } from './browser.mjs';

const here = import.meta.dirname;
const top = join(here, '..');

/**
 * @typedef {Record<string, number>} Times nanoseconds by name
 * @typedef {{ round(): Promise<Times>, close(): void | Promise<void> }} Place
 */

/**
 * @param {string[]} groups what the names begin with
 * @param {number} howOften how many rounds
 * @returns {Promise<{ chromium: Times, native: Times }>} the median of the rounds; CPython is native
 */
export async function measure(groups, howOften) {
  const places = [];
  try {
    for (const open of [inChromium, natively, inPython]) places.push(await open(groups));
    const rounds = places.map(() => []);
    for (let round = 0; round < howOften; round++) {
      for (const [index, place] of places.entries()) rounds[index].push(await place.round());
    }
    const [chromium, native, python] = rounds.map(medians);
    return { chromium, native: { ...native, ...python } };
  } finally {
    for (const place of places) await place.close();
  }
}

/** @param {Times[]} rounds @returns {Times} */
function medians(rounds) {
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(Object.keys(rounds[0]).map((name) => [name, median(rounds.map((round) => round[name]))]));
}

/** @returns {Promise<Place>} */
async function inChromium(groups) {
  const made = join(top, 'target', 'bench-page');
  await build({
    root: join(here, 'page'),
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: {
      // memfs asks for Node's own modules; these are the usual stand-ins.
      alias: {
        'node:buffer': 'buffer/',
        'node:events': 'events/',
        'node:path': 'path-browserify',
        'node:stream': 'readable-stream',
        'node:url': 'url/',
        process: 'process/browser.js',
      },
    },
    build: { outDir: made, emptyOutDir: true, target: 'esnext', assetsInlineLimit: 0 },
  });
  cpSync(join(here, 'node_modules', 'pyodide'), join(made, 'pyodide'), { recursive: true });
  const [browser, server] = [await launch(), await serve(made)];
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(server.url);
  await page.waitForFunction(() => 'prepare' in globalThis);
  await page.evaluate((groups) => globalThis.prepare(groups), groups);
  return {
    round: () => page.evaluate(() => globalThis.round()),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

const natively = (groups) => asProcess('cargo', ['run', '--release', '--quiet', '--', ...groups]);

const inPython = (groups) => asProcess('python3', [join(here, 'guards.py'), ...groups]);

/**
 * A process that does a round for each line it reads: it writes `name nanoseconds` lines and then an
 * empty one. The first empty one says that it is ready. Where the command is missing it measures nothing.
 *
 * @returns {Promise<Place>}
 */
async function asProcess(command, args) {
  const child = spawn(command, args, { cwd: here, stdio: ['pipe', 'pipe', 'inherit'] });
  child.on('error', (error) => console.error(String(error)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const times = {};
    for (let line = await lines.next(); !line.done && line.value !== ''; line = await lines.next()) {
      const [name, nanoseconds] = line.value.split(' ');
      times[name] = Number(nanoseconds);
    }
    return times;
  };
  await answer();
  return {
    async round() {
      child.stdin.write('\n');
      return answer();
    },
    close() {
      child.stdin.end();
    },
  };
}
