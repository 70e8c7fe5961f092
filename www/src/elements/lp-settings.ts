import { css, html, LitElement } from 'lit';
import { textOf, type SettingChange } from '../editor/settings.ts';
import type { Setting } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import type { LpMenu } from './lp-menu.ts';
import { shared } from './shared.ts';
import { explained, words } from './words.ts';

/** A kind of setting: how it is explained, and a line to begin with. */
interface Kind {
  readonly label: string;
  readonly says: string;
  readonly example: string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  handles: {
    label: 'number of handles',
    says: 'How many files the program can have open at the same time. When all handles are taken, the next open fails.',
    example: 'handles: 4',
  },
  locks: { label: 'number of locks', says: 'How many locks the program can hold at the same time.', example: 'locks: 1' },
  disk: {
    label: 'size of the disk',
    says: 'How much fits on the disk. When it is full, writing fails. Without this line it has room for 64 MiB.',
    example: 'disk: 64 B',
  },
  file: {
    label: 'file',
    says: 'A file that is on the disk when the program begins: its path, a colon, its content. `\\n` is a line break.',
    example: 'file data.csv: 1,2,3\\n',
  },
  dir: { label: 'directory', says: 'A directory that is on the disk when the program begins.', example: 'dir logs' },
  fail: {
    label: 'fault',
    says: 'Makes one operation fail: its name, its number (the second write), a colon, the error.',
    example: 'fail write 2: no space',
  },
};

const UNITS = ['B', 'KiB', 'MiB'] as const;

/**
 * The settings of the simulated machine, as chips. Each opens a small form; what is changed there is
 * written into the program as a `//@` line.
 *
 * @fires lp-setting - the person changes a setting; `detail` is the {@link SettingChange}.
 */
