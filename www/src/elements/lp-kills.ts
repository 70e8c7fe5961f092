import { css, html, LitElement, nothing } from 'lit';
import { count, plural } from '../format.ts';
import { glyph, type Glyph } from '../glyphs.ts';
import type { KilledFile, KillOutcome } from '../messages.ts';
import type { Killed, Killing } from '../session/commands.ts';
import { UseSession } from '../session/context.ts';
import { raised, shared } from './shared.ts';
import { explained, words } from './words.ts';

/** The sign of what became of a file, and whether that is bad. */
const FATES: Readonly<Record<KilledFile['fate'], { sign: Glyph | string; bad: boolean }>> = {
  old: { sign: 'acquired', bad: false },
  new: { sign: 'acquired', bad: false },
  torn: { sign: { path: 'M2 6A4 4 0 0 1 10 6L8.7 8.200L7.3 6L6 8.200L4.7 6L3.3 8.2Z', filled: true, tone: 'leaked' }, bad: true },
  lost: { sign: 'release-failed', bad: true },
  absent: { sign: '', bad: false },
};

/**
 * The outcomes of *Kill at every step*, as a dialog with a table: what is on the disk after each kill.
 *
 * It follows `commands.outcomesOpen`. Coming back from a killed run, it marks the outcome of that run.
 */
export class LpKills extends LitElement {
  static override styles = [
    shared,
    raised,
    css`
      dialog {
        padding: 0;
        width: min(57.5rem, calc(100vw - 1.5rem));
        max-height: calc(100dvh - 3rem);
        overflow: hidden;
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto auto minmax(0, 1fr);
      }
      dialog::backdrop {
        background: #0006;
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 1.5rem;
        padding: 0.875rem 1.125rem 0;
      }
      h1 {
        font: 600 0.9375rem/1 var(--text);
        margin: 0;
      }
      .says {
        margin: 0;
        padding: 0.5rem 1.125rem 0.75rem;
        color: var(--ink-2);
        font-size: 0.8125rem;
        line-height: 1.45;
      }
      .says b {
        color: var(--ink);
      }
      progress {
        width: 13.75rem;
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
        font-size: 0.78125rem;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--raised);
        text-align: left;
        font-weight: 500;
        color: var(--ink-2);
        font-size: 0.75rem;
        white-space: nowrap;
        z-index: 1;
        box-shadow: inset 0 -1px 0 var(--line);
      }
      th code {
        color: var(--ink);
      }
      th,
      td {
        padding: 0.375rem 0.625rem;
        vertical-align: top;
      }
      th:first-child,
      td:first-child {
        padding-left: 1.125rem;
      }
      th:last-child,
      td:last-child {
        padding-right: 1.125rem;
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
        font-size: 0.75rem;
        min-width: 8.125rem;
        max-width: 14.375rem;
        overflow-wrap: anywhere;
      }
      tr[aria-current='true'] {
        background: var(--step-line);
      }
      .shown {
        display: block;
        color: var(--accent);
        font-size: 0.75rem;
        font-weight: 600;
      }
      .fate {
        display: inline-flex;
        gap: 0.3125rem;
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
        font: 0.75rem/1.4 var(--code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-height: 4.2em;
        overflow: hidden;
        min-width: 6rem;
      }
      .empty {
        color: var(--ink-2);
        font-family: var(--text);
      }
      @media (max-width: 44.99rem) {
        .head,
        .says,
        th:first-child,
        td:first-child {
          padding-left: 0.75rem;
        }
        th,
        td {
          padding: 0.375rem;
          white-space: normal;
        }
        th:last-child,
        td:last-child {
          padding-right: 0.625rem;
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

  readonly #use = new UseSession(this, ({ commands, state }) => [commands.killing, commands.outcomesOpen, state.killed]);

  get #commands() {
    return this.#use.session.commands;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog')!;
    const isOpen = this.#commands.outcomesOpen.get();
    if (isOpen === dialog.open) return;
    if (!isOpen) return dialog.close();
    dialog.showModal();
    // Coming back to the list, one goes on where one left it.
    this.renderRoot.querySelector<HTMLElement>('[aria-current="true"] button')?.focus();
  }

  #closed(): void {
    this.#commands.outcomesOpen.set(false);
    this.dispatchEvent(new CustomEvent('lp-let-go', { bubbles: true, composed: true }));
  }

  protected override render() {
    const now = this.#commands.killing.get();
    return html`<dialog aria-labelledby="title" closedby="any" @close=${this.#closed}>
      <div class="head">
        <h1 id="title">Killed at every step</h1>
        <form method="dialog"><button>Close</button></form>
      </div>
      <p class="says" role="status">${this.#says(now)}</p>
      ${now.kind === 'done' ? this.#table(now.killed) : nothing}
    </dialog>`;
  }

  #says(now: Killing) {
    switch (now.kind) {
      case 'none':
        return 'The program has changed. Close this, and press “Kill at every step” again.';
      case 'under way':
        return html`<progress max="1" value=${now.share} aria-label="Progress"></progress> The program runs once for each step and is really
          killed there, each time in a fresh WebAssembly instance.`;
      case 'impossible':
        return now.why;
      case 'done':
        return html`<b>${explained(now.killed.kills.sentence)}</b> Each row shows what one kill, or several with the same outcome, left on the
          disk. A file is torn if it holds something that it never holds between two writes of the program that was not killed. An operation of
          the system is never interrupted halfway.`;
    }
  }

  #table(killed: Killed) {
    const { paths, outcomes } = killed.kills;
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Outcomes">
      <table>
        <thead>
          <tr>
            <th scope="col">Killed after step</th>
            <th scope="col" class="event">What had happened</th>
            ${paths.map((path) => html`<th scope="col"><code>${path}</code></th>`)}
            <th scope="col">Buffered bytes lost</th>
            <th scope="col"><span class="unseen">Show the run</span></th>
          </tr>
        </thead>
        <tbody>
          ${outcomes.map((outcome) => this.#row(killed, outcome))}
        </tbody>
      </table>
    </div>`;
  }

  #row(killed: Killed, { first, last, kill, text, files, lost }: KillOutcome) {
    const steps = first === last ? count(first) : `${count(first)} to ${count(last)}`;
    const shown = this.#use.session.state.killed.get();
    const isShown = shown?.killed === killed && shown.index === kill;
    return html`<tr aria-current=${isShown ? 'true' : nothing}>
      <td class="steps">${steps}${isShown ? html`<span class="shown">on the screen</span>` : nothing}</td>
      <td class="event">${words(text)}</td>
      ${files.map((file) => {
        const { sign, bad } = FATES[file.fate];
        return html`<td class="${file.fate} ${bad ? 'bad' : ''}">
          <span class="fate">${sign ? glyph(sign) : nothing}${file.says}</span>
          ${this.#holds(file)}
        </td>`;
      })}
      <td class="buffered">${lost ? plural(lost, 'byte') : '—'}</td>
      <td>
        <button
          data-kill=${kill}
          aria-label="Show the run that was killed after step ${last}"
          @click=${() => void this.#commands.showKill(killed, kill)}
        >
          Show
        </button>
      </td>
    </tr>`;
  }

  #holds({ fate, size, text }: KilledFile) {
    if (fate === 'lost' || fate === 'absent') return nothing;
    return size ? html`<pre>${text}</pre>` : html`<pre class="empty">empty</pre>`;
  }
}
