/** Measures all that runs in a page without a page: our wasm, the peers in wasm, the peers in JavaScript. */
import init, { each, names, run } from '../pkg/leakproof_bench.js';
import { peers } from './peers.js';

/** How long one measurement of a round takes, or as long as one turn. */
const ROUND_MS = 60;

const benches = [];

/** @param {string[]} groups what the names begin with */
globalThis.prepare = async (groups) => {
  await init();
  const ours = groups.flatMap((group) => names(group)).map((name) => ({ name, run: (turns) => run(name, turns), each: each(name) }));
  for (const bench of [...ours, ...(await peers(groups))]) {
    benches.push({ each: 1, ...bench, turns: await turnsForARound(bench) });
  }
};

/** @returns {Promise<Record<string, number>>} nanoseconds by name */
globalThis.round = async () => {
  const times = {};
  for (const bench of benches) {
    times[bench.name] = ((await time(bench, bench.turns)) * 1e6) / bench.turns / bench.each;
    await new Promise((done) => setTimeout(done));
  }
  return times;
};

/** A single slow moment, as that of compiling, does not pass for a long turn. */
async function turnsForARound(bench) {
  let turns = 1;
  while ((await time(bench, turns)) < ROUND_MS || (await time(bench, turns)) < ROUND_MS) turns *= 2;
  return turns;
}

/** In milliseconds; what takes its own time returns it. */
async function time(bench, turns) {
  const began = performance.now();
  const took = await bench.run(turns);
  return took ?? performance.now() - began;
}
