/** What a person writes is theirs: it has a name, a list, and is lost neither by a scenario nor by a second tab. */
import { readFileSync } from 'node:fs';
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

/** What is typed at the beginning of the text. */
async function typeFirst(text: string): Promise<void> {
  await page.locator('lp-editor .cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
}

/** Opens the menu of own programs. */
async function open(on = page): Promise<void> {
  await on.getByRole('button', { name: 'My programs', exact: true }).click();
  await on.getByRole('dialog', { name: 'My programs' }).waitFor();
}

/** The names in the open menu. */
const names = (on = page) => on.locator('lp-programs li .name').allInnerTexts();

/** The names in the menu, which is opened and closed for this. */
async function listed(on = page): Promise<string[]> {
  await open(on);
  const found = await names(on);
  await on.keyboard.press('Escape');
  return found;
}

/** Presses a button of a program in the open menu. */
const act = (name: string, what: string) => page.getByRole('group', { name, exact: true }).getByRole('button', { name: what }).click();

const choose = (name: string) => page.locator('lp-programs .name', { hasText: name }).click();

const notice = () => page.locator('lp-notice .notice').innerText();

/** The innermost element that has the focus, as text. */
const focused = () =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });

/** Another tab of the same browser. */
async function secondTab(): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(visitor.site.address);
  await other.locator('lp-verdict .verdict').waitFor();
  return other;
}

describe('a changed scenario', () => {
  it('becomes a program of the person’s own, with a name, and the scenario stays as it was', async () => {
    await visitor.choose('05-panic');
    await typeFirst('/*mine*/ ');
    await eventually(visitor.name).toBe(`${titleOf('05-panic')} (mine)`);
    await visitor.choose('05-panic');
    await eventually(text).toBe(sourceOf('05-panic'));
    expect(await listed()).toEqual([`${titleOf('05-panic')} (mine)`]);
  });

  it('is not lost by choosing a scenario, and its undo history neither', async () => {
    await typeFirst('/*mine*/ ');
    await visitor.choose('09-abort');
    await eventually(text).toBe(sourceOf('09-abort'));
    await open();
    await choose('One file (mine)');
    await eventually(text).toBe(`/*mine*/ ${sourceOf('01-one-file')}`);
    await page.locator('lp-editor .cm-content').click();
    await page.keyboard.press('Control+z');
    await eventually(text).toBe(sourceOf('01-one-file'));
    await page.keyboard.press('Control+y');
    await eventually(text).toBe(`/*mine*/ ${sourceOf('01-one-file')}`);
  });

  it('is the scenario again when its text is', async () => {
    await typeFirst('x');
    await eventually(visitor.name).toBe('One file (mine)');
    await page.keyboard.press('Backspace');
    await eventually(visitor.name).toBe('One file');
    expect(await listed()).toEqual([]);
  });

  it('stays the person’s own when they have named it', async () => {
    await typeFirst('x');
    await open();
    await act('One file (mine)', 'Rename');
    await eventually(focused).toBe('New name');
    await page.keyboard.type('Kept');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('lp-editor .cm-content').click();
    await page.keyboard.press('Control+z');
    await eventually(text).toBe(sourceOf('01-one-file'));
    expect([await visitor.name(), await listed()]).toEqual(['Kept', ['Kept']]);
  });

  it('is there again after a reload that comes at once', async () => {
    await typeFirst('/*mine*/ ');
    await page.reload();
    await eventually(text).toBe(`/*mine*/ ${sourceOf('01-one-file')}`);
    expect(await visitor.name()).toBe('One file (mine)');
  });

  it('gives way to the first step of the scenario that is chosen next', async () => {
    await page.keyboard.press('ArrowRight');
    await eventually(async () => (await visitor.shown())['step']).toBe(1);
    await visitor.choose('05-panic');
    await eventually(async () => (await visitor.shown())['step']).toBe(0);
  });
});

