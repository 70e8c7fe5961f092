/** The address holds what is on the screen; back and forward, links that are pasted, torn, hostile, copied. */
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { sourceOf, titleOf } from './scenarios.ts';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();
let page: Page;

beforeEach(() => {
  ({ page } = visitor);
});

const text = () => visitor.text();

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000, interval: 20 });

const pack = (program: string | Uint8Array) => deflateRawSync(program).toString('base64url');

const PROGRAM = 'use leakproof::prelude::*;\nfn main() -> Result<()> {\n    let a = ManagedFile::create("a.txt")?;\n    a.close()\n}\n';

/** The part of the address after `#`. */
const fragment = async (on = page) => new URL(on.url()).hash.slice(1);

/** Puts a link into the address of the open tab, as one pastes it there. */
const paste = (link: string) => page.evaluate((link) => void (location.hash = link), link);

/** How many entries the tab's history has. */
const entries = () => page.evaluate(() => history.length);

const notice = () => page.locator('lp-notice .notice').innerText();

/** Somebody else's browser, into which a link is put. */
async function elsewhere(link: string): Promise<Page> {
  const context = await page.context().browser()!.newContext({ viewport: { width: 1280, height: 720 } });
  const other = await context.newPage();
  await other.goto(`${visitor.site.address}#${link}`);
  await other.locator('lp-verdict .verdict').waitFor();
  return other;
}

/** Everything in the storage of a page, as one text. */
const storage = (on: Page) => on.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

async function typeFirst(what: string, on = page): Promise<void> {
  await on.locator('lp-editor .cm-content').click();
  await on.keyboard.press('Control+Home');
  await on.keyboard.type(what);
}

describe('the address', () => {
  it('is the bare name of an unchanged scenario', async () => {
    await eventually(fragment).toBe('01-one-file');
    await visitor.choose('05-panic');
    await eventually(fragment).toBe('05-panic');
  });

  it('holds the text of a changed one', async () => {
    await visitor.write(PROGRAM);
    // A change at the first step goes to the last one.
    await eventually(fragment).toMatch(/^1\.rust\.[\w-]+&step=last$/);
    await eventually(async () => (await fragment()).slice(7)).not.toBe('');
    const other = await elsewhere(await fragment());
    await eventually(() => other.locator('lp-editor .cm-content').innerText()).toContain('a.close()');
    await other.context().close();
  });

  it('follows step, axis, zoom and what else is shown, without an entry for each', async () => {
    await eventually(fragment).toBe('01-one-file');
    const before = await entries();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 't', '+']) await page.keyboard.press(key);
    await eventually(fragment).toMatch(/^01-one-file&step=3&axis=time&zoom=[\d.]+-[\d.]+$/);
    await page.keyboard.press('End');
    await eventually(fragment).toMatch(/^01-one-file&step=last&axis=time/);
    expect(await entries()).toBe(before);
  });

  it.each([
    '05-panic&step=7',
    '05-panic&step=last&hidden=0',
    '09-abort&axis=time&zoom=3-900.5',
    '05-panic&step=4&panics=abort',
    '14-torn-checkpoint&panics=both&hidden=0&form=table',
    '03-error&form=log',
  ])('brings back what it holds: %s', async (link) => {
    const other = await elsewhere(link);
    await eventually(() => other.evaluate(() => document.querySelector('lp-app')!.session.state.run.get() !== null)).toBe(true);
    await other.keyboard.press('ArrowRight');
    await other.keyboard.press('ArrowLeft');
    await eventually(() => fragment(other)).toBe(link);
    await other.context().close();
  });

  it('holds the disk that the program begins on', async () => {
    await visitor.write('use leakproof::prelude::*;\nfn main() -> Result<()> {\n    ManagedFile::append("log")?.write("+")\n}\n');
    await page.keyboard.press('Escape');
    await eventually(() => page.evaluate(() => document.querySelector('lp-app')!.session.state.diagnostics.get().length)).toBe(0);
    await page.evaluate(() => document.querySelector('lp-app')!.session.commands.startAgain());
    await eventually(fragment).toContain('&disk=');
    const other = await elsewhere(await fragment());
    const runs = () => other.evaluate(() => document.querySelector('lp-app')!.session.state.run.get()?.runsOnDisk);
    await eventually(runs).toBe(1);
    await other.context().close();
  });

  it('names the entry in the browser’s history', async () => {
    await visitor.choose('05-panic');
    await eventually(() => page.title()).toBe(`${titleOf('05-panic')} · Leakproof`);
  });
});

