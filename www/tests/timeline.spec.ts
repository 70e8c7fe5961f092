/** The timeline, the bar of steps and the legend in a real Chromium: by pointer, finger and key. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LpApp } from '../src/elements/lp-app.ts';
import type { Legend, Sight } from '../src/messages.ts';
import { Visitor } from './visitor.ts';

const SCENARIOS = readdirSync(new URL('../../notes/scenarios/', import.meta.url))
  .filter((name) => name.endsWith('.rs'))
  .map((name) => name.replace(/\.rs$/, ''));

const visitor = new Visitor();
let page: Page;

beforeEach(() => {
  ({ page } = visitor);
});

/** The worker's last response about the screen, with the state around it. */
const seen = (on = page): Promise<Sight & { legend: Legend; width: number; pointed: unknown; highlight: string | null }> =>
  on.evaluate(() => {
    const { state } = (document.querySelector('lp-app') as LpApp).session;
    const { width } = state.look.get().timeline;
    return { ...state.seen.get()!, legend: state.legend.get(), width, pointed: state.pointed.get(), highlight: state.highlight.get() };
  }) as never;

const canvas = (on = page) => on.locator('lp-timeline canvas');
const tip = (on = page) => on.locator('lp-timeline .tip');
const steps = (on = page) => on.locator('lp-steps');
const button = (name: string | RegExp, on = page) => steps(on).getByRole('button', { name, exact: typeof name === 'string' });
const scrubber = (on = page) => steps(on).locator('input');

/** Selects a step, and waits until it is shown. */
async function select(step: number, on = page): Promise<void> {
  await scrubber(on).fill(String(step));
  await expect.poll(async () => (await seen(on)).moment.step, { timeout: 8_000 }).toBe(step);
}

const stepIs = (step: number, on = page) => expect.poll(() => scrubber(on).inputValue(), { timeout: 8_000 }).toBe(String(step));

async function showFuture(): Promise<void> {
  await button(/^Future/).click();
  await button('Future: shown').waitFor();
}

async function open(name: string): Promise<void> {
  await visitor.choose(name);
  await page.locator(`lp-app [data-scenario="${name}"][aria-current="true"]`).waitFor({ state: 'attached' });
  await expect.poll(async () => (await seen()).moment.step).toBe(0);
}

/** A table of rows from columns of one length. */
function rows<T extends object>(columns: T): { [column in keyof T]: number }[] {
  const entries = Object.entries(columns).map(([name, column]) => [name, Object.values(column as object) as number[]] as const);
  return Array.from({ length: entries[0]![1].length }, (_, index) => Object.fromEntries(entries.map(([name, column]) => [name, column[index]]))) as never;
}

/** Where something of the picture is on the canvas: `x` in the picture's pixels, and the row it is in. */
async function place(x: number, row: { readonly lane: number } | { readonly depth: number } | 'events', on = page): Promise<{ x: number; y: number }> {
  const { ruler, events, top, lane } = await on.locator('lp-timeline .scroll').evaluate((scroll) => {
    const size = (name: string) => parseFloat((scroll as HTMLElement).style.getPropertyValue(`--${name}`));
    return { ruler: size('ruler'), events: size('events'), top: size('top'), lane: size('lane') };
  });
  const scope = 16;
  const y = row === 'events' ? ruler + events / 2 : 'lane' in row ? top + (row.lane + 0.5) * lane : ruler + events + (row.depth + 0.5) * scope;
  return { x: x + 14, y };
}

/** How many pixels of the canvas have exactly the colour of a variable of the page. */
function pixels(variable: string): Promise<number> {
  return canvas().evaluate((canvas, variable) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
    // A system colour may let the ground through.
    for (const name of ['--panel', variable]) {
      copy.fillStyle = getComputedStyle(canvas).getPropertyValue(name);
      copy.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = copy.getImageData(0, 0, 1, 1).data;
    copy.drawImage(canvas as HTMLCanvasElement, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    let found = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) found++;
    return found;
  }, variable);
}

