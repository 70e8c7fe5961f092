/** The scenarios as files, for the specs of the page. */
import { readFileSync } from 'node:fs';

/** The text of a scenario, by the name of its file. */
export function sourceOf(name: string): string {
  return readFileSync(new URL(`../../notes/scenarios/${name}.rs`, import.meta.url), 'utf8');
}

/** The title of a scenario as the page shows it. */
export function titleOf(name: string): string {
  return /^\/\/@ title: (.*)$/m.exec(sourceOf(name))![1]!.replaceAll('`', '');
}
