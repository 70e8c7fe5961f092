import { css, html, LitElement, nothing } from 'lit';
import { download } from '../library/files.ts';
import { fileName } from '../library/program.ts';
import type { Export } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { copyText } from './copy.ts';
import { items } from './lp-menu.ts';
import { shared } from './shared.ts';

/** A form that is saved as a file. */
const FILES: readonly { form: Export; label: string; says: string; ending: string; type: string }[] = [
  {
    form: 'json-lines',
    label: 'Save as JSON Lines',
    says: 'one object for each event',
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

/** Milliseconds for which it is shown that the transcript was copied. */
const SHOWN = 2000;

/** The ways to take a run away: a text to paste, files for other tools. */
export class LpExport extends LitElement {
  static override properties = { copied: { state: true } };

  static override styles = [
    shared,
    items,
    css`
      :host {
        display: block;
        position: relative;
      }
      lp-menu {
        --menu-width: 17.5rem;
      }
      .trace {
        display: flex;
        gap: 0.5625rem;
        align-items: start;
        border-radius: 0;
        border-top-color: var(--line);
        margin-top: 0.25rem;
      }
      .box {
        flex: none;
        width: 0.875rem;
        height: 0.875rem;
        margin-top: 0.125rem;
        border: 1px solid var(--ink-3);
        border-radius: 3px;
      }
      .trace[aria-checked='true'] .box {
        background: var(--accent);
        border-color: var(--accent);
        box-shadow: inset 0 0 0 2px var(--raised);
      }
      @media (max-width: 44.99rem) {
        .whole {
        margin: 0;
        padding: 0.375rem 0.625rem;
        color: var(--ink-2);
        font-size: 0.75rem;
      }
      .arrow {
          display: none;
        }
      }
    `,
  ];

  /** Whether the transcript was copied a moment ago. */
  declare private copied: boolean;

  readonly #use = new UseSession(this, ({ state }) => [state.traced, state.hidden]);

  get #state() {
    return this.#use.session.state;
  }

  constructor() {
    super();
    this.copied = false;
  }

  /** The whole run as a text. A lost worker is said elsewhere. */
  #text(form: Export): Promise<string | null> {
    return this.#use.session.engine.request({ kind: 'export', form }).catch(() => null);
  }

  async #copy(): Promise<void> {
    const text = await this.#text('transcript');
    if (text === null) return;
    if (!(await copyText(text))) return;
    this.copied = true;
    setTimeout(() => (this.copied = false), SHOWN);
  }

  async #save({ form, ending, type }: (typeof FILES)[number]): Promise<void> {
    const text = await this.#text(form);
    if (text === null) return;
    download(fileName(this.#state.document.get()?.name ?? 'run', ending), text, type);
  }

  protected override render() {
    const isTraced = this.#state.traced.get();
    return html`
      <lp-menu label="Export" align="end" up>
        <span slot="label">${this.copied ? 'Copied' : 'Export'}<span class="arrow"> ▴</span></span>
        ${this.#state.hidden.get() ? html`<p class="whole">An export holds the whole run, also what is hidden now.</p>` : nothing}
        <button class="item" data-item data-closes data-form="transcript" @click=${() => void this.#copy()}>
          Copy as text<span class="says">one line for each event, to paste anywhere</span>
        </button>
        ${FILES.map(
          (file) => html`<button class="item" data-item data-closes data-form=${file.form} @click=${() => void this.#save(file)}>
            ${file.label}<span class="says">${file.says}</span>
          </button>`,
        )}
        <button class="item trace" data-item role="checkbox" aria-checked=${isTraced ? 'true' : 'false'} @click=${() => this.#state.traced.set(!isTraced)}>
          <span class="box"></span><span>Trace runs<span class="says">to the browser’s console and performance panel; slow</span></span>
        </button>
      </lp-menu>
      <span class="unseen" role="status">${this.copied ? 'Copied.' : ''}</span>
    `;
  }
}
