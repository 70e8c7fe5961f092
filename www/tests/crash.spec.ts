/**
 * Programs that die, in a real Chromium and in both builds: the journal to its last event, what the
 * world closes, what is left on the disk, and the run after.
 */
import { describe, expect, it } from 'vitest';
import { Visitor } from './visitor.ts';

const visitor = new Visitor();

/** A program with a file that has 5 bytes on the disk and 6 in its buffer, when it comes to its end. */
const program = (end: string, items = '') => `use leakproof::prelude::*;
${items}
fn main() {
    let mut file = ManagedFile::create("a.txt").unwrap();
    file.write("kept.").unwrap();
    file.flush().unwrap();
    file.write("losing").unwrap();
    let _lock = ManagedLock::exclusive("train.lock").unwrap();
    ${end}
}
`;

const BREAKS = `struct Breaks;
impl Drop for Breaks {
    fn drop(&mut self) {
        panic!("in drop");
    }
}`;

interface Death {
  readonly source: string;
  /** The last event of its own that its journal has. */
  readonly last: RegExp;
  /** What the journal says it died of. */
  readonly of: RegExp;
  /** What the page says of its instance. */
  readonly notice: RegExp;
}

const SPOT = /died, and its WebAssembly instance with it/;
const LOCKED = /`_lock` owns the lock `train\.lock` from here on\.$/;

/** The verdict of {@link program} where it ends before its files are closed, and where it ends normally. */
const DEAD = /^The program (aborted|was killed) with 1 file and 1 lock open\. 6 bytes were lost\.$/;
const ALIVE = '1 file and 1 lock were closed.';

/** Each cause, in a build that unwinds and in one that aborts. */
const CAUSES: Readonly<Record<string, Readonly<Record<'unwind' | 'abort', Death>>>> = {
  abort: both({
    source: program('std::process::abort();'),
    last: LOCKED,
    of: /The program aborted: `process::abort` was called\.$/,
    notice: SPOT,
  }),
  'a panic in drop while a panic unwinds': {
    unwind: {
      source: program('let _breaks = Breaks;\n    panic!("first");', BREAKS),
      last: /Rust reported the panic on standard error: `thread caused non-unwinding panic\. aborting\.`\.$/,
      of: /The program aborted: a panic left `drop` of `Breaks` while a panic was unwinding\.$/,
      notice: SPOT,
    },
    // With `panic = "abort"` the first of two panics is the last.
    abort: {
      source: program('let _breaks = Breaks;\n    panic!("first");', BREAKS),
      last: /Rust reported the panic on standard error: `thread 'main' panicked at main\.rs:15:5`\.$/,
      of: /The program aborted: a panic, and `panic = "abort"`\.$/,
      notice: SPOT,
    },
  },
  'a full stack': both({
    source: program('println!("{}", deeper(0));', 'fn deeper(n: u64) -> u64 { 1 + deeper(n + 1) }'),
    last: /`deeper` begins\.$|owns the lock/,
    of: /The program aborted: the stack overflowed \(it has 1 MiB\); look for a function that calls itself without end\.$/,
    notice: /stack overflowed\. That ended the program and its WebAssembly instance/,
  }),
  'a full memory': both({
    source: program('let mut all = Vec::new();\n    loop {\n        all.push("x".repeat(8_000_000));\n    }'),
    last: /`loop`.* begins\.$|owns the lock/,
    of: /The program aborted: the memory ran out \(it has 128 MiB\); keep less at a time\.$/,
    notice: SPOT,
  }),
  'being killed, because it does not end': both({
    source: program('loop {}'),
    last: LOCKED,
    of: /The program was killed: it did not end within 2 seconds; what it did in its last moments was not recorded\.$/,
    notice: /did not end, so it was killed from outside/,
  }),
};

function both(death: Death) {
  return { unwind: death, abort: death };
}

