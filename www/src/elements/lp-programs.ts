import { css, html, LitElement, nothing } from 'lit';
import { moment } from '../format.ts';
import type { Program } from '../library/program.ts';
import { SCENARIOS } from '../scenarios.ts';
import { UseSession } from '../session/context.ts';
import type { Keeper } from '../session/keeper.ts';
import { Watch } from '../session/watch.ts';
import type { LpMenu } from './lp-menu.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/** A program that was deleted since the page was opened. */
interface Deleted {
  readonly program: Program;
  readonly undo: () => void;
}

/** The menu of the person's own programs: open, rename, copy, delete, download; new ones, and files. */
export class LpPrograms extends LitElement {
  static override properties = {
    keeper: { attribute: false },
    isOpen: { state: true },
    renaming: { state: true },
    deleted: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        flex: none;
      }
      lp-menu {
        --menu-width: 26rem;
      }
      .new {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        padding: 0.375rem;
      }
      p {
        margin: 0;
        padding: 0.375rem 0.625rem;
        color: var(--ink-2);
      }
      ul {
        list-style: none;
        margin: 0.25rem 0 0;
        padding: 0;
      }
      li {
        padding: 0.375rem;
        border-top: 1px solid var(--line);
      }
      .name {
        width: 100%;
        justify-content: start;
        text-align: left;
        white-space: normal;
        overflow-wrap: anywhere;
        line-height: 1.3;
        font-weight: 600;
        border-color: transparent;
        background: none;
        padding: 0.25rem 0.3125rem;
      }
      .name:hover {
        background: var(--sunk);
      }
      .name[aria-current='true'] {
        background: var(--step-line);
        border-color: var(--accent);
      }
      @media (forced-colors: active) {
        .name[aria-current='true'] {
          background: Highlight;
          color: HighlightText;
        }
      }
      .from {
        padding: 0 0.375rem;
        font-size: 0.75rem;
        color: var(--ink-2);
      }
      .unkept {
        color: var(--error);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        padding: 0.125rem 0 0;
      }
      .acts button {
        border-color: transparent;
        background: none;
        color: var(--ink-2);
        font-weight: 400;
        font-size: 0.75rem;
        min-height: 1.5rem;
        padding: 0 0.375rem;
      }
      .acts button:hover {
        color: var(--ink);
        text-decoration: underline;
      }
      @media (pointer: coarse) {
        .acts button {
          min-height: 2.5rem;
        }
      }
      form {
        display: flex;
        gap: 0.375rem;
      }
      form input {
        flex: 1;
        min-width: 0;
        font: 600 0.8125rem/1.3 var(--text);
        color: var(--ink);
        background: var(--panel);
        border: 1px solid var(--accent);
        border-radius: 6px;
        padding: 0.1875rem 0.3125rem;
      }
      .gone {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.625rem;
        padding-left: 0.3125rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare keeper: Keeper;
  declare private isOpen: boolean;
  /** The id of the program whose name is being changed. */
  declare private renaming: string | null;
  declare private deleted: readonly Deleted[];

  readonly #use = new UseSession(this, ({ state }) => [state.document]);

  constructor() {
    super();
    this.isOpen = false;
    this.renaming = null;
    this.deleted = [];
    new Watch(this, () => [this.keeper.programs.list, this.keeper.programs.trouble]);
  }

  #menu(): LpMenu | null {
    return this.renderRoot.querySelector('lp-menu');
  }

