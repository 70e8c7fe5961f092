/** The row above the code: settings as chips, what can be inserted, and how the program is run. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();
let page: Page;

beforeEach(() => {
  ({ page } = visitor);
});

const PLAIN = `use leakproof::prelude::*;

fn main() -> Result<()> {
    let a = ManagedFile::create("a.txt")?;
    let b = ManagedFile::create("b.txt")?;
    Ok(())
}
`;

const chips = () => page.locator('lp-settings lp-menu:not(.add) span[slot="label"]').allInnerTexts();
const chip = (name: string) => page.locator('lp-settings lp-menu').getByRole('button', { name, exact: true });
const form = () => page.locator('lp-settings form').filter({ visible: true });
const expectText = (text: string) => expect.poll(() => visitor.text()).toBe(text);

async function write(text: string): Promise<void> {
  await visitor.write(text);
  await expectText(text);
  await page.locator('lp-verdict lp-outdated span').waitFor({ state: 'detached' });
}

/** Undoes the last change of the text. */
async function undo(): Promise<void> {
  await page.locator('lp-editor .cm-content').focus();
  await page.keyboard.press('Control+z');
}

describe('a setting', () => {
  it('is shown whether a line says it or not', async () => {
    await write(`//@ handles: 4\n//@ file in.csv: 1,2\n${PLAIN}`);
    await expect.poll(chips).toEqual(expect.arrayContaining(['handles 4', 'file in.csv']));
    expect((await chips()).some((text) => text.startsWith('disk '))).toBe(true);
  });

  it('is changed by a small form, which writes the line, and one undo takes that back', async () => {
    const text = `//@ title: Mine\n//@ handles: 4\n//@ file in.csv: 1,2\n${PLAIN}`;
    await write(text);
    await chip('handles 4').click();
    expect((await form().innerText()).length).toBeGreaterThan(60);
    await form().locator('input').fill('1');
    await form().getByRole('button', { name: 'Apply' }).click();
    await expectText(text.replace('handles: 4', 'handles: 1'));
    await chip('handles 1').waitFor();
    await undo();
    await expectText(text);
  });

  it('that no line says gets one, and what it does is seen at once', async () => {
    await write(PLAIN);
    await chip('handles 16').click();
    await form().locator('input').fill('1');
    await page.keyboard.press('Enter');
    await expectText(`//@ handles: 1\n${PLAIN}`);
    await page.locator('lp-output .line.error').first().waitFor();
    await chip('handles 1').click();
    await form().getByRole('button', { name: /^Remove/ }).click();
    await expectText(PLAIN);
  });

  it('of the disk has a size with its unit', async () => {
    await write(`//@ disk: 64 B\n${PLAIN}`);
    await chip('disk 64 B').click();
    await form().locator('input').fill('8');
    await form().locator('select').selectOption('KiB');
    await form().getByRole('button', { name: 'Apply' }).click();
    await expectText(`//@ disk: 8 KiB\n${PLAIN}`);
  });

  it('can be added, with an example to begin with', async () => {
    await write(PLAIN);
    for (const [kind, line] of [
      ['file', /^\/\/@ file data\.csv: /],
      ['dir', /^\/\/@ dir logs$/],
      ['fail', /^\/\/@ fail write 2: no space$/],
      ['locks', /^\/\/@ locks: 1$/],
    ] as const) {
      const before = await visitor.text();
      await page.getByRole('button', { name: 'Add a setting' }).click();
      await form().locator('select').selectOption(kind);
      await form().getByRole('button', { name: 'Add', exact: true }).click();
      await expect.poll(async () => (await visitor.text()).length).toBeGreaterThan(before.length);
      const lines = (await visitor.text()).split('\n').filter((each) => each.startsWith('//@'));
      expect(lines.at(-1)).toMatch(line);
      expect(await page.locator('lp-problems button').count()).toBe(0);
    }
  });

  it('that the crate does not understand is said where the line is', async () => {
    await write(`//@ fail write 2: no space\n${PLAIN}`);
    await chip('fail write 2: no space').click();
    await form().locator('input').fill('fail writing: full');
    await form().getByRole('button', { name: 'Apply' }).click();
    await page.locator('lp-problems', { hasText: 'line 1' }).waitFor();
  });

  it('is left by Escape, and the focus returns to its chip', async () => {
    await chip('handles 16').focus();
    await page.keyboard.press('Enter');
    await form().waitFor();
    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' }).catch(() => {});
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.getAttribute('aria-label');
      });
    await expect.poll(focused).toBe('handles 16');
  });
});

