/** The page in a real Chromium: what a person does, and what they then see. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const SCENARIOS = readdirSync(new URL('../../notes/scenarios/', import.meta.url))
  .filter((name) => name.endsWith('.rs'))
  .map((name) => name.replace(/\.rs$/, ''));

/** What the verdict of each scenario says. */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  '01-one-file': /^2 opened, 2 closed; nothing leaked$/,
  '02-nested': /^3 opened, 3 closed; nothing leaked$/,
  '03-error': /^2 opened, 1 refused, 2 closed; an error reached main, nothing leaked$/,
  '04-early-return': /^2 opened, 2 closed; nothing leaked$/,
  '05-panic': /^3 opened, 3 closed; a panic reached main, nothing leaked$/,
  '06-second-fails': /^1 opened, 1 refused, 1 closed; an error reached main, nothing leaked$/,
  '07-close-fails': /2 closes failed, 20 bytes lost/,
  '08-forgotten': /1 refused, 4 never closed: reaped by the world/,
  '09-abort': /^3 opened, 3 never closed: reaped by the world, 18 bytes lost; it died on the spot$/,
  '10-drop-panics': /^2 opened, 1 refused, 2 closed; a panic reached main, nothing leaked$/,
  '11-double-panic': /1 closed, 1 never closed: reaped by the world, 8 bytes lost; it died on the spot$/,
  '12-exit': /1 never closed: reaped by the world, 8 bytes lost; exit was called with 2$/,
  '13-stack-overflow': /^1 opened, 1 never closed: reaped by the world, 8 bytes lost; it died on the spot$/,
  '14-torn-checkpoint': /^2 opened, 1 closed, 1 never closed: reaped by the world; it died on the spot$/,
  '15-whole-checkpoint': /^2 opened, 1 closed, 1 never closed: reaped by the world; it died on the spot$/,
  '16-stale-lock': /^2 opened, 1 closed, 1 never closed: reaped by the world; it died on the spot$/,
  '17-full-table': /^4 opened, 1 refused, 4 never closed: reaped by the world, 14 bytes lost; it died on the spot$/,
};

const visitor = new Visitor();
let page: Page;

beforeEach(() => {
  ({ page } = visitor);
});

/** Waits until something holds; the message says what was seen last. */
async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  return await expect.poll(look, { timeout: 8_000 }).toSatisfy(holds).then(look);
}

const { verdict } = visitor;

const choose = (name: string) => visitor.choose(name);

const press = (name: string) => page.locator('lp-steps').getByRole('button', { name, exact: true }).click();

/** The step that each panel shows. */
async function steps() {
  const number = async (selector: string, pattern: RegExp) =>
    Number(pattern.exec((await page.locator(selector).innerText()).replaceAll(',', ''))?.[1]);
  return {
    bar: await number('lp-steps .count', /step (\d+)/),
    scrubber: Number(await page.locator('lp-steps input').inputValue()),
    log: await page
      .locator('lp-log [aria-selected="true"]')
      .getAttribute('data-step', { timeout: 500 })
      .then(Number)
      .catch(() => 0),
    said: await number('lp-steps .unseen', /step (\d+)/),
  };
}

/** Waits until every panel shows that step. */
async function expectStep(step: number): Promise<void> {
  await expect.poll(steps, { timeout: 8_000 }).toEqual({ bar: step, scrubber: step, log: step, said: step });
}

const write = (text: string) => visitor.write(text);

const editorText = () => visitor.text();

const program = (...lines: string[]) =>
  ['use leakproof::prelude::*;', '', 'fn main() -> Result<()> {', ...lines.map((line) => `    ${line}`), '}', ''].join('\n');

const FILE = program('let mut a = ManagedFile::create("a.txt")?;', 'a.write("hello")?;', 'Ok(())');

const faults = () => visitor.faults();

