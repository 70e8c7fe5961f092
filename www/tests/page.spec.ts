/** The page in a real Chromium: what a person does, and what they then see. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const SCENARIOS = readdirSync(new URL('../../notes/scenarios/', import.meta.url))
  .filter((name) => name.endsWith('.rs'))
  .map((name) => name.replace(/\.rs$/, ''));

/** What the verdict of each scenario says at its last step. */
const EXPECTED: Readonly<Record<string, string>> = {
  '01-one-file': 'Both files were closed.',
  '02-nested': '2 files and 1 lock were closed.',
  '03-error': 'An error ended the program. 1 of 3 files could not be opened. The others were closed, 1 of them on the way.',
  '04-early-return': 'Both files were closed.',
  '05-panic': 'A panic ended the program. All 3 files were closed, 2 of them on the way.',
  '06-second-fails': 'An error ended the program. 1 of 2 files could not be opened. The other one was closed on the way.',
  '07-close-fails': 'Closing both files failed. 20 bytes were lost.',
  '08-forgotten': 'An error ended the program. 1 of 5 files could not be opened. The other 4 were never closed. 28 bytes were lost.',
  '09-abort': 'The program aborted with 2 files and 1 lock open. 18 bytes were lost.',
  '10-drop-panics': 'A panic ended the program. 1 of 3 files could not be opened. The others were closed, 1 of them on the way.',
  '11-double-panic': 'The program aborted with 1 file open. 8 bytes were lost.',
  '12-exit': 'exit(2) ended the program with 1 file open. 8 bytes were lost.',
  '13-stack-overflow': 'The program aborted with 1 file open. 8 bytes were lost.',
  '14-torn-checkpoint': 'The program aborted with 1 file open. No written byte was lost.',
  '15-whole-checkpoint': 'The program aborted with 1 file open. No written byte was lost.',
  '16-stale-lock': 'The program aborted with 1 lock held.',
  '17-full-table': 'The program aborted with 4 files open. 14 bytes were lost.',
};

/** The verdict of {@link FILE}. */
const CLOSED = 'The file was closed.';

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

/** Shows the run as a log or a table, or as its picture again. */
const showAs = (form: 'Timeline' | 'Log' | 'Table') => press(form);

const scrubber = () => page.locator('lp-steps input');

/** The step that each panel shows. */
async function steps() {
  const number = async (selector: string) =>
    Number(/step (\d+)/.exec((await page.locator(selector).innerText()).replaceAll(',', ''))?.[1]);
  return {
    bar: await number('lp-steps .count'),
    scrubber: Number(await scrubber().inputValue()),
    output: await number('lp-output .head'),
    said: await number('lp-steps .said'),
  };
}

/** Waits until every panel shows that step. */
async function expectStep(step: number): Promise<void> {
  await expect.poll(steps, { timeout: 8_000 }).toEqual({ bar: step, scrubber: step, output: step, said: step });
}

const lastStep = async () => Number(await scrubber().getAttribute('max'));

/** Writes a program and waits for its verdict at the last step. */
async function run(text: string, expected: string | RegExp): Promise<void> {
  await write(text);
  await visitor.expectVerdict(expected);
}

const write = (text: string) => visitor.write(text);

const editorText = () => visitor.text();

const program = (...lines: string[]) =>
  ['use leakproof::prelude::*;', '', 'fn main() -> Result<()> {', ...lines.map((line) => `    ${line}`), '}', ''].join('\n');

const FILE = program('let mut a = ManagedFile::create("a.txt")?;', 'a.write("hello")?;', 'Ok(())');

const faults = () => visitor.faults();

describe('the scenarios', () => {
  it.each(SCENARIOS)('%s begins at its first step, runs and shows its verdict at the last', async (name) => {
    await choose(name);
    await page.locator(`lp-app [data-scenario="${name}"][aria-current="true"]`).waitFor({ state: 'attached' });
    const file = readFileSync(new URL(`../../notes/scenarios/${name}.rs`, import.meta.url), 'utf8');
    await until(editorText, (text) => text.startsWith(file.slice(0, 200)));
    await expectStep(0);
    await visitor.last();
    await visitor.expectVerdict(EXPECTED[name]!);
    expect(await page.locator('lp-problems button').count()).toBe(0);
    await expectStep(await lastStep());
  });
});

