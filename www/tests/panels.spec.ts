/** The words on the page: the step, its reason and its terms, the state, the output, the guide, the notices. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();
let page: Page;

beforeEach(() => {
  ({ page } = visitor);
});

const at = async () => Number(await page.locator('lp-steps input[type="range"]').inputValue());
const expectStep = (step: number) => expect.poll(at, { timeout: 8_000 }).toBe(step);
const lastStep = async () => Number(await page.locator('lp-steps input[type="range"]').getAttribute('max'));

/** Goes to a step by the scrubber. */
async function go(step: number): Promise<void> {
  await page.locator('lp-steps input[type="range"]').evaluate((input: HTMLInputElement, value) => {
    input.value = String(value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, step);
  await expectStep(step);
  // Every panel has answered when the sentence of the step has.
  await page.locator(`lp-output .head`, { hasText: `up to step ${step}` }).waitFor();
}

/** The number of the step whose event has that sign. */
async function stepOf(kind: string): Promise<number> {
  const steps = await lastStep();
  for (let step = 1; step <= steps; step++) {
    await go(step);
    if ((await page.locator('lp-step .what').getAttribute('data-kind')) === kind) return step;
  }
  throw new Error(`no step of kind ${kind}`);
}

const program = (...lines: string[]) =>
  ['use leakproof::prelude::*;', '', 'fn main() -> Result<()> {', ...lines.map((line) => `    ${line}`), '    Ok(())', '}', ''].join('\n');

const FILE = program('let mut a = ManagedFile::create("a.txt")?;', 'a.write("hello")?;');

describe('the step', () => {
  it('says before the first event that nothing has happened, and what to do', async () => {
    await expect.poll(() => page.locator('lp-step section').innerText()).toMatch(/^Nothing has happened yet\.\s+Press Step/);
  });

  it('says what happened and why, with code set as code and no backtick left', async () => {
    await visitor.choose('05-panic');
    const step = await stepOf('unwinding');
    const text = await page.locator('lp-step section').innerText();
    expect(text).not.toContain('`');
    expect(await page.locator('lp-step .what code').count()).toBeGreaterThan(0);
    expect((await page.locator('lp-step .why').innerText()).length).toBeGreaterThan(20);
    expect(step).toBeGreaterThan(1);
  });

  it('leads to the events that it rests on, and a press on one keeps the keyboard in the panel', async () => {
    await visitor.choose('05-panic');
    const step = await stepOf('unwinding');
    const cause = page.locator('lp-step .causes button').first();
    const target = Number(/step (\d+)/.exec((await cause.textContent()) ?? '')?.[1]);
    expect(target).toBeLessThan(step);
    await cause.focus();
    await page.keyboard.press('Enter');
    await expectStep(target);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('lp-app')!.shadowRoot!.querySelector('lp-playground')!.shadowRoot!.activeElement?.tagName))
      .toBe('LP-STEP');
  });

  it('shows its line in the code, and lights it up while it has the focus', async () => {
    await visitor.choose('05-panic');
    await stepOf('panic-raised');
    const line = page.locator('lp-step .line');
    await line.focus();
    await expect.poll(() => page.locator('lp-editor .cm-pointed').innerText()).toContain('assert!');
    await page.locator('lp-editor .cm-scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
    await line.click();
    await page.locator('lp-editor .cm-pointed', { hasText: 'assert!' }).waitFor();
  });

  it('does not let the panels below it jump while a run is stepped through', async () => {
    await visitor.choose('05-panic');
    await go(await lastStep());
    await go(0);
    const steps = await lastStep();
    const tops: number[] = [];
    for (let step = 0; step <= steps; step++) {
      await go(step);
      tops.push((await page.locator('lp-moment').boundingBox())!.y);
    }
    for (let step = 0; step <= steps; step++) {
      await go(step);
      // What the first walk needed is reserved: nothing moves in the second.
      expect((await page.locator('lp-moment').boundingBox())!.y).toBe(tops.at(-1));
    }
  });
});

describe('a term', () => {
  const term = () => page.locator('lp-term').first();
  const open = () => page.locator('lp-term [popover]:popover-open');

  it('opens its explanation by mouse, and Escape closes that', async () => {
    await term().locator('button').click();
    await open().waitFor();
    expect((await open().innerText()).length).toBeGreaterThan(20);
    await page.keyboard.press('Escape');
    await expect.poll(() => open().count()).toBe(0);
  });

  it('opens its explanation by key; then the focus returns to it', async () => {
    await term().locator('button').focus();
    await page.keyboard.press('Enter');
    await open().waitFor();
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.localName;
      });
    expect(await focused()).toBe('span');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('button');
  });

  it('is explained in place where it comes up first, and there again when one comes back', async () => {
    await visitor.choose('05-panic');
    const introduced = () => page.locator('lp-step p.term').allInnerTexts();
    const steps = await lastStep();
    const seen = new Map<number, readonly string[]>();
    for (let step = 1; step <= steps; step++) {
      await go(step);
      seen.set(step, await introduced());
    }
    const all = [...seen.values()].flat();
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all).size).toBe(all.length);
    for (const [step, terms] of seen) {
      expect(terms.length).toBeLessThanOrEqual(2);
      await go(step);
      expect(await introduced()).toEqual(terms);
    }
  });
});

