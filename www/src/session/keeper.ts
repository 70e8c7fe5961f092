/**
 * Keeps what the person writes: a scenario, or a program that came with a link, becomes a program of their
 * own with the first change, and every change of such a program is saved.
 */
import { download, readProgram } from '../library/files.ts';
import { fileName, type Program } from '../library/program.ts';
import type { Programs, Trouble } from '../library/programs.ts';
import { documentOf, originOf, type Document } from './document.ts';
import type { Session } from './session.ts';

/** Milliseconds of calm after which a change is saved. */
const CALM = 300;

/** What is said when the storage does not take a program: once for each reason. */
const TROUBLES: Readonly<Record<Trouble, string>> = {
  full: 'The browser’s storage for this page is full, so this program lasts only until you close the page: download it under “My programs”, or delete programs there to make room.',
  refused: 'The browser keeps nothing for this page, so this program lasts only until you close it: download it under “My programs”.',
};

/** The text of a new program. */
const EMPTY = `use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut file = ManagedFile::create("notes.txt")?;
    file.write("hello")?;
    Ok(())
}
`;

export class Keeper {
  readonly programs: Programs;
  readonly #session: Session;
  /** The text that is known: as it was opened, or after the last change. */
  #text: string;
  /** The document that the open program was before its first change. */
  #before: Document | null = null;
  /** The change that is not saved yet. */
  #unsaved: { readonly id: string; readonly source: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #reported = new Set<Trouble>();
  readonly #stops: readonly (() => void)[];

  constructor(session: Session, programs: Programs) {
    this.#session = session;
    this.programs = programs;
    const { state } = session;
    this.#text = state.source.get();
    const leaving = () => document.visibilityState === 'hidden' && this.flush();
    const gone = () => this.flush();
    document.addEventListener('visibilitychange', leaving);
    addEventListener('pagehide', gone);
    this.#stops = [
      programs.followOtherTabs(),
      state.document.watch((document) => this.#opened(document)),
      state.source.watch((source) => this.#changed(source)),
      programs.list.watch((list) => this.#renamed(list)),
      programs.trouble.watch((trouble) => this.#report(trouble)),
      () => document.removeEventListener('visibilitychange', leaving),
      () => removeEventListener('pagehide', gone),
    ];
  }

  /** Saves what is not saved yet, and follows the session no longer. */
  close(): void {
    this.flush();
    for (const stop of this.#stops) stop();
  }

  /** The person's program as a document; null if there is none with this document's id. */
  documentFor(id: string): Document | null {
    const program = id.startsWith('own:') ? this.programs.open(id.slice(4)) : null;
    return program && ownDocument(program);
  }

  /** Opens one of the person's programs. */
  open(id: string): void {
    this.flush();
    const document = this.documentFor(`own:${id}`);
    if (document) this.#session.open(document);
  }

  /** Opens a new program. */
  create(): void {
    this.open(this.programs.create({ name: 'New program', source: EMPTY }).id);
  }

  /** Opens files as programs of the person's own. What is no program is said in the notice. */
  async openFiles(files: readonly File[]): Promise<void> {
    const read = await Promise.all(files.map(readProgram));
    const made = read.flatMap((each) =>
      each.kind === 'program' ? [this.programs.create({ name: each.name, source: each.source, isNamed: true })] : [],
    );
    if (made[0]) this.open(made[0].id);
    const problems = read.flatMap((each) => (each.kind === 'problem' ? [each.sentence] : []));
    if (problems.length > 0) this.#session.state.notice.set(problems.join(' '));
  }

  /** Deletes a program; one that is open gives way to the scenario that it began as. Answers how to undo that. */
  delete(id: string): (() => void) | null {
    this.flush();
    const { state } = this.#session;
    const open = state.document.get();
    const isOpen = open?.id === `own:${id}`;
    const deleted = this.programs.delete(id);
    if (!deleted) return null;
    if (isOpen) this.#session.openScenario(originOf(open));
    return () => {
      this.programs.restore(deleted);
      if (isOpen) this.open(id);
    };
  }

  /** Has the browser save a program as a file. */
  download(id: string): void {
    this.flush();
    const program = this.programs.list.get().find((each) => each.id === id);
    if (program) download(fileName(program.name, 'rs'), program.source, 'text/x-rust');
  }

  /** Saves what is not saved yet. */
  flush(): void {
    clearTimeout(this.#timer);
    const unsaved = this.#unsaved;
    this.#unsaved = null;
    if (!unsaved) return;
    const saved = this.programs.save(unsaved.id, unsaved.source);
    if (!saved || saved.id === unsaved.id) return;
    const { state } = this.#session;
    state.notice.set(`Another tab has saved this program too, so your text is kept as “${saved.name}”.`);
    const open = state.document.get();
    if (open?.id === `own:${unsaved.id}`) this.#become({ ...ownDocument(saved), follows: open.id });
  }

  #opened(document: Document | null): void {
    if (document?.follows) return;
    this.flush();
    this.#before = null;
    this.#text = document?.source ?? '';
  }

  #changed(source: string): void {
    const document = this.#session.state.document.get();
    if (source === this.#text || !document) return;
    this.#text = source;
    if (document.kind === 'own') this.#changedOwn(document, source);
    else this.#makeOwn(document, source);
  }

  #makeOwn(document: Document, source: string): void {
    const { language, origin } = document;
    // The person's own program may have been deleted meanwhile, in another tab.
    const isOwn = document.kind === 'own';
    const name = isOwn ? document.name : `${document.name} (mine)`;
    const program = this.programs.create({ name, source, language, origin, isNamed: isOwn });
    this.#before = isOwn ? null : document;
    this.#become({ ...ownDocument(program), follows: document.id });
  }

  #changedOwn(document: Document, source: string): void {
    const id = document.id.slice(4);
    const program = this.programs.list.get().find((each) => each.id === id);
    const scenario = originOf(document);
    const before = this.#before ?? (scenario && documentOf(scenario));
    // The text of the original again is nothing of the person's to keep.
    if (program && before?.source === source && !program.isNamed && this.programs.discard(id)) {
      this.#unsaved = null;
      clearTimeout(this.#timer);
      this.#before = null;
      this.#become({ ...before, follows: document.id });
      return;
    }
    if (!program) {
      this.#makeOwn(document, source);
      return;
    }
    this.#unsaved = { id, source };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), CALM);
  }

  /** The open program is another document from here on; its text, its run and its step stay. */
  #become(document: Document): void {
    this.#session.state.document.set(document);
  }

  /** Follows a new name of the open program. */
  #renamed(list: readonly Program[]): void {
    const { state } = this.#session;
    const open = state.document.get();
    const program = list.find(({ id }) => open?.id === `own:${id}`);
    if (open && program && program.name !== open.name) this.#become({ ...open, name: program.name, follows: open.id });
  }

  #report(trouble: Trouble | null): void {
    if (!trouble || this.#reported.has(trouble)) return;
    this.#reported.add(trouble);
    this.#session.state.notice.set(TROUBLES[trouble]);
  }
}

/** One of the person's programs as a document. */
export function ownDocument({ id, name, language, source, origin }: Program): Document {
  return { id: `own:${id}`, kind: 'own', name, language, source, origin };
}
