/** The person's own programs in the browser's storage: two tabs, a storage that is full or refused, broken records. */
import { beforeEach, describe, expect, it } from 'vitest';
import { takeOverEarlierText } from '../src/library/earlier.ts';
import { readProgram } from '../src/library/files.ts';
import { cleanName, fileName } from '../src/library/program.ts';
import { Programs } from '../src/library/programs.ts';
import { SCENARIOS } from '../src/scenarios.ts';
import { titleOf } from './scenarios.ts';

/** A browser's storage that several tabs share, with so much room. */
class FakeStorage implements Storage {
  readonly #records = new Map<string, string>();
  room = Infinity;

  get length(): number {
    return this.#records.size;
  }
  key(index: number): string | null {
    return [...this.#records.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#records.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    const others = [...this.#records].filter(([other]) => other !== key).map(([other, text]) => other.length + text.length);
    const taken = others.reduce((sum, size) => sum + size, 0);
    if (taken + key.length + value.length > this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.#records.set(key, value);
  }
  removeItem(key: string): void {
    this.#records.delete(key);
  }
  clear(): void {
    this.#records.clear();
  }
}

let storage: FakeStorage;
let now: number;
let programs: Programs;

const tab = () => new Programs(() => storage, () => ++now);

beforeEach(() => {
  storage = new FakeStorage();
  now = 0;
  programs = tab();
});

/** The programs of a tab, one a line, the one changed last first. */
const listed = (of: Programs = programs) => of.list.get().map(({ name, source }) => `${name}: ${source}`);

/** What a tab finds that is opened now. */
const stored = () => listed(tab());

const keyOf = (id: string) => `leakproof.program.${id}`;

describe('one tab', () => {
  it('keeps what is created, saved and renamed', () => {
    const { id } = programs.create({ name: 'One file (mine)', source: 'a', origin: '01-one-file' });
    programs.save(id, 'b');
    programs.rename(id, '  My \n first  ');
    expect(stored()).toEqual(['My first: b']);
    expect(tab().open(id)).toMatchObject({ origin: '01-one-file', language: 'rust', isNamed: true });
  });

  it('lists the program that was changed last first', () => {
    const first = programs.create({ name: 'first', source: '1' });
    programs.create({ name: 'second', source: '2' });
    expect(listed()).toEqual(['second: 2', 'first: 1']);
    programs.save(first.id, '3');
    expect(listed()).toEqual(['first: 3', 'second: 2']);
  });

  it('gives no name twice', () => {
    for (const source of ['1', '2', '3']) programs.create({ name: 'x', source });
    const { id } = programs.create({ name: 'y', source: '4' });
    programs.rename(id, 'x');
    expect(listed().sort()).toEqual(['x 2: 2', 'x 3: 3', 'x 4: 4', 'x: 1']);
  });

  it('copies a program under another name', () => {
    const { id } = programs.create({ name: 'x', source: '1', origin: '05-panic' });
    const copy = programs.copy(id)!;
    programs.save(copy.id, '2');
    expect(stored().sort()).toEqual(['x copy: 2', 'x: 1']);
    expect(copy.origin).toBe('05-panic');
  });

  it('takes a deletion back', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const deleted = programs.delete(id)!;
    expect([listed(), stored()]).toEqual([[], []]);
    programs.restore(deleted);
    expect([listed(), stored()]).toEqual([['x: 1'], ['x: 1']]);
    expect(programs.delete('no such')).toBeNull();
  });
});

describe('two tabs', () => {
  it('see what the other has saved', () => {
    const other = tab();
    const { id } = programs.create({ name: 'x', source: '1' });
    other.refresh();
    expect(listed(other)).toEqual(['x: 1']);
    other.open(id);
    other.save(id, '2');
    programs.refresh();
    expect(listed()).toEqual(['x: 2']);
    programs.delete(id);
    other.refresh();
    expect(listed(other)).toEqual([]);
  });

  it('do not overwrite each other: the later one saves a copy', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const other = tab();
    other.open(id);
    programs.save(id, 'mine');
    const copy = other.save(id, 'theirs')!;
    expect(copy.id).not.toBe(id);
    other.save(copy.id, 'theirs, later');
    programs.save(id, 'mine, later');
    expect(stored().sort()).toEqual(['x (other tab): theirs, later', 'x: mine, later']);
  });

  it('do not overwrite each other either when the list was read again in between', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const other = tab();
    other.open(id);
    programs.save(id, 'mine');
    other.refresh();
    other.save(id, 'theirs');
    expect(stored().sort()).toEqual(['x (other tab): theirs', 'x: mine']);
  });