describe('what follows the selected step', () => {
  const STEP = 12;

  /** Everything that any panel below the steps is drawn from, as steps: nothing may be later than the selected one. */
  async function told() {
    const sight = await seen();
    const { bars, marks, ruler, scopes, phases } = sight.picture;
    const playhead = (sight.playhead / sight.length) * sight.width;
    return {
      marks: [...rows(marks), ...rows(ruler)].map(({ step }) => step),
      pixels: [bars, scopes, phases].flatMap(({ x1 }) => Object.values(x1 as object) as number[]).map((x) => x - playhead),
      scopes: sight.scopes.flatMap(({ entered, leaving, left }) => [entered, leaving ?? 0, left ?? 0]),
      log: [sight.log.total, ...sight.log.rows.map(({ step }) => step)],
      table: sight.table.rows.flatMap(({ since, gone }) => [since, gone ?? 0]),
      ends: new Set(sight.table.rows.map(({ end }) => end)),
      labels: sight.lanes.rows.map(({ label }) => label),
    };
  }

  it('is hidden at a first visit, in the picture, the names, the log and the table, and is there when it is shown', async () => {
    await open('05-panic');
    await button('Table').click();
    await page.locator('lp-table').waitFor();
    await select(STEP);
    const hidden = await told();
    for (const steps of [hidden.marks, hidden.scopes, hidden.log, hidden.table]) expect(Math.max(...steps)).toBeLessThanOrEqual(STEP);
    expect(Math.max(...hidden.pixels)).toBeLessThanOrEqual(1);
    expect(hidden.ends.has('reaped')).toBe(false);
    await showFuture();
    await expect.poll(async () => Math.max(...(await told()).marks)).toBeGreaterThan(STEP);
    const shown = await told();
    for (const steps of [shown.scopes, shown.log, shown.table]) expect(Math.max(...steps)).toBeGreaterThan(STEP);
    expect(Math.max(...shown.pixels)).toBeGreaterThan(1);
  });

  it('is told neither by labels of lanes, nor by the names for screen readers', async () => {
    await open('05-panic');
    await select(5);
    const labels = await page.locator('lp-timeline .label').allInnerTexts();
    expect(labels.map((label) => label.split('\n')[0])).toEqual(['train.log']);
    const names = await page.locator('lp-timeline').evaluate((timeline) => {
      const all = [...timeline.shadowRoot!.querySelectorAll('*')];
      return all.flatMap((each) => ['aria-label', 'aria-valuetext', 'title'].map((name) => each.getAttribute(name) ?? '')).join('\n');
    });
    expect(names).not.toMatch(/gradients|panic/);
    expect(names).toMatch(/train\.log/);
  });

  it('leaves every lane in its place while it comes into sight', async () => {
    await open('05-panic');
    const height = () => page.locator('lp-timeline').evaluate((timeline) => timeline.getBoundingClientRect().height);
    const before = await height();
    await button('Last step').click();
    await expect.poll(async () => (await seen()).moment.step).toBeGreaterThan(30);
    expect(await height()).toBe(before);
  });

  it('is not told by the count of the log', async () => {
    await open('05-panic');
    await button('Log').click();
    await page.locator('lp-log .nothing').waitFor();
    await select(4);
    await expect.poll(() => page.locator('lp-log .count').innerText()).toBe('4 events so far');
    await expect.poll(() => page.locator('lp-log [role=option]').count()).toBe(4);
    await showFuture();
    await expect.poll(() => page.locator('lp-log .count').innerText()).toMatch(/^\d\d events$/);
  });
});

describe('scopes', () => {
  /** The scope of that name, and where its bar is. */
  async function bar(label: string) {
    const { scopes, picture } = await seen();
    const scope = scopes.find((each) => each.label.startsWith(label))!;
    const { x0, x1, depth } = rows(picture.scopes).find((each) => each.scope === scope.scope)!;
    return { scope, at: await place((x0 + x1) / 2, { depth }) };
  }

  it('say their name, their line and how they are left when they are pointed at, and light up their line', async () => {
    await open('05-panic');
    await showFuture();
    const { scope, at } = await bar('step');
    await canvas().hover({ position: at });
    await expect.poll(() => tip().innerText()).toMatch(new RegExp(`^step.*\\s+line ${scope.line} · from step ${scope.entered} to step ${scope.left}`));
    expect(await tip().innerText()).toContain(`at step ${scope.leaving}`);
    await page.locator('lp-editor .cm-pointed').waitFor();
    expect(await seen()).toMatchObject({ pointed: { scope: scope.scope, line: scope.line } });
  });

  it('lead to the step at which they end', async () => {
    await open('05-panic');
    await showFuture();
    const { scope, at } = await bar('step');
    await canvas().click({ position: at });
    await stepIs(scope.leaving!);
  });

  it('lead to the step at which they begin, as long as their end is hidden', async () => {
    await open('05-panic');
    await select(9);
    const { scope, at } = await bar('main');
    await canvas().click({ position: at });
    await stepIs(scope.entered);
  });
});