/** What a dead program has left. */
async function expectDeath({ last, of, notice }: Omit<Death, 'source'>): Promise<void> {
  await visitor.expectVerdict(DEAD);
  expect(await visitor.page.locator('lp-notice .notice').innerText()).toMatch(notice);
  const lines = await visitor.transcript();
  const end = lines.findIndex((line) => of.test(line));
  expect(end, lines.slice(-8).join('\n')).toBeGreaterThan(0);
  expect(lines[end - 1]).toMatch(last);
  const after = lines.slice(end + 1).map((line) => line.replace(/^.*?(?=`|The)/, ''));
  expect(after, lines.join('\n')).toEqual([
    '`a.txt` was never closed.',
    'The lock `train.lock` was never freed.',
    'The system closed `a.txt`; 6 bytes were lost.',
    'The system freed the lock `train.lock`.',
  ]);
  await visitor.page.locator('lp-moment h2', { hasText: /^Scopes never left$/ }).waitFor();
  expect(await visitor.file('a.txt')).toBe('kept.');
  const closed = visitor.page.locator('lp-moment .closed li').filter({ hasText: 'a.txt' });
  expect(await closed.innerText()).toMatch(/closed by the system, after the program · 6 bytes lost/);
}

/** The run after a death finds nothing of it. */
async function expectCleanRun(): Promise<void> {
  await visitor.write(program('drop(file);'));
  await visitor.expectVerdict(ALIVE);
  expect(await visitor.page.locator('lp-notice .notice').count()).toBe(0);
}

for (const panics of ['unwind', 'abort'] as const) {
  describe(`with panic = "${panics}"`, () => {
    it.each(Object.keys(CAUSES))('a program dies of %s', async (cause) => {
      const death = CAUSES[cause]![panics];
      await visitor.panics(panics);
      await visitor.write(death.source);
      await expectDeath(death);
      await expectCleanRun();
    });
  });
}

it('a program that does not end is killed when the person says so', async () => {
  await visitor.write(program('loop {}'));
  await visitor.page.getByRole('button', { name: 'Kill it' }).click({ timeout: 15_000 });
  await expectDeath({ last: LOCKED, of: /The program was killed/, notice: /killed from outside/ });
  await expectCleanRun();
});

it('the journal of a program that was killed goes on until shortly before', async () => {
  await visitor.write(program('let mut n = 0u64;\n    loop {\n        n += 1;\n        if n % 200_000 == 0 {\n            file.write("x").unwrap();\n        }\n    }'));
  await visitor.expectVerdict(/^The program was killed with 1 file and 1 lock open\./);
  const lines = await visitor.transcript();
  const written = lines.filter((line) => /`file` buffered 1 byte: `x`/.test(line)).length;
  // It came in many batches, over two seconds.
  expect(written).toBeGreaterThan(1);
  expect(lines.at(-2)).toMatch(new RegExp(`The system closed \`a\\.txt\`; ${6 + written} bytes were lost\\.$`));
});

it('a program that does not end is given up when another is written', async () => {
  await visitor.write(program('loop {}'));
  await visitor.page.getByRole('button', { name: 'Kill it' }).waitFor({ timeout: 15_000 });
  await expectCleanRun();
});

describe('a panic', () => {
  const PANICS = program('panic!("broken");');
  const UNWOUND = 'A panic ended the program. 1 file and 1 lock were closed on the way.';

  it('unwinds in one build and kills in the other', async () => {
    await visitor.write(PANICS);
    await visitor.expectVerdict(UNWOUND);
    await visitor.panics('abort');
    await expectDeath({ last: /Rust reported the panic on standard error: `thread 'main' panicked at main\.rs:9:5`\.$/, of: /The program aborted: a panic, and `panic = "abort"`\.$/, notice: SPOT });
    await visitor.panics('unwind');
    await visitor.expectVerdict(UNWOUND);
    await expectCleanRun();
  });

  it('shows both, one above the other, and says who released what', async () => {
    await visitor.write(PANICS);
    // The choices are walked with the arrows.
    await visitor.run(visitor.page.getByRole('radio', { name: 'unwind', exact: true }));
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.keyboard.press('Escape');
    const beside = visitor.page.locator('lp-beside');
    await beside.locator('canvas').waitFor();
    await visitor.expectVerdict(UNWOUND);
    expect(await visitor.faults()).toEqual([]);
    expect(await beside.locator('.verdict').innerText()).toMatch(DEAD);
    // A press on the lower timeline selects a step of both.
    const { width } = (await beside.locator('canvas').boundingBox())!;
    await beside.locator('canvas').click({ position: { x: width / 2, y: 30 } });
    const middle = Math.round(Number(await visitor.page.locator('lp-steps input').getAttribute('max')) / 2);
    await expect.poll(() => visitor.page.locator('lp-steps input').inputValue()).toBe(String(middle));
    await visitor.last();
    await visitor.showAs('Table');
    const row = beside.getByRole('row').filter({ hasText: 'a.txt' });
    const cells = (await row.innerText()).split('\t').map((cell) => cell.trim());
    expect(cells[0]).toBe('a.txt');
    expect(cells[1]).toContain('by its guard, during unwinding');
    expect(cells[2]).toMatch(/by the system.*6 bytes lost/);
  });
});

