//! The same natively: prints `name nanoseconds-a-turn` for each, the median of several rounds.
//!
//! An argument chooses those whose name contains it. With a number after it, each is done so many
//! times and not timed, for a profiler to watch.

use std::time::{Duration, Instant};

use leakproof_bench::{Bench, benches};

const ROUNDS: usize = 9;
const ROUND: Duration = Duration::from_millis(60);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let part = arguments.next().unwrap_or_default();
    let chosen = benches().filter(|bench| bench.name.contains(&part));
    if let Some(turns) = arguments.next() {
        let turns = turns.parse().expect("the second argument is a number of turns");
        return chosen.for_each(|bench| (bench.run)(turns));
    }
    let benches: Vec<_> = chosen.map(|bench| (bench, turns_for_a_round(bench))).collect();
    let mut rounds = vec![Vec::new(); benches.len()];
    // Peers take turns, so that a slow moment of the machine hits them alike.
    for _ in 0..ROUNDS {
        for ((bench, turns), rounds) in benches.iter().zip(&mut rounds) {
            rounds.push(time(bench, *turns).as_secs_f64() * 1e9 / f64::from(*turns));
        }
    }
    for ((bench, _), rounds) in benches.iter().zip(&mut rounds) {
        rounds.sort_by(f64::total_cmp);
        println!("{} {}", bench.name, rounds[ROUNDS / 2]);
    }
}

fn turns_for_a_round(bench: &Bench) -> u32 {
    let mut turns = 1;
    while time(bench, turns) < ROUND {
        turns *= 2;
    }
    turns
}

fn time(bench: &Bench, turns: u32) -> Duration {
    let began = Instant::now();
    (bench.run)(turns);
    began.elapsed()
}
