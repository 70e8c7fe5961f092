/** The disk outlives a program: what the next run finds on it, and what a kill at any moment leaves there. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();
let page: Page;

beforeEach(() => {
  ({ page } = visitor);
});

const again = () => visitor.run(page.getByRole('button', { name: 'Start again on this disk' }));
const printed = async () => (await page.locator('lp-output .line > span:first-child').allInnerTexts()).join('\n');
const diskIs = (run: number) => expect.poll(() => page.locator('lp-tools .mode').innerText()).toBe(run === 1 ? '' : `run ${run} on this disk`);

/** The verdict of the scenarios that end by `process::abort`. */
const ABORTED = /^The program aborted with /;

describe('starting again', () => {
  it('reads the torn checkpoint that a crash has left, until the disk is a fresh one', async () => {
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(ABORTED);
    expect(await visitor.file('weights.bin')).toBe('epoch 2: 2.1 ');
    await again();
    await visitor.expectVerdict(/^An error ended the program\. The file was closed/);
    await diskIs(2);
    expect(await page.locator('lp-moment .exit').innerText()).toContain('a torn checkpoint: epoch 2: 2.1');
    const [first] = await visitor.transcript();
    expect(first).toMatch(/^1 0 ns .*`weights\.bin` \(13 bytes\)/);
    await visitor.run(page.getByRole('button', { name: 'Fresh disk' }));
    await visitor.expectVerdict(ABORTED);
    await diskIs(1);
    expect(await page.locator('lp-tools .afresh').count()).toBe(0);
  });

  it('reads a whole checkpoint where the crash came before the renaming', async () => {
    await visitor.choose('15-whole-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(ABORTED);
    await again();
    await diskIs(2);
    await visitor.expectVerdict(ABORTED);
    expect(await printed()).toBe('starting from epoch 1: 1.1 1.2 1.3');
  });

  it('meets the stale lock file, and takes the lock that died with its owner', async () => {
    await visitor.choose('16-stale-lock');
    await visitor.last();
    await visitor.expectVerdict(ABORTED);
    expect(await printed()).toContain('the file says: nobody else trains\nthe lock says: nobody else trains');
    for (const run of [2, 3]) {
      await again();
      await diskIs(run);
      await visitor.expectVerdict('The program aborted with 1 lock held.');
      expect(await printed()).toContain('the file says: another program trains: train.pid exists\nthe lock says: nobody else trains');
    }
  });

  it('finds the table of handles empty again, and the log without what was lost', async () => {
    await visitor.choose('17-full-table');
    await visitor.last();
    await visitor.expectVerdict('The program aborted with 4 files open. 14 bytes were lost.');
    await again();
    await diskIs(2);
    await visitor.expectVerdict(/^The program aborted with 4 files open\./);
    expect(await printed()).toContain('the last run left "step 2\\nstep 4\\n"');
  });

  it('carries on what an exit and a leak have left, too, and a changed program runs on the same disk', async () => {
    const source = (end: string) => `use leakproof::prelude::*;
fn main() -> Result<()> {
    let mut log = ManagedFile::append("log")?;
    log.write("+")?;
    log.flush()?;
    log.write("lost")?;
    ${end}
    Ok(())
}
`;
    await visitor.write(source('std::process::exit(0);'));
    await visitor.expectVerdict('exit(0) ended the program with 1 file open. 4 bytes were lost.');
    await again();
    await diskIs(2);
    await expect.poll(() => visitor.file('log'), { timeout: 8_000 }).toBe('++');
    await visitor.write(source('std::mem::forget(log);'));
    await visitor.expectVerdict(/never closed/);
    expect(await visitor.file('log')).toBe('++');
    await diskIs(2);
    await visitor.choose('01-one-file');
    await diskIs(1);
  });
});

describe('killing at every step', () => {
  const open = async () => {
    await visitor.run(page.getByRole('button', { name: 'Kill at every step' }));
    await page.locator('lp-kills table').waitFor({ timeout: 25_000 });
  };
  /** The rows of the table: steps, then what it says of each file. */
  const rows = async () => {
    const texts = await page.locator('lp-kills tbody tr').all();
    return Promise.all(
      texts.map(async (row) => {
        const cells = (await row.locator('td').allInnerTexts()).map((cell) => cell.trim().replaceAll(/\s*\n\s*/g, ': '));
        return [cells[0]!.replace(': on the screen', ''), ...cells.slice(2, -2)].join(' | ');
      }),
    );
  };
  const without = (source: string) => source.replace(/^ +process::abort.*\n/m, '').replace('use std::process;\n', '');

  it.each(['unwind', 'abort'] as const)('tears a checkpoint that is written in place, with panic = "%s"', async (panics) => {
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.panics(panics);
    await visitor.write(without(await visitor.text()));
    await visitor.expectVerdict('Both files were closed.');
    await open();
    expect(await rows()).toEqual([
      '1 to 11 | unchanged: epoch 1: 1.1 1.2 1.3',
      '13 to 14 | torn: empty',
      '15 | torn: empty',
      '16 | torn: epoch 2: 2.1',
      '17 | torn: epoch 2: 2.1',
      '20 to 23 | new and whole: epoch 2: 2.1 2.2 2.3',
    ]);
    expect(await page.locator('lp-kills .says').innerText()).toMatch(/^The program was killed at \d+ moments\. weights\.bin was torn 5 times\./);
  });

  it('never tears one that is renamed', async () => {
    await visitor.choose('15-whole-checkpoint');
    await visitor.last();
    await visitor.write(without(await visitor.text()));
    await visitor.expectVerdict('Both files were closed.');
    await open();
    expect(await page.locator('lp-kills .says').innerText()).toMatch(
      /^The program was killed at \d+ moments\. weights\.bin was never torn\. weights\.tmp was left half written 5 times\./,
    );
  });

  it('shows the run behind an outcome, and starts again from there', async () => {
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(ABORTED);
    await open();
    await page.getByRole('button', { name: 'Show the run that was killed after step 14' }).click();
    await visitor.expectVerdict('The program was killed with 1 file open. No written byte was lost.');
    expect(await page.locator('lp-notice .notice').innerText()).toMatch(/^Killed after step 14\./);
    expect((await visitor.transcript())[14]).toMatch(/The program was killed: at this step, as you asked\.$/);
    await again();
    await visitor.expectVerdict(/^An error ended the program\. The file was closed/);
    expect(await page.locator('lp-moment .exit').innerText()).toContain('a torn checkpoint');
    // The disk of another is what each of the victims begins on, too.
    await open();
    expect(await rows()).toEqual(['1 to 15 | unchanged: empty']);
  });

  it('is come back to from a killed run, as is the run that was not killed', async () => {
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(ABORTED);
    const events = (await visitor.transcript()).length;
    await open();
    const outcomes = await rows();
    await page.getByRole('button', { name: 'Show the run that was killed after step 14' }).click();
    await page.locator('lp-notice').getByText('Killed after step 14.').waitFor();
    await page.getByRole('button', { name: 'All outcomes' }).click();
    await page.locator('lp-kills table').waitFor();
    expect(await rows()).toEqual(outcomes);
    // The outcome on the screen is marked, and has the keyboard.
    const current = page.locator('lp-kills tr[aria-current="true"]');
    expect(await current.locator('.steps').innerText()).toMatch(/^13 to 14\s+on the screen$/);
    await expect.poll(() => current.locator('button').evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('lp-kills table').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'The run that was not killed' }).click();
    await page.locator('lp-notice').getByText('Killed after step').waitFor({ state: 'detached' });
    await visitor.expectVerdict(ABORTED);
    expect((await visitor.transcript()).length).toBe(events);
  });

  it.each(['light', 'dark'] as const)('has no serious fault by axe in %s, and is left by Escape', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(ABORTED);
    await open();
    expect(await visitor.faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('lp-kills table').waitFor({ state: 'hidden' });
    expect(await visitor.faults()).toEqual([]);
  });

  it('says so of a program that does not end', async () => {
    await visitor.write('fn main() {\n    loop {}\n}\n');
    await visitor.expectVerdict(/^The program was killed\./);
    await visitor.run(page.getByRole('button', { name: 'Kill at every step' }));
    await page.locator('lp-kills').getByText('Only a program that ends').waitFor();
  });
});