export class LpSettings extends LitElement {
  static override properties = { adding: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 0.25rem;
        overflow-x: auto;
        scrollbar-width: none;
        scroll-padding: 0 1.25rem;
        /* Where there is more, it fades out. */
        mask-image: linear-gradient(to right, #000 calc(100% - 1.25rem), transparent);
        padding: 0.1875rem 1.25rem 0.1875rem 0.125rem;
      }
      lp-menu::part(opener) {
        min-height: 1.5rem;
        padding: 0 0.5625rem;
        border-radius: 99px;
        font: 400 0.75rem/1 var(--text);
        color: var(--ink-2);
      }
      lp-menu.said::part(opener) {
        color: var(--ink);
        border-color: var(--ink-3);
      }
      lp-menu.add::part(opener) {
        border-style: dashed;
      }
      lp-menu {
        --menu-width: 20rem;
      }
      form {
        display: grid;
        gap: 0.5rem;
        padding: 0.375rem 0.5rem 0.5rem;
      }
      p {
        margin: 0;
        color: var(--ink-2);
        line-height: 1.4;
      }
      label {
        font-weight: 600;
      }
      .field {
        display: flex;
        gap: 0.375rem;
      }
      input,
      select {
        font: 0.8125rem/1.4 var(--code);
        color: var(--ink);
        background: var(--panel);
        border: 1px solid var(--line-2);
        border-radius: 6px;
        padding: 0.25rem 0.5rem;
        min-height: 1.875rem;
        min-width: 0;
        flex: 1 1 auto;
      }
      select {
        font-family: var(--text);
      }
      select.unit {
        flex: none;
      }
      .acts {
        display: flex;
        gap: 0.375rem;
      }
      a {
        margin-left: auto;
        align-self: center;
        color: var(--accent);
      }
      .apply {
        background: var(--accent);
        border-color: var(--accent);
        color: var(--accent-ink);
      }
    `,
  ];

  /** The kind of setting that is about to be added. */
  declare private adding: string;

  readonly #use = new UseSession(this, ({ state }) => [state.settings]);

  constructor() {
    super();
    this.adding = 'file';
    // A chip that is reached by keyboard comes into sight as a whole.
    this.addEventListener('focusin', () => this.renderRoot.querySelector('lp-menu:focus-within')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  #change(event: Event, change: SettingChange): void {
    event.preventDefault();
    (event.target as Element).closest<LpMenu>('lp-menu')?.close();
    this.dispatchEvent(new CustomEvent<SettingChange>('lp-setting', { detail: change, bubbles: true, composed: true }));
  }

  protected override render() {
    const settings = this.#use.session.state.settings.get();
    // The number of locks is worth a chip only where the program sets it.
    const shown = settings.filter(({ name, said }) => said || name !== 'locks');
    return html`${shown.map((setting) => this.#chip(setting))}${this.#add()}`;
  }

  #chip(setting: Setting) {
    const { name, said } = setting;
    const kind = KINDS[name.split(' ')[0] ?? ''];
    return html`<lp-menu class="chip ${said ? 'said' : ''}" label=${short(setting)}>
      <span slot="label">${short(setting)}</span>
      <form @submit=${(event: SubmitEvent) => this.#change(event, changeIn(event, setting))}>
        <label for="value">${said ? words(`\`//@ ${textOf(setting)}\``) : (kind?.label ?? name)}</label>
        <p>${explained(kind?.says ?? '')}</p>
        ${this.#field(setting)}
        <div class="acts">
          <button class="apply">Apply</button>
          ${said
            ? html`<button type="button" class="remove" @click=${(event: Event) => this.#change(event, { kind: 'remove', setting })}>
                ${setting.default === null ? 'Remove' : `Remove: ${setting.default}`}
              </button>`
            : null}
        </div>
      </form>
    </lp-menu>`;
  }

  #field(setting: Setting) {
    const { name, value } = setting;
    if (name === 'disk') {
      const [amount = '', unit = 'B'] = /^(\d+)\s*(\w+)?$/.exec(value)?.slice(1) ?? [];
      const isUnit = (each: string) => each === unit || each === unit.replace('B', 'iB');
      return html`<div class="field">
        <input id="value" name="value" type="number" min="0" required .value=${amount} />
        <select name="unit" class="unit" aria-label="Unit">
          ${UNITS.map((each) => html`<option ?selected=${isUnit(each)}>${each}</option>`)}
        </select>
      </div>`;
    }
    if (name === 'handles' || name === 'locks') return html`<input id="value" name="value" type="number" min="0" required .value=${value} />`;
    return html`<input id="value" name="line" required autocapitalize="off" autocomplete="off" spellcheck="false" .value=${textOf(setting)} />`;
  }

  #add() {
    const kind = KINDS[this.adding]!;
    return html`<lp-menu class="chip add" label="Add a setting">
      <span slot="label">+ setting</span>
      <form @submit=${(event: SubmitEvent) => this.#change(event, { kind: 'add', text: field(event, 'line') })}>
        <label for="kind">Add a setting</label>
        <select id="kind" @change=${(event: Event) => (this.adding = (event.target as HTMLSelectElement).value)}>
          ${Object.entries(KINDS).map(([name, { label }]) => html`<option value=${name} ?selected=${name === this.adding}>${label}</option>`)}
        </select>
        <p>${explained(kind.says)}</p>
        <input name="line" aria-label="Line" required autocapitalize="off" autocomplete="off" spellcheck="false" .value=${kind.example} />
        <div class="acts"><button class="apply">Add</button><a href="./runs.html#settings-lines-that-begin-with">All settings explained</a></div>
      </form>
    </lp-menu>`;
  }
}

/** A setting as short as a chip. */
function short({ name, value }: Setting): string {
  const [word = ''] = name.split(' ');
  if (word === 'file' || word === 'dir') return name;
  return word === 'fail' ? `${name}: ${value}` : `${name} ${value}`;
}

function field(event: SubmitEvent, name: string): string {
  return String(new FormData(event.target as HTMLFormElement).get(name) ?? '');
}

/** The change that a form asks for. */
function changeIn(event: SubmitEvent, setting: Setting): SettingChange {
  const line = field(event, 'line');
  if (line) return { kind: 'line', setting, text: line };
  const unit = field(event, 'unit');
  return { kind: 'value', setting, value: unit ? `${field(event, 'value')} ${unit}` : field(event, 'value') };
}
