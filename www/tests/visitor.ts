/** What the specs of the page share: a fresh page for each test, and what a person does and sees there. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { Site, type Opened } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Milliseconds within which the page has to have done what a person asked for; runs are killed after two seconds. */
const PATIENCE = 15_000;

export class Visitor {
  #site!: Site;
  opened!: Opened;

  /** Opens a page for each test of the file that calls this, and holds it to a quiet console. */
  constructor() {
    beforeAll(async () => {
      this.#site = await Site.open();
    });
    afterAll(() => this.#site.close());
    beforeEach(async () => {
      this.opened = await this.#site.visit();
    });
    afterEach(async () => {
      await this.opened.close();
      expect(this.opened.complaints, 'in the console').toEqual([]);
      expect(this.opened.strangers, 'requests to elsewhere').toEqual([]);
    });
  }

  get site(): Site {
    return this.#site;
  }

  get page(): Page {
    return this.opened.page;
  }

  /** The run in one sentence. */
  verdict = async (): Promise<string> => {
    const text = await this.page.locator('lp-verdict .verdict').innerText();
    return text.replaceAll(/, go to step \d+/g, '').replaceAll(/\s+/g, ' ').trim();
  };

  /** Waits until the verdict is that. */
  async expectVerdict(verdict: string | RegExp): Promise<void> {
    const poll = expect.poll(this.verdict, { timeout: PATIENCE, interval: 20 });
    await (typeof verdict === 'string' ? poll.toBe(verdict) : poll.toMatch(verdict));
  }

  /** Chooses a scenario by the name of its file. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Scenarios', exact: true }).click();
    await this.page.locator(`lp-app [data-scenario="${name}"]`).click();
    await this.page.locator('lp-verdict lp-outdated span').waitFor({ state: 'detached' });
  }

  /** The name of the open program. */
  name = (): Promise<string> => this.page.locator('.head > .name').innerText();

  /** What is shown of the open program, as the session has it. */
  shown = (): Promise<Record<string, unknown>> =>
    this.page.evaluate(() => {
      const { state } = document.querySelector('lp-app')!.session;
      const { step, timeline } = state.look.get();
      const [panics, hidden, form, disk] = [state.panics.get(), state.hidden.get(), state.form.get(), state.disk.get()];
      return { step, axis: timeline.axis, zoom: timeline.part, panics, hidden, form, disk: disk && disk.length };
    });

  /** Puts a text into the editor in place of what is there. */
  async write(text: string): Promise<void> {
    await this.page.locator('lp-editor .cm-content').click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  /** What is in the editor, in sight, folded or not. */
  text(): Promise<string> {
    return this.page.locator('lp-app lp-editor .cm-content').evaluate((content) => {
      const { cmTile } = content as HTMLElement & { cmTile: { root: { view: { state: { doc: { toString(): string } } } } } };
      return cmTile.root.view.state.doc.toString();
    });
  }

  /** Says what a panic does. */
  async panics(what: 'unwind' | 'abort' | 'both'): Promise<void> {
    await this.run(this.page.getByRole('radio', { name: what, exact: true }));
    await this.page.keyboard.press('Escape');
  }

  /** Presses something in the menu *Run …*. */
  async run(item: Locator): Promise<void> {
    await this.page.getByRole('button', { name: 'Run …', exact: true }).click();
    await item.click();
  }

  /** Goes to the last step. */
  last(): Promise<void> {
    return this.step('Last step');
  }

  /** Presses one of the step buttons. */
  step(name: 'First step' | 'Step back' | 'Step' | 'Last step'): Promise<void> {
    const named = name === 'Step' ? /^Step( forward)?$/ : name;
    return this.page.locator('lp-steps').getByRole('button', { name: named, exact: true }).click();
  }

  /** Shows the run as its timeline, as the log or as the table. */
  showAs(form: 'Timeline' | 'Log' | 'Table'): Promise<void> {
    return this.page.locator('lp-steps').getByRole('button', { name: form, exact: true }).click();
  }

  /** Opens the menu *Export*. */
  openExport(): Promise<void> {
    return this.page.getByRole('button', { name: 'Export', exact: true }).click();
  }

  /** The run as a text, copied by the button for that; a line an event, with single spaces. */
  async transcript(): Promise<string[]> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.openExport();
    await this.page.locator('[data-form="transcript"]').click();
    const read = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read, { timeout: PATIENCE }).not.toBe('');
    return (await read()).trimEnd().split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '));
  }

  /** What keeps people from using the page as it is now, as far as axe can tell. */
  async faults(): Promise<string[]> {
    await this.page.evaluate(AXE);
    const found = await this.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }> };
      };
      return (await axe.run()).violations;
    });
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  }

  /** What the disk holds at the selected step: the text of a file, or null if it is not there. */
  async file(path: string): Promise<string | null> {
    const file = this.page.locator('lp-moment .file').filter({ has: this.page.locator(`.name:text-is("${path}")`) });
    if ((await file.count()) === 0) return null;
    const text = file.locator('pre');
    return (await text.count()) ? await text.innerText() : '';
  }
}
