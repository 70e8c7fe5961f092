/** `make bench`: measures, and prints the tables. Arguments choose: `core`, `page`. */
import { inChromium, inPython, natively } from './core.mjs';
import { pageInChromium } from './page.mjs';
import { compare, list, runs } from './table.mjs';

const wanted = process.argv.slice(2);
const wants = (part) => wanted.length === 0 || wanted.includes(part);
const say = (text) => console.error(text);

if (wants('core')) {
  say('measuring natively and in CPython');
  const native = { ...natively(), ...inPython() };
  say('measuring in Chromium');
  const chromium = await inChromium();
  for (const table of compare(chromium, native)) console.log(`\n${table}`);
  console.log(`\n${runs(chromium, native)}`);
}

if (wants('page')) {
  say('measuring the page in Chromium');
  const { load, keys, long } = await pageInChromium();
  console.log(`\n${list('The page', load)}`);
  console.log(`\n${list('From a keystroke to the drawn timeline, by scenario', keys)}`);
  console.log(`\n${list('Long runs', long)}`);
}