  #toggle({ detail }: CustomEvent<boolean>): void {
    this.isOpen = detail;
    if (detail) return;
    this.renaming = null;
  }

  async #rename(id: string): Promise<void> {
    this.renaming = id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('form input')?.select();
  }

  /** Ends renaming, and returns the focus to the program. */
  async #renamed(id: string, name: string | null): Promise<void> {
    if (this.renaming !== id) return;
    this.renaming = null;
    if (name !== null) this.keeper.programs.rename(id, name);
    await this.updateComplete;
    this.#button(id)?.focus();
  }

  async #copy(id: string): Promise<void> {
    this.keeper.flush();
    const copy = this.keeper.programs.copy(id);
    await this.updateComplete;
    if (copy) this.#button(copy.id)?.focus();
  }

  async #delete(program: Program): Promise<void> {
    const undo = this.keeper.delete(program.id);
    if (!undo) return;
    this.deleted = [...this.deleted, { program, undo }];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`.undo[data-program="${program.id}"]`)?.focus();
  }

  async #undo({ program, undo }: Deleted): Promise<void> {
    this.deleted = this.deleted.filter((each) => each.program !== program);
    undo();
    await this.updateComplete;
    this.#button(program.id)?.focus();
  }

  #button(id: string): HTMLElement | null {
    return this.renderRoot.querySelector(`.name[data-program="${id}"]`);
  }

  #chooseFile(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    this.#menu()?.close();
    void this.keeper.openFiles(files);
  }

  protected override render() {
    return html`<lp-menu label="My programs" @lp-toggle=${this.#toggle}>${this.isOpen ? this.#content() : nothing}</lp-menu>`;
  }

  #content() {
    const programs = this.keeper.programs.list.get();
    return html`
      <div class="new">
        <button data-item data-closes class="create" @click=${() => this.keeper.create()}>New program</button>
        <button data-item class="file" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click()}>Open a file…</button>
        <input id="file" type="file" accept=".rs,.txt,text/*" multiple hidden @change=${this.#chooseFile} />
      </div>
      <p>${this.#says(programs.length)}</p>
      <ul aria-label="My programs">
        ${this.deleted.map((each) => this.#gone(each))} ${programs.map((program) => this.#row(program))}
      </ul>
    `;
  }

  #says(count: number): string {
    if (this.keeper.programs.trouble.get() === 'full') {
      return 'The browser’s storage is full. Download programs that you want to keep, and delete programs to make room.';
    }
    if (this.keeper.programs.trouble.get() === 'refused') {
      return 'The browser keeps nothing for this page. Download programs that you want to keep.';
    }
    return count === 0
      ? 'Change a scenario, and your version of it appears here. You can also drop a file onto the page.'
      : 'They are kept in this browser. You can also drop a file onto the page.';
  }

  #row(program: Program) {
    const { id, name } = program;
    const isCurrent = this.#use.session.state.document.get()?.id === `own:${id}`;
    return html`<li>
      ${
        this.renaming === id
          ? this.#form(program)
          : html`<button
              class="name"
              data-item
              data-closes
              data-program=${id}
              aria-current=${isCurrent ? 'true' : 'false'}
              @click=${() => this.keeper.open(id)}
            >
              ${words(name)}
            </button>`
      }
      <div class="from">${this.#from(program)}</div>
      <div class="acts" role="group" aria-label=${name.replaceAll('`', '')}>
        <button @click=${() => void this.#rename(id)}>Rename</button>
        <button @click=${() => void this.#copy(id)}>Copy</button>
        <button @click=${() => this.keeper.download(id)}>Download</button>
        <button @click=${() => void this.#delete(program)}>Delete</button>
      </div>
    </li>`;
  }

  #from(program: Program) {
    const scenario = SCENARIOS.find(({ name }) => name === program.origin);
    const changed = `changed ${moment(program.changed, Date.now())}`;
    const unkept = this.keeper.programs.isKept(program) ? nothing : html` · <span class="unkept">not kept after you close the page</span>`;
    return html`${scenario ? html`from “${words(scenario.title)}” · ` : nothing}${changed}${unkept}`;
  }

  #form({ id, name }: Program) {
    const submit = (event: Event) => {
      event.preventDefault();
      void this.#renamed(id, this.renderRoot.querySelector<HTMLInputElement>('form input')?.value ?? null);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Esc ends renaming; the menu stays open.
      event.preventDefault();
      event.stopPropagation();
      void this.#renamed(id, null);
    };
    return html`<form @submit=${submit} @keydown=${key}>
      <input type="text" aria-label="New name" maxlength="80" .value=${name} />
      <button>Save</button>
    </form>`;
  }

  #gone(each: Deleted) {
    return html`<li class="gone">
      <span role="status">“${words(each.program.name)}” is deleted.</span>
      <button class="undo" data-program=${each.program.id} @click=${() => void this.#undo(each)}>Undo</button>
    </li>`;
  }
}