  it('go on from the text of the other, once they have opened it', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const other = tab();
    other.open(id);
    other.save(id, '2');
    expect(programs.open(id)?.source).toBe('2');
    programs.save(id, '3');
    expect(stored()).toEqual(['x: 3']);
  });

  it('may rename what the other changes', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const other = tab();
    other.rename(id, 'y');
    programs.save(id, '2');
    expect(stored()).toEqual(['y: 2']);
  });

  it('lose nothing when one deletes what the other changes', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const other = tab();
    const deleted = other.delete(id)!;
    programs.save(id, '2');
    expect(stored()).toEqual(['x: 2']);
    other.restore(deleted);
    expect(stored()).toEqual(['x: 2']);
  });

  it('do not discard what the other has saved', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const other = tab();
    other.open(id);
    other.save(id, '2');
    expect(programs.discard(id)).toBe(false);
    expect(other.discard(id)).toBe(true);
    expect(stored()).toEqual([]);
  });
});

describe('a storage that takes nothing', () => {
  it('says that it is full, and the programs go on in memory', () => {
    const { id } = programs.create({ name: 'x', source: 'short' });
    storage.room = 300;
    programs.save(id, 'long'.repeat(100));
    expect(programs.trouble.get()).toBe('full');
    expect(programs.isKept(programs.list.get()[0]!)).toBe(false);
    expect(listed()).toEqual([`x: ${'long'.repeat(100)}`]);
    expect(stored()).toEqual(['x: short']);
    programs.refresh();
    expect(listed()).toEqual([`x: ${'long'.repeat(100)}`]);
  });

  it('takes what it did not take before as soon as there is room', () => {
    const large = programs.create({ name: 'large', source: 'x'.repeat(200) });
    storage.room = 500;
    const small = programs.create({ name: 'small', source: 'y'.repeat(200) });
    programs.rename(small.id, 'renamed');
    expect([stored().length, programs.trouble.get()]).toEqual([1, 'full']);
    programs.delete(large.id);
    expect(stored()).toEqual([`renamed: ${'y'.repeat(200)}`]);
    expect([programs.trouble.get(), programs.isKept(small)]).toEqual([null, true]);
    programs.save(small.id, 'z');
    expect(stored()).toEqual(['renamed: z']);
  });

  it('does not let a later save overwrite what another tab saved while it was full', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const other = tab();
    other.open(id);
    storage.room = 0;
    programs.save(id, 'mine');
    storage.room = Infinity;
    other.save(id, 'theirs');
    programs.create({ name: 'new', source: 'n' });
    expect(stored()).toContain('x: theirs');
    programs.save(id, 'mine, later');
    expect(stored().sort()).toEqual(['new: n', 'x (other tab): mine, later', 'x: theirs']);
    expect(listed().sort()).toEqual(stored().sort());
  });

  it('says that it is refused, and the programs go on in memory', () => {
    const refused = new Programs(() => {
      throw new DOMException('insecure', 'SecurityError');
    });
    const { id } = refused.create({ name: 'x', source: '1' });
    refused.save(id, '2');
    refused.refresh();
    expect([listed(refused), refused.trouble.get()]).toEqual([['x: 2'], 'refused']);
    expect(refused.open(id)?.source).toBe('2');
    refused.delete(id);
    expect(listed(refused)).toEqual([]);
  });
});

