import { css, html, LitElement, nothing } from 'lit';
import { UseSession } from '../session/context.ts';
import { part } from '../session/value.ts';
import { shared } from './shared.ts';

/** How much closer one press zooms. */
const FACTOR = 1.6;

/** The corner left of a timeline's plot: how the plot is laid out, which part of it is in sight, and the names of the two rows beside it. */
export class LpAxis extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: var(--ruler) var(--events) 1fr;
        border-right: 1px solid var(--line);
        border-bottom: 1px solid var(--line);
        background: var(--panel);
        color: var(--ink-2);
        font-size: 0.75rem;
        line-height: 1.2;
      }
      .controls {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding: 0 0.375rem;
      }
      .set {
        display: flex;
      }
      button {
        min-height: 1.5rem;
        min-width: 1.5rem;
        padding: 0 0.3125rem;
        font-size: 0.71875rem;
        font-weight: 400;
        border-radius: 0;
        border-color: var(--line);
        margin-left: -1px;
      }
      .set button:first-child {
        border-radius: 5px 0 0 5px;
        margin-left: 0;
      }
      .set button:last-child {
        border-radius: 0 5px 5px 0;
      }
      button[aria-pressed='true'],
      button:focus-visible {
        position: relative;
        z-index: 1;
      }
      .name {
        align-self: center;
        padding-left: 0.875rem;
      }
      .scopes {
        align-self: start;
        padding-top: 0.125rem;
      }
      /* On a narrow screen the zoom takes the place of the name of the row below. */
      @media (max-width: 44.99rem) {
        .controls {
          display: contents;
        }
        .set {
          align-items: center;
          padding: 0 0.125rem;
        }
        .events {
          display: none;
        }
        .name {
          padding-left: 0.5rem;
        }
        button {
          flex: auto;
          padding: 0 0.0625rem;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [
    part(state.look, (look) => look.timeline.axis),
    part(state.look, (look) => look.timeline.part),
  ]);

  protected override render() {
    const { state, view } = this.#use.session;
    const { axis, part } = state.look.get().timeline;
    const isAll = part === null;
    return html`
      <div class="controls">
        <div class="set" role="group" aria-label="Axis">
          ${button('steps', 'By steps (T)', () => view.setAxis('step'), { pressed: axis === 'step' })}
          ${button('time', 'By time (T)', () => view.setAxis('time'), { pressed: axis === 'time' })}
        </div>
        <div class="set zoom" role="group" aria-label="Zoom">
          ${button('−', 'Zoom out (−)', () => view.zoom(1 / FACTOR), { off: isAll })}
          ${button('whole', 'The whole run (0)', () => view.whole(), { off: isAll })}
          ${button('+', 'Zoom in (+)', () => view.zoom(FACTOR))}
        </div>
      </div>
      <span class="name events" aria-hidden="true">events</span>
      <span class="name scopes" aria-hidden="true">scopes</span>
    `;
  }
}

function button(text: string, label: string, act: () => void, { pressed, off = false }: { pressed?: boolean; off?: boolean } = {}) {
  return html`<button
    aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
    title=${label}
    aria-label=${label}
    ?disabled=${off}
    @click=${act}
  >
    ${text}
  </button>`;
}
