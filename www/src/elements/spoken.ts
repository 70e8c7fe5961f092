/** What a screen reader is told when something has come to rest. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without a change after which a text is said: nobody wants to hear all that is passed over. */
const CALM = 300;

/** A text for a live region of its host. It follows what it is given once that has been the same for a while. */
export class Spoken implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = '';
  #text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What the live region holds. */
  get text(): string {
    return this.#text;
  }

  /** Says a text, unless another one comes soon. */
  say(text: string): void {
    if (text === this.#next) return;
    this.#next = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#text = text;
      this.#host.requestUpdate();
    }, CALM);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
