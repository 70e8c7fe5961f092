import { css, html, LitElement } from 'lit';
import { shared } from './shared.ts';

/**
 * Takes files that are dropped anywhere on the page; while files are dragged over it, the page says so.
 *
 * @fires lp-files - Files were dropped; `detail` are the files.
 */
export class LpDrop extends LitElement {
  static override properties = { isOver: { state: true } };

  static override styles = [
    shared,
    css`
      div {
        position: fixed;
        inset: 0.5rem;
        z-index: 10;
        display: grid;
        place-content: center;
        border: 3px dashed var(--accent);
        border-radius: 0.75rem;
        background: color-mix(in srgb, var(--panel) 88%, transparent);
        font: 600 1.125rem/1.4 var(--text);
        text-align: center;
        pointer-events: none;
      }
    `,
  ];

  declare private isOver: boolean;
  /** How many elements the pointer is in with its files: it enters the next before it leaves the last. */
  #depth = 0;

  constructor() {
    super();
    this.isOver = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // In the capturing phase: the editor would take the text of a file for itself.
    for (const [type, listener] of this.#listeners) addEventListener(type, listener, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const [type, listener] of this.#listeners) removeEventListener(type, listener, true);
  }

  #enter = (event: DragEvent) => this.#over(event, ++this.#depth);
  #leave = (event: DragEvent) => this.#over(event, --this.#depth);
  #move = (event: DragEvent) => this.#over(event, this.#depth);
  #drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    this.#over(event, (this.#depth = 0));
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.dispatchEvent(new CustomEvent<File[]>('lp-files', { detail: files }));
  };

  readonly #listeners: readonly (readonly [string, EventListener])[] = [
    ['dragenter', this.#enter as EventListener],
    ['dragleave', this.#leave as EventListener],
    ['dragover', this.#move as EventListener],
    ['drop', this.#drop as EventListener],
  ];

  #over(event: DragEvent, depth: number): void {
    if (!hasFiles(event)) return;
    // The browser would open the file in place of the page.
    event.preventDefault();
    event.stopPropagation();
    this.isOver = depth > 0;
  }

  protected override render() {
    return this.isOver ? html`<div role="status">Drop a Rust file here to open it</div>` : html``;
  }
}

/** Whether files are dragged, and not a piece of text. */
function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

declare global {
  interface HTMLElementEventMap {
    'lp-files': CustomEvent<File[]>;
  }
}
