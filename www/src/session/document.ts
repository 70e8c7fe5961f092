/** A program with a name, which can be opened in a playground. */
import type { Language } from '../language.ts';
import { SCENARIOS, type Scenario } from '../scenarios.ts';

export interface Document {
  /** Tells documents apart: `scenario:05-panic`, `own:…`, `link:…`. */
  readonly id: string;
  /** One of the page's scenarios, a program of the person's own, or one that came with a link and is unchanged. */
  readonly kind: 'scenario' | 'own' | 'link';
  /** The name that the page shows. */
  readonly name: string;
  readonly language: Language;
  /** The text when it was opened. */
  readonly source: string;
  /** The file name of the scenario that it is, or that it began as; null if there is none. */
  readonly origin: string | null;
  /** The id that it had until a change made it another document; the editor's undo history goes on under the new one. */
  readonly follows?: string;
}

/** A scenario as a document. */
export function documentOf({ name, title, source }: Scenario): Document {
  return { id: `scenario:${name}`, kind: 'scenario', name: title, language: 'rust', source, origin: name };
}

/** The scenario that a document is; null for other documents. */
export function scenarioOf(document: Document | null): Scenario | null {
  return document?.kind === 'scenario' ? originOf(document) : null;
}

/** The scenario that a document is or began as; null if there is none. */
export function originOf(document: Document | null): Scenario | null {
  return SCENARIOS.find(({ name }) => name === document?.origin) ?? null;
}
