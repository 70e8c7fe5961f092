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

/// Programs in one crate: many enough that starting `rustc` does not count, few enough for its
/// memory.
const BATCH: usize = 200;

#[test]
fn random_programs_run() {
    let count = env::var("N").ok().map_or(BATCH, |n| n.parse().expect("N is a number"));
    for first in (0..count).step_by(BATCH) {
        let programs: Vec<_> = (first..count.min(first + BATCH))
            .map(|seed| writer::program(&choices(seed as u64)))
            .collect();
        let ran = batch::run(&programs);
        assert_eq!(ran.len(), programs.len());
    }
}

/// The row of choices for a seed.
fn choices(seed: u64) -> Vec<u16> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    vec(any::<u16>(), 10..250).new_tree(&mut runner).unwrap().current()
}
