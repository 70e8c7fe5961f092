/** Turns measurements into tables that a terminal shows well and that Markdown renders. */

/**
 * What was measured in nanoseconds, and how many times as long as ours each peer took: in Chromium
 * and natively, and natively against ours in Chromium.
 *
 * @param {import('./groups.mjs').Group} group
 * @param {{ chromium: Record<string, number>, native: Record<string, number> }} times by name
 */
export function compare({ title, ours: usual, lines }, { chromium, native }) {
  const rows = lines.map(({ what, name, ours = usual, ...aims }) => {
    const [here, there] = [chromium[name], native[name]];
    const ratios = name === ours ? [] : [here / chromium[ours], there / native[ours], there / chromium[ours]];
    return [what, here, there, ...[0, 1, 2].map((index) => times(ratios[index])), aim(here, ratios, aims)];
  });
  const head = [`${title} (ns)`, 'Chromium', 'native', 'to ours: Chromium', 'native', 'native to Chromium', 'aim'];
  return table(head, rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : figure(cell)))));
}

function aim(here, [inChromium, ...others], { most, least, everywhere }) {
  if (most !== undefined) return `at most ${round(most)}: ${verdict(here <= most)}`;
  if (least === undefined) return '';
  const held = everywhere ? Math.min(inChromium, ...others) : inChromium;
  return `${least < 1 ? `1/${1 / least}` : `${round(least)} x`}: ${verdict(held >= least)}`;
}

/**
 * @param {string} title
 * @param {{ what: string, value: number, unit: string, most?: number }[]} measures
 */
export function list(title, measures) {
  const rows = measures.map(({ what, value, unit, most }) => [
    what,
    `${round(value)} ${unit}`,
    most === undefined ? '' : `at most ${round(most)}: ${verdict(value <= most)}`,
  ]);
  return table([title, 'measured', 'aim'], rows);
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Three figures are as many as a measurement is good for. */
const round = (value) => Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 2 });

const figure = (value) => (value === undefined || Number.isNaN(value) ? '' : round(value));
const times = (value) => (figure(value) && `${figure(value)} x`);
const verdict = (met) => (met ? 'met' : 'MISSED');
