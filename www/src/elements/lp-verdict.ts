import { css, html, LitElement, nothing } from 'lit';
import { glyph } from '../glyphs.ts';
import { UseSession } from '../session/context.ts';
import { shared, verdict } from './shared.ts';
import { severitySign } from './tip.ts';

/** What is true at the selected step, and at the last one of the whole run. */
export class LpVerdict extends LitElement {
  static override styles = [
    shared,
    verdict,
    css`
      :host {
        display: block;
        padding: 0.5rem 0.875rem;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.run]);

  protected override render() {
    const run = this.#use.session.state.run.get();
    if (!run) return nothing;
    const { severity, sentence } = run.verdict;
    return html`<p class="verdict ${severity}" role="status">${glyph(severitySign(severity))}<span>${sentence}</span></p>`;
  }
}
