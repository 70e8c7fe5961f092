import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { rust } from '@codemirror/lang-rust';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { css, html, LitElement } from 'lit';
import { folding, withFoldedHead } from '../editor/folded-head.ts';
import { hiddenCharacters } from '../editor/hidden-characters.ts';
import { look } from '../editor/look.ts';
import { showLines, shownLines } from '../editor/lines.ts';
import { marksOf } from '../editor/problems.ts';
import { writeSetting, type SettingChange } from '../editor/settings.ts';
import { EditorStates } from '../editor/states.ts';
import { insertTrigger, type Trigger } from '../editor/triggers.ts';
import { UseSession } from '../session/context.ts';
import type { Document } from '../session/document.ts';
import { shared } from './shared.ts';

/**
 * The program's text.
 *
 * The text belongs to the editor: a change made here goes to the state, and a text that comes from
 * the state goes in as one change that can be undone. Each program has its own history of changes, which
 * is there again when the program is opened again.
 */
export class LpEditor extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-height: 0;
        position: relative;
        background: var(--panel);
      }
      .cm-editor {
        height: 100%;
      }
      .leave {
        position: absolute;
        right: 0.75rem;
        bottom: 0.375rem;
        z-index: 1;
        padding: 0.125rem 0.5rem;
        border: 1px solid var(--line-2);
        border-radius: 4px;
        background: var(--raised);
        color: var(--ink-2);
        font: 0.71875rem/1.4 var(--text);
        pointer-events: none;
        display: none;
      }
      :host(:focus-within) .leave {
        display: block;
      }
      kbd {
        font: inherit;
        font-weight: 600;
        color: var(--ink);
      }
    `,
  ];

  readonly #use = new UseSession(this, () => []);

  get #state() {
    return this.#use.session.state;
  }

  #view: EditorView | null = null;
  readonly #states = new EditorStates();
  #stops: (() => void)[] = [];
  /** A panel that grows or shrinks may take the selected line out of sight. */
  readonly #resize = new ResizeObserver(() => this.#keepInSight());
  /** The lines shown now; none after each change of the text, which may have moved them. */
  #shown = { selected: -1, pointed: -1 };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stops = [
      this.#state.document.watch((document) => this.#open(document)),
      this.#state.source.watch((source) => this.#take(source)),
      this.#state.diagnostics.watch(() => this.#mark()),
      this.#state.seen.watch(() => this.#follow()),
      this.#state.outdated.watch(() => this.#follow()),
      this.#state.pointed.watch(() => this.#follow()),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#resize.disconnect();
    this.#view?.destroy();
    this.#view = null;
  }

  protected override firstUpdated(): void {
    this.#view = new EditorView({
      root: this.renderRoot as ShadowRoot,
      parent: this.renderRoot,
      state: this.#fresh(this.#state.source.get()),
    });
    const document = this.#state.document.get();
    if (document) this.#states.become(document);
    this.#mark();
    this.#follow();
    this.#resize.observe(this);
  }

  /** The state of a text that nobody has changed yet. */
  #fresh(doc: string): EditorState {
    return withFoldedHead(EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        hiddenCharacters,
        history(),
        indentOnInput(),
        bracketMatching(),
        folding,
        indentUnit.of('    '),
        rust(),
        look,
        shownLines,
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          'aria-label': 'Program',
          'aria-describedby': 'leave',
          // What scrolls it has to be reachable by keyboard, and is found by this.
          tabindex: '0',
          autocorrect: 'off',
          autocapitalize: 'off',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          this.#shown = { selected: -1, pointed: -1 };
          this.#use.session.write(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({
          pointermove: (event, view) => this.#point(event, view),
          pointerleave: () => this.#state.pointed.set(null),
        }),
      ],
    }));
  }

  /** Shows another program, in the state in which it was left. */
  #open(document: Document | null): void {
    const view = this.#view;
    if (!view || !document) return;
    if (this.#states.isOpen(document)) {
      this.#states.become(document);
      return;
    }
    const left = this.#states.open(document, view.state);
    this.#shown = { selected: -1, pointed: -1 };
    view.setState(left ?? this.#fresh(document.source));
    view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main) });
    // The person's own program may have been changed in another tab meanwhile.
    this.#take(document.source);
  }

  /** Takes a text from the state, unless it came from here. */
  #take(source: string): void {
    const view = this.#view;
    if (!view || view.state.doc.toString() === source) return;
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: source },
      selection: { anchor: 0 },
      scrollIntoView: true,
      userEvent: 'input.replace',
    });
  }

  #mark(): void {
    const view = this.#view;
    if (!view) return;
    const marks = this.#state.diagnostics.get().flatMap((each) => marksOf(each, view.state.doc.length));
    view.dispatch(setDiagnostics(view.state, marks));
  }

  /** Shows the selected step's line, and the one pointed at; none while the text is not what ran. */
  #follow(): void {
    const view = this.#view;
    if (!view) return;
    const current = !this.#state.outdated.get();
    const selected = current ? (this.#state.seen.get()?.moment.line ?? 0) : 0;
    const pointed = current ? (this.#state.pointed.get()?.line ?? 0) : 0;
    if (selected === this.#shown.selected && pointed === this.#shown.pointed) return;
    this.#shown = { selected, pointed };
    view.dispatch({ effects: showLines.of({ selected, pointed }) });
    this.#keepInSight();
  }

  /** Brings the selected line into sight, unless the person is writing somewhere. */
  #keepInSight(): void {
    const view = this.#view;
    const { selected } = this.#shown;
    if (view && selected > 0 && !view.hasFocus && selected <= view.state.doc.lines) this.#reveal(view, selected);
  }

  /** Scrolls to a line only when it is out of sight: a text that jumps is hard to follow. */
  #reveal(view: EditorView, line: number): void {
    const block = view.lineBlockAt(view.state.doc.line(line).from);
    const { scrollTop, clientHeight } = view.scrollDOM;
    if (block.top < scrollTop || block.bottom > scrollTop + clientHeight) {
      view.dispatch({ effects: EditorView.scrollIntoView(block.from, { y: 'center' }) });
    }
  }

  #point(event: PointerEvent, view: EditorView): void {
    const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
    const line = position === null ? 0 : view.state.doc.lineAt(position).number;
    if (line !== (this.#state.pointed.get()?.line ?? 0)) this.#state.pointed.set(line ? { line } : null);
  }

  /** Puts a trigger in at the cursor. Answers false where there is no function to put it in. */
  insert(trigger: Trigger): boolean {
    const view = this.#view;
    const change = view && insertTrigger(view.state, trigger);
    if (!view || !change) return false;
    view.dispatch(change);
    view.focus();
    return true;
  }

  /** Writes a setting into the program's `//@` lines. Answers false if the text is not the one any more that it was read from. */
  write(change: SettingChange): boolean {
    const view = this.#view;
    const transaction = view && writeSetting(view.state, change);
    if (!view || !transaction) return false;
    view.dispatch(transaction);
    return true;
  }

  /** Brings a line into sight and lights it up. */
  showLine(line: number): void {
    const view = this.#view;
    if (!view || line < 1 || line > view.state.doc.lines) return;
    this.#state.pointed.set({ line });
    this.#reveal(view, line);
  }

  /** Puts the cursor at a position of the text, in UTF-16 units, and the keyboard into the editor. */
  goTo(position: number): void {
    const view = this.#view;
    if (!view) return;
    const anchor = Math.min(position, view.state.doc.length);
    view.dispatch({ selection: { anchor }, scrollIntoView: true });
    view.focus();
  }

  /** Puts the keyboard into the editor. */
  focusText(): void {
    this.#view?.focus();
  }

  protected override render() {
    return html`<p class="leave" id="leave">To leave the editor: <kbd>Esc</kbd>, then <kbd>Tab</kbd></p>`;
  }
}
