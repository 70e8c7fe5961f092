import { css, html, LitElement } from 'lit';
import { raised, shared } from './shared.ts';

const KEYS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Anywhere',
    [
      ['F8', 'a step forward, also while typing'],
      ['Shift F8', 'a step back, also while typing'],
    ],
  ],
  [
    'Outside of the editor and of text fields',
    [
      ['← →', 'a step back, a step forward'],
      ['Home End', 'the first step, the last'],
      ['P', 'play or pause'],
      ['+ −', 'zoom the timeline in, out'],
      ['0', 'the whole run'],
      ['Shift ← →', 'move along the timeline'],
      ['T', 'the timeline by steps or by time'],
      ['E', 'go to the editor'],
      ['?', 'this list'],
    ],
  ],
  [
    'In the log and in the table',
    [
      ['↑ ↓', 'the row above, the row below'],
      ['Page ↑ Page ↓', 'a page of rows'],
    ],
  ],
  [
    'In the editor',
    [
      ['Tab', 'indent'],
      ['Esc, then Tab', 'leave the editor'],
      ['Ctrl Z', 'undo, a trigger too; each program has its own'],
    ],
  ],
];

/** The list of keys, as a dialog. */
export class LpKeys extends LitElement {
  static override styles = [
    shared,
    raised,
    css`
      dialog {
        padding: 18px 22px 20px;
        max-width: min(480px, calc(100vw - 32px));
        max-height: calc(100dvh - 48px);
        overflow: auto;
      }
      dialog::backdrop {
        background: #0006;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 24px;
      }
      h1 {
        font: 600 15px/1 var(--text);
        margin: 0;
      }
      h2 {
        margin: 16px 0 6px;
      }
      dl {
        display: grid;
        grid-template-columns: 108px 1fr;
        gap: 5px 14px;
        margin: 0;
      }
      dt {
        font: 12px/1.5 var(--code);
      }
      dd {
        margin: 0;
      }
    `,
  ];

  /** Shows the dialog. */
  open(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="title" closedby="any">
      <header>
        <h1 id="title">Keys</h1>
        <form method="dialog"><button>Close</button></form>
      </header>
      ${KEYS.map(
        ([where, keys]) => html`<h2>${where}</h2>
          <dl>
            ${keys.map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}
          </dl>`,
      )}
    </dialog>`;
  }
}