describe('the list', () => {
  it('renames in place, by keyboard, and Esc leaves the name as it was', async () => {
    await typeFirst('x');
    await page.getByRole('button', { name: 'My programs', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await eventually(focused).toBe('New program');
    await page.keyboard.press('End');
    expect(await focused()).toBe('One file (mine)');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(focused).toBe('New name');
    await page.keyboard.type('something else');
    await page.keyboard.press('Escape');
    await eventually(focused).toBe('One file (mine)');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(focused).toBe('New name');
    await page.keyboard.type('<b>Mine</b>');
    await page.keyboard.press('Enter');
    await eventually(focused).toBe('<b>Mine</b>');
    await eventually(visitor.name).toBe('<b>Mine</b>');
    await page.keyboard.press('Escape');
    await eventually(focused).toBe('My programs');
  });

  it('copies a program', async () => {
    await typeFirst('x');
    await open();
    await act('One file (mine)', 'Copy');
    await eventually(names).toEqual(['One file (mine) copy', 'One file (mine)']);
    await choose('One file (mine) copy');
    await typeFirst('y');
    await visitor.choose('05-panic');
    await open();
    await page.locator('lp-programs .name', { hasText: /^\s*One file \(mine\)\s*$/ }).click();
    await eventually(text).toBe(`x${sourceOf('01-one-file')}`);
  });

  it('deletes a program, which can be undone', async () => {
    await typeFirst('x');
    await open();
    await act('One file (mine)', 'Delete');
    await page.getByText('“One file (mine)” is deleted.').waitFor();
    await eventually(focused).toBe('Undo');
    await eventually(text).toBe(sourceOf('01-one-file'));
    await page.keyboard.press('Enter');
    await eventually(names).toEqual(['One file (mine)']);
    await eventually(text).toBe(`x${sourceOf('01-one-file')}`);
    await act('One file (mine)', 'Delete');
    await page.keyboard.press('Escape');
    await page.reload();
    expect(await listed()).toEqual([]);
  });

  it('downloads a program as it is now', async () => {
    await typeFirst('x');
    await open();
    const [download] = await Promise.all([page.waitForEvent('download'), act('One file (mine)', 'Download')]);
    expect(download.suggestedFilename()).toBe('One-file-mine.rs');
    expect(readFileSync(await download.path(), 'utf8')).toBe(`x${sourceOf('01-one-file')}`);
  });

  it('begins a new program', async () => {
    await open();
    await page.getByRole('button', { name: 'New program' }).click();
    await eventually(visitor.name).toBe('New program');
    await eventually(text).toContain('fn main()');
    expect(await listed()).toEqual(['New program']);
  });

  it('says what it is for while it is empty, and is reached and left by keyboard', async () => {
    await page.getByRole('button', { name: 'My programs', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Change a scenario, and your version of it appears here.').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('New program');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('My programs');
  });

  it('has no serious fault for axe, on a narrow screen neither', async () => {
    await typeFirst('/*mine*/ ');
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await open();
      await act('One file (mine)', 'Copy');
      await act('One file (mine) copy', 'Delete');
      await act('One file (mine)', 'Rename');
      expect(await visitor.faults()).toEqual([]);
      const box = (await page.getByRole('dialog', { name: 'My programs' }).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
  });
});

describe('files', () => {
  const FILES = {
    good: { name: 'torn.rs', mimeType: 'text/x-rust', buffer: Buffer.from('fn main() {\r\n}\r\n') },
    binary: { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]) },
    large: { name: 'large.rs', mimeType: 'text/plain', buffer: Buffer.alloc(100_001, 'x') },
  };

  async function openFile(file: keyof typeof FILES): Promise<void> {
    await open();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open a file…' }).click()]);
    await chooser.setFiles(FILES[file]);
  }

  /** Drags a file over the editor, or drops it there. */
  const drag = (type: 'dragenter' | 'dragover' | 'drop' | 'dragleave', file: keyof typeof FILES) => {
    const { name, buffer } = FILES[file];
    return page.locator('lp-editor .cm-content').evaluate(
      (target, { type, name, bytes }) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
        const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
        target.dispatchEvent(event);
        return event.defaultPrevented;
      },
      { type, name, bytes: [...buffer] },
    );
  };

  it('open as programs of the person’s own', async () => {
    await openFile('good');
    await eventually(text).toBe('fn main() {\n}\n');
    expect([await visitor.name(), await listed()]).toEqual(['torn', ['torn']]);
  });

  it.each([
    ['binary', 'photo.png is not a text file.'],
    ['large', 'large.rs has 100,001 bytes, and a program may have at most 100,000.'],
  ] as const)('that are %s are refused with a sentence', async (file, sentence) => {
    await openFile(file);
    await eventually(notice).toContain(sentence);
    expect(await visitor.text()).toBe(sourceOf('01-one-file'));
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await listed()).toEqual([]);
  });

  it('open when they are dropped onto the page, which shows where', async () => {
    const zone = page.getByText('Drop a Rust file here to open it');
    await drag('dragenter', 'good');
    await zone.waitFor();
    await drag('dragleave', 'good');
    await zone.waitFor({ state: 'detached' });
    await drag('dragenter', 'good');
    expect(await drag('dragover', 'good')).toBe(true);
    expect(await drag('drop', 'good')).toBe(true);
    await zone.waitFor({ state: 'detached' });
    await eventually(text).toBe('fn main() {\n}\n');
    await eventually(visitor.name).toBe('torn');
  });
});

describe('two tabs', () => {
  /** The first words of all programs in the storage. */
  const firstWords = () =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('leakproof.program.'))
        .map(([, record]) => (JSON.parse(record as string) as { source: string }).source.split(' ')[0]),
    );

  it('do not overwrite each other', async () => {
    await typeFirst('/*first*/ ');
    await visitor.page.reload();
    await eventually(visitor.name).toBe('One file (mine)');
    const other = await secondTab();
    const otherName = () => other.locator('.head > .name').innerText();
    await eventually(otherName).toBe('One file (mine)');
    await other.locator('lp-editor .cm-content').click();
    await other.keyboard.press('Control+Home');
    await other.keyboard.type('/*theirs*/ ');
    await typeFirst('/*mine*/ ');
    await eventually(async () => [await visitor.name(), await otherName()].sort()).toEqual([
      'One file (mine)',
      'One file (mine) (other tab)',
    ]);
    await eventually(() => listed()).toHaveLength(2);
    expect((await firstWords()).sort()).toEqual(['/*mine*/', '/*theirs*/']);
  });

  it('say so', async () => {
    await typeFirst('/*first*/ ');
    await visitor.page.reload();
    const other = await secondTab();
    await other.locator('lp-editor .cm-content').click();
    await other.keyboard.press('Control+Home');
    await other.keyboard.type('/*theirs*/ ');
    await eventually(firstWords).toEqual(['/*theirs*/']);
    await typeFirst('/*mine*/ ');
    await eventually(notice).toContain('your text is kept as “One file (mine) (other tab)”');
  });

  it('list what the other keeps, at once', async () => {
    const other = await secondTab();
    await open(other);
    await typeFirst('x');
    await eventually(() => names(other)).toEqual(['One file (mine)']);
    await open();
    await act('One file (mine)', 'Delete');
    await eventually(() => names(other)).toEqual([]);
  });
});