it('the steps stay at hand where two timelines are longer than the screen', async () => {
  const { page } = visitor;
  await page.setViewportSize({ width: 390, height: 844 });
  await visitor.write(program('panic!("broken");'));
  await visitor.panics('both');
  await page.locator('lp-beside canvas').waitFor();
  const bottom = async () => {
    const box = (await page.locator('lp-steps').boundingBox())!;
    return box.y + box.height;
  };
  expect(await bottom()).toBeLessThanOrEqual(844);
  await page.locator('lp-beside canvas').scrollIntoViewIfNeeded();
  expect(await bottom()).toBeLessThanOrEqual(844);
});

it('a program that lives runs to the same end in both builds', async () => {
  const { page } = visitor;
  await visitor.write(program('file.close().unwrap();'));
  await visitor.expectVerdict(ALIVE);
  const unwinding = await visitor.transcript();
  await visitor.panics('abort');
  await expect.poll(() => page.workers().length, { timeout: 8_000 }).toBe(2);
  await visitor.write(program('file.close().unwrap(); '));
  await visitor.expectVerdict(ALIVE);
  expect(await visitor.transcript()).toEqual(unwinding);
});

it('crashes in a row leave nothing behind', async () => {
  for (let count = 1; count <= 30; count++) {
    await visitor.write(`use leakproof::prelude::*;
fn main() {
    let mut file = ManagedFile::create("a.txt").unwrap();
    file.write("${'x'.repeat(count)}").unwrap();
    std::process::abort();
}
`);
    const lost = count === 1 ? '1 byte was' : `${count} bytes were`;
    await visitor.expectVerdict(`The program aborted with 1 file open. ${lost} lost.`);
  }
  expect(visitor.page.workers().length).toBeLessThanOrEqual(2);
  await expectCleanRun();
});

describe('who released it', () => {
  it('is said for each resource, where it is closed and in the table', async () => {
    await visitor.write(`use leakproof::prelude::*;
fn main() -> Result<()> {
    let dropped = ManagedFile::create("dropped")?;
    drop(dropped);
    ManagedFile::create("closed")?.close()?;
    with(Opening::create("with"), |file| file.write("x"))?;
    let mut stack = ExitStack::new();
    stack.hold(Opening::create("stack"))?;
    stack.close()?;
    std::mem::forget(ManagedFile::create("forgotten")?);
    Ok(())
}
`);
    await visitor.expectVerdict(/^1 of 5 files was never closed\./);
    const expected = {
      dropped: 'its guard, when dropped',
      closed: '`close()`',
      with: '`with`',
      stack: 'an exit stack',
      forgotten: 'the system',
    };
    for (const [name, by] of Object.entries(expected)) {
      const closed = visitor.page.locator('lp-moment .closed li').filter({ has: visitor.page.locator(`.name:text-is("${name}")`) });
      expect(await closed.locator('.by').innerText()).toContain(`closed by ${by.replaceAll('`', '')}`);
    }
    await visitor.showAs('Table');
    for (const [name, by] of Object.entries(expected)) {
      await visitor.page.locator('lp-table .life').filter({ has: visitor.page.locator(`.name:text-is("${name}")`) }).filter({ hasText: by.replaceAll('`', '') }).waitFor();
    }
  });
});
