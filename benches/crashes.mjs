/**
 * A thousand crashes in a row, and what they leave in memory; beside them a thousand runs that do no
 * harm, since browsers have caches of their own. The text is written once and then started again and
 * again on its disk: the history of an editor is kept on purpose, and is not to be measured.
 * `dist/` has to be there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, serve } from './browser.mjs';

const dist = join(import.meta.dirname, '..', 'dist');
const TURNS = 1000;
/** Measured after so many turns each time. */
const EVERY = 100;
/** The first of these fill caches, and compilers are not done. */
const WARM = 300;

const program = (end) => `use leakproof::prelude::*;
fn main() {
    let mut file = ManagedFile::create("a.txt").unwrap();
    file.write("never flushed").unwrap();
    ${end}
}
`;

const KINDS = {
  crashes: { source: program('std::process::abort();'), says: 'aborted with 1 file open' },
  'harmless runs': { source: program('file.close().unwrap();'), says: 'closed' },
};

/** @returns {Promise<import('./page.mjs').Measure[]>} */
export async function crashes() {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ is not there: run `make build` first');
  const server = await serve(dist);
  try {
    const measures = [];
    for (const [kind, { source, says }] of Object.entries(KINDS)) {
      const samples = await turns(server.url, source, says);
      for (const { turn, ms, ...sizes } of samples) {
        console.error(`${turn} ${kind}: ${ms.toFixed(0)} ms each; ${Object.entries(sizes).map(([name, value]) => `${name} ${value.toFixed(1)} MB`).join(', ')}`);
      }
      measures.push(...growth(kind, samples));
    }
    return measures;
  } finally {
    server.close();
  }
}

/** Runs one kind in a browser of its own, and measures it now and then. */
async function turns(url, source, says) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(url);
    await page.locator('lp-verdict .verdict').first().waitFor();
    await page.locator('lp-editor .cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(source);
    await page.waitForFunction(shows, { says, runs: '' });
    const samples = [];
    let began = performance.now();
    for (let turn = 1; turn <= TURNS; turn++) {
      await page.locator('lp-tools').getByRole('button', { name: 'Run' }).click();
      await page.locator('lp-tools .again').click();
      await page.waitForFunction(shows, { says, runs: `run ${turn + 1} on this disk` }, { polling: 5 });
      if (turn % EVERY > 0) continue;
      const ms = (performance.now() - began) / EVERY;
      samples.push({ turn, ms, ...(await sizes(browser, page)) });
      began = performance.now();
    }
    return samples;
  } finally {
    await browser.close();
  }
}

/** Whether the page shows a run with that verdict, which is the one of that number on its disk. */
function shows({ says, runs }) {
  const playground = document.querySelector('lp-app').shadowRoot.querySelector('lp-playground').shadowRoot;
  const text = (tag, selector) => playground.querySelector(tag).shadowRoot.querySelector(selector)?.textContent ?? '';
  return text('lp-verdict', '.verdict').includes(says) && text('lp-tools', '.mode') === runs;
}

/** In MB, once all garbage is collected: the page's own heap, and the memory of its process, workers included. */
async function sizes(browser, page) {
  const session = await page.context().newCDPSession(page);
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (name) => metrics.find((metric) => metric.name === name).value;
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => resident(id));
  return { heap: metric('JSHeapUsedSize') / 1e6, process: Math.max(...renderers) };
}

/** The memory of a process that is its own, in MB. */
function resident(id) {
  const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
  const kilobytes = (name) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);
  return (kilobytes('Private_Dirty') + kilobytes('Private_Clean')) / 1000;
}

function growth(kind, samples) {
  const warm = samples.filter(({ turn }) => turn >= WARM);
  const [first, last] = [warm[0], warm.at(-1)];
  const per = (name) => ((last[name] - first[name]) * 1000) / (last.turn - first.turn);
  return [
    { what: `${kind}: heap of the page, for each after the first ${WARM}`, value: per('heap'), unit: 'KB' },
    { what: `${kind}: memory of the process, for each after the first ${WARM}`, value: per('process'), unit: 'KB' },
    { what: `${kind}: time of one, the last ${EVERY} to those before ${WARM}`, value: last.ms / first.ms, unit: 'x' },
  ];
}
