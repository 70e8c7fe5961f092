/** Measures all that runs in a page without a page: our wasm, the peers in wasm, the peers in JavaScript. */
import init, { eventsOfTheLongRun, names, run } from '../pkg/leakproof_bench.js';
import { peers } from './peers.js';

const ROUNDS = 9;
const ROUND_MS = 60;

/** @returns {Promise<Record<string, number>>} nanoseconds a turn, the median of several rounds; `script/events` is a number of events */
globalThis.measure = async () => {
  await init();
  const benches = [
    ...names().map((name) => ({ name, run: (turns) => run(name, turns) })),
    ...(await peers()),
  ].map((bench) => ({ ...bench, turns: turnsForARound(bench), rounds: [] }));
  // Peers take turns, so that a slow moment of the machine hits them alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const bench of benches) {
      bench.rounds.push((time(bench, bench.turns) * 1e6) / bench.turns);
      await new Promise((done) => setTimeout(done));
    }
  }
  const events = ['script/events', eventsOfTheLongRun()];
  return Object.fromEntries([events, ...benches.map(({ name, rounds }) => [name, median(rounds)])]);
};

function turnsForARound(bench) {
  let turns = 1;
  while (time(bench, turns) < ROUND_MS) turns *= 2;
  return turns;
}

function time(bench, turns) {
  const began = performance.now();
  bench.run(turns);
  return performance.now() - began;
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
