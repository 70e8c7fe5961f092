/** One sentence of what this page is. */
import { html } from 'lit';

export const ABOUT = html`<b>Leakproof</b> runs a small Rust program step by step and shows when each file and lock is opened, how long it stays
  open, and who closes it.`;
