/** What the screen is like. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Screens on which the panels share one place. */
export const NARROW = '(max-width: 44.99rem)';

/** Whether a media query holds; renders its host again when that changes. */
export class Media implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: MediaQueryList;
  readonly #change = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener('change', this.#change);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#change);
  }
}
