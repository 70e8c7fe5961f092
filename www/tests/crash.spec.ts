/**
 * Programs that die, in a real Chromium and in both builds: the journal to its last event, what the
 * world closes, what is left on the disk, and the run after.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Site, type Opened } from './browser.ts';

let site: Site;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  site = await Site.open();
});

afterAll(() => site.close());

beforeEach(async () => {
  opened = await site.visit();
  ({ page } = opened);
});

afterEach(async () => {
  await opened.close();
  expect(opened.complaints, 'in the console').toEqual([]);
  expect(opened.strangers, 'requests to elsewhere').toEqual([]);
});

const verdict = () => page.locator('lp-timeline .verdict').innerText();

async function write(text: string): Promise<void> {
  await page.locator('lp-editor .cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

async function transcript(): Promise<string[]> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.locator('lp-export .open').click();
  await page.locator('[data-form="transcript"]').click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read, { timeout: 8_000 }).not.toBe('');
  return (await read()).trimEnd().split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '));
}

const panicsAbort = () => page.getByRole('switch', { name: 'panic = "abort"' });

/** A program with a file that has 5 bytes on the disk and 6 in its buffer, when it comes to its end. */
const program = (end: string, items = '') => `use leakproof::prelude::*;
${items}
fn main() {
    let mut file = ManagedFile::create("a.txt").unwrap();
    file.write("kept.").unwrap();
    file.flush().unwrap();
    file.write("losing").unwrap();
    let _lock = ManagedLock::exclusive("train.lock").unwrap();
    ${end}
}
`;

const BREAKS = `struct Breaks;
impl Drop for Breaks {
    fn drop(&mut self) {
        panic!("in drop");
    }
}`;

/** Each cause, the program that dies of it, and what the journal says. */
const CAUSES = {
  abort: [program('std::process::abort();'), /aborted, status 134: `process::abort` was called/],
  'a panic in drop while a panic unwinds': [
    program('let _breaks = Breaks;\n    panic!("first");', BREAKS),
    /aborted, status 134: a panic left `drop` of `Breaks`/,
  ],
  'a full stack': [
    program('println!("{}", deeper(0));', 'fn deeper(n: u64) -> u64 { 1 + deeper(n + 1) }'),
    /aborted, status 134: the stack overflowed/,
  ],
  'a full memory': [
    program('let mut all = Vec::new();\n    loop {\n        all.push("x".repeat(8_000_000));\n    }'),
    /aborted, status 134: the memory ran out/,
  ],
} as const;

/** What a dead program has left, and that the page goes on. */
async function expectDeath(says: RegExp): Promise<string[]> {
  await expect.poll(verdict, { timeout: 15_000 }).toMatch(/2 never closed: reaped by the world, 6 bytes lost; it died on the spot/);
  expect(await page.locator('.notice').innerText()).toMatch(/its WebAssembly instance/);
  const lines = await transcript();
  const end = lines.findIndex((line) => says.test(line));
  expect(end, lines.slice(-8).join('\n')).toBeGreaterThan(0);
  const last = lines.slice(end + 1).map((line) => /(leaked|reaped) (a\.txt|train\.lock)/.exec(line)?.[0]);
  expect(last, lines.join('\n')).toEqual(['leaked a.txt', 'leaked train.lock', 'reaped a.txt', 'reaped train.lock']);
  const file = page.locator('lp-moment .file').filter({ hasText: 'a.txt' });
  expect(await file.innerText()).toContain('kept.');
  expect(await file.innerText()).not.toContain('losing');
  return lines.slice(0, end);
}

/** The run after a death finds nothing of it. */
async function expectCleanRun(): Promise<void> {
  await write(program('drop(file);'));
  await expect.poll(verdict, { timeout: 8_000 }).toBe('2 opened, 2 closed; nothing leaked');
  expect(await page.locator('.notice').count()).toBe(0);
}

for (const panics of ['unwind', 'abort'] as const) {
  describe(`with panic = "${panics}"`, () => {
    it.each(Object.keys(CAUSES) as (keyof typeof CAUSES)[])('a program dies of %s', async (cause) => {
      const [source, says] = CAUSES[cause];
      if (panics === 'abort') await panicsAbort().click();
      await write(source);
      // With `panic = "abort"` the first of two panics is the last.
      const isFirst = panics === 'abort' && cause.includes('panic');
      await expectDeath(isFirst ? /aborted, status 134: a panic, and `panic = "abort"`/ : says);
      await expectCleanRun();
    });
  });
}

describe('a panic', () => {
  const PANICS = program('panic!("broken");');

  it('unwinds in one build and kills in the other', async () => {
    await write(PANICS);
    await expect.poll(verdict, { timeout: 8_000 }).toBe('2 opened, 2 closed; a panic reached main, nothing leaked');
    await panicsAbort().click();
    const before = await expectDeath(/aborted, status 134: a panic/);
    expect(before.at(-1)).toMatch(/panic raised.*broken/);
    await panicsAbort().click();
    await expect.poll(verdict, { timeout: 8_000 }).toBe('2 opened, 2 closed; a panic reached main, nothing leaked');
  });
});

it('a program that lives runs to the same end in both builds', async () => {
  await write(program('file.close().unwrap();'));
  await expect.poll(verdict, { timeout: 8_000 }).toBe('2 opened, 2 closed; nothing leaked');
  const unwinding = await transcript();
  await panicsAbort().click();
  await expect.poll(() => page.workers().length, { timeout: 8_000 }).toBe(2);
  await write(program('file.close().unwrap(); '));
  await expect.poll(verdict, { timeout: 8_000 }).toBe('2 opened, 2 closed; nothing leaked');
  expect(await transcript()).toEqual(unwinding);
});

it('crashes in a row leave nothing behind', async () => {
  for (let count = 1; count <= 30; count++) {
    const bytes = 'x'.repeat(count);
    await write(`use leakproof::prelude::*;
fn main() {
    let mut file = ManagedFile::create("a.txt").unwrap();
    file.write("${bytes}").unwrap();
    std::process::abort();
}
`);
    const lost = `1 opened, 1 never closed: reaped by the world, ${count} byte${count === 1 ? '' : 's'} lost; it died on the spot`;
    await expect.poll(verdict, { timeout: 8_000, interval: 10 }).toBe(lost);
  }
  expect(page.workers().length).toBeLessThanOrEqual(2);
  await expectCleanRun();
});

it('keeps text, step and switches over a reload', async () => {
  const source = program('drop(file);');
  await write(source);
  await expect.poll(verdict, { timeout: 8_000 }).toBe('2 opened, 2 closed; nothing leaked');
  await panicsAbort().click();
  await page.locator('lp-steps').getByRole('button', { name: 'First step', exact: true }).click();
  await page.reload();
  await page.locator('lp-timeline .verdict').waitFor();
  const lines = await page.locator('lp-editor .cm-line').allInnerTexts();
  expect(lines.map((line) => line.replace(/\n$/, '')).join('\n')).toBe(source);
  expect(await panicsAbort().getAttribute('aria-checked')).toBe('true');
  await expect.poll(() => page.locator('lp-steps input').inputValue()).toBe('0');
});
