import { css, html, LitElement } from 'lit';
import { shared } from './shared.ts';

/** The row above the code: the settings of the simulated machine, what can be inserted, and how the program is run. */
export class LpTools extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--line);
      }
    `,
  ];

  protected override render() {
    return html`<lp-triggers></lp-triggers><lp-machine
        @lp-kills=${() => (this.getRootNode() as ShadowRoot).querySelector('lp-kills')?.open()}
      ></lp-machine>`;
  }
}
