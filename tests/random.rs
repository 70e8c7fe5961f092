//! Random programs, run both ways.
//!
//! A fixed batch runs with the other tests. `N=10000 cargo test --test random` runs more, from other
//! seeds.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "random/batch.rs"]
mod batch;
#[path = "random/expressions.rs"]
mod expressions;
#[path = "random/statements.rs"]
mod statements;
#[path = "random/variables.rs"]
mod variables;
#[path = "random/writer.rs"]
mod writer;

use std::env;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

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
        let programs: Vec<_> =
            seeds.clone().map(|seed| writer::program(&choices(seed as u64))).collect();
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

/// The row of choices for a seed.
fn choices(seed: u64) -> Vec<u16> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    vec(any::<u16>(), 10..250).new_tree(&mut runner).unwrap().current()
}