describe('by keyboard', () => {
  /** The picture follows the controls of its axis. */
  async function focusCanvas(): Promise<void> {
    await page.locator('lp-axis').getByRole('button', { name: /^Zoom in/ }).focus();
    await page.keyboard.press('Tab');
    expect(await canvas().evaluate((canvas) => (canvas.getRootNode() as ShadowRoot).activeElement === canvas)).toBe(true);
  }

  it('the picture is one stop, and says what happened at the selected step', async () => {
    await open('05-panic');
    await select(3);
    await focusCanvas();
    const what = async () => (await seen()).moment.what.replaceAll('`', '');
    expect(await tip().innerText()).toBe(await what());
    await page.keyboard.press('ArrowRight');
    await stepIs(4);
    await expect.poll(() => canvas().getAttribute('aria-valuetext')).toMatch(/^step 4 of \d+: /);
    expect(await tip().innerText()).toBe(await what());
    await page.keyboard.press('Tab');
    await tip().waitFor({ state: 'detached' });
  });

  it('Enter leads out of one scope after the other', async () => {
    await open('05-panic');
    await showFuture();
    await select(9);
    await focusCanvas();
    const { scopes } = await seen();
    const ends = scopes.filter(({ entered, left }) => entered <= 9 && left! >= 9).map(({ leaving }) => leaving!);
    expect(ends.length).toBeGreaterThan(1);
    for (const end of ends.sort((one, other) => one - other)) {
      await page.keyboard.press('Enter');
      await stepIs(end);
    }
  });

  it('axis and zoom are beside the ruler, large enough to be met', async () => {
    const buttons = page.locator('lp-axis').getByRole('button');
    expect(await buttons.allInnerTexts()).toEqual(['steps', 'time', '−', 'whole', '+']);
    for (const each of await buttons.all()) {
      const { width, height } = (await each.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    await buttons.nth(1).click();
    await expect.poll(() => buttons.nth(1).getAttribute('aria-pressed')).toBe('true');
    await buttons.nth(4).click();
    await expect.poll(() => buttons.nth(3).isEnabled()).toBe(true);
  });
});

describe('by finger', () => {
  it('a mark that is touched is selected and named, until something else is touched', async () => {
    const { page, close } = await visitor.site.visit({ hasTouch: true, viewport: { width: 390, height: 844 } });
    await button('Last step', page).tap();
    await expect.poll(async () => (await seen(page)).log.selectedRow).toBeGreaterThan(5);
    const { picture, legend } = await seen(page);
    const mark = rows(picture.marks).find(({ kind }) => legend.marks[kind] === 'released')!;
    const { x, y } = await place(mark.x, mark, page);
    await canvas(page).tap({ position: { x, y } });
    await stepIs(mark.step, page);
    const named = () => tip(page).innerText();
    await expect.poll(named).toContain(`step ${mark.step}`);
    expect(await named()).toContain((await seen(page)).moment.what.replaceAll('`', ''));
    await steps(page).locator('.count').tap();
    await tip(page).waitFor({ state: 'detached' });
    await close();
  });

  it('the legend is opened, chosen from and closed', async () => {
    const { page, close } = await visitor.site.visit({ hasTouch: true, viewport: { width: 390, height: 844 } });
    await button('Last step', page).tap();
    await button('Legend', page).tap();
    await page.locator('[data-sign="acquired"]').tap();
    await expect.poll(async () => (await seen(page)).highlight).toBe('acquired');
    const [panel, timeline] = [await page.locator('#panel').boundingBox(), await page.locator('lp-timeline').boundingBox()];
    expect(panel!.y + panel!.height).toBeLessThanOrEqual(timeline!.y);
    expect(panel!.x).toBeGreaterThanOrEqual(0);
    await page.locator('#panel').getByRole('button', { name: 'Close', exact: true }).tap();
    await expect.poll(async () => (await seen(page)).highlight).toBe(null);
    await close();
  });
});

describe('the legend', () => {
  const panel = () => page.locator('lp-legend #panel');
  const entries = () => panel().locator('.entry');
  const opener = () => button('Legend');

  it('has every sign in words, first those that are in the picture', async () => {
    await open('05-panic');
    await button('Last step').click();
    await expect.poll(async () => (await seen()).moment.step).toBeGreaterThan(30);
    await opener().click();
    const { legend, picture } = await seen();
    const every = [
      ...legend.marks,
      ...legend.bars.map((code) => `bar:${code}`),
      ...legend.bands.map((code) => `band:${code}`),
      ...legend.phases.map((code) => `phase:${code}`),
    ];
    const signs = (within: string) => panel().locator(`${within} .entry`).evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['sign']!));
    const here = await signs('section:first-of-type');
    const inMarks = rows(picture.marks).map(({ kind }) => legend.marks[kind]!);
    expect(here).toEqual(expect.arrayContaining([...new Set(inMarks), 'bar:open', 'band:unwinding', 'phase:panic']));
    const others = await signs('section:last-of-type');
    expect(here.filter((sign) => others.includes(sign))).toEqual([]);
    // The ones that no picture has are of the log.
    expect([...here, ...others]).toEqual(expect.arrayContaining(every));
    for (const text of await entries().allInnerTexts()) expect(text).toMatch(/\w[^]*\w.*\.$/);
    expect((await entries().allInnerTexts()).join()).not.toContain('`');
  });

  it('lights up what is chosen, pales everything else, and is left by Escape, by keyboard alone', async () => {
    await open('05-panic');
    await showFuture();
    await button('Last step').click();
    await expect.poll(() => pixels('--accent')).toBeGreaterThan(0);
    const [accent, ground] = [await pixels('--accent'), await pixels('--open-soft')];
    expect(ground).toBeGreaterThan(100);
    await opener().focus();
    await page.keyboard.press('Enter');
    await panel().waitFor();
    const chosen = panel().locator('[data-sign="acquired"]');
    const isOn = () => chosen.evaluate((entry) => entry.matches(':focus'));
    for (let tabs = 0; !(await isOn()); tabs++) {
      expect(tabs).toBeLessThan(20);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => chosen.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => pixels('--accent')).toBeGreaterThan(accent);
    expect(await pixels('--open-soft')).toBe(0);
    // Chosen once more, it goes out.
    await page.keyboard.press('Enter');
    await expect.poll(() => pixels('--open-soft')).toBe(ground);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    await expect.poll(() => pixels('--open-soft')).toBe(ground);
    expect(await opener().evaluate((opener) => (opener.getRootNode() as ShadowRoot).activeElement === opener)).toBe(true);
  });

  it('lights up bars and scopes, and the rows of the log', async () => {
    await open('05-panic');
    await showFuture();
    await button('Last step').click();
    await opener().click();
    await panel().locator('[data-sign="band:unwinding"]').click();
    await expect.poll(() => pixels('--open-soft')).toBe(0);
    await button('Log').click();
    await panel().locator('[data-sign="unwinding"]').click();
    await page.locator('lp-log .row.ringed').first().waitFor();
    const { log } = await seen();
    const [ringed, dimmed] = [await page.locator('lp-log .row.ringed').count(), await page.locator('lp-log .row.dimmed').count()];
    expect([ringed, ringed + dimmed]).toEqual([log.rows.filter(({ kind }) => kind === 'unwinding').length, log.rows.length]);
  });

  it('stays open while one steps, and covers no part of the timeline', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await open('05-panic');
    await opener().click();
    await page.keyboard.press('ArrowRight');
    await stepIs(1);
    await panel().waitFor();
    const [above, below] = [(await panel().boundingBox())!, (await page.locator('lp-timeline').boundingBox())!];
    expect(above.y + above.height).toBeLessThanOrEqual(below.y);
    expect(await visitor.faults()).toEqual([]);
  });
});

