/** `make bench`: measures, and prints the tables. Arguments choose: `core`, `page`. */
import { inChromium, inPython, natively } from './core.mjs';
import { compare } from './table.mjs';

const wanted = process.argv.slice(2);
const wants = (part) => wanted.length === 0 || wanted.includes(part);
const say = (text) => console.error(text);

if (wants('core')) {
  say('measuring natively and in CPython');
  const native = { ...natively(), ...inPython() };
  say('measuring in Chromium');
  const chromium = await inChromium();
  for (const table of compare(chromium, native)) console.log(`\n${table}`);
}
