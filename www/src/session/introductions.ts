/** Which terms of the glossary were explained in place on this visit, and where each came up first. */

/** At most so many terms are explained at one place: more would be a lecture. */
const MOST = 2;

export class Introductions {
  /** The place at which each term came up first. */
  readonly #places = new Map<unknown, string>();

  /**
   * The terms to explain at a place, of those that occur there: the ones that come up for the first
   * time, and the ones that did when this place was seen before.
   */
  at<T>(place: string, occurring: readonly T[]): readonly T[] {
    const here = [...new Set(occurring)].filter((term) => (this.#places.get(term) ?? place) === place).slice(0, MOST);
    for (const term of here) this.#places.set(term, place);
    return here;
  }
}
