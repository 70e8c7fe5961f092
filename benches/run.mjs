/**
 * `make bench`: measures, and prints the tables. Arguments choose: `core`, `script`, `picture`, `page`;
 * `crashes` takes minutes and is measured only if it is named.
 */
import { crashes } from './crashes.mjs';
import { measure } from './measure.mjs';
import { pageInChromium } from './page.mjs';
import { core, picture, script } from './groups.mjs';
import { compare, list } from './table.mjs';

const wanted = process.argv.slice(2);
const tables = { core, script, picture };
for (const [part, groups] of Object.entries(tables)) {
  if (wanted.length > 0 && !wanted.includes(part)) continue;
  console.error(`measuring ${part}, natively and in Chromium`);
  const times = await measure(groups.map(({ name }) => `${name}/`), part === 'picture' ? 3 : 9);
  for (const group of groups) console.log(`\n${compare(group, times)}`);
}

if (wanted.length === 0 || wanted.includes('page')) {
  console.error('measuring the page in Chromium');
  const { load, keys, long } = await pageInChromium();
  console.log(`\n${list('The page', load)}`);
  console.log(`\n${list('From a keystroke to the drawn timeline, by scenario', keys)}`);
  console.log(`\n${list('Long runs', long)}`);
}

if (wanted.includes('crashes')) {
  console.error('measuring a thousand crashes in Chromium');
  console.log(`\n${list('A thousand crashes, and a thousand harmless runs', await crashes())}`);
}
