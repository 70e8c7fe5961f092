/** Where triggers go and what they insert, without a browser. */
import { rust } from '@codemirror/lang-rust';
import { indentUnit } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { insertTrigger, type Trigger } from '../src/editor/triggers.ts';

/** Inserts a trigger where `|` stands and returns the text, with `|` at the new cursor. */
function insert(trigger: Trigger, marked: string): string | null {
  const cursor = marked.indexOf('|');
  const state = EditorState.create({
    doc: marked.replace('|', ''),
    selection: { anchor: cursor },
    extensions: [rust(), indentUnit.of('    ')],
  });
  const change = insertTrigger(state, trigger);
  if (!change) return null;
  const after = state.update(change).state;
  const head = after.selection.main.head;
  const text = after.doc.toString();
  return `${text.slice(0, head)}|${text.slice(head)}`;
}

const program = (...lines: string[]) => ['fn main() -> Result<()> {', ...lines, '}', ''].join('\n');

describe('a trigger', () => {
  it('goes after the statement of the cursor', () => {
    expect(insert('panic', program('    let a = 1|;', '    Ok(())'))).toBe(
      program('    let a = 1;', '    panic!("something broke");|', '    Ok(())'),
    );
  });

  it('goes after the end of a statement of several lines', () => {
    expect(insert('panic', program('    call(', '        1|,', '    );', '    Ok(())'))).toBe(
      program('    call(', '        1,', '    );', '    panic!("something broke");|', '    Ok(())'),
    );
  });

  it('goes in front of the value of the block', () => {
    expect(insert('return', program('    let a = 1;', '    Ok(())|'))).toBe(
      program('    let a = 1;', '    return Ok(());|', '    Ok(())'),
    );
  });

  it('takes the place of an empty line', () => {
    expect(insert('panic', program('    let a = 1;', '    |', '    Ok(())'))).toBe(
      program('    let a = 1;', '    panic!("something broke");|', '    Ok(())'),
    );
  });

  it('goes to the end of main when the cursor is outside of every function', () => {
    expect(insert('panic', `|// a comment\n${program('    let a = 1;', '    Ok(())')}`)).toBe(
      `// a comment\n${program('    let a = 1;', '    panic!("something broke");|', '    Ok(())')}`,
    );
  });

  it('is indented like the block around it', () => {
    expect(insert('panic', program('    {', '        let a = 1;|', '    }', '    Ok(())'))).toBe(
      program('    {', '        let a = 1;', '        panic!("something broke");|', '    }', '    Ok(())'),
    );
  });

  it('goes into an empty function', () => {
    expect(insert('panic', 'fn main() {|\n}\n')).toBe('fn main() {\n    panic!("something broke");|\n}\n');
  });

  it('is refused where there is no function', () => {
    expect(insert('panic', '// nothing|')).toBeNull();
  });

  it('uses `?` only in a function that returns a Result', () => {
    expect(insert('fail', program('    let a = 1;|', '    Ok(())'))).toContain('ManagedFile::open("missing.txt")?;');
    expect(insert('fail', 'fn main() {\n    let a = 1;|\n}\n')).toContain('ManagedFile::open("missing.txt").unwrap();');
  });

  it('chooses names that are free', () => {
    const once = insert('nest', program('    let a = 1;|', '    Ok(())'))!;
    expect(insert('nest', once)).toContain('let mut inner2 = ManagedFile::create("inner2.txt")?;');
  });
});

describe('a panic in drop', () => {
  const dropped = ['    impl Drop for Fragile {', '        fn drop(&mut self) {', '            panic!("the clean-up broke");', '        }', '    }'];

  it('is a type of its own, and a value of it', () => {
    expect(insert('panic-in-drop', program('    let a = 1;|', '    Ok(())'))).toBe(
      program('    let a = 1;', '    struct Fragile;', ...dropped, '    let _fragile = Fragile;|', '    Ok(())'),
    );
  });

  it('has a name that is not there yet', () => {
    const once = insert('panic-in-drop', program('    let a = 1;|', '    Ok(())'))!;
    expect(insert('panic-in-drop', once)).toContain('let _fragile2 = Fragile2;');
  });
});

describe('forget', () => {
  const file = '    let mut a = ManagedFile::create("a.txt")?;';

  it('takes the nearest guard that nothing after it uses', () => {
    expect(insert('forget', program(file, '    a.write("x")?;|', '    Ok(())'))).toContain(
      '    a.write("x")?;\n    std::mem::forget(a);',
    );
  });

  it('makes a file of its own when every guard is still used', () => {
    expect(insert('forget', program(`${file}|`, '    a.write("x")?;', '    Ok(())'))).toContain(
      'std::mem::forget(ManagedFile::create("forgotten.txt")?);',
    );
  });

  it('leaves a guard alone that was closed before', () => {
    expect(insert('forget', program(file, '    a.close()?;|', '    Ok(())'))).toContain('"forgotten.txt"');
  });
});
