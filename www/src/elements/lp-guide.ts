import { css, html, LitElement } from 'lit';
import { UseSession } from '../session/context.ts';
import { scenarioOf } from '../session/document.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/** The sentence of the scenario, and one thing to do next. */
export class LpGuide extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        padding: 0.75rem 0.875rem;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.document]);

  protected override render() {
    const scenario = scenarioOf(this.#use.session.state.document.get());
    return html`<p class="says">${words(scenario?.says ?? '')}</p><lp-notice></lp-notice>`;
  }
}
