import { css, html, LitElement, nothing } from 'lit';
import { glyph } from '../glyphs.ts';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/** The selected step in words: what happened, and why. */
export class LpStep extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        padding: 0.625rem 0.875rem;
        border-bottom: 1px solid var(--line);
      }
      p {
        margin: 0;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.seen]);

  protected override render() {
    const moment = this.#use.session.state.seen.get()?.moment;
    if (!moment) return nothing;
    return html`<p class="what">
      ${glyph(moment.kind ?? '')} <span class="text">${words(moment.text || 'before the first event')}</span>
    </p>`;
  }
}