describe('records that are not ours', () => {
  it.each([
    'not json',
    'null',
    '[]',
    '7',
    '{}',
    '{"version":1}',
    '{"version":1,"name":"x","language":"rust","source":5,"changed":1,"revision":"r"}',
    '{"version":1,"name":"x","language":"cobol","source":"s","changed":1,"revision":"r"}',
    '{"version":1,"name":"x","language":"rust","source":"s","changed":"now","revision":"r"}',
    '{"version":1,"name":"x","language":"rust","source":"s","changed":1e300,"revision":"r"}',
    '{"version":1,"name":"x","language":"rust","source":"s","changed":1}',
    '{"version":2,"name":"x","language":"rust","source":"s","changed":1,"revision":"r"}',
    '{"__proto__":{"version":1,"name":"x","language":"rust","source":"s","changed":1,"revision":"r"}}',
  ])('are passed over and left alone: %s', (record) => {
    storage.setItem(keyOf('theirs'), record);
    storage.setItem('leakproof.theme', 'dark');
    programs.refresh();
    programs.create({ name: 'mine', source: '1' });
    expect(stored()).toEqual(['mine: 1']);
    expect(storage.getItem(keyOf('theirs'))).toBe(record);
  });

  it('are not overwritten by a tab that had the program before', () => {
    const { id } = programs.create({ name: 'x', source: '1' });
    const later = '{"version":2,"text":"of a later version"}';
    storage.setItem(keyOf(id), later);
    programs.save(id, '2');
    expect(storage.getItem(keyOf(id))).toBe(later);
    expect(stored()).toEqual(['x (other tab): 2']);
  });

  it('may lack what is not needed', () => {
    storage.setItem(keyOf('a'), '{"version":1,"name":"","language":"rust","source":"s","changed":1,"revision":"r","origin":{}}');
    expect(tab().list.get()).toMatchObject([{ name: 'Untitled', isNamed: false, origin: null }]);
  });
});

describe('names', () => {
  it.each([
    ['  a \t b\n', 'a b'],
    ['', 'Untitled'],
    ['safe\u202egnp.rs', 'safe\\u{202e}gnp.rs'],
    ['a\u200bb\u0000', 'a\\u{200b}b\\u{0}'],
    ['<b>&amp;', '<b>&amp;'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%j is shown as %j', (name, shown) => {
    expect(cleanName(name)).toBe(shown);
  });

  it.each([
    ['One file (mine)', 'One-file-mine.rs'],
    ['../../etc/passwd', 'etcpasswd.rs'],
    ['a/b\\c:d*e?"<>|', 'abcde.rs'],
    ['???', 'program.rs'],
    ['Übung 2', 'Übung-2.rs'],
    ['.hidden', 'hidden.rs'],
  ])('%j is saved as %j', (name, file) => {
    expect(fileName(name, 'rs')).toBe(file);
  });
});

describe('a file', () => {
  const read = async (name: string, content: BlobPart) => {
    const opened = await readProgram(new File([content], name));
    return opened.kind === 'program' ? `${opened.name}: ${opened.source}` : opened.sentence;
  };

  it.each([
    ['panic.rs', 'fn main() {}\r\n', 'panic: fn main() {}\n'],
    ['notes.txt', '\ufefftext', 'notes: text'],
    ['Makefile', '', 'Makefile: '],
    ['photo.rs', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'photo.rs is not a text file.'],
    ['zero.rs', 'a\0b', 'zero.rs is not a text file.'],
    ['evil\u202esr.exe', 'a\0b', 'evil\\u{202e}sr.exe is not a text file.'],
    ['large.rs', 'x'.repeat(100_001), 'large.rs has 100,001 bytes, and a program may have at most 100,000.'],
  ])('%s', async (name, content, expected) => {
    expect(await read(name, content)).toBe(expected);
  });
});

describe('a text that an earlier version of the page has kept', () => {
  const KEY = 'leakproof.work';

  it.each([
    ['{"source":"fn main() {}","scenario":"05-panic"}', [`${titleOf('05-panic')} (mine): fn main() {}`]],
    ['{"source":"fn main() {}","scenario":"gone"}', ['Earlier program: fn main() {}']],
    ['{"source":"fn main() {}"}', ['Earlier program: fn main() {}']],
    [JSON.stringify({ source: SCENARIOS[3]!.source, scenario: SCENARIOS[3]!.name }), []],
    ['{"source":5}', []],
  ])('is taken over once: %s', (kept, expected) => {
    storage.setItem(KEY, kept);
    takeOverEarlierText(programs, () => storage);
    takeOverEarlierText(programs, () => storage);
    expect(stored()).toEqual(expected);
    expect(storage.getItem(KEY)).toBeNull();
  });

  it('stays where it is while there is no room for it as a program', () => {
    storage.setItem(KEY, '{"source":"fn main() {}"}');
    storage.room = 60;
    takeOverEarlierText(programs, () => storage);
    expect(storage.getItem(KEY)).not.toBeNull();
  });

  it('is passed over where it is broken', () => {
    storage.setItem(KEY, 'no json');
    takeOverEarlierText(programs, () => storage);
    takeOverEarlierText(programs, () => {
      throw new DOMException('insecure', 'SecurityError');
    });
    expect(stored()).toEqual([]);
  });
});
