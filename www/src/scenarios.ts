/** The scenarios to start from: real Rust files in `notes/scenarios/`, put into the page when it is built. */

export interface Scenario {
  /** The file's name without its ending; the order of the names is the order of the scenarios. */
  readonly name: string;
  readonly title: string;
  /** One sentence on what happens. */
  readonly says: string;
  /** One thing to try when its end is reached; empty if there is none. */
  readonly tries: string;
  readonly source: string;
}

const files = import.meta.glob<string>('../../notes/scenarios/*.rs', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const SCENARIOS: readonly Scenario[] = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b, 'en'))
  .map(([path, source]) => scenario(path, source));

/** Reads a scenario's title and sentence from the directives at its top. */
export function scenario(path: string, source: string): Scenario {
  const name = path.replace(/^.*\//, '').replace(/\.rs$/, '');
  return { name, title: directive(source, 'title') ?? name, says: directive(source, 'say') ?? '', tries: directive(source, 'try') ?? '', source };
}

/** The text of a `//@` line of a source. */
export function directive(source: string, name: string): string | undefined {
  return new RegExp(`^//@ ${name}:\\s*(.*?)\\s*$`, 'm').exec(source)?.[1];
}
