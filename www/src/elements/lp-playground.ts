import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import type { SettingChange } from '../editor/settings.ts';
import type { Trigger } from '../editor/triggers.ts';
import { sessionContext } from '../session/context.ts';
import { press } from '../session/keys.ts';
import { keepSizes, readSizes, type Panel, type Sizes } from '../session/panels.ts';
import { Session } from '../session/session.ts';
import { Watch } from '../session/watch.ts';
import type { LpEditor } from './lp-editor.ts';
import { Media, NARROW } from './media.ts';
import { shared } from './shared.ts';

/** The panels that share one place on a narrow screen. */
const TABS = ['code', 'moment', 'output', 'guide'] as const;
type Tab = (typeof TABS)[number];

const TAB_NAMES: Readonly<Record<Tab, string>> = { code: 'Code', moment: 'State', output: 'Output', guide: 'Guide' };

/** How large a panel may be, in CSS pixels, and which part of the playground it may take at most. */
const BOUNDS: Readonly<Record<Panel, { least: number; share: number }>> = {
  guide: { least: 160, share: 0.28 },
  now: { least: 220, share: 0.38 },
  output: { least: 48, share: 0.4 },
  lower: { least: 120, share: 0.5 },
};

/**
 * One playground: a program, its run, and the panels that show it. Several on a page are independent.
 *
 * Below 1,100 pixels the guide is a strip above the code. Below 720 the panels share one place, and the
 * sentence of the step stays in sight below it.
 *
 * @fires lp-keys - the person wants the list of keys.
 */
