import { css, html, LitElement } from 'lit';
import { download } from '../library/files.ts';
import { fileName } from '../library/program.ts';
import type { Export } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { copyText } from './copy.ts';
import { shared } from './shared.ts';

/** A form that is saved as a file. */
const FILES: readonly { form: Export; label: string; says: string; ending: string; type: string }[] = [
  {
    form: 'json-lines',
    label: 'Save as JSON Lines',
    says: 'one object an event',
    ending: 'jsonl',
    type: 'application/jsonl',
  },
  {
    form: 'chrome-trace',
    label: 'Save as a trace',
    says: 'opens in Perfetto and in the browser’s performance panel',
    ending: 'trace.json',
    type: 'application/json',
  },
];

/** The ways to take a run away: a text to paste, files for other tools. */
export class LpExport extends LitElement {
  static override properties = { copied: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
      }
      .open {
        min-height: 26px;
        font-size: 12px;
        font-weight: 400;
        padding: 0 9px;
        anchor-name: --export;
      }
      [popover] {
        inset: auto;
        margin: 6px 0;
        position-anchor: --export;
        bottom: anchor(top);
        right: anchor(right);
        border: 1px solid var(--line-2);
        border-radius: 8px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        padding: 5px;
        width: 280px;
        max-width: calc(100vw - 24px);
      }
      @supports not (anchor-name: --a) {
        [popover] {
          inset: auto 14px 14px auto;
        }
      }
      [popover] button {
        display: block;
        width: 100%;
        height: auto;
        text-align: left;
        border: none;
        background: none;
        padding: 8px 10px;
        line-height: 1.35;
        white-space: normal;
      }
      [popover] button:hover {
        background: var(--sunk);
      }
      label {
        display: flex;
        gap: 9px;
        align-items: baseline;
        padding: 8px 10px;
        border-top: 1px solid var(--line);
        margin-top: 4px;
        font: 500 12.5px/1.35 var(--text);
        cursor: pointer;
      }
      label input {
        margin: 0;
        accent-color: var(--accent);
        translate: 0 2px;
      }
      .says {
        display: block;
        font-weight: 400;
        color: var(--ink-2);
      }
      @media (max-width: 719px) {
        .open {
          min-height: 30px;
        }
      }
    `,
  ];

  /** Whether the transcript was copied a moment ago. */
  declare private copied: boolean;

  readonly #use = new UseSession(this, ({ state }) => [state.traced]);

  get #state() {
    return this.#use.session.state;
  }

  constructor() {
    super();
    this.copied = false;
  }

  #trace(event: Event): void {
    this.#state.traced.set((event.target as HTMLInputElement).checked);
  }

  #close(): void {
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.hidePopover();
  }

  async #copy(): Promise<void> {
    // A lost worker is said elsewhere.
    const text = await this.#use.session.engine.request({ kind: 'export', form: 'transcript' }).catch(() => null);
    if (text === null) return;
    this.#close();
    if (!(await copyText(text))) return;
    this.copied = true;
    setTimeout(() => (this.copied = false), 2000);
  }

  async #save({ form, ending, type }: (typeof FILES)[number]): Promise<void> {
    const text = await this.#use.session.engine.request({ kind: 'export', form }).catch(() => null);
    if (text === null) return;
    download(fileName(this.#state.document.get()?.name ?? 'run', ending), text, type);
    this.#close();
  }

  protected override render() {
    return html`
      <button class="open" popovertarget="forms" title="Take the run away">
        <span role="status">${this.copied ? 'copied' : 'export'}</span> ▴
      </button>
      <div id="forms" popover role="group" aria-label="Take the run away">
        <button data-form="transcript" @click=${() => void this.#copy()}>
          Copy as text<span class="says">one line an event, to paste anywhere</span>
        </button>
        ${FILES.map(
          (file) => html`<button data-form=${file.form} @click=${() => void this.#save(file)}>
            ${file.label}<span class="says">${file.says}</span>
          </button>`,
        )}
        <label>
          <input type="checkbox" .checked=${this.#state.traced.get()} @change=${this.#trace} />
          <span>Trace runs<span class="says">to the browser’s console and performance panel; slow</span></span>
        </label>
      </div>
    `;
  }
}
