/** The page that says what runs here: a text with links, which needs no JavaScript. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const NOTES = readFileSync(new URL('../../notes/runs.md', import.meta.url), 'utf8');

const visitor = new Visitor();
let page: Page;

beforeEach(async () => {
  ({ page } = visitor);
  await page.goto(`${visitor.site.address}runs.html`);
});

describe('what runs here', () => {
  it('shows each section and each piece of code of the text, without a script', async () => {
    const headings = [...NOTES.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading!.replaceAll('`', ''));
    expect(await page.locator('main h2').allInnerTexts()).toEqual(headings);
    const pieces = [...NOTES.matchAll(/^```\S+\n([^]*?)\n```$/gm)].map(([, piece]) => piece);
    expect(await page.locator('main pre').allTextContents()).toEqual(pieces);
    expect(await page.locator('script').count()).toBe(0);
  });

  it('goes to a section by its link', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Limits' }).click();
    expect(page.url()).toMatch(/runs\.html#limits$/);
    const heading = await page.getByRole('heading', { name: 'Limits' }).boundingBox();
    expect(heading!.y).toBeGreaterThanOrEqual(0);
    expect(heading!.y).toBeLessThan(100);
  });

  it('leads back to the playground', async () => {
    await page.getByRole('link', { name: 'back to the playground' }).click();
    await page.locator('lp-verdict .verdict').waitFor();
  });

  it.each([
    [1440, 900, 'light'],
    [1440, 900, 'dark'],
    [390, 844, 'light'],
    [390, 844, 'dark'],
  ] as const)('fits into %s by %s pixels in %s, without a serious fault by axe', async (width, height, colorScheme) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await visitor.faults()).toEqual([]);
  });
});
