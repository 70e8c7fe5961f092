import { css, html, LitElement, nothing } from 'lit';
import { count, plural } from '../format.ts';
import { glyph, type Glyph } from '../glyphs.ts';
import type { KilledFile, KillOutcome } from '../messages.ts';
import type { Killing } from '../session/commands.ts';
import { UseSession } from '../session/context.ts';
import { raised, shared } from './shared.ts';
import { words } from './words.ts';

/** The sign of each fate, and whether that is bad. */
const FATES: Readonly<Record<KilledFile['fate'], { sign: Glyph | string; bad: boolean }>> = {
  old: { sign: 'acquired', bad: false },
  new: { sign: 'acquired', bad: false },
  torn: { sign: { path: 'M2 6A4 4 0 0 1 10 6L8.7 8.200L7.3 6L6 8.200L4.7 6L3.3 8.2Z', filled: true, tone: 'leaked' }, bad: true },
  lost: { sign: 'release-failed', bad: true },
  absent: { sign: '', bad: false },
};

/**
 * What the disk holds if the program is killed here, or here, or here: a dialog with a table.
 *
 * @fires lp-kill - the person wants to see the run behind an outcome; `detail` is its number.
 */
export class LpKills extends LitElement {
  static override styles = [
    shared,
    raised,
    css`
      dialog {
        padding: 0;
        width: min(920px, calc(100vw - 24px));
        max-height: calc(100dvh - 48px);
        overflow: hidden;
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto auto minmax(0, 1fr);
      }
      dialog::backdrop {
        background: #0006;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 24px;
        padding: 14px 18px 0;
      }
      h1 {
        font: 600 15px/1 var(--text);
        margin: 0;
      }
      .says {
        margin: 0;
        padding: 8px 18px 12px;
        color: var(--ink-2);
        font-size: 13px;
        line-height: 1.45;
      }
      .says b {
        color: var(--ink);
      }
      progress {
        width: 220px;
        vertical-align: middle;
        accent-color: var(--accent);
      }
      .scroll {
        overflow: auto;
        border-top: 1px solid var(--line);
      }
      table {
        border-collapse: collapse;
        width: 100%;
        font-size: 12.5px;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--raised);
        text-align: left;
        font-weight: 500;
        color: var(--ink-2);
        font-size: 12px;
        white-space: nowrap;
        z-index: 1;
        box-shadow: inset 0 -1px 0 var(--line);
      }
      th code {
        color: var(--ink);
      }
      th,
      td {
        padding: 6px 10px;
        vertical-align: top;
      }
      th:first-child,
      td:first-child {
        padding-left: 18px;
      }
      th:last-child,
      td:last-child {
        padding-right: 18px;
        text-align: right;
      }
      tbody tr + tr td {
        border-top: 1px solid var(--line);
      }
      .steps {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
        white-space: nowrap;
      }
      td.event {
        color: var(--ink-2);
        font-size: 12px;
        min-width: 130px;
        max-width: 230px;
        overflow-wrap: anywhere;
      }
      .fate {
        display: inline-flex;
        gap: 5px;
        align-items: center;
        white-space: nowrap;
      }
      .bad {
        background: var(--leaked-soft);
      }
      .bad .fate {
        color: var(--leaked);
        font-weight: 600;
      }
      .absent .fate {
        color: var(--ink-3);
      }
      pre {
        margin: 3px 0 0;
        font: 12px/1.4 var(--code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-height: 4.2em;
        overflow: hidden;
        min-width: 96px;
      }
      .empty {
        color: var(--ink-2);
        font-family: var(--text);
      }
      @media (max-width: 719px) {
        header,
        .says,
        th:first-child,
        td:first-child {
          padding-left: 12px;
        }
        th,
        td {
          padding: 6px;
          white-space: normal;
        }
        th:last-child,
        td:last-child {
          padding-right: 10px;
        }
        /* The run itself tells it, one tap away. */
        .event {
          display: none;
        }
      }
      td.buffered {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ commands }) => [commands.killing]);

  /** Shows the dialog, and begins to kill. */
  open(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    void this.#use.session.commands.killEverywhere();
  }

  #choose(kill: number): void {
    this.renderRoot.querySelector('dialog')?.close();
    this.dispatchEvent(new CustomEvent<number>('lp-kill', { detail: kill, bubbles: true, composed: true }));
  }

  protected override render() {
    const now = this.#use.session.commands.killing.get();
    return html`<dialog aria-labelledby="title" closedby="any">
      <header>
        <h1 id="title">Killed at every step</h1>
        <form method="dialog"><button>Close</button></form>
      </header>
      <p class="says" role="status">${this.#says(now)}</p>
      ${now.kind === 'done' ? this.#table(now.killed.kills) : nothing}
    </dialog>`;
  }

  #says(now: Killing) {
    switch (now.kind) {
      case 'none':
        return 'The program has changed.';
      case 'under way':
        return html`<progress max="1" value=${now.share} aria-label="How far"></progress>
          a fresh instance for each moment, and each really dies`;
      case 'impossible':
        return now.why;
      case 'done':
        return html`<b>${words(now.killed.kills.sentence)}</b> Each line was left by instances of their own that died there.
          A file is torn if it holds what it never holds while nobody writes to it. Between the events of one operation nobody gets in.`;
    }
  }

  #table({ paths, outcomes }: { paths: readonly string[]; outcomes: readonly KillOutcome[] }) {
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Outcomes">
      <table>
        <thead>
          <tr>
            <th scope="col">Killed after step</th>
            <th scope="col" class="event">its event</th>
            ${paths.map((path) => html`<th scope="col"><code>${path}</code></th>`)}
            <th scope="col" title="Bytes that were buffered, and are lost">Lost</th>
            <th scope="col"><span class="unseen">Look at it</span></th>
          </tr>
        </thead>
        <tbody>
          ${outcomes.map((outcome) => this.#row(outcome))}
        </tbody>
      </table>
    </div>`;
  }

  #row({ first, last, kill, text, files, lost }: KillOutcome) {
    const steps = first === last ? count(first) : `${count(first)} to ${count(last)}`;
    return html`<tr>
      <td class="steps">${steps}</td>
      <td class="event">${text}</td>
      ${files.map((file) => {
        const { sign, bad } = FATES[file.fate];
        return html`<td class="${file.fate} ${bad ? 'bad' : ''}">
          <span class="fate">${sign ? glyph(sign) : nothing}${file.says}</span>
          ${this.#holds(file)}
        </td>`;
      })}
      <td class="buffered">${lost ? plural(lost, 'byte') : '—'}</td>
      <td>
        <button data-kill=${kill} aria-label="Look at the run that was killed after step ${last}" @click=${() => this.#choose(kill)}>
          Look
        </button>
      </td>
    </tr>`;
  }

  #holds({ fate, size, text }: KilledFile) {
    if (fate === 'lost' || fate === 'absent') return nothing;
    return size ? html`<pre>${text}</pre>` : html`<pre class="empty">empty</pre>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lp-kill': CustomEvent<number>;
  }
}