describe('the bar of steps', () => {
  it('is one row at 1280 pixels, and two at most on a phone', async () => {
    for (const [width, height, most] of [[1280, 720, 48], [390, 844, 100]] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(async () => (await steps().boundingBox())!.height).toBeLessThanOrEqual(most);
      const inside = await steps().evaluate((bar) => bar.scrollWidth <= bar.clientWidth);
      expect(inside).toBe(true);
    }
  });

  it('has an export that is called so, and gives the focus back', async () => {
    const opener = page.locator('lp-export').getByRole('button', { name: 'Export', exact: true });
    const isFocused = () => opener.evaluate((opener) => (opener.getRootNode() as ShadowRoot).activeElement === opener);
    await opener.click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(isFocused).toBe(true);
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    expect(await opener.getAttribute('aria-label')).toBe('Export');
    await opener.press('Enter');
    await page.locator('[data-form="json-lines"]').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(isFocused).toBe(true);
  });
});

describe('the size of the timeline', () => {
  const LANES = (count: number) =>
    ['use leakproof::prelude::*;', '//@ handles: 40', 'fn main() -> Result<()> {']
      .concat(Array.from({ length: count }, (_, index) => `    let f${index} = ManagedFile::create("f${index}")?;`), '    Ok(())', '}')
      .join('\n');

  it('leaves room for three lanes at least, in every scenario at 1280×720', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    for (const name of SCENARIOS) {
      await open(name);
      const [lower, scroll] = await page.locator('lp-timeline .scroll').evaluate((scroll) => {
        const style = (scroll as HTMLElement).style;
        const [top, lane] = ['--top', '--lane'].map((size) => parseFloat(style.getPropertyValue(size))) as [number, number];
        return [scroll.getBoundingClientRect().height, top + 3 * lane];
      });
      expect(lower, name).toBeGreaterThanOrEqual(scroll!);
    }
  });

  it('is what its lanes need, and no more than a part of the page, within which they scroll', async () => {
    const height = async () => (await page.locator('lp-timeline').boundingBox())!.height;
    const isScrolled = () => page.locator('lp-timeline .scroll').evaluate((scroll) => scroll.scrollHeight > scroll.clientHeight + 2);
    await visitor.write(LANES(5));
    await expect.poll(async () => (await seen()).lanes.total).toBe(5);
    const five = await height();
    expect(await isScrolled()).toBe(false);
    await visitor.write(LANES(6));
    await expect.poll(height).toBe(five + 26);
    await visitor.write(LANES(30));
    await expect.poll(isScrolled).toBe(true);
    expect(await height()).toBeLessThan(900 * 0.4);
    await visitor.write(LANES(5));
    await expect.poll(height).toBe(five);
  });
});

