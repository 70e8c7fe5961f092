import { css, html, LitElement, nothing } from 'lit';
import { raised, shared } from './shared.ts';

/** A dialog with a text to copy by hand, where the browser does not let the page use the clipboard. */
export class LpCopy extends LitElement {
  static override properties = { text: {}, note: {} };

  static override styles = [
    shared,
    raised,
    css`
      dialog {
        padding: 1rem 1.25rem 1.25rem;
        width: min(34rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: #0006;
      }
      form {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 1.5rem;
      }
      h2 {
        font-size: 0.9375rem;
        color: var(--ink);
      }
      p {
        margin: 0.625rem 0;
      }
      textarea {
        width: 100%;
        height: 9rem;
        resize: vertical;
        font: 0.75rem/1.5 var(--code);
        color: var(--ink);
        background: var(--panel);
        border: 1px solid var(--line-2);
        border-radius: 6px;
        padding: 0.5rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare text: string;
  /** What else is to be said of the text. */
  declare note: string;

  constructor() {
    super();
    this.text = '';
    this.note = '';
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    const area = this.renderRoot.querySelector('textarea');
    area?.focus();
    area?.select();
  }

  protected override render() {
    return html`<dialog aria-labelledby="title" closedby="any" @close=${() => this.remove()}>
      <form method="dialog">
        <h2 id="title">Copy this text</h2>
        <button>Close</button>
      </form>
      <p>The browser does not let this page use the clipboard. The text is selected: press Ctrl C, or ⌘ C on a Mac.</p>
      <textarea readonly aria-label="Text to copy" .value=${this.text}></textarea>
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
    </dialog>`;
  }
}
