import { css, html, LitElement, nothing } from 'lit';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';

/** The badge of a panel that shows an earlier program. Empty while the panel is up to date. */
export class LpOutdated extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline;
      }
      span {
        display: inline-block;
        border: 1px dashed var(--error);
        border-radius: 4px;
        padding: 0.125rem 0.375rem;
        background: var(--panel);
        color: var(--error);
        font: 500 0.71875rem/1.3 var(--text);
        white-space: nowrap;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.outdated]);

  protected override render() {
    return this.#use.session.state.outdated.get() ? html`<span>of an earlier version</span>` : nothing;
  }
}
