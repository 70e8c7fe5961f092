import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { count, duration, plural } from '../format.ts';
import { glyph } from '../glyphs.ts';
import type { ClosedHandle, DiskFile, HandleState, Moment, ScopeState } from '../messages.ts';
import { UseSession } from '../session/context.ts';
import { shared } from './shared.ts';
import { words } from './words.ts';

/** The state after the selected step: what travels, the scopes, the handles, the disk, the output. */
export class LpMoment extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 0 14px 16px;
      }
      section {
        padding-top: 14px;
      }
      h2 {
        display: flex;
        justify-content: space-between;
        padding-bottom: 7px;
      }
      h2 span {
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      .event {
        position: sticky;
        top: 0;
        z-index: 1;
        margin: 0 -14px;
        padding: 10px 14px 9px;
        min-height: 41px;
        background: var(--panel);
        border-bottom: 1px solid var(--line);
        display: grid;
        grid-template-columns: 16px 1fr auto;
        gap: 4px;
        align-items: baseline;
        font-weight: 500;
        overflow-wrap: anywhere;
      }
      .event .line {
        color: var(--ink-2);
        font-weight: 400;
        white-space: nowrap;
      }
      .travels {
        margin-top: 12px;
        padding: 8px 10px;
        border: 1px solid var(--error);
        border-left-width: 4px;
        border-radius: 4px;
        background: var(--error-soft);
        display: flex;
        gap: 8px;
        align-items: baseline;
        overflow-wrap: anywhere;
      }
      .travels.panic {
        border-color: var(--panic);
        background: var(--panic-soft);
      }
      ol,
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .none {
        color: var(--ink-3);
        margin: 0;
      }
      .scope {
        margin-left: calc(var(--depth) * 12px);
        border-left: 2px solid var(--line-2);
        padding: 2px 0 2px 8px;
        display: flex;
        gap: 8px;
        align-items: baseline;
      }
      .scope .label {
        font-family: var(--code);
        font-size: 12.5px;
      }
      .scope .line {
        margin-left: auto;
        color: var(--ink-3);
        white-space: nowrap;
      }
      .scope.leaving {
        border-left-style: dashed;
      }
      .scope.unwinding {
        border-left: 2px dashed var(--panic);
      }
      .how {
        color: var(--ink-2);
        font-size: 12px;
        white-space: nowrap;
        display: inline-flex;
        gap: 4px;
        align-items: center;
      }
      .unwinding .how {
        color: var(--panic);
      }
      .handle {
        border: 1px solid var(--line);
        border-left: 4px solid var(--open);
        border-radius: 5px;
        padding: 6px 9px 7px;
        background: var(--raised);
      }
      .handle + .handle {
        margin-top: 6px;
      }
      .handle .top {
        display: flex;
        gap: 7px;
        align-items: baseline;
      }
      .name {
        font-family: var(--code);
        font-size: 12.5px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .handle .number {
        margin-left: auto;
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .facts {
        color: var(--ink-2);
        font-size: 12px;
        font-variant-numeric: tabular-nums;
      }
      .acquiring {
        border-left-style: dashed;
      }
      .cleaning-up {
        border-left-style: double;
      }
      .forgotten,
      .leaked {
        border-left-color: var(--leaked);
        border-left-style: dashed;
      }
      .state {
        font-weight: 600;
      }
      .forgotten .state,
      .leaked .state {
        color: var(--leaked);
      }
      .lit {
        background: var(--step-line);
        outline: 1px solid var(--accent);
      }
      /* The tail of a long list costs nothing while it is out of sight. */
      .handles li:nth-child(n + 9),
      .closed li:nth-child(n + 9),
      .files li:nth-child(n + 9) {
        content-visibility: auto;
        contain-intrinsic-size: auto 42px;
      }
      .closed li {
        display: grid;
        grid-template-columns: 16px 1fr auto;
        gap: 0 5px;
        padding: 3px 4px;
        margin: 0 -4px;
        border-radius: 4px;
        align-items: baseline;
      }
      .closed .name {
        font-weight: 400;
      }
      .closed .facts {
        text-align: right;
      }
      .closed .by {
        grid-column: 2 / -1;
        color: var(--ink-2);
        font-size: 12px;
      }
      .closed .bad {
        grid-column: 2 / -1;
        font-size: 12px;
        color: var(--error);
      }
      .closed .lost {
        color: var(--leaked);
      }
      .file {
        padding: 2px 0 6px;
      }
      .file .top {
        display: flex;
        justify-content: space-between;
        gap: 8px;
      }
      .file .name {
        font-weight: 400;
      }
      pre {
        margin: 3px 0 0;
        padding: 5px 8px;
        background: var(--sunk);
        border-radius: 4px;
        font: 12px/1.5 var(--code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.seen, state.run, state.pointed]);

  get #state() {
    return this.#use.session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', 'This moment');
    // It scrolls, so the keyboard must be able to reach it.
    this.tabIndex = 0;
  }

  protected override render() {
    const moment = this.#state.seen.get()?.moment;
    if (!moment) return nothing;
    const before = this.#state.run.get()?.runsOnDisk ?? 0;
    return html`
      ${this.#travels(moment)}
      <section>
        <h2>${moment.exit && moment.scopes.length ? 'Scopes never left' : 'Scopes'}</h2>
        ${moment.scopes.length
          ? html`<ol class="scopes">${moment.scopes.map((scope, depth) => this.#scope(scope, depth))}</ol>`
          : html`<p class="none">${moment.exit ? 'all left' : 'none entered'}</p>`}
      </section>
      <section>
        <h2>Open handles <span>${count(moment.open)}</span></h2>
        ${moment.handles.length
          ? html`<ul class="handles">${moment.handles.map((handle) => this.#handle(handle))}</ul>`
          : html`<p class="none">none</p>`}
      </section>
      ${moment.closed.length
        ? html`<section>
            <h2>Closed <span>${count(moment.closedSoFar)}</span></h2>
            <ul class="closed">${moment.closed.map((each) => this.#closed(each))}</ul>
          </section>`
        : nothing}
      <section>
        <h2>Disk ${before ? html`<span>run ${before + 1} on it</span>` : nothing}</h2>
        ${moment.files.length
          ? html`<ul class="files">${moment.files.map((file) => this.#file(file))}</ul>`
          : html`<p class="none">no files</p>`}
        ${moment.moreFiles ? html`<p class="none">and more</p>` : nothing}
      </section>
    `;
  }

  #travels({ travelling, exit }: Moment) {
    if (travelling) {
      const panics = travelling.what === 'panic';
      return html`<div class="travels ${travelling.what}">
        ${glyph(panics ? 'panic-raised' : 'error-raised')}
        <span><b>${panics ? 'a panic travels' : 'an error travels'}</b>: ${travelling.text}</span>
      </div>`;
    }
    if (!exit) return nothing;
    return html`<section class="exit">
      <h2>Ended <span>status ${exit.status}</span></h2>
      <p class="none">main ${exit.way}${exit.text ? html`: ${words(exit.text)}` : nothing}</p>
    </section>`;
  }

  #scope(scope: ScopeState, depth: number) {
    return html`<li class="scope ${scope.progress}" style="--depth: ${Math.min(depth, 12)}">
      <span class="label">${scope.label}</span>
      ${scope.progress === 'running'
        ? nothing
        : html`<span class="how">
            ${glyph(scope.progress === 'unwinding' ? 'unwinding' : 'scope-leaving')}
            ${scope.progress === 'unwinding' ? 'unwinding' : `leaving by ${scope.way}`}
          </span>`}
      ${scope.line ? html`<span class="line">line ${scope.line}</span>` : nothing}
    </li>`;
  }

  #handle(handle: HandleState) {
    const isWaiting = handle.state === 'acquiring';
    return html`<li
      class="handle ${handle.state} ${this.#lit(handle.resource)}"
      data-resource=${handle.resource}
      @pointerenter=${() => this.#point(handle)}
      @pointerleave=${() => this.#state.pointed.set(null)}
    >
      <div class="top">
        <span class="name">${handle.name}</span>
        <span class="state">${handle.state === 'open' ? nothing : handle.state.replace('-', ' ')}</span>
        <span class="number">${handle.kind}${isWaiting ? nothing : ` ${handle.handle}`}</span>
      </div>
      <div class="facts">
        ${join([
          handle.owner ? html`owned by <code>${handle.owner}</code>` : null,
          handle.mode || null,
          isWaiting ? null : `for ${duration(handle.duration)}`,
          handle.buffered ? html`<b>${plural(handle.buffered, 'byte')} not on the disk yet</b>` : null,
        ])}
      </div>
    </li>`;
  }

  #closed(handle: ClosedHandle) {
    const sign = handle.byWorld ? 'reaped' : handle.error ? 'release-failed' : 'released';
    return html`<li
      class=${this.#lit(handle.resource)}
      data-resource=${handle.resource}
      @pointerenter=${() => this.#point(handle)}
      @pointerleave=${() => this.#state.pointed.set(null)}
    >
      ${glyph(sign)}
      <span class="name">${handle.name}</span>
      <span class="facts">${duration(handle.duration)}</span>
      <span class="by">${handle.byWorld ? 'never released; closed by' : 'released by'} ${words(handle.releasedBy)}</span>
      ${handle.error ? html`<span class="bad">${handle.error}</span>` : nothing}
      ${handle.lost ? html`<span class="bad lost">${plural(handle.lost, 'byte')} lost</span>` : nothing}
    </li>`;
  }

  #file(file: DiskFile) {
    return html`<li class="file">
      <div class="top">
        <span class="name">${file.path}${file.directory ? '/' : ''}</span>
        ${file.directory ? nothing : html`<span class="facts">${plural(file.size, 'byte')}</span>`}
      </div>
      ${file.text ? html`<pre>${file.text}${file.cut ? '…' : ''}</pre>` : nothing}
    </li>`;
  }

  #lit(resource: number): string {
    return this.#state.pointed.get()?.resource === resource ? 'lit' : '';
  }

  #point({ resource, line }: { resource: number; line: number }): void {
    this.#state.pointed.set({ resource, line });
  }
}

/** The parts that there are, with dots between them. */
function join(parts: readonly (TemplateResult | string | null)[]) {
  return parts.filter((part) => part !== null).map((part, index) => (index ? html` · ${part}` : part));
}