describe('the verdict', () => {
  it('leads to the steps that prove it', async () => {
    await visitor.choose('07-close-fails');
    await visitor.last();
    await expectStep(await lastStep());
    const parts = page.locator('lp-verdict .verdict button');
    await parts.first().waitFor();
    for (const part of await parts.all()) {
      const target = Number(/go to step (\d+)/.exec((await part.textContent()) ?? '')?.[1]);
      await part.click();
      await expectStep(target);
      await go(await lastStep());
    }
  });

  it('says how it ends only where the future is shown, and not at the end', async () => {
    await visitor.choose('05-panic');
    await go(3);
    const ending = page.locator('lp-verdict .ending');
    const shownFuture = page.getByRole('button', { name: /^Future/ });
    await expect.poll(() => ending.count()).toBe(0);
    await shownFuture.click();
    await ending.waitFor();
    expect(await ending.innerText()).toMatch(/^In the end: /);
    await go(await lastStep());
    await expect.poll(() => ending.count()).toBe(0);
  });
});

describe('the state', () => {
  it('explains what is empty', async () => {
    const text = () => page.locator('lp-moment .all').innerText();
    await expect.poll(text).toMatch(/No scope has been entered yet\.[^]*0 of 16 handles[^]*Nothing is open yet\.[^]*The disk is empty\./);
  });

  it('says how many handles are taken of how many there are, innermost scopes first', async () => {
    await visitor.choose('02-nested');
    const steps = await lastStep();
    const heading = page.locator('lp-moment h2', { hasText: 'Open, 2 of 16 handles and 1 lock' });
    for (let step = 1; step <= steps && (await heading.count()) === 0; step++) await go(step);
    await heading.waitFor();
    expect(await page.locator('lp-moment .scope .name').last().innerText()).toBe('main');
  });

  it('lights up with the other panels by pointer and by focus, and leads to its step', async () => {
    await visitor.write(FILE);
    await visitor.last().catch(() => {});
    const row = page.locator('lp-moment .closed button');
    await row.focus();
    await page.locator('lp-editor .cm-pointed', { hasText: 'create("a.txt")' }).waitFor();
    await page.locator('lp-moment .closed .lit').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(at).toBeLessThan(await lastStep());
  });
});

describe('the output', () => {
  const lines = () => page.locator('lp-output .line').allInnerTexts();

  it('tells standard error apart by words, and leads to the step that printed a line', async () => {
    await visitor.write(program('println!("one");', 'eprintln!("two");', 'println!("three");'));
    await expect.poll(async () => (await lines()).map((line) => line.replaceAll(/\s+/g, ' ').trim())).toEqual(['one', 'two standard error', 'three']);
    await page.locator('lp-output .line', { hasText: 'two' }).click();
    await page.locator('lp-output .line[aria-selected="true"]', { hasText: 'two' }).waitFor();
    expect(await page.locator('lp-editor .cm-selected-step').innerText()).toContain('two');
    // By keyboard too.
    await page.locator('lp-output .lines').focus();
    await page.keyboard.press('ArrowUp');
    await page.locator('lp-output .line[aria-selected="true"]', { hasText: 'one' }).waitFor();
  });

  it('has what comes after the step only where the future is shown, and paler', async () => {
    await visitor.write(program('println!("one");', 'println!("two");'));
    await expect.poll(lines).toEqual(['one', 'two']);
    await page.locator('lp-output .line', { hasText: 'one' }).click();
    await expect.poll(lines).toEqual(['one']);
    await page.getByRole('button', { name: /^Future/ }).click();
    await expect.poll(lines).toEqual(['one', 'two']);
    expect(await page.locator('lp-output .later').allInnerTexts()).toEqual(['two']);
  });

  it('keeps its end in sight', async () => {
    await visitor.write(program('for i in 0..40 {', '    println!("line {i}");', '}'));
    await expect.poll(async () => (await lines()).length).toBe(40);
    const beyond = () =>
      page.locator('lp-output .line').last().evaluate((line) => line.getBoundingClientRect().bottom - line.parentElement!.getBoundingClientRect().bottom);
    await expect.poll(beyond).toBeLessThanOrEqual(1);
  });
});

