import { css, html, LitElement } from 'lit';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';

/** What the program has printed, as a terminal shows it. */
export class LpOutput extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        background: var(--sunk);
      }
      pre {
        margin: 0;
        padding: 0.25rem 0.875rem;
        font: 0.75rem/1.5 var(--code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .error {
        color: var(--error);
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.seen]);

  protected override render() {
    const output = this.#use.session.state.seen.get()?.output;
    const cut = output?.beforeCut ? '…\n' : '';
    // One line: what stands between the pieces would be shown.
    const pieces = output?.before.map(({ text, error }) => html`<span class=${error ? 'error' : ''}>${text}</span>`);
    return html`<pre class="output">${cut}${pieces}</pre>`;
  }
}