describe('back and forward', () => {
  it('move between programs, each with its text and its step', async () => {
    await typeFirst('/*mine*/ ');
    await eventually(fragment).toContain('&step=last');
    await page.keyboard.press('Shift+F8');
    await page.keyboard.press('Shift+F8');
    await eventually(async () => (await visitor.shown())['step']).toBe(21);
    await visitor.choose('05-panic');
    await eventually(fragment).toBe('05-panic');
    await visitor.choose('09-abort');
    await eventually(fragment).toBe('09-abort');
    await page.goBack();
    await eventually(text).toBe(sourceOf('05-panic'));
    await page.goBack();
    await eventually(text).toBe(`/*mine*/ ${sourceOf('01-one-file')}`);
    expect([await visitor.name(), (await visitor.shown())['step']]).toEqual(['One file (mine)', 21]);
    await page.goForward();
    await page.goForward();
    await eventually(text).toBe(sourceOf('09-abort'));
  });

  it('bring one’s own program as it is now, not as it was', async () => {
    await typeFirst('/*one*/ ');
    await eventually(fragment).toContain('1.rust.');
    await visitor.choose('05-panic');
    await page.getByRole('button', { name: 'My programs', exact: true }).click();
    await page.locator('lp-programs .name', { hasText: 'One file (mine)' }).click();
    await eventually(visitor.name).toBe('One file (mine)');
    await typeFirst('/*two*/ ');
    await eventually(fragment).toContain('1.rust.');
    await page.goBack();
    await eventually(text).toBe(sourceOf('05-panic'));
    await page.goBack();
    await eventually(text).toBe(`/*two*/ /*one*/ ${sourceOf('01-one-file')}`);
  });

  it('go from a link to what was there', async () => {
    await eventually(fragment).toBe('01-one-file');
    await paste(`1.rust.${pack(PROGRAM)}`);
    await eventually(text).toBe(PROGRAM);
    await page.goBack();
    await eventually(text).toBe(sourceOf('01-one-file'));
    await page.goForward();
    await eventually(text).toBe(PROGRAM);
  });
});

describe('a link', () => {
  it('opens in the tab that is open', async () => {
    await paste('05-panic&step=3&hidden=0');
    await eventually(text).toBe(sourceOf('05-panic'));
    expect(await visitor.shown()).toMatchObject({ step: 3, hidden: false });
    await paste(`1.rust.${pack(PROGRAM)}&step=last`);
    await eventually(text).toBe(PROGRAM);
    await eventually(async () => (await visitor.shown())['step']).toBe(null);
  });

  it('leaves nothing in the storage until the person changes its program', async () => {
    const link = `1.rust.${pack(PROGRAM)}`;
    const other = await elsewhere(link);
    await other.keyboard.press('ArrowRight');
    await eventually(() => fragment(other)).toMatch(/&step=1$/);
    await other.reload();
    await eventually(() => other.locator('lp-editor .cm-content').innerText()).toContain('a.close()');
    expect(await storage(other)).toBe('[{},{}]');
    await typeFirst('/*mine*/ ', other);
    await eventually(() => storage(other)).toContain('leakproof.program.');
    await other.context().close();
  });

  it('does not change what the person left', async () => {
    await typeFirst('/*mine*/ ');
    await eventually(visitor.name).toBe('One file (mine)');
    await paste(`1.rust.${pack(PROGRAM)}`);
    await eventually(text).toBe(PROGRAM);
    const other = await page.context().newPage();
    await other.goto(visitor.site.address);
    await eventually(() => other.locator('lp-editor .cm-content').innerText()).toContain('/*mine*/');
  });

  it('runs with the powers of a typed program, whatever is in it', async () => {
    const hostile = [
      '//@ title: <img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`',
      '//@ say: <script>window.hacked=1</script>',
      '//@ file <b>x</b>: <script>window.hacked=1</script>',
      '//@ file __proto__: x',
      '//@ handles: 9999999999999999999999',
      'use leakproof::prelude::*;',
      'fn main() -> Result<()> {',
      '    let mut a = ManagedFile::create("<img src=x onerror=window.hacked=1>")?;',
      '    a.write("<script>window.hacked=1</script>")?;',
      '    println!("<script>window.hacked=1</script> \u202e {{constructor}}");',
      '    a.close()',
      '}',
      '',
    ].join('\n');
    await paste(`1.rust.${pack(hostile)}&step=last&hidden=0`);
    await eventually(text).toContain('window.hacked');
    await eventually(visitor.name).toContain('<script>window.hacked=1</script>');
    await typeFirst('/*mine*/ ');
    await eventually(visitor.name).toContain('(mine)');
    await page.getByRole('button', { name: 'My programs', exact: true }).click();
    await page.locator('lp-programs .name').waitFor();
    for (const form of ['log', 'table', 'picture'] as const) {
      await page.evaluate((form) => document.querySelector('lp-app')!.session.state.form.set(form), form);
    }
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.evaluate(() => document.querySelector('lp-app')!.shadowRoot!.querySelectorAll('img, script').length)).toBe(0);
    expect(await page.evaluate(() => 'x' in Object.prototype)).toBe(false);
  });

  it.each([
    ['torn', `1.rust.${pack(PROGRAM).slice(0, 60)}`, /^This link is damaged/],
    ['followed by something else', `1.rust.${Buffer.concat([deflateRawSync(PROGRAM), Buffer.from('more')]).toString('base64url')}`, /^This link is damaged/],
    ['from a later version', '2.rust.abc', /^This link comes from a later version of Leakproof/],
    ['of a scenario that is not there', '99-nothing', /^This link names a scenario that is not on this page/],
    ['no UTF-8', `1.rust.${pack(Uint8Array.of(0x61, 0xff))}`, /^This link is damaged/],
    ['longer than a program may be', `1.rust.${pack('x'.repeat(100_001))}`, /^The program in this link is too long: a program may have at most 100,000 bytes/],
    ['with a number out of range', '05-panic&step=99999999999', /^The step in this link is not possible/],
  ])('that is %s gets one sentence, and what was there stays', async (_, link, sentence) => {
    await visitor.write(PROGRAM);
    await eventually(fragment).toMatch(/^1\.rust\./);
    await page.keyboard.press('F8');
    await eventually(fragment).toMatch(/&step=/);
    const before = [await text(), await fragment(), await visitor.name(), await visitor.shown()];
    await paste(link);
    await eventually(notice).toMatch(sentence);
    expect((await notice()).split('\n')[0]!.match(/\.( |$)/g)).toHaveLength(1);
    await eventually(async () => [await text(), await fragment(), await visitor.name(), await visitor.shown()]).toEqual(before);
  });

  it('that is torn opens the page as without it', async () => {
    const other = await elsewhere('1.rust.torn');
    await eventually(() => other.locator('lp-notice .notice').innerText()).toMatch(/^This link is damaged/);
    expect(await other.locator('.head > .name').innerText()).toBe('One file');
    await other.context().close();
  });

  it('that is a bomb is given up before it fills the memory', async () => {
    await page.evaluate(() => {
      const Real = DecompressionStream;
      const counted = { bytes: 0 };
      class Counting {
        readonly writable: WritableStream<BufferSource>;
        readonly readable: ReadableStream<Uint8Array>;
        constructor(format: CompressionFormat) {
          const real = new Real(format);
          const counter = new TransformStream<Uint8Array, Uint8Array>({
            transform(piece, out) {
              counted.bytes += piece.length;
              out.enqueue(piece);
            },
          });
          this.writable = real.writable;
          this.readable = real.readable.pipeThrough(counter);
        }
      }
      Object.assign(window, { DecompressionStream: Counting, counted });
    });
    const bomb = pack(new Uint8Array(80_000_000));
    expect(bomb.length).toBeLessThan(110_000);
    await paste(`1.rust.${bomb}`);
    await eventually(notice).toMatch(/^The program in this link is too long/);
    expect(await page.evaluate(() => (window as unknown as { counted: { bytes: number } }).counted.bytes)).toBeLessThan(1_000_000);
  });
});

