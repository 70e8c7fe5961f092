//! Random programs, run both ways.
//!
//! A fixed batch runs with the other tests. `N=10000 cargo test --test random` runs more, from other
//! seeds.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "random/batch.rs"]
mod batch;
#[path = "random/choices.rs"]
mod choices;

use std::env;

use choices::random_program;
use support::interpreted::{Verdict, verdict};

/// Programs in one crate: many enough that starting `rustc` does not count, few enough for its
/// memory.
const BATCH: usize = 100;

#[test]
fn random_programs_agree() {
    let count = env::var("N").ok().map_or(BATCH, |n| n.parse().expect("N is a number"));
    let mut wrong = Vec::new();
    for first in (0..count).step_by(BATCH) {
        let seeds = first..count.min(first + BATCH);
        let programs: Vec<_> = seeds.clone().map(|seed| random_program(seed as u64)).collect();
        for ((seed, program), ran) in seeds.zip(&programs).zip(batch::run(&programs)) {
            let path = format!("seed-{seed}.rs");
            match verdict(&path, program, ran) {
                Verdict::Agrees => {}
                Verdict::NotSupported(text) | Verdict::Differs(text) => {
                    wrong.push(format!("{path}:\n{text}\n{program}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} programs:\n\n{}", wrong.len(), wrong.join("\n"));
}
