import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { count, duration, plural } from '../format.ts';
import { glyph } from '../glyphs.ts';
import type { ClosedHandle, DiskFile, HandleState, Moment, ScopeState } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import type { Pointed } from '../session/state.ts';
import { shared } from './shared.ts';
import { explained, words } from './words.ts';

/** What a handle that is not simply open is doing. */
const STATES: Readonly<Record<HandleState['state'], string>> = {
  acquiring: 'being opened',
  open: '',
  'cleaning-up': 'in its clean-up',
  forgotten: 'forgotten',
  leaked: 'leaked',
};

/** How a program ended, by the name in the journal. */
const ENDINGS: Readonly<Record<string, string>> = {
  returned: '`main` returned',
  failed: '`main` returned an error',
  panicked: 'A panic left `main`',
  'exit called': '`exit` was called',
  stopped: 'The playground stopped the program',
  aborted: 'The program aborted',
  killed: 'The program was killed',
};

/**
 * The state after the selected step: what is on its way, the scopes, the handles, the disk.
 *
 * A row lights up what belongs to it in the other panels. Choosing a handle selects the step at which it
 * was opened, or closed; choosing a scope shows its line.
 *
 * @fires lp-line - the person wants to see a line of the program; `detail` is its number.
 */
export class LpMoment extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
      }
      .all {
        contain: strict;
        height: 100%;
        overflow: auto;
        padding: 0 0.875rem 0.75rem;
        opacity: var(--strength, 1);
      }
      .all:focus-visible {
        outline-offset: -2px;
      }
      section {
        padding-top: 0.625rem;
      }
      h2 {
        padding-bottom: 0.25rem;
      }
      ol,
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      p {
        margin: 0;
      }
      .none {
        color: var(--ink-2);
      }
      .travels {
        margin-top: 0.625rem;
        padding: 0.3125rem 0.625rem;
        border: 1px solid var(--error);
        border-left-width: 4px;
        border-radius: 4px;
        background: var(--error-soft);
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
        overflow-wrap: anywhere;
      }
      .travels.panic {
        border-color: var(--panic);
        background: var(--panic-soft);
      }
      button {
        all: unset;
        box-sizing: border-box;
        cursor: pointer;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 0.625rem;
        align-items: baseline;
        width: calc(100% + 0.75rem);
        margin: 0 -0.375rem;
        padding: 0.125rem 0.375rem;
        border-radius: 4px;
        border-left: 3px solid transparent;
      }
      button:hover,
      .lit {
        background: var(--step-line);
      }
      .lit {
        outline: 1px solid var(--accent);
        outline-offset: -1px;
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .name {
        font-family: var(--code);
        font-size: 0.78125rem;
        overflow-wrap: anywhere;
      }
      .name b {
        font-weight: 600;
      }
      .fact,
      .facts {
        color: var(--ink-2);
        font-size: 0.75rem;
        font-variant-numeric: tabular-nums;
      }
      .fact {
        white-space: nowrap;
      }
      .facts {
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }
      .facts b {
        color: var(--ink);
      }
      .how {
        color: var(--ink-2);
        font: 0.75rem/1.4 var(--text);
        margin-left: 0.375rem;
      }
      .how .glyph {
        vertical-align: -0.1em;
      }
      .unwinding .how {
        color: var(--panic);
      }
      .handle button {
        border-left-color: var(--open);
      }
      .handle.acquiring button {
        border-left-style: dashed;
      }
      .handle.cleaning-up button {
        border-left-style: double;
      }
      .handle.forgotten button,
      .handle.leaked button {
        border-left: 3px dashed var(--leaked);
      }
      .state {
        font-weight: 600;
        color: var(--ink);
      }
      .forgotten .state,
      .leaked .state,
      .lost {
        color: var(--leaked);
        font-weight: 600;
      }
      .bad {
        color: var(--error);
        font-weight: 600;
      }
      /* The tail of a long list costs nothing while it is out of sight. */
      .handles li:nth-child(n + 9),
      .closed li:nth-child(n + 9),
      .files li:nth-child(n + 9) {
        content-visibility: auto;
        contain-intrinsic-size: auto 2.5rem;
      }
      .file {
        padding: 0.125rem 0 0.25rem;
      }
      .file .top {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
        align-items: baseline;
      }
      pre {
        margin: 0.125rem 0 0;
        padding: 0.1875rem 0.5rem;
        background: var(--sunk);
        border-radius: 4px;
        font: 0.75rem/1.5 var(--code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      @media (forced-colors: active) {
        .scope button,
        .closed button {
          border-left-color: Canvas;
        }
        .lit {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
      lp-outdated {
        position: absolute;
        right: 0.5rem;
        top: 0.375rem;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.told, state.run, state.settings, state.pointed]);

  get #state() {
    return this.#use.session.state;
  }

  #select(step: number): void {
    this.#use.session.playback.playing.set(false);
    this.#state.select(step);
  }

  protected override render() {
    const moment = this.#state.told.get()?.moment;
    if (!moment) return nothing;
    // It scrolls, so the keyboard must be able to reach it.
    return html`<div class="all" role="region" aria-label="State" tabindex="0">
        ${this.#onItsWay(moment)} ${this.#scopes(moment)} ${this.#handles(moment)} ${this.#closedSoFar(moment)} ${this.#disk(moment)}
      </div>
      <lp-outdated></lp-outdated>`;
  }

  #onItsWay({ travelling, exit }: Moment) {
    if (travelling) {
      const isPanic = travelling.what === 'panic';
      return html`<div class="travels ${travelling.what}">
        ${glyph(isPanic ? 'panic-raised' : 'error-raised')}
        <span><b>${isPanic ? 'A panic is on its way' : 'An error is on its way'}</b>: ${travelling.text}</span>
      </div>`;
    }
    if (!exit) return nothing;
    return html`<section class="exit">
      <h2>Ended with status ${exit.status}</h2>
      <p class="none">${words(ENDINGS[exit.way] ?? exit.way)}${exit.text ? html`: ${words(exit.text)}` : nothing}</p>
    </section>`;
  }

  #scopes({ scopes, exit, step }: Moment) {
    const none = exit ? 'All scopes were left.' : step ? 'No scope is open.' : 'No scope has been entered yet.';
    return html`<section>
      <h2>${explained(exit && scopes.length ? 'Scopes never left' : 'Scopes, innermost first')}</h2>
      ${scopes.length
        ? html`<ol class="scopes">${[...scopes].reverse().map((scope) => this.#scope(scope))}</ol>`
        : html`<p class="none">${none}</p>`}
    </section>`;
  }

  #scope({ label, line, progress, way }: ScopeState) {
    const how = progress === 'running' ? null : progress === 'unwinding' ? 'being left by the panic' : way === 'end' ? 'ending' : `being left by ${way}`;
    const show = () => this.dispatchEvent(new CustomEvent<number>('lp-line', { detail: line, bubbles: true, composed: true }));
    return html`<li class="scope ${progress}">
      <button
        ?disabled=${!line}
        class=${this.#isLit({ line }) ? 'lit' : ''}
        @click=${show}
        @pointerenter=${() => this.#point({ line })}
        @pointerleave=${() => this.#point(null)}
        @focus=${() => this.#point({ line })}
        @blur=${() => this.#point(null)}
      >
        <span
          ><span class="name">${label}</span>${how
            ? html`<span class="how">${glyph(progress === 'unwinding' ? 'unwinding' : 'scope-leaving')} ${words(how)}</span>`
            : nothing}</span
        >
        ${line ? html`<span class="fact">line ${line}</span>` : nothing}
      </button>
    </li>`;
  }

  #handles(moment: Moment) {
    return html`<section>
      <h2>${explained(this.#taken(moment))}</h2>
      ${moment.handles.length
        ? html`<ul class="handles">${moment.handles.map((handle) => this.#handle(handle))}</ul>`
        : html`<p class="none">${moment.step ? 'Nothing is open.' : 'Nothing is open yet.'}</p>`}
      ${moment.handles.length < moment.open ? html`<p class="none">The list shows the first ${count(moment.handles.length)}.</p>` : nothing}
    </section>`;
  }

  /** How many handles are taken, of how many that there are; locks have a table of their own. */
  #taken({ handles, open }: Moment): string {
    const limit = this.#state.settings.get().find(({ name }) => name === 'handles')?.value;
    const locks = handles.filter(({ kind, state }) => kind === 'lock' && state !== 'acquiring').length;
    const files = open - locks;
    const taken = limit ? `Open, ${count(files)} of ${limit} handles` : `Open, ${plural(files, 'handle')}`;
    return locks ? `${taken} and ${plural(locks, 'lock')}` : taken;
  }

  #handle(handle: HandleState) {
    const { name, kind, state, owner, mode, buffered, line, since } = handle;
    const isTry = state === 'acquiring';
    return this.#row(
      `handle ${state}`,
      handle,
      since,
      html`<span><span class="name"><b>${name}</b></span>${isTry && kind === 'lock' ? html`<span class="how state">being taken</span>` : STATES[state] ? html`<span class="how state">${STATES[state]}</span>` : nothing}</span>
        <span class="fact">${kind === 'lock' ? 'lock, ' : nothing}handle${isTry ? nothing : ` ${handle.handle}`}</span>
        <span class="facts"
          >${join([
            owner ? html`<code>${owner}</code>` : null,
            line ? `line ${line}` : null,
            mode || null,
            isTry ? null : `for ${duration(handle.duration)}`,
            buffered ? html`<b>${plural(buffered, 'byte')} not on the disk yet</b>` : null,
          ])}</span
        >`,
    );
  }

  #closedSoFar({ closed, closedSoFar }: Moment) {
    if (!closed.length) return nothing;
    return html`<section>
      <h2>Closed, ${count(closedSoFar)}</h2>
      <ul class="closed">${closed.map((handle) => this.#closed(handle))}</ul>
      ${closed.length < closedSoFar ? html`<p class="none">The list shows the last ${count(closed.length)}; the table has all.</p>` : nothing}
    </section>`;
  }

  #closed(handle: ClosedHandle) {
    const { name, byWorld, error, lost, releasedBy, step } = handle;
    const sign = byWorld ? 'reaped' : error ? 'release-failed' : 'released';
    return this.#row(
      '',
      handle,
      step,
      html`<span>${glyph(sign)} <span class="name">${name}</span></span>
        <span class="fact">after ${duration(handle.duration)}</span>
        <span class="facts"
          >${join([
            html`<span class="by">closed by ${words(releasedBy)}</span>`,
            error ? html`<span class="bad">${error}</span>` : null,
            lost ? html`<span class="lost">${plural(lost, 'byte')} lost</span>` : null,
          ])}</span
        >`,
    );
  }

  #row(classes: string, { resource, line }: { resource: number; line: number }, step: number, content: TemplateResult) {
    return html`<li class=${classes} data-resource=${resource}>
      <button
        class=${this.#isLit({ resource }) ? 'lit' : ''}
        @click=${() => this.#select(step)}
        @pointerenter=${() => this.#point({ resource, line })}
        @pointerleave=${() => this.#point(null)}
        @focus=${() => this.#point({ resource, line })}
        @blur=${() => this.#point(null)}
      >
        ${content}<span class="unseen">, go to step ${step}</span>
      </button>
    </li>`;
  }

  #disk({ files, moreFiles }: Moment) {
    const before = this.#state.run.get()?.runsOnDisk ?? 0;
    return html`<section>
      <h2>On the disk${before ? html`, run ${before + 1} on it` : nothing}</h2>
      ${files.length ? html`<ul class="files">${files.map((file) => this.#file(file))}</ul>` : html`<p class="none">The disk is empty.</p>`}
      ${moreFiles ? html`<p class="none">There are more files than the list shows.</p>` : nothing}
    </section>`;
  }

  #file({ path, directory, size, text, cut }: DiskFile) {
    return html`<li class="file">
      <div class="top">
        <span class="name">${path}${directory ? '/' : ''}</span>
        <span class="fact">${directory ? 'directory' : size ? plural(size, 'byte') : 'empty'}</span>
      </div>
      ${text ? html`<pre>${text}${cut ? '…' : ''}</pre>` : nothing}
    </li>`;
  }

  #isLit({ resource, line }: Pointed): boolean {
    const pointed = this.#state.pointed.get();
    if (resource) return pointed?.resource === resource;
    return !!line && !pointed?.resource && pointed?.line === line;
  }

  #point(pointed: Pointed | null): void {
    this.#state.pointed.set(pointed);
  }
}

/** The parts that there are, with dots between them. */
function join(parts: readonly (TemplateResult | string | null)[]) {
  return parts.filter((part) => part !== null).map((part, index) => (index ? html` · ${part}` : part));
}
