/** What comes back after the page was closed or reloaded in the middle, and what storage can do to the page. */
import { expect, it } from 'vitest';
import { titleOf } from './scenarios.ts';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();

const SOURCE = `use leakproof::prelude::*;
fn main() -> Result<()> {
    let mut log = ManagedFile::append("log")?;
    log.write("+")?;
    log.close()
}
`;

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000, interval: 20 });

/** The text as the editor has it, whether it is in sight or not. */
const source = () => visitor.page.evaluate(() => document.querySelector('lp-app')!.session.state.source.get());

async function reload(): Promise<void> {
  await visitor.page.reload();
  await visitor.page.locator('lp-verdict .verdict').waitFor();
}

it('text, name, disk, step and switches come back', async () => {
  const { page } = visitor;
  await visitor.choose('05-panic');
  await visitor.write(SOURCE);
  await page.keyboard.press('Escape');
  // A disk on which this program has run once.
  const runs = () => page.evaluate(() => document.querySelector('lp-app')!.session.state.run.get()?.runsOnDisk);
  const length = () => page.evaluate(() => document.querySelector('lp-app')!.session.state.run.get()?.steps);
  await eventually(length).toBeLessThan(20);
  await page.evaluate(() => document.querySelector('lp-app')!.session.commands.startAgain());
  await eventually(runs).toBe(1);
  await page.evaluate(() => {
    const { state, view } = document.querySelector('lp-app')!.session;
    state.panics.set('both');
    view.setAxis('time');
    state.hidden.set(false);
    state.form.set('table');
    state.tab.set('output');
    state.see({ step: 1, log: { ...state.look.get().log, groups: 0b0101, text: 'log' } });
  });
  const before = await visitor.shown();
  expect(before).toMatchObject({ step: 1, panics: 'both', axis: 'time', hidden: false, form: 'table' });
  await reload();
  expect(await source()).toBe(SOURCE);
  expect(await visitor.name()).toBe(`${titleOf('05-panic')} (mine)`);
  await eventually(runs).toBe(1);
  expect(await visitor.shown()).toEqual(before);
  const switches = () =>
    page.evaluate(() => {
      const { state } = document.querySelector('lp-app')!.session;
      const { groups, text } = state.look.get().log;
      return [groups, text, state.tab.get()];
    });
  expect(await switches()).toEqual([0b0101, 'log', 'output']);
});

it('a text that does not run comes back as well', async () => {
  await visitor.write('fn main() {');
  await visitor.page.locator('lp-problems button').first().waitFor();
  await visitor.page.reload();
  await visitor.page.locator('lp-problems button').first().waitFor();
  expect(await visitor.text()).toBe('fn main() {');
});

it('each tab comes back to its own place, and a new one to the last', async () => {
  const { page } = visitor;
  const name = (of: typeof page) => of.locator('.head > .name').innerText();
  await visitor.choose('04-early-return');
  await eventually(() => page.evaluate(() => localStorage.getItem('leakproof.place'))).toContain('04-early-return');
  const other = await page.context().newPage();
  await other.goto(visitor.site.address);
  await eventually(() => name(other)).toBe(titleOf('04-early-return'));
  await other.getByRole('button', { name: 'Scenarios', exact: true }).click();
  await other.locator('lp-app [data-scenario="03-error"]').click();
  await eventually(() => name(other)).toBe(titleOf('03-error'));
  await reload();
  await other.reload();
  await eventually(visitor.name).toBe(titleOf('04-early-return'));
  await eventually(() => name(other)).toBe(titleOf('03-error'));
  // The tab in which something was chosen last.
  await other.getByRole('button', { name: 'Scenarios', exact: true }).click();
  await other.locator('lp-app [data-scenario="09-abort"]').click();
  await eventually(() => page.evaluate(() => localStorage.getItem('leakproof.place'))).toContain('09-abort');
  const third = await page.context().newPage();
  await third.goto(visitor.site.address);
  await eventually(() => name(third)).toBe(titleOf('09-abort'));
});

it.each([
  'nothing of ours',
  'null',
  '[]',
  '{"document":5}',
  '{"document":"own:no-such-program"}',
  '{"document":"scenario:__proto__"}',
  '{"document":"scenario:01-one-file","shown":7,"log":[],"tab":{}}',
  '{"document":"scenario:01-one-file","shown":{"step":"x","panics":7,"disk":"***","axis":{},"zoom":{"from":9,"to":1},"form":1}}',
  '{"document":"scenario:01-one-file","shown":{"step":1e300,"disk":"bm8gZGlzaw==","zoom":{"from":-1,"to":1e400}}}',
])('a broken store is passed over: %s', async (stored) => {
  const { page } = visitor;
  await page.addInitScript((text) => {
    // Once: what the page writes itself is not broken.
    if (sessionStorage.getItem('broken')) return;
    sessionStorage.setItem('broken', 'yes');
    localStorage.setItem('leakproof.place', text);
    sessionStorage.setItem('leakproof.place', text);
  }, stored);
  await reload();
  await eventually(visitor.name).toBe('One file');
  await visitor.choose('05-panic');
  await eventually(visitor.name).toBe(titleOf('05-panic'));
  await reload();
  await eventually(visitor.name).toBe(titleOf('05-panic'));
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
  await eventually(visitor.name).toBe(titleOf('05-panic'));
});
