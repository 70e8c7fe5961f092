/** What comes back after the page was closed or reloaded in the middle, and what storage can do to the page. */
import { expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();

const SOURCE = `use leakproof::prelude::*;
fn main() -> Result<()> {
    let mut log = ManagedFile::append("log")?;
    log.write("+")?;
    log.close()
}
`;

async function reload(): Promise<void> {
  await visitor.page.reload();
  await visitor.page.locator('lp-timeline .verdict').waitFor();
}

it('text, scenario, disk, step and switches come back', async () => {
  const { page } = visitor;
  await visitor.choose('05-panic');
  await visitor.write(SOURCE);
  await visitor.expectVerdict('1 opened, 1 closed; nothing leaked');
  await page.getByRole('button', { name: 'Start again on this disk' }).click();
  await page.locator('lp-machine').getByText('run 2 on this disk').waitFor();
  await visitor.panics('both');
  await page.locator('lp-beside canvas').waitFor();
  await page.locator('lp-timeline').getByRole('button', { name: 'By time' }).click();
  await page.locator('lp-log').getByRole('button', { name: 'scopes' }).click();
  await page.locator('lp-steps').getByRole('button', { name: 'First step', exact: true }).click();
  await page.locator('lp-steps').getByRole('button', { name: 'Step forward', exact: true }).click();
  await expect.poll(() => page.locator('lp-steps input').inputValue()).toBe('1');
  await page.locator('lp-timeline').getByRole('button', { name: 'As a table' }).click();
  await reload();
  expect(await visitor.text()).toBe(SOURCE);
  await page.locator('.rail [data-scenario="05-panic"][aria-current="true"]').waitFor();
  expect(await page.getByRole('radio', { name: 'both' }).getAttribute('aria-checked')).toBe('true');
  await page.locator('lp-machine').getByText('run 2 on this disk').waitFor();
  await expect.poll(() => page.locator('lp-steps input').inputValue()).toBe('1');
  expect(await page.locator('lp-log').getByRole('button', { name: 'scopes' }).getAttribute('aria-pressed')).toBe('false');
  await page.locator('lp-table').waitFor();
  await page.locator('lp-timeline').getByRole('button', { name: 'As a picture' }).click();
  expect(await page.locator('lp-timeline').getByRole('button', { name: 'By time' }).getAttribute('aria-pressed')).toBe('true');
  await page.locator('lp-steps').getByRole('button', { name: 'Last step', exact: true }).click();
  await expect.poll(() => visitor.file('log'), { timeout: 8_000 }).toBe('++');
});

it('a text that does not run comes back as well', async () => {
  await visitor.write('fn main() {');
  await visitor.page.locator('lp-problems button').first().waitFor();
  await visitor.page.reload();
  await visitor.page.locator('lp-problems button').first().waitFor();
  expect(await visitor.text()).toBe('fn main() {');
});

it('the last window that wrote wins', async () => {
  const other = await visitor.page.context().newPage();
  await other.goto(visitor.site.address);
  await other.locator('lp-timeline .verdict').waitFor();
  await other.locator('.rail [data-scenario="03-error"]').click();
  await other.getByText('an error reached main').first().waitFor();
  await other.close({ runBeforeUnload: false });
  await visitor.choose('04-early-return');
  await reload();
  await visitor.page.locator('.rail [data-scenario="04-early-return"][aria-current="true"]').waitFor();
});

it.each([
  'nothing of ours',
  'null',
  '[]',
  '{"source":5}',
  '{"source":"fn main() {}","step":"x","panics":7,"disk":"***","log":5,"axis":{},"tab":[],"form":1,"scenario":2}',
  '{"source":"fn main() {}","disk":"bm8gZGlzaw=="}',
])('a broken store is passed over: %s', async (stored) => {
  const { page } = visitor;
  // As the page goes it writes what it has; so the store is broken once that is done.
  await page.addInitScript((text) => localStorage.setItem('leakproof.work', text), stored);
  await reload();
  await page.locator('lp-machine').getByText('a fresh disk').waitFor();
  await visitor.choose('01-one-file');
  await visitor.expectVerdict('2 opened, 2 closed; nothing leaked');
});

it('storage that is refused does not break the page', async () => {
  const { page } = visitor;
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await reload();
  await visitor.choose('05-panic');
  await visitor.expectVerdict(/a panic reached main/);
});
