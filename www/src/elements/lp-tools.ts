import { css, html, LitElement, nothing } from 'lit';
import type { SettingChange } from '../editor/settings.ts';
import { TRIGGERS, type Trigger } from '../editor/triggers.ts';
import { glyph } from '../glyphs.ts';
import type { Panics } from '../process/messages.ts';
import { UseSession } from '../session/context.ts';
import { items } from './lp-menu.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/** The sign of the event that each trigger makes happen. */
const SIGNS: Readonly<Record<Trigger, string>> = {
  nest: 'scope-entered',
  fail: 'error-raised',
  return: 'scope-leaving',
  panic: 'panic-raised',
  'panic-in-drop': 'clean-up-started',
  forget: 'forgotten',
  abort: 'exited',
};

/** What a panic does. */
const PANICS: readonly (readonly [Panics | 'both', string])[] = [
  ['unwind', 'It leaves scope after scope and drops their variables, as Rust does unless told otherwise'],
  ['abort', 'It ends the program at once, as `panic = "abort"` in Cargo.toml says'],
  ['both', 'The program runs both ways, one timeline above the other'],
];

/**
 * The row above the code: the settings of the simulated machine, what can be inserted, and how the
 * program is run.
 *
 * @fires lp-trigger - the person wants something inserted at the cursor; `detail` is its {@link Trigger}.
 * @fires lp-setting - the person changes a setting; `detail` is the {@link SettingChange}.
 */
export class LpTools extends LitElement {
  static override styles = [
    shared,
    items,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.375rem;
        height: 2.25rem;
        min-width: 0;
        padding: 0 0.5rem 0 0.625rem;
        border-bottom: 1px solid var(--line);
      }
      lp-settings {
        flex: 1 1 auto;
        min-width: 0;
      }
      .mode {
        flex: none;
        color: var(--ink);
        font-size: 0.75rem;
        font-weight: 600;
        white-space: nowrap;
      }
      .item {
        display: grid;
        grid-template-columns: 1.125rem minmax(0, 1fr);
        gap: 0.0625rem 0.375rem;
        align-items: baseline;
        justify-content: start;
      }
      .glyph {
        translate: 0 1px;
      }
      .item .says {
        grid-column: 2;
        line-height: 1.35;
      }
      .tick {
        color: var(--accent);
      }
      .sign {
        display: inline-flex;
        gap: 0.375rem;
        align-items: center;
      }
      .insert {
        --menu-width: 21rem;
      }
      .run {
        --menu-width: 23rem;
      }
      h3 {
        margin: 0;
        padding: 0.375rem 0.625rem 0.125rem;
        font: 600 0.75rem/1.3 var(--text);
        color: var(--ink-2);
      }
      hr {
        margin: 0.25rem 0.375rem;
        border: none;
        border-top: 1px solid var(--line);
      }
      @media (forced-colors: active) {
        [aria-checked='true'] :is(.says, .tick) {
          color: HighlightText;
        }
      }
      @media (pointer: coarse) {
        :host {
          height: 2.75rem;
        }
      }
      @media (max-width: 19.99rem) {
        :host {
          height: auto;
          flex-wrap: wrap;
        }
      }
      @media (max-width: 44.99rem) {
        /* The Run menu says it too. */
        .mode {
          display: none;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.panics, state.disk, state.run, state.outdated]);

  get #state() {
    return this.#use.session.state;
  }

  #insert(trigger: Trigger): void {
    this.dispatchEvent(new CustomEvent<Trigger>('lp-trigger', { detail: trigger, bubbles: true, composed: true }));
  }

  protected override render() {
    const panics = this.#state.panics.get();
    const runs = (this.#state.run.get()?.runsOnDisk ?? 0) + 1;
    const mode = [panics === 'unwind' ? null : `panic = ${panics}`, runs > 1 ? `run ${runs} on this disk` : null].filter((part) => part !== null);
    return html`
      <lp-settings></lp-settings>
      <span class="mode" role="status">${mode.join(' · ')}</span>
      ${this.#insertMenu()} ${this.#runMenu(panics, runs)}
    `;
  }

  #insertMenu() {
    return html`<lp-menu class="insert" label="Insert" align="end">
      <span slot="label" class="sign">${glyph('panic-raised')} Insert <span aria-hidden="true">▾</span></span>
      <h3>Insert at the cursor</h3>
      ${TRIGGERS.map(
        ({ name, label, says }) => html`<button class="item" data-item data-closes data-trigger=${name} @click=${() => this.#insert(name)}>
          ${glyph(SIGNS[name])}<span>${label}</span><span class="says">${says}</span>
        </button>`,
      )}
    </lp-menu>`;
  }

  #runMenu(panics: Panics | 'both', runs: number) {
    const { commands } = this.#use.session;
    const isOff = this.#state.outdated.get() || !this.#state.run.get();
    return html`<lp-menu class="run" label="Run …" align="end">
      <h3 id="panic">When a panic happens</h3>
      <div role="radiogroup" aria-labelledby="panic">
        ${PANICS.map(
          ([name, says]) => html`<button
            class="item"
            role="radio"
            data-item
            data-panic=${name}
            aria-checked=${name === panics ? 'true' : 'false'}
            aria-labelledby="name-${name}"
            aria-describedby="says-${name}"
            @click=${() => this.#state.panics.set(name)}
          >
            <span class="tick" aria-hidden="true">${name === panics ? '●' : '○'}</span><span id="name-${name}">${name}</span
            ><span class="says" id="says-${name}">${words(says)}</span>
          </button>`,
        )}
      </div>
      <hr />
      <h3>The disk: ${runs > 1 ? `this is run ${runs} on it` : 'fresh, with the files of the `//@` lines'.replaceAll('`', '')}</h3>
      <button class="item again" data-item data-closes ?disabled=${isOff} @click=${() => void commands.startAgain()}>
        ${glyph('disk-carried-on')}<span>Start again on this disk</span
        ><span class="says">The program begins once more, and finds the files that this run has left</span>
      </button>
      ${this.#state.disk.get()
        ? html`<button class="item afresh" data-item data-closes @click=${() => commands.startAfresh()}>
            ${glyph('path-changed')}<span>Fresh disk</span><span class="says">The program begins with the files of its <code>//@</code> lines</span>
          </button>`
        : nothing}
      <button class="item kills" data-item data-closes ?disabled=${isOff} @click=${() => void commands.killEverywhere()}>
        ${glyph('exited')}<span>Kill at every step…</span><span class="says">What is on the disk if the program is killed here, or here, or here?</span>
      </button>
    </lp-menu>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lp-trigger': CustomEvent<Trigger>;
    'lp-setting': CustomEvent<SettingChange>;
  }
}