describe('what can be inserted', () => {
  it('is one press away, each with a sign, a word and a sentence', async () => {
    await page.getByRole('button', { name: 'Insert', exact: true }).click();
    const items = page.locator('lp-tools [data-trigger]');
    expect(await items.count()).toBe(7);
    for (const item of await items.all()) {
      expect(await item.locator('svg').count()).toBe(1);
      expect((await item.locator('.says').innerText()).length).toBeGreaterThan(20);
    }
  });

  it('is walked with the arrow keys, and Escape returns the focus', async () => {
    const button = page.getByRole('button', { name: 'Insert', exact: true });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('lp-tools [data-trigger]:focus').getAttribute('data-trigger')).toBe('fail');
    await page.keyboard.press('Escape');
    await expect.poll(() => button.evaluate((element) => element.matches(':focus'))).toBe(true);
  });
});

describe('the keys of what is open', () => {
  const step = async () => page.locator('lp-steps input').inputValue();

  it.each(['Scenarios', 'Insert', 'Run …', 'Export'])('are not those of the run: %s', async (name) => {
    const before = await step();
    await page.getByRole('button', { name, exact: true }).click();
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight', 'End']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('button', { name, exact: true }).evaluate((button) => button.matches(':focus'))).toBe(true);
    expect(await step()).toBe(before);
  });

  it('are not those of the run: a divider, the list of keys', async () => {
    const before = await step();
    await page.getByRole('separator', { name: 'Size of the output' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.keys').click();
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    expect(await step()).toBe(before);
  });

  it('return to the menu when the outcomes of kills are closed', async () => {
    await visitor.run(page.locator('lp-tools .kills'));
    await page.getByRole('dialog', { name: 'Killed at every step' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('button', { name: 'Run …' }).evaluate((button) => button.matches(':focus'))).toBe(true);
  });
});

describe('how the program is run', () => {
  const mode = () => page.locator('lp-tools .mode').innerText();

  it('says what is not as usual', async () => {
    expect(await mode()).toBe('');
    await visitor.panics('abort');
    await expect.poll(mode).toBe('panic = abort');
    await visitor.panics('unwind');
    await visitor.run(page.getByRole('button', { name: 'Start again on this disk' }));
    await expect.poll(mode).toBe('run 2 on this disk');
    await visitor.run(page.getByRole('button', { name: 'Fresh disk' }));
    await expect.poll(mode).toBe('');
  });

  it('starts and kills nothing that does not run', async () => {
    await visitor.write('fn main() {');
    await page.locator('lp-problems button').first().waitFor();
    await page.getByRole('button', { name: 'Run …', exact: true }).click();
    for (const name of ['Start again on this disk', 'Kill at every step']) {
      expect(await page.getByRole('button', { name }).isDisabled()).toBe(true);
    }
  });
});

describe('everyone', () => {
  it.each(['light', 'dark'] as const)('finds no serious fault with axe in the open menus, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const name of ['Insert', 'Run …', 'Add a setting', 'handles 16']) {
      await page.getByRole('button', { name, exact: true }).click();
      expect(await visitor.faults(), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it.each([
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ])('has the row in one line, and both menus at hand, at $width pixels', async (viewport) => {
    await page.setViewportSize(viewport);
    await write(`//@ handles: 4\n//@ disk: 64 KiB\n//@ file a-file-with-a-name.csv: 1\n//@ file another-file.csv: 2\n${PLAIN}`);
    const row = (await page.locator('lp-tools').boundingBox())!;
    expect(row.height).toBeLessThanOrEqual(46);
    expect(row.x + row.width).toBeLessThanOrEqual(viewport.width);
    for (const name of ['Insert', 'Run …']) {
      const box = (await page.getByRole('button', { name, exact: true }).boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
    }
    await page.getByRole('button', { name: 'Add a setting' }).focus();
    const add = (await page.getByRole('button', { name: 'Add a setting' }).boundingBox())!;
    expect(add.x + add.width).toBeLessThanOrEqual((await page.getByRole('button', { name: 'Insert', exact: true }).boundingBox())!.x);
  });
});