describe('stepping', () => {
  it('keeps every panel at the same step', async () => {
    const last = await lastStep();
    expect(last).toBeGreaterThan(5);
    await expectStep(0);
    await press('Last step');
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
    await run(FILE, CLOSED);
    await showAs('Log');
    await page.locator('lp-log').getByRole('option').filter({ hasText: 'opened' }).first().click();
    await until(() => page.locator('lp-step .what').innerText(), (text) => text.includes('a opened the new file a.txt (handle 3).'));
    expect(await page.locator('lp-moment .handle .name').innerText()).toBe('a.txt');
    expect(await page.locator('lp-editor .cm-selected-step').innerText()).toContain('ManagedFile::create("a.txt")');
  });

  it('shows what is on the disk at the step, and what is not yet', async () => {
    await run(FILE, CLOSED);
    await showAs('Log');
    await page.locator('lp-log').getByRole('option').filter({ hasText: 'a buffered 5 bytes' }).click();
    await until(() => page.locator('lp-moment .handle').innerText(), (text) => text.includes('5 bytes not on the disk yet'));
    await press('Last step');
    await until(() => page.locator('lp-moment .file').innerText(), (text) => text.includes('hello'));
  });

  it('plays to the end', async () => {
    await run(FILE, CLOSED);
    const last = await lastStep();
    await press('Play');
    await until(() => steps(), ({ bar }) => bar < last);
    await page.locator('lp-steps').getByRole('button', { name: 'Pause' }).waitFor();
    await until(() => steps(), ({ bar }) => bar === last);
    await page.locator('lp-steps').getByRole('button', { name: 'Play' }).waitFor();
  });

  it('follows a pointer that is drawn along the timeline', async () => {
    const last = await lastStep();
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
    const last = await lastStep();
    await page.keyboard.press('ArrowRight');
    await expectStep(1);
    await page.keyboard.press('ArrowLeft');
    await expectStep(0);
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
    await run(FILE, CLOSED);
    const last = await lastStep();
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
    await press('Last step');
    const last = await lastStep();
    await expectStep(last);
    await showAs('Log');
    await page.locator('lp-log .rows').focus();
    await page.keyboard.press('ArrowUp');
    await expectStep(last - 1);
    await press('Last step');
    await showAs('Table');
    await write(program('let a = ManagedFile::create("a.txt")?;', 'let b = ManagedFile::create("b.txt")?;', 'Ok(())'));
    await until(() => page.locator('lp-table [data-row]').count(), (rows) => rows === 2);
    await page.locator('lp-table [data-row="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('lp-table [data-row="1"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await until(() => page.locator('lp-step .what').innerText(), (text) => text.includes('b opened the new file b.txt'));
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
    await run(FILE, CLOSED);
    await page.getByText('hello', { exact: false }).first().waitFor();
    await write(FILE.replace('a.write("hello")?;', 'std::mem::forget(a);'));
    await until(verdict, (text) => text.includes('never closed'));
  });

  it('keeps the last good timeline of a broken program, and shows the mistake in its place', async () => {
    await run(FILE, CLOSED);
    const last = await lastStep();
    await write(FILE.replace('a.write', 'b.write'));
    await page.locator('lp-timeline lp-outdated span').waitFor();
    expect(await verdict()).toBe(CLOSED);
    const problem = page.locator('lp-problems button');
    expect(await problem.locator('.category').innerText()).toBe('wrong');
    expect(await problem.innerText()).toMatch(/E0425[^]*line 5/);
    expect(await page.locator('lp-editor .cm-line:has(.cm-lintRange-error)').innerText()).toBe('    b.write("hello")?;');
    // What is shown can still be stepped through.
    await press('Step back');
    await until(() => steps(), ({ bar }) => bar === last - 1);
    await write(FILE);
    await page.locator('lp-timeline lp-outdated span').waitFor({ state: 'detached' });
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
    await visitor.expectVerdict(/^The (playground stopped the program|program was killed) with 1 file open\./);
    await page.locator('lp-problems .category, lp-notice .notice').first().waitFor();
    await run(FILE, CLOSED);
    expect(await page.locator('lp-problems button').count()).toBe(0);
  });
});

describe('the triggers', () => {
  it.each([
    ['nest', /^Both files were closed\.$/],
    ['fail', /^An error ended the program\. 1 of 2 files could not be opened\./],
    ['return', /^The file was closed\.$/],
    ['panic', /^A panic ended the program\. The file was closed/],
    ['panic-in-drop', /^A panic ended the program\. The file was closed/],
    ['forget', /never closed\./],
  ])('%s inserts itself at the cursor, runs, and goes again by one undo', async (name, expected) => {
    const text = program('let a = ManagedFile::create("a.txt")?;', 'Ok(())');
    await run(text, CLOSED);
    await page.locator('lp-editor .cm-line').filter({ hasText: 'create("a.txt")' }).click();
    await page.getByRole('button', { name: 'Insert', exact: true }).click();
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
    await run(FILE, CLOSED);
    expect((await visitor.transcript()).join('\n')).toContain('`a` opened the new file `a.txt` (handle 3).');
  });

  it.each(['json-lines', 'chrome-trace'])('saves %s', async (form) => {
    await visitor.openExport();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-form="${form}"]`).click()]);
    const text = readFileSync(await download.path(), 'utf8');
    const lines = form === 'json-lines' ? text.trim().split('\n') : [text];
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('traces runs to the console while that is on', async () => {
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await visitor.openExport();
    const traced = page.getByRole('checkbox', { name: 'Trace runs' });
    await traced.click();
    await until(async () => lines, (all) => all.some((line) => line.includes('acquired')));
    await traced.click();
    // What an error or a leak of the program is to the console is no complaint of ours.
    visitor.opened.complaints.length = 0;
  });

  it('filters the log', async () => {
    await run(FILE, CLOSED);
    await showAs('Log');
    await page.locator('lp-log input').fill('flushed');
    await until(() => page.locator('lp-log [role=option]').count(), (rows) => rows === 1);
    await page.locator('lp-log input').fill('no such thing');
    await page.locator('lp-log .nothing').waitFor();
  });
});

describe('pointing', () => {
  it('says what is under the pointer and lights it up in the other panels', async () => {
    await run(FILE, CLOSED);
    const handle = page.locator('lp-moment .closed button');
    await handle.hover();
    await page.locator('lp-timeline .label.lit').waitFor();
    await page.locator('lp-editor .cm-pointed').waitFor();
    const box = (await page.locator('lp-timeline canvas').boundingBox())!;
    const { bottom } = await page.locator('lp-timeline lp-axis').evaluate((corner) => corner.getBoundingClientRect());
    await page.mouse.move(box.x + box.width / 2, bottom + 13);
    await until(() => page.locator('lp-timeline .tip').innerText(), (text) => text.includes('a.txt'));
    await page.locator('lp-moment .closed .lit').waitFor();
  });
});

describe('everyone', () => {
  it.each(['light', 'dark'] as const)('finds no serious fault with axe in %s', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    await press('Step forward');
    expect(await faults()).toEqual([]);
    await write('fn main() {');
    await page.locator('lp-problems button').first().waitFor();
    for (const form of ['Log', 'Table'] as const) {
      await showAs(form);
      expect(await faults()).toEqual([]);
    }
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
    for (const tab of ['State', 'Output', 'Guide', 'Code']) {
      await page.getByRole('tab', { name: tab }).click();
      for (const reachable of ['lp-step .what', 'lp-steps input']) {
        const box = (await page.locator(reachable).boundingBox())!;
        expect(box.y + box.height).toBeLessThanOrEqual(844);
      }
    }
    await page.getByRole('tab', { name: 'State' }).click();
    await page.locator('lp-moment .all').waitFor();
    expect(await faults()).toEqual([]);
  });
});
