import { css, html, LitElement, nothing } from 'lit';
import { UseSession } from '../session/context.ts';
import { part } from '../session/value.ts';
import { shared } from './shared.ts';

/** The buttons that say how the timeline is seen: its axis, its part, its form; and what it is exported as. */
export class LpView extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 10px;
      }
      .set {
        display: flex;
      }
      .set button {
        min-height: 26px;
        padding: 0 9px;
        font-size: 12px;
        font-weight: 400;
        border-radius: 0;
        margin-left: -1px;
      }
      .set button:first-child {
        border-radius: 6px 0 0 6px;
        margin-left: 0;
      }
      .set button:last-child {
        border-radius: 0 6px 6px 0;
      }
      .set button[aria-pressed='true'],
      .set button:focus-visible {
        position: relative;
        z-index: 1;
      }
      @media (max-width: 719px) {
        :host {
          gap: 6px;
          width: 100%;
        }
        .set.zoom {
          display: none;
        }
        .set button {
          min-height: 30px;
        }
        lp-export {
          margin-left: auto;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [
    part(state.look, (look) => look.timeline.axis),
    part(state.look, (look) => look.timeline.part),
    state.form,
  ]);

  get #state() {
    return this.#use.session.state;
  }

  protected override render() {
    const { axis, part } = this.#state.look.get().timeline;
    const isAll = part === null;
    const isTable = this.#state.form.get() === 'table';
    return html`
      <div class="set" role="group" aria-label="Axis" ?hidden=${isTable}>
        ${this.#button('steps', 'By steps (T)', () => this.#use.session.view.setAxis('step'), { pressed: axis === 'step' })}
        ${this.#button('time', 'By time (T)', () => this.#use.session.view.setAxis('time'), { pressed: axis === 'time' })}
      </div>
      <div class="set zoom" role="group" aria-label="Zoom" ?hidden=${isTable}>
        ${this.#button('−', 'Zoom out (−)', () => this.#use.session.view.zoom(1 / 1.6), { off: isAll })}
        ${this.#button('whole', 'The whole run (0)', () => this.#use.session.view.whole(), { off: isAll })}
        ${this.#button('+', 'Zoom in (+)', () => this.#use.session.view.zoom(1.6))}
      </div>
      <div class="set" role="group" aria-label="Form">
        ${this.#button('picture', 'As a picture', () => this.#state.form.set('picture'), { pressed: !isTable })}
        ${this.#button('table', 'As a table', () => this.#state.form.set('table'), { pressed: isTable })}
      </div>
      <lp-export></lp-export>
    `;
  }

  #button(text: string, label: string, act: () => void, { pressed, off = false }: { pressed?: boolean; off?: boolean } = {}) {
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
}