describe('a storage', () => {
  const edit = async () => {
    await typeFirst('x');
    await eventually(visitor.name).toBe('One file (mine)');
  };

  it('that is full is reported once, with what to do, and the page goes on', async () => {
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
        if (key.startsWith('leakproof.program.')) throw new DOMException('full', 'QuotaExceededError');
        setItem.call(this, key, value);
      };
    });
    await page.reload();
    await edit();
    await eventually(notice).toMatch(/storage for this page is full[^.]*download it[^.]*or delete programs[^.]*\./);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('lp-editor .cm-content').click();
    await page.keyboard.type('y');
    await visitor.choose('05-panic');
    await open();
    await page.getByText('not kept after you close the page').waitFor();
    expect(await page.locator('lp-notice .notice').count()).toBe(0);
    await choose('One file (mine)');
    await eventually(text).toContain('//@ title: One file');
  });

  it('that is refused is reported once, and the text survives a reload in the address', async () => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
    });
    await page.reload();
    await edit();
    await eventually(notice).toMatch(/The browser keeps nothing for this page[^.]*download it[^.]*\./);
    expect(await listed()).toEqual(['One file (mine)']);
    await eventually(async () => page.url()).toContain('#1.rust.');
    await page.reload();
    await eventually(text).toBe(`x${sourceOf('01-one-file')}`);
  });
});
