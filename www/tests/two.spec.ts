/** Two playgrounds on one page: each has a program, a run and workers of its own. */
import { expect, it } from 'vitest';
import { titleOf } from './scenarios.ts';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000, interval: 20 });

const SOURCE = 'use leakproof::prelude::*;\nfn main() {\n    let a = ManagedFile::create("second.txt");\n    drop(a);\n}\n';

it('do not disturb each other, and only the page’s own has the address and the storage', async () => {
  const { page } = visitor;
  await visitor.choose('05-panic');
  await eventually(async () => page.url()).toMatch(/#05-panic$/);
  await page.evaluate(() => {
    const second = document.createElement('lp-playground');
    second.id = 'second';
    second.style.cssText = 'position: fixed; inset: 50% 0 0; z-index: 5';
    document.body.append(second);
  });
  const second = page.locator('#second');
  await second.locator('lp-verdict .verdict').waitFor();
  /** The text, the step and the disk of each. */
  const seen = () =>
    page.evaluate(() => {
      const app = document.querySelector('lp-app')!.shadowRoot!.querySelector('lp-playground')!;
      return [app, document.querySelector<HTMLElement>('#second')!].map((each) => {
        const of = (tag: string) => each.shadowRoot!.querySelector(tag)!.shadowRoot!;
        return {
          text: of('lp-editor').querySelector('.cm-line')!.textContent,
          step: of('lp-steps').querySelector('.count')!.textContent.replaceAll(/\s+/g, ' ').trim(),
          state: of('lp-moment').textContent.replaceAll(/\s+/g, ' '),
        };
      });
    });
  const [before] = await seen();
  const storage = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await eventually(storage).toContain('05-panic');
  const kept = await storage();
  await second.locator('lp-editor .cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(SOURCE);
  await eventually(async () => (await seen())[1]!.state).toContain('second.txt');
  const [first, other] = await seen();
  expect(first).toEqual(before);
  expect(other!.text).toBe('use leakproof::prelude::*;');
  expect(await visitor.name()).toBe(titleOf('05-panic'));
  expect((await visitor.shown())['step']).toBe(0);
  expect(page.url()).toMatch(/#05-panic$/);
  expect(await storage()).toBe(kept);
  // The second is gone with its workers, and the first goes on.
  await second.evaluate((element) => element.remove());
  await page.keyboard.press('ArrowRight');
  await eventually(async () => (await visitor.shown())['step']).toBe(1);
});
