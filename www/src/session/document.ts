/** A program with a name, which can be opened in a playground. */
import { SCENARIOS, type Scenario } from '../scenarios.ts';

/** The language of a program. */
export type Language = 'rust';

export interface Document {
  /** Tells documents apart: `scenario:05-panic`, `own:…`, `link:…`. */
  readonly id: string;
  /** One of the page's scenarios, a program of the person's own, or one that came with a link and is unchanged. */
  readonly kind: 'scenario' | 'own' | 'link';
  /** What the page calls it. */
  readonly name: string;
  readonly language: Language;
  readonly source: string;
}

/** A scenario as a document. */
export function documentOf({ name, title, source }: Scenario): Document {
  return { id: `scenario:${name}`, kind: 'scenario', name: title, language: 'rust', source };
}

/** The scenario that a document is; null for other documents. */
export function scenarioOf(document: Document | null): Scenario | null {
  return SCENARIOS.find(({ name }) => document?.id === `scenario:${name}`) ?? null;
}
