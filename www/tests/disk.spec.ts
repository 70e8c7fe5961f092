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

describe('starting again', () => {
  it('reads the torn checkpoint that a crash has left, until the disk is a fresh one', async () => {
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(/it died on the spot$/);
    expect(await visitor.file('weights.bin')).toBe('epoch 2: 2.1 ');
    await again();
    await visitor.expectVerdict('1 opened, 1 closed; an error reached main, nothing leaked');
    await diskIs(2);
    expect(await page.locator('lp-moment .exit').innerText()).toContain('a torn checkpoint: epoch 2: 2.1');
    const [first] = await visitor.transcript();
    expect(first).toBe('1 +0.000 ms disk carried on from the run before, with weights.bin (13 bytes); run 2 on this disk');
    await visitor.run(page.getByRole('button', { name: 'Fresh disk' }));
    await visitor.expectVerdict(/it died on the spot$/);
    await diskIs(1);
    expect(await page.locator('lp-tools .afresh').count()).toBe(0);
  });

  it('reads a whole checkpoint where the crash came before the renaming', async () => {
    await visitor.choose('15-whole-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(/it died on the spot$/);
    await again();
    await diskIs(2);
    await visitor.expectVerdict(/it died on the spot$/);
    expect(await printed()).toBe('starting from epoch 1: 1.1 1.2 1.3\n');
  });

  it('meets the stale lock file, and takes the lock that died with its owner', async () => {
    await visitor.choose('16-stale-lock');
    await visitor.last();
    await visitor.expectVerdict(/it died on the spot$/);
    expect(await printed()).toBe('the file says: nobody else trains\nthe lock says: nobody else trains\n');
    for (const run of [2, 3]) {
      await again();
      await diskIs(run);
      await visitor.expectVerdict(/^1 opened, 1 never closed.*it died on the spot$/);
      expect(await printed()).toBe('the file says: another program trains: train.pid exists\nthe lock says: nobody else trains\n');
    }
  });

  it('finds the table of handles empty again, and the log without what was lost', async () => {
    await visitor.choose('17-full-table');
    await visitor.last();
    await visitor.expectVerdict(/^4 opened, 1 refused, 4 never closed/);
    await again();
    await visitor.expectVerdict(/^5 opened, 1 refused, 1 closed, 4 never closed/);
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
    await visitor.expectVerdict(/4 bytes lost; exit was called with 0$/);
    await again();
    await diskIs(2);
    await expect.poll(() => visitor.file('log'), { timeout: 8_000 }).toBe('++');
    await visitor.write(source('std::mem::forget(log);'));
    await visitor.expectVerdict(/^1 opened, 1 never closed/);
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
        return [cells[0], ...cells.slice(2, -2)].join(' | ');
      }),
    );
  };
  const without = (source: string) => source.replace(/^ +process::abort.*\n/m, '').replace('use std::process;\n', '');

  it.each(['unwind', 'abort'] as const)('tears a checkpoint that is written in place, with panic = "%s"', async (panics) => {
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.panics(panics);
    await visitor.write(without(await visitor.text()));
    await visitor.expectVerdict('2 opened, 2 closed; nothing leaked');
    await open();
    expect(await rows()).toEqual([
      '1 to 11 | as before: epoch 1: 1.1 1.2 1.3',
      '13 to 14 | torn: empty',
      '15 | torn: empty',
      '16 | torn: epoch 2: 2.1',
      '17 | torn: epoch 2: 2.1',
      '20 to 23 | whole, new: epoch 2: 2.1 2.2 2.3',
    ]);
    expect(await page.locator('lp-kills .says').innerText()).toMatch(/^Killed at \d+ moments: weights\.bin is torn 5 times\./);
  });

  it('never tears one that is renamed', async () => {
    await visitor.choose('15-whole-checkpoint');
    await visitor.last();
    await visitor.write(without(await visitor.text()));
    await visitor.expectVerdict('2 opened, 2 closed; nothing leaked');
    await open();
    expect(await page.locator('lp-kills .says').innerText()).toMatch(
      /^Killed at \d+ moments: weights\.bin is never torn; weights\.tmp is left half written 5 times\./,
    );
  });

  it('shows the run behind an outcome, and starts again from there', async () => {
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(/it died on the spot$/);
    await open();
    await page.getByRole('button', { name: 'Show the run that was killed after step 14' }).click();
    await visitor.expectVerdict('2 opened, 1 closed, 1 never closed: reaped by the world; it was killed from outside');
    expect(await page.locator('.notice').innerText()).toMatch(/^The program was killed at this moment/);
    expect((await visitor.transcript())[14]).toMatch(/exited killed, status 137: at this step, as you asked$/);
    await again();
    await visitor.expectVerdict('1 opened, 1 closed; an error reached main, nothing leaked');
    expect(await page.locator('lp-moment .exit').innerText()).toContain('a torn checkpoint');
    // The disk of another is what each of the victims begins on, too.
    await open();
    expect(await rows()).toEqual(['1 to 14 | as before: empty']);
  });

  it.each(['light', 'dark'] as const)('has no serious fault by axe in %s, and is left by Escape', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await visitor.choose('14-torn-checkpoint');
    await visitor.last();
    await visitor.expectVerdict(/it died on the spot$/);
    await open();
    expect(await visitor.faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('lp-kills table').waitFor({ state: 'hidden' });
    expect(await visitor.faults()).toEqual([]);
  });

  it('says so of a program that does not end', async () => {
    await visitor.write('fn main() {\n    loop {}\n}\n');
    await visitor.expectVerdict(/it was killed from outside$/);
    await visitor.run(page.getByRole('button', { name: 'Kill at every step' }));
    await page.locator('lp-kills').getByText('This works for programs that end').waitFor();
  });
});
