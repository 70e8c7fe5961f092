import { css, html, LitElement, nothing } from 'lit';
import { count } from '../format.ts';
import { UseSession } from '../session/context.ts';
import { linesOf, type Line } from './output-lines.ts';
import { shared } from './shared.ts';

/**
 * What the program has printed, as a terminal shows it: standard error is marked, and what it prints
 * after the selected step is paler. Choosing a line selects the step that printed it.
 */
export class LpOutput extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        background: var(--sunk);
      }
      .all {
        contain: strict;
        height: 100%;
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
      }
      .head {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
        padding: 0.25rem 0.875rem 0.125rem;
        font-size: 0.75rem;
        color: var(--ink-2);
      }
      .head lp-outdated {
        margin-left: auto;
      }
      .lines,
      .none {
        margin: 0;
        padding: 0 0 0.25rem;
        min-height: 0;
        overflow: auto;
        font: 0.75rem/1.5 var(--code);
        opacity: var(--strength, 1);
      }
      .none {
        padding: 0 0.875rem;
        font-family: var(--text);
        color: var(--ink-2);
      }
      .lines:focus-visible {
        outline-offset: -2px;
      }
      .line {
        display: flex;
        gap: 0.75rem;
        padding: 0 0.875rem 0 calc(0.875rem - 3px);
        border-left: 3px solid transparent;
        min-height: 1.5em;
        cursor: pointer;
        content-visibility: auto;
        contain-intrinsic-size: auto 1.5em;
      }
      .line > span:first-child {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .line:hover {
        background: var(--step-line);
      }
      .line[aria-selected='true'] {
        background: var(--step-line);
        border-left-color: var(--accent);
      }
      .line.error:not([aria-selected='true']) {
        border-left-color: var(--error);
      }
      .error .error {
        color: var(--error);
      }
      .stream {
        margin-left: auto;
        color: var(--ink-2);
        font: 0.71875rem/1.5 var(--text);
        flex: none;
      }
      .unseen {
        user-select: none;
      }
      .later,
      .error .later {
        color: var(--ink-2);
        font-style: italic;
      }
      .cut {
        padding: 0 0.875rem;
        color: var(--ink-2);
        font-family: var(--text);
      }
      @media (forced-colors: active) {
        .line:not([aria-selected='true'], .error) {
          border-left-color: Canvas;
        }
        .line[aria-selected='true'] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  readonly #use = new UseSession(this, ({ state }) => [state.told]);
  /** The end of what was printed so far, when it was brought into sight last. */
  #end: string | null = null;

  #select(step: number): void {
    // A text that is being marked to be copied is not a press.
    if (!(getSelection()?.isCollapsed ?? true)) return;
    const { playback, state } = this.#use.session;
    playback.playing.set(false);
    state.select(step);
  }

  /** Up and down go to the line before and after; all other keys are the playground's. */
  #key(event: KeyboardEvent, lines: readonly Line[], step: number): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    const next = event.key === 'ArrowUp' ? lines.findLast((line) => line.step < step) : lines.find((line) => line.step > step);
    if (next) this.#select(next.step);
  }

  protected override updated(): void {
    const seen = this.#use.session.state.told.get();
    if (!seen) return;
    const end = `${seen.output.before.length} ${seen.output.before.at(-1)?.step} ${seen.output.after.length}`;
    if (end === this.#end) return;
    this.#end = end;
    const list = this.renderRoot.querySelector('.lines');
    const last = list?.querySelector<HTMLElement>('[data-last]');
    if (list && last) list.scrollTop = last.offsetTop + last.offsetHeight - list.clientHeight;
  }

  protected override render() {
    const seen = this.#use.session.state.told.get();
    if (!seen) return nothing;
    const { output, moment } = seen;
    const lines = linesOf(output);
    const last = lines.findLastIndex((line) => line.parts.some(({ isLater }) => !isLater));
    const selected = lines.findIndex((line) => line.step === moment.step);
    return html`<div class="all">
      <div class="head"><h2>Output</h2><span>up to step ${count(moment.step)}</span><lp-outdated></lp-outdated></div>
      ${lines.length === 0
        ? html`<p class="none">The program has printed nothing so far.</p>`
        : html`<div
            class="lines output"
            role="listbox"
            tabindex="0"
            aria-label="Output, line by line"
            aria-activedescendant=${selected < 0 ? nothing : `line-${selected}`}
            @keydown=${(event: KeyboardEvent) => this.#key(event, lines, moment.step)}
          >
            ${output.beforeCut ? html`<div class="cut" role="presentation">… more was printed before this: only the last of it is shown.</div>` : nothing}
            ${lines.map((line, index) =>
              this.#line(line, `line-${index}`, index === last, line.step === moment.step, !!lines[index - 1]?.isError),
            )}
            ${output.afterCut ? html`<div class="cut" role="presentation">… more is printed after this.</div>` : nothing}
          </div>`}
    </div>`;
  }

  #line(line: Line, id: string, isLast: boolean, isSelected: boolean, isErrorBefore: boolean) {
    // Each line has a name, and a marked one has its mark.
    const isEmpty = !line.isError && line.parts.every(({ text }) => text === '');
    return html`<div
      class="line ${line.isError ? 'error' : ''}"
      role="option"
      id=${id}
      ?data-last=${isLast}
      data-step=${line.step}
      aria-selected=${isSelected ? 'true' : 'false'}
      @click=${() => this.#select(line.step)}
    >
      <span
        >${line.parts.map(
          ({ text, isError, isLater }) => html`<span class="${isError ? 'error' : ''} ${isLater ? 'later' : ''}">${text}</span>`,
        )}</span
      >
      ${isEmpty ? html`<span class="unseen">empty line</span>` : nothing}
      ${line.isError ? html`<span class=${isErrorBefore ? 'unseen' : 'stream'}>standard error</span>` : nothing}
    </div>`;
  }
}
