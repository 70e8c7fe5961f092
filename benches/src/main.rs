//! The same natively. For each line it reads it does a round of everything, prints
//! `name nanoseconds` for each, and then an empty line.
//!
//! Arguments choose groups (`file`), or one of them (`file/guard`). With a number after them, each is
//! done so many times and not timed, for a profiler to watch.

use std::time::{Duration, Instant};

use leakproof_bench::{Bench, benches};

/// How long one measurement of a round takes, or as long as one turn.
const ROUND: Duration = Duration::from_millis(60);

fn main() {
    let mut chosen: Vec<_> = std::env::args().skip(1).collect();
    let turns = chosen.pop_if(|last| last.parse::<u32>().is_ok());
    let benches = benches()
        .filter(|bench| chosen.is_empty() || chosen.iter().any(|group| bench.is_of(group)));
    if let Some(turns) = turns {
        return benches.for_each(|bench| (bench.run)(turns.parse().expect("it was one above")));
    }
    let benches: Vec<_> = benches.map(|bench| (bench, turns_for_a_round(bench))).collect();
    println!();
    for _ in std::io::stdin().lines() {
        for (bench, turns) in &benches {
            let things = f64::from(*turns) * f64::from(bench.each);
            println!("{} {}", bench.name, time(bench, *turns).as_secs_f64() * 1e9 / things);
        }
        println!();
    }
}

/// A single slow moment does not pass for a long turn.
fn turns_for_a_round(bench: &Bench) -> u32 {
    let mut turns = 1;
    while time(bench, turns) < ROUND || time(bench, turns) < ROUND {
        turns *= 2;
    }
    turns
}

fn time(bench: &Bench, turns: u32) -> Duration {
    let began = Instant::now();
    (bench.run)(turns);
    began.elapsed()
}