describe('the guide', () => {
  const guide = () => page.locator('lp-guide .guide').innerText();

  it('says on the first visit what this is, and one thing to do', async () => {
    expect(await guide()).toMatch(/Leakproof runs[^]*Scenario 1 of 17[^]*Press Step \(or →\) to run the first line\./);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('says at the end what to try next, and goes to the next scenario', async () => {
    await visitor.last();
    await expect.poll(guide).toMatch(/Try next: /);
    await page.getByRole('button', { name: /^Next scenario: / }).first().click();
    await expect.poll(guide).toMatch(/Scenario 2 of 17[^]*Press Step/);
    await expectStep(0);
    await page.getByRole('button', { name: /^Previous scenario: / }).click();
    await expect.poll(guide).toMatch(/Scenario 1 of 17/);
  });

  it('is a strip of two lines where there is little room', async () => {
    await page.setViewportSize({ width: 1024, height: 768 });
    for (const step of [0, 3, await lastStep()]) {
      await go(step);
      expect((await page.locator('lp-guide').boundingBox())!.height).toBeLessThan(56);
    }
  });
});

describe('a program that does not end', () => {
  const PANELS = ['lp-step .what strong', 'lp-moment .all', 'lp-verdict .verdict > span', 'lp-output .lines', 'lp-timeline canvas'];

  it('leaves no panel at full strength that shows the program before', async () => {
    await visitor.write(program('println!("old");', 'let a = ManagedFile::create("a.txt")?;'));
    await page.locator('lp-output .line', { hasText: 'old' }).waitFor();
    /** Whether a panel is paler than usual and has no colours. */
    const strength = (selector: string) =>
      page.locator(selector).first().evaluate((element) => {
        let [isPale, isGrey] = [false, false];
        for (let node: Element | null = element; node; node = node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null) {
          const { opacity, filter } = getComputedStyle(node);
          isPale ||= Number(opacity) < 1;
          isGrey ||= filter === 'grayscale(1)';
        }
        return isPale && isGrey ? 'old' : isPale || isGrey ? 'neither' : 'full';
      });
    for (const panel of PANELS) await expect.poll(() => strength(panel), { message: panel }).toBe('full');
    await visitor.write('fn main() {\n    loop {}\n}\n');
    await page.locator('lp-notice .kill').waitFor();
    for (const panel of PANELS) expect(await strength(panel), panel).toBe('old');
    for (const panel of ['lp-step', 'lp-moment', 'lp-verdict', 'lp-output']) {
      expect(await page.locator(`${panel} lp-outdated span`).innerText(), panel).toBe('of an earlier version');
    }
    await page.locator('lp-notice .kill').click();
    for (const panel of PANELS.filter((each) => each !== 'lp-output .lines')) await expect.poll(() => strength(panel), { message: panel, timeout: 10_000 }).toBe('full');
  });
});

describe('the editor', () => {
  it('says how to leave it by keyboard while it has the focus, on narrow screens too', async () => {
    const hint = page.locator('lp-editor .leave');
    expect(await hint.isVisible()).toBe(false);
    for (const viewport of [{ width: 1280, height: 720 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(viewport);
      await page.locator('lp-editor .cm-content').click();
      await hint.waitFor();
      expect(await hint.innerText()).toBe('To leave the editor: Esc, then Tab');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      await hint.waitFor({ state: 'hidden' });
    }
  });

  it('shows characters that nobody sees as what they are', async () => {
    await visitor.write('fn main() {\n    // \u202e \u200b \u2066 \u{e0041}\n}\n');
    await expect.poll(() => page.locator('lp-editor .cm-hidden-character').allInnerTexts()).toEqual(['U+202E', 'U+200B', 'U+2066', 'U+E0041']);
  });

  it('goes to the end of the run when the text changes at the first step, and stays at any other', async () => {
    await visitor.write(FILE);
    await expect.poll(async () => [(await visitor.text()) === FILE, (await at()) === (await lastStep())]).toEqual([true, true]);
    await page.locator('lp-output .head', { hasText: `up to step ${await lastStep()}` }).waitFor();
    await go(2);
    await page.locator('lp-editor .cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('// changed\n');
    await expect.poll(async () => (await visitor.text()).includes('changed')).toBe(true);
    await expectStep(2);
  });
});

describe('everyone', () => {
  it('has one banner landmark', async () => {
    const banners = await page.evaluate(() => {
      const roots: (Document | ShadowRoot)[] = [document];
      let count = 0;
      for (const root of roots) {
        count += root.querySelectorAll('header, [role="banner"]').length;
        for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
      }
      return count;
    });
    expect(banners).toBe(1);
  });

  it.each(['light', 'dark'] as const)('finds no serious fault with axe in the panels, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await visitor.choose('05-panic');
    for (const step of [0, 12, await lastStep()]) {
      await go(step);
      expect(await visitor.faults()).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await visitor.faults()).toEqual([]);
  });

  it('shows the selected line in forced colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await go(3);
    const outline = () => page.locator('lp-editor .cm-selected-step').evaluate((line) => getComputedStyle(line).outlineStyle);
    await expect.poll(outline).toBe('solid');
  });
});
