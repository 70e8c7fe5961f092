//! Random programs by their numbers.

#[path = "expressions.rs"]
mod expressions;
#[path = "statements.rs"]
mod statements;
#[path = "variables.rs"]
mod variables;
#[path = "writer.rs"]
mod writer;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The program of a seed, the same in each run.
pub fn random_program(seed: u64) -> String {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    // The row of choices that the writer makes a program of.
    let choices = vec(any::<u16>(), 10..250).new_tree(&mut runner).unwrap().current();
    writer::program(&choices)
}
