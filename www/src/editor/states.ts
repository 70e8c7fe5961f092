/** The editor's state of each program: text, selection and undo history outlive the choice of another program. */
import type { EditorState } from '@codemirror/state';
import type { Document } from '../session/document.ts';

/** Programs whose states are kept; the one that was left longest ago goes first. */
const MOST = 24;

export class EditorStates {
  readonly #states = new Map<string, EditorState>();
  #open: string | null = null;

  /** Whether the document is the one that is open, by the same id or because a change has made it another. */
  isOpen({ id, follows }: Document): boolean {
    return id === this.#open || (follows !== undefined && follows === this.#open);
  }

  /** Leaves the open program in the state `now`, for another. Answers the state in which that was left; null for a new one. */
  open({ id }: Document, now: EditorState): EditorState | null {
    if (this.#open !== null) this.#keep(this.#open, now);
    this.#open = id;
    return this.#states.get(id) ?? null;
  }

  /** The open program goes on under another id. */
  become({ id }: Document): void {
    if (this.#open !== null && this.#open !== id) this.#states.delete(this.#open);
    this.#open = id;
  }

  #keep(id: string, state: EditorState): void {
    this.#states.delete(id);
    this.#states.set(id, state);
    const [oldest] = this.#states.keys();
    if (this.#states.size > MOST && oldest !== undefined) this.#states.delete(oldest);
  }
}