describe('the scenarios', () => {
  it.each(SCENARIOS)('%s runs and shows its verdict', async (name) => {
    await choose(name);
    await page.locator(`.rail [data-scenario="${name}"][aria-current="true"]`).waitFor();
    const file = readFileSync(new URL(`../../notes/scenarios/${name}.rs`, import.meta.url), 'utf8');
    await until(editorText, (text) => text.startsWith(file.slice(0, 200)));
    await until(verdict, (text) => EXPECTED[name]?.test(text) ?? false);
    expect(await page.locator('lp-problems button').count()).toBe(0);
    const { bar: last } = await steps();
    await expectStep(last);
  });

  it('keeps the chosen one in sight when its run takes the room', async () => {
    await choose('17-full-table');
    await until(verdict, (text) => EXPECTED['17-full-table']!.test(text));
    const beyond = () =>
      page.evaluate(() => {
        const list = document.querySelector('lp-app')!.shadowRoot!.querySelector('.rail lp-scenarios')!;
        const chosen = list.shadowRoot!.querySelector('[aria-current="true"]')!;
        return chosen.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
      });
    await until(beyond, (pixels) => pixels < 1);
  });
});

describe('stepping', () => {
  it('keeps every panel at the same step', async () => {
    const { bar: last } = await steps();
    expect(last).toBeGreaterThan(5);
    await expectStep(last);
    await press('Step back');
    await expectStep(last - 1);
    await press('First step');
    await expectStep(0);
    await press('Step forward');
    await press('Step forward');
    await expectStep(2);
    await press('Last step');
    await expectStep(last);
  });

  it('shows the line, the handle and the event of the step', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    await press('First step');
    await page.locator('lp-log').getByRole('option').filter({ hasText: 'acquired' }).click();
    await until(() => page.locator('lp-moment .event').innerText(), (text) => text.startsWith('acquired a.txt'));
    expect(await page.locator('lp-moment .handle .name').innerText()).toBe('a.txt');
    expect(await page.locator('lp-editor .cm-selected-step').innerText()).toContain('ManagedFile::create("a.txt")');
  });

  it('shows what is on the disk at the step, and what is not yet', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    await page.locator('lp-log').getByRole('option').filter({ hasText: 'buffered' }).click();
    await until(() => page.locator('lp-moment .handle').innerText(), (text) => text.includes('5 bytes not on the disk yet'));
    await press('Last step');
    await until(() => page.locator('lp-moment .file').innerText(), (text) => text.includes('hello'));
  });

  it('plays to the end', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    const { bar: last } = await steps();
    await press('Play');
    await until(() => steps(), ({ bar }) => bar < last);
    await page.locator('lp-steps').getByRole('button', { name: 'Pause' }).waitFor();
    await until(() => steps(), ({ bar }) => bar === last);
    await page.locator('lp-steps').getByRole('button', { name: 'Play' }).waitFor();
  });

  it('follows a pointer that is drawn along the timeline', async () => {
    const { bar: last } = await steps();
    const box = (await page.locator('lp-timeline canvas').boundingBox())!;
    await page.mouse.move(box.x + box.width - 4, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 8, { steps: 4 });
    await page.mouse.up();
    await until(() => steps(), ({ bar }) => Math.abs(bar - last / 2) <= 1);
  });
});

describe('the keyboard', () => {
  it('steps, jumps and zooms outside of the editor', async () => {
    const { bar: last } = await steps();
    await page.keyboard.press('ArrowLeft');
    await expectStep(last - 1);
    await page.keyboard.press('Home');
    await expectStep(0);
    await page.keyboard.press('End');
    await expectStep(last);
    await page.keyboard.press('+');
    await page.locator('lp-timeline').getByRole('button', { name: /whole run/ }).and(page.locator(':enabled')).waitFor();
    await page.keyboard.press('0');
    await page.locator('lp-timeline').getByRole('button', { name: /whole run/ }).and(page.locator(':disabled')).waitFor();
  });

  it('leaves letters and arrows to the editor, and steps with F8 there too', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    const { bar: last } = await steps();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await expectStep(last);
    await page.keyboard.press('Shift+F8');
    await expectStep(last - 1);
    await page.keyboard.press('F8');
    await expectStep(last);
  });

  it('gets out of the editor by Escape and Tab', async () => {
    await page.locator('lp-editor .cm-content').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('lp-editor .cm-focused').count()).toBe(0);
  });

  it('walks the rows of the log and of the table', async () => {
    await page.locator('lp-log .rows').focus();
    const { bar: last } = await steps();
    await page.keyboard.press('ArrowUp');
    await expectStep(last - 1);
    await page.locator('lp-timeline').getByRole('button', { name: 'As a table' }).click();
    await write(program('let a = ManagedFile::create("a.txt")?;', 'let b = ManagedFile::create("b.txt")?;', 'Ok(())'));
    await until(() => page.locator('lp-table [data-row]').count(), (rows) => rows === 2);
    await page.locator('lp-table [data-row="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('lp-table [data-row="1"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await until(() => page.locator('lp-moment .event').innerText(), (text) => text.startsWith('acquired b.txt'));
  });

  it('lists its keys', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  });
});