export class LpPlayground extends LitElement {
  static override properties = { session: { attribute: false }, sizes: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template:
          'guide guide-edge program now-edge now' minmax(12rem, 1fr)
          'low-edge low-edge low-edge low-edge low-edge' 1px
          'steps steps steps steps steps' min-content
          'lower lower lower lower lower' var(--lower, fit-content(var(--lower-most)))
          / var(--guide, 16.25rem) 1px minmax(0, 1fr) 1px var(--now, 23rem);
        min-height: 0;
        min-width: 0;
        overflow: auto;
        background: var(--panel);
        /* As high as what is in it, up to this. */
        --lower-most: 36%;
      }
      :host([two]) {
        --lower-most: 54%;
      }
      .guide {
        grid-area: guide;
      }
      .guide-edge {
        grid-area: guide-edge;
      }
      .now-edge {
        grid-area: now-edge;
      }
      .low-edge {
        grid-area: low-edge;
      }
      .program {
        grid-area: program;
        display: grid;
        grid-template-rows: minmax(0, 1fr) 1px var(--output, 5.75rem);
      }
      .code {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
      }
      .now {
        grid-area: now;
      }
      .column {
        height: 100%;
        display: flex;
        flex-direction: column;
        contain: strict;
      }
      .column lp-step {
        flex: none;
        max-height: 45%;
      }
      .column lp-moment {
        flex: 1 1 0;
        min-height: 4.5rem;
      }
      .column lp-verdict {
        flex: none;
        max-height: 32%;
      }
      .guide,
      .program,
      .code,
      .now,
      .lower {
        min-width: 0;
        min-height: 0;
      }
      lp-steps {
        grid-area: steps;
      }
      .lower {
        grid-area: lower;
        display: grid;
        /* On a phone that lies down all of the page scrolls; this is not squeezed out. */
        min-height: 7.5rem;
        grid-auto-rows: minmax(0, auto);
      }
      lp-step,
      lp-verdict {
        overflow: auto;
      }
      lp-steps,
      .lower {
        contain: layout style;
      }
      /* An earlier program has no colours: they tell what happens in the one that is there. */
      :host([data-outdated]) :is(lp-step, lp-moment, lp-verdict, lp-output, .lower) {
        filter: grayscale(1);
      }
      .tabs {
        display: none;
      }
      @media (max-width: 68.74rem) {
        :host {
          grid-template:
            'guide guide guide' fit-content(20%)
            'program now-edge now' minmax(12rem, 1fr)
            'low-edge low-edge low-edge' 1px
            'steps steps steps' min-content
            'lower lower lower' var(--lower, fit-content(var(--lower-most)))
            / minmax(0, 1fr) 1px var(--now, 20rem);
        }
        .guide-edge {
          display: none;
        }
      }
      @media (max-width: 44.99rem) {
        :host {
          grid-template:
            'tabs' min-content
            'panel' minmax(10rem, 1fr)
            'step' fit-content(30%)
            'verdict' min-content
            'notice' min-content
            'steps' min-content
            'lower' fit-content(calc(var(--lower-most) - 6%))
            / minmax(0, 1fr);
        }
        .program,
        .now,
        .column {
          display: contents;
        }
        .guide,
        .code,
        lp-moment,
        lp-output {
          grid-area: panel;
        }
        .column :is(lp-step, lp-moment, lp-verdict) {
          max-height: none;
          min-height: 0;
        }
        lp-step {
          grid-area: step;
        }
        lp-verdict {
          grid-area: verdict;
        }
        .notice {
          grid-area: notice;
        }
        lp-divider {
          display: none;
        }
        .tabs {
          grid-area: tabs;
          display: grid;
          grid-template-columns: repeat(auto-fit, minmax(min(6rem, 50%), 1fr));
        }
        .tabs button {
          border: none;
          border-radius: 0;
          background: none;
          color: var(--ink-2);
          min-height: 2.5rem;
          box-shadow: inset 0 -1px 0 var(--line);
        }
        .tabs button[aria-selected='true'] {
          color: var(--ink);
          box-shadow: inset 0 -2px 0 var(--accent);
        }
        .tabs button:focus-visible {
          outline-offset: -3px;
        }
        .away {
          display: none !important;
        }
      }
    `,
  ];

  /** The session to show. Without one the element makes its own while it is connected. */
  declare session: Session | null;
  declare private sizes: Sizes;

  readonly #narrow = new Media(this, NARROW);
  #provider = new ContextProvider(this, { context: sessionContext });
  #own: Session | null = null;

  constructor() {
    super();
    this.session = null;
    this.addEventListener('lp-let-go', () => this.#takeFocus());
    this.sizes = readSizes();
    new Watch(this, () => {
      const { tab, panics, form, outdated, killed } = this.#session.state;
      return [tab, panics, form, outdated, killed];
    });
  }

  get #session(): Session {
    return this.session ?? (this.#own ??= beginAlone());
  }

  override connectedCallback(): void {
    this.#provider.setValue(this.#session);
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
    this.#own?.close();
    this.#own = null;
  }

  /** A key belongs to the playground that has the focus; while none has it, to the first one of the page. */
  #key = (event: KeyboardEvent) => {
    const inside = event.composedPath().includes(this);
    // A dialog that is open keeps its keys.
    if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    const isElsewhere = event.composedPath().some((node) => node instanceof LpPlayground);
    if (!inside && (isElsewhere || document.querySelector('lp-app') !== (this.getRootNode() as ShadowRoot).host)) return;
    const { playback, view } = this.#session;
    const done = press(event, {
      step: (move) => playback.step(move),
      play: () => playback.toggle(),
      zoom: (factor) => view.zoom(factor),
      pan: (share) => view.pan(share),
      whole: () => view.whole(),
      toggleAxis: () => view.toggleAxis(),
      goToEditor: () => this.#editor()?.focusText(),
      showKeys: () => this.dispatchEvent(new CustomEvent('lp-keys', { bubbles: true, composed: true })),
    });
    if (done) event.preventDefault();
  };

  /** Takes the focus from a control that goes, or it would fall to the page. */
  #takeFocus = () => this.renderRoot.querySelector('lp-tools')?.focus();

  #editor(): LpEditor | null {
    return this.renderRoot.querySelector('lp-editor');
  }

  #trigger({ detail }: CustomEvent<Trigger>): void {
    const inserted = this.#editor()?.insert(detail);
    if (!inserted) this.#session.state.notice.set('There is no function here to insert this into. Write `fn main() { }` first.');
  }

  #setting({ detail }: CustomEvent<SettingChange>): void {
    this.#editor()?.write(detail);
  }

  #line({ detail }: CustomEvent<number>): void {
    this.#session.state.tab.set('code');
    this.#editor()?.showLine(detail);
  }

  #go({ detail }: CustomEvent<number>): void {
    this.#session.state.tab.set('code');
    this.#editor()?.goTo(detail);
  }

  #tabKey(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const { tab } = this.#session.state;
    const next = TABS[(TABS.indexOf(tab.get()) + by + TABS.length) % TABS.length]!;
    tab.set(next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  #size(panel: Panel, { detail }: CustomEvent<number | null>): void {
    const { [panel]: _, ...others } = this.sizes;
    this.sizes = detail === null ? others : { ...others, [panel]: detail };
    keepSizes(this.sizes);
  }

  protected override updated(): void {
    // Two runs, one below the other, take more of the height.
    this.toggleAttribute('two', this.#session.state.panics.get() === 'both');
    const isOutdated = this.#session.state.outdated.get();
    this.toggleAttribute('data-outdated', isOutdated);
    // The panels draw their content with this opacity: paler, but still readable.
    this.style.setProperty('--strength', isOutdated ? '0.97' : '1');
    for (const panel of Object.keys(BOUNDS) as Panel[]) {
      const size = this.sizes[panel];
      if (size === undefined) this.style.removeProperty(`--${panel}`);
      else this.style.setProperty(`--${panel}`, `min(${size}px, ${BOUNDS[panel].share * 100}%)`);
    }
  }

  protected override render() {
    const { state } = this.#session;
    const tab = state.tab.get();
    const away = (of: Tab) => (tab === of ? '' : 'away');
    return html`
      <div class="tabs" role="tablist" aria-label="Panels" @keydown=${this.#tabKey}>
        ${TABS.map(
          (each) => html`<button
            role="tab"
            id="tab-${each}"
            aria-selected=${tab === each ? 'true' : 'false'}
            tabindex=${tab === each ? 0 : -1}
            @click=${() => state.tab.set(each)}
          >
            ${TAB_NAMES[each]}
          </button>`,
        )}
      </div>
      <lp-guide class="guide ${away('guide')}"></lp-guide>
      ${this.#divider('guide', 'x', 'before')}
      <section class="program" aria-label="Program" @lp-go=${this.#go} @lp-trigger=${this.#trigger} @lp-setting=${this.#setting}>
        <div class="code ${away('code')}">
          <lp-tools></lp-tools>
          <lp-editor></lp-editor>
          <lp-problems></lp-problems>
        </div>
        ${this.#divider('output', 'y', 'after')}
        <lp-output class=${away('output')}></lp-output>
      </section>
      ${this.#divider('now', 'x', 'after')}
      <div class="now" @lp-line=${this.#line}>
        <div class="column">
          <lp-step></lp-step>
          <lp-moment class=${away('moment')}></lp-moment>
          <lp-verdict></lp-verdict>
        </div>
      </div>
      ${this.#narrow.matches ? html`<lp-notice class="notice"></lp-notice>` : nothing}
      ${this.#divider('lower', 'y', 'after')}
      <lp-steps></lp-steps>
      <div class="lower">${this.#lower()}</div>
      <lp-kills></lp-kills>
    `;
  }

  #lower() {
    const { state } = this.#session;
    // A run that was killed on purpose has none beside it.
    const beside = state.panics.get() === 'both' && !state.killed.get() ? html`<lp-beside></lp-beside>` : nothing;
    switch (state.form.get()) {
      case 'log':
        return html`<lp-log></lp-log>`;
      case 'table':
        return html`<lp-table></lp-table>${beside}`;
      case 'picture':
        return html`<lp-timeline></lp-timeline>${beside}`;
    }
  }

  #divider(panel: Panel, axis: 'x' | 'y', side: 'before' | 'after') {
    const { least, share } = BOUNDS[panel];
    const names: Readonly<Record<Panel, string>> = { guide: 'the guide', now: 'the state', output: 'the output', lower: 'the timeline' };
    const classes: Readonly<Record<Panel, string>> = { guide: 'guide-edge', now: 'now-edge', output: 'output-edge', lower: 'low-edge' };
    const whole = axis === 'x' ? this.clientWidth : this.clientHeight;
    return html`<lp-divider
      class=${classes[panel]}
      axis=${axis}
      side=${side}
      label=${names[panel]}
      .least=${least}
      .most=${Math.round(whole * share)}
      .size=${this.#measured(panel)}
      @pointerenter=${() => this.requestUpdate()}
      @focusin=${() => this.requestUpdate()}
      @lp-size=${(event: CustomEvent<number | null>) => this.#size(panel, event)}
    ></lp-divider>`;
  }

  /** The size of a panel as it is drawn; what the person chose may not fit. */
  #measured(panel: Panel): number {
    const selectors: Readonly<Record<Panel, string>> = { guide: '.guide', now: '.now', output: 'lp-output', lower: '.lower' };
    const box = this.renderRoot.querySelector(selectors[panel])?.getBoundingClientRect();
    if (!box) return this.sizes[panel] ?? 0;
    return panel === 'guide' || panel === 'now' ? box.width : box.height;
  }
}

/** A session of its own, on the first scenario. */
function beginAlone(): Session {
  const session = new Session();
  session.openScenario();
  return session;
}