describe('two runs, one below the other', () => {
  it('name their scopes, and tell nothing of what follows, in the lower one either', async () => {
    await open('05-panic');
    await visitor.panics('both');
    await page.locator('lp-beside canvas').waitFor();
    await select(9);
    const beside = async () => (await seen()).beside!;
    const { scopes, verdict } = await beside();
    expect(scopes.map(({ label }) => label.split(',')[0])).toEqual(['main', 'for', 'step']);
    expect(scopes.flatMap(({ leaving, left }) => [leaving, left])).toEqual(Array(6).fill(null));
    expect(verdict.sentence).not.toMatch(/abort|bytes/);
    expect(await page.locator('lp-beside').evaluate((element) => element.shadowRoot!.textContent)).not.toMatch(/aborted|bytes/);
    await showFuture();
    await button('Last step').click();
    await expect.poll(async () => (await beside()).verdict.sentence).toMatch(/abort/);
  });
});

describe('everyone', () => {
  it('sees every selection in forced colours', async () => {
    await open('05-panic');
    await page.emulateMedia({ forcedColors: 'active' });
    await select(8);
    await expect.poll(() => pixels('--accent')).toBeGreaterThan(100);
    const colour = (of: ReturnType<Page['locator']>, name: 'backgroundColor' | 'color') => of.evaluate((each, name) => getComputedStyle(each)[name], name);
    const highlight = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('p'));
      probe.style.cssText = 'forced-color-adjust: none; background: Highlight';
      const { backgroundColor } = getComputedStyle(probe);
      probe.remove();
      return backgroundColor;
    });
    await button('Log').click();
    expect(await colour(button('Log'), 'backgroundColor')).toBe(highlight);
    expect(await colour(button('Table'), 'backgroundColor')).not.toBe(highlight);
    const row = page.locator('lp-log [aria-selected="true"]');
    await row.waitFor();
    expect(await colour(row, 'backgroundColor')).toBe(highlight);
    expect(await colour(row, 'color')).not.toBe(highlight);
    await button('Timeline').click();
    await button('Legend').click();
    await page.locator('[data-sign="acquired"]').click();
    expect(await colour(page.locator('[data-sign="acquired"]'), 'backgroundColor')).toBe(highlight);
  });

  it('reads it at twice the text size: lanes, names and signs grow, and nothing lies on something else', async () => {
    const cdp = await page.context().newCDPSession(page);
    await page.setViewportSize({ width: 1600, height: 1400 });
    await open('05-panic');
    await button('Last step').click();
    const lane = () => page.locator('lp-timeline .scroll').evaluate((scroll) => (scroll as HTMLElement).style.getPropertyValue('--lane'));
    expect(await lane()).toBe('26px');
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    // The size changes while the page is open.
    await expect.poll(lane).toBe('52px');
    const overlaps = await page.locator('lp-timeline').evaluate((timeline) => {
      const boxes = [...timeline.shadowRoot!.querySelectorAll('.label, lp-axis')].map((each) => each.getBoundingClientRect());
      const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));
      return pairs.filter(([one, other]) => one.bottom > other.top + 1 && other.bottom > one.top + 1).length;
    });
    expect(overlaps).toBe(0);
    const cut = await page.evaluate(() => {
      const all = (root: ParentNode): Element[] => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
      const bar = all(document).find(({ localName }) => localName === 'lp-steps')!;
      const buttons = all(bar.shadowRoot!).filter((each) => each.localName === 'button' && each.checkVisibility());
      return buttons.filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1).map((each) => each.textContent?.trim());
    });
    expect(cut).toEqual([]);
  });
});