describe('editing', () => {
  it('runs with each keystroke', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    await page.getByText('hello', { exact: false }).first().waitFor();
    await write(FILE.replace('a.write("hello")?;', 'std::mem::forget(a);'));
    await until(verdict, (text) => text.includes('never closed'));
  });

  it('keeps the last good timeline of a broken program, and shows the mistake in its place', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    const { bar: last } = await steps();
    await write(FILE.replace('a.write', 'b.write'));
    await page.locator('lp-timeline .stale').waitFor();
    expect(await verdict()).toMatch(/^1 opened, 1 closed/);
    const problem = page.locator('lp-problems button');
    expect(await problem.locator('.category').innerText()).toBe('wrong');
    expect(await problem.innerText()).toMatch(/E0425[^]*line 5/);
    expect(await page.locator('lp-editor .cm-line:has(.cm-lintRange-error)').innerText()).toBe('    b.write("hello")?;');
    // What is shown can still be stepped through.
    await press('Step back');
    await until(() => steps(), ({ bar }) => bar === last - 1);
    await write(FILE);
    await page.locator('lp-timeline .stale').waitFor({ state: 'detached' });
    await problem.waitFor({ state: 'detached' });
  });

  it('shows where a value went, why no copy was made, and a way out', async () => {
    await write(program('let a = ManagedFile::create("a.txt")?;', 'drop(a);', 'a.close()'));
    const problems = page.locator('lp-problems');
    await problems.locator('.notes').waitFor();
    await until(
      () => problems.locator('ul').first().innerText(),
      (text) => /E0382[^]*value used here after move[^]*hint: [^]*because a has type ManagedFile[^]*value moved here/.test(text),
    );
    const marked = page.locator('lp-editor .cm-lintRange-info');
    expect(await marked.allInnerTexts()).toEqual(['a', 'a']);
    expect(await page.locator('lp-editor .cm-lintRange-error').innerText()).toBe('a');
    // Each place leads to its line.
    await problems.getByText('value moved here').click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  it('says so when a program is outside of what the playground runs', async () => {
    await write('fn main() {\n    async {};\n}\n');
    await until(() => page.locator('lp-problems .category').innerText(), (text) => text === 'not supported');
  });

  it('ends an endless loop with a message, and goes on', async () => {
    await write(program('let mut a = ManagedFile::create("a.txt")?;', 'loop {', '    a.write("x")?;', '}'));
    // A cap ends it, or a slow machine's patience.
    await visitor.expectVerdict(/1 never closed.*(the run was stopped|it was killed from outside)$/);
    await page.locator('lp-problems .category, .notice').first().waitFor();
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    expect(await page.locator('lp-problems button').count()).toBe(0);
  });
});

