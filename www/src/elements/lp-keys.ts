import { css, html, LitElement } from 'lit';
import { raised, shared } from './shared.ts';

const KEYS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Anywhere',
    [
      ['F8', 'step forward, also while you type'],
      ['Shift F8', 'step back, also while you type'],
    ],
  ],
  [
    'Outside the editor and text fields',
    [
      ['← →', 'step back, step forward'],
      ['Home End', 'go to the first step, to the last step'],
      ['P', 'play or pause'],
      ['+ −', 'zoom in, zoom out'],
      ['0', 'show the whole run'],
      ['Shift ← →', 'move the timeline left, right'],
      ['T', 'switch the timeline between steps and time'],
      ['E', 'go to the editor'],
      ['?', 'show this list'],
    ],
  ],
  [
    'On the timeline, the picture',
    [
      ['← →', 'step, and read what happened at the sign'],
      ['Enter', 'go to the end of the scope around the step'],
      ['Esc', 'take the explanation away'],
    ],
  ],
  [
    'In the log, the table and the output',
    [
      ['↑ ↓', 'go to the row above, to the row below'],
      ['Page ↑ Page ↓', 'go up, go down by a page (log and table)'],
    ],
  ],
  [
    'In the editor',
    [
      ['Tab', 'indent'],
      ['Esc, then Tab', 'leave the editor'],
      ['Ctrl Z', 'undo, also what “Insert” or a setting has changed; each program has its own history'],
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
        padding: 1.125rem 1.375rem 1.25rem;
        max-width: min(30rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 3rem);
        overflow: auto;
      }
      dialog::backdrop {
        background: #0006;
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 1.5rem;
      }
      h1 {
        font: 600 0.9375rem/1 var(--text);
        margin: 0;
      }
      h2 {
        margin: 1rem 0 0.375rem;
      }
      dl {
        display: grid;
        grid-template-columns: 6.75rem 1fr;
        gap: 0.3125rem 0.875rem;
        margin: 0;
      }
      dt {
        font: 0.75rem/1.5 var(--code);
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
      <div class="head">
        <h1 id="title">Keys</h1>
        <form method="dialog"><button>Close</button></form>
      </div>
      ${KEYS.map(
        ([where, keys]) => html`<h2>${where}</h2>
          <dl>
            ${keys.map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}
          </dl>`,
      )}
    </dialog>`;
  }
}
