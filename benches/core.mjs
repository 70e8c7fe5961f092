/** Files, guards and panics: in Chromium, natively, and CPython's. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { launch, serve } from './browser.mjs';

const here = import.meta.dirname;
const top = join(here, '..');

/** @returns {Promise<Record<string, number>>} nanoseconds a turn, by name */
export async function inChromium() {
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
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(server.url);
    await page.waitForFunction(() => 'measure' in globalThis && 'flame' in globalThis);
    const flame = [];
    for (let round = 0; round < 3; round++) flame.push(await page.evaluate(() => globalThis.flame(1_000_000)));
    const measured = await page.evaluate(() => globalThis.measure());
    return { ...measured, 'flame/1M': flame.sort((a, b) => a - b)[1] * 1e6 };
  } finally {
    await browser.close();
    server.close();
  }
}

/** @returns {Record<string, number>} */
export function natively() {
  const made = execFileSync('cargo', ['run', '--release', '--quiet'], { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] });
  return parse(made);
}

/** @returns {Record<string, number>} nothing where there is no Python */
export function inPython() {
  try {
    return parse(execFileSync('python3', [join(here, 'guards.py')]));
  } catch {
    return {};
  }
}

const parse = (text) =>
  Object.fromEntries(
    String(text)
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([name, nanoseconds]) => [name, Number(nanoseconds)]),
  );