describe('the triggers', () => {
  it.each([
    ['nest', /2 opened, 2 closed/],
    ['fail', /1 refused.*an error reached main/],
    ['return', /1 opened, 1 closed/],
    ['panic', /a panic reached main/],
    ['panic-in-drop', /1 opened, 1 closed.*a panic reached main/],
    ['forget', /1 never closed/],
  ])('%s inserts itself at the cursor, runs, and goes again by one undo', async (name, expected) => {
    const text = program('let a = ManagedFile::create("a.txt")?;', 'Ok(())');
    await write(text);
    await until(verdict, (now) => now.startsWith('1 opened, 1 closed'));
    await page.locator('lp-editor .cm-line').filter({ hasText: 'create("a.txt")' }).click();
    await page.locator(`[data-trigger="${name}"]`).click();
    await until(verdict, (now) => expected.test(now));
    await until(editorText, (now) => now !== text);
    expect(await page.locator('lp-problems button').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await until(editorText, (now) => now === text);
  });
});

describe('the forms of a run', () => {
  it('copies the transcript', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    await page.locator('lp-export .open').click();
    await page.locator('[data-form="transcript"]').click();
    await until(() => page.evaluate(() => navigator.clipboard.readText()), (text) => /acquired\s+a\.txt/.test(text));
  });

  it.each(['json-lines', 'chrome-trace'])('saves %s', async (form) => {
    await page.locator('lp-export .open').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-form="${form}"]`).click()]);
    const text = readFileSync(await download.path(), 'utf8');
    const lines = form === 'json-lines' ? text.trim().split('\n') : [text];
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('traces runs to the console while that is on', async () => {
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await page.locator('lp-export .open').click();
    await page.locator('lp-export input').check();
    await until(async () => lines, (all) => all.some((line) => line.includes('acquired')));
    await page.locator('lp-export input').uncheck();
    // What an error or a leak of the program is to the console is no complaint of ours.
    visitor.opened.complaints.length = 0;
  });

  it('filters the log', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    await page.locator('lp-log input').fill('flushed');
    await until(() => page.locator('lp-log [role=option]').count(), (rows) => rows === 1);
    await page.locator('lp-log input').fill('no such thing');
    await page.locator('lp-log .nothing').waitFor();
  });
});

describe('pointing', () => {
  it('says what is under the pointer and lights it up in the other panels', async () => {
    await write(FILE);
    await until(verdict, (text) => text.startsWith('1 opened, 1 closed'));
    const handle = page.locator('lp-moment .closed li');
    await handle.hover();
    await page.locator('lp-log .row.lit').first().waitFor();
    await page.locator('lp-timeline .label.lit').waitFor();
    await page.locator('lp-editor .cm-pointed').waitFor();
    const box = (await page.locator('lp-timeline canvas').boundingBox())!;
    const { bottom } = await page.locator('lp-timeline .corner').evaluate((corner) => corner.getBoundingClientRect());
    await page.mouse.move(box.x + box.width / 2, bottom + 13);
    await until(() => page.locator('lp-timeline .tip').innerText(), (text) => text.includes('a.txt'));
    await page.locator('lp-moment .closed li.lit').waitFor();
  });
});

describe('everyone', () => {
  it.each(['light', 'dark'] as const)('finds no serious fault with axe in %s', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    await press('Step back');
    expect(await faults()).toEqual([]);
    await write('fn main() {');
    await page.locator('lp-problems button').first().waitFor();
    await page.locator('lp-timeline').getByRole('button', { name: 'As a table' }).click();
    expect(await faults()).toEqual([]);
  });

  it('has a switch for the colours that is remembered', async () => {
    const theme = page.locator('button.theme');
    await theme.click();
    await until(() => page.evaluate(() => document.documentElement.dataset['theme']), (set) => set === 'light');
    await theme.click();
    await page.reload();
    await until(() => page.evaluate(() => document.documentElement.dataset['theme']), (set) => set === 'dark');
  });

  it('works on a narrow screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('lp-editor').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    for (const tab of ['This moment', 'Log', 'Code']) {
      await page.getByRole('tab', { name: tab }).click();
      for (const reachable of ['lp-timeline canvas', 'lp-steps input']) {
        const box = (await page.locator(reachable).boundingBox())!;
        expect(box.y + box.height).toBeLessThanOrEqual(844);
      }
    }
    await page.getByRole('tab', { name: 'This moment' }).click();
    await press('First step');
    await until(() => page.locator('lp-moment .event').innerText(), (text) => text.includes('before the first event'));
    expect(await faults()).toEqual([]);
  });
});