describe('Copy link', () => {
  const copy = () => page.getByRole('button', { name: 'Copy link' }).click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const said = () => page.locator('lp-share [role=status]').innerText();
  /** A comment that cannot be packed any smaller. */
  const noise = (length: number) => {
    let state = 7;
    const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 26;
    return Array.from({ length }, () => String.fromCharCode(59 + next())).join('').replaceAll(/[\\{}/]/g, '.');
  };

  it('copies the address at this moment, and says how long it is', async () => {
    await visitor.choose('05-panic');
    await page.keyboard.press('ArrowRight');
    await eventually(async () => (await visitor.shown())['step']).toBe(1);
    await copy();
    const link = `${visitor.site.address}#05-panic&step=1`;
    await eventually(clipboard).toBe(link);
    await eventually(said).toBe(`Link copied. It has ${link.length} characters.`);
    await page.locator('lp-share [popover]:popover-open').waitFor();
  });

  it('warns above 2,000 characters', async () => {
    await visitor.write(`${PROGRAM}// ${noise(3000)}\n`);
    await copy();
    await eventually(said).toMatch(/^Link copied\. It has [2-4],\d{3} characters, and some chats cut a link after 2,000: there, download/);
    expect((await clipboard()).length).toBeGreaterThan(2000);
  });

  it('shows the link, selected, where the clipboard is refused', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    });
    await visitor.choose('05-panic');
    await eventually(fragment).toBe('05-panic');
    await copy();
    const dialog = page.getByRole('dialog', { name: 'Copy this text' });
    await dialog.waitFor();
    const area = dialog.getByRole('textbox');
    const selected = await area.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(selected).toBe(`${visitor.site.address}#05-panic`);
    expect(await dialog.innerText()).toContain('characters.');
    expect(await visitor.faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('lp-copy').count()).toBe(0);
  });

  it('has the same way out for the transcript', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    });
    await visitor.openExport();
    await page.locator('[data-form="transcript"]').first().click();
    const area = page.getByRole('dialog', { name: 'Copy this text' }).getByRole('textbox');
    await eventually(() => area.inputValue()).toContain('metrics.csv');
  });
});
