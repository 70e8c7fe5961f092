/** How an element gets the session of the playground that it is part of. */
import { ContextConsumer, createContext } from '@lit/context';
import type { LitElement } from 'lit';
import type { Session } from './session.ts';
import type { Watchable } from './value.ts';
import { Watch } from './watch.ts';

export const sessionContext = createContext<Session>(Symbol('session'));

/**
 * Gives its host the session around it, and renders the host again whenever one of the chosen values
 * changes, for as long as it is connected.
 */
export class UseSession {
  readonly #host: LitElement;
  readonly #consumer: ContextConsumer<typeof sessionContext, LitElement>;

  /** `values`: what the host draws from. */
  constructor(host: LitElement, values: (session: Session) => readonly Watchable[]) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, { context: sessionContext });
    // After the consumer, which has the session when it is connected.
    new Watch(host, () => values(this.session));
  }

  /** The session. Throws outside of a playground, and before the host is connected. */
  get session(): Session {
    const session = this.#consumer.value;
    if (!session) throw new Error(`<${this.#host.localName}> stands outside of <lp-playground>`);
    return session;
  }
}
