//! Programs with something wrong in them: whatever it is, the playground says so, and neither fails
//! itself, nor hangs, nor takes more memory than it may.
//!
//! The same programs are made in each run. `N=50000 SEED=7 cargo test --test mutated` makes others.
//! What has ever broken the playground is kept in `tests/mutated/found`.
#![cfg(not(target_arch = "wasm32"))]

#[path = "mutated/change.rs"]
mod change;
#[path = "random/choices.rs"]
mod choices;
mod support;
#[path = "mutated/words.rs"]
mod words;

use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;
use std::{env, fs, thread};

use change::{Change, changed};
use choices::random_program;
use leakproof::run::Category;
use leakproof::rust;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use support::allocation::{Counting, live, peak};
use support::sources;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Programs in one run of this test.
const CASES: u32 = 1_000;

/// Random ones among the programs that are spoiled.
const RANDOM: u64 = 50;

/// How long one program may take: without optimization the cap of steps can take a minute.
const PATIENCE: Duration = Duration::from_secs(300);

/// Bytes that checking and running one program may take at a time. What the program itself may take
/// is capped at half of it.
const MEMORY: isize = 512 << 20;

/// Bytes of stack, as many as the first thread of a process has: without optimization the frames of
/// the evaluator are several times as large as with it.
const STACK: usize = 8 << 20;

#[test]
fn no_mutated_program_breaks_the_playground() {
    let sources = sources();
    let change = {
        let n = any::<usize>;
        // What leaves most programs whole comes more often: those get as far as to run.
        prop_oneof![
            6 => (n(), n()).prop_map(|(which, with)| Change::Rename(which, with)),
            6 => (n(), n()).prop_map(|(which, number)| Change::Extreme(which, number)),
            3 => (n(), n()).prop_map(|(from, to)| Change::Line(from, to)),
            3 => (n(), n(), n(), n())
                .prop_map(|(of, from, count, to)| Change::Splice(of, from, count, to)),
            1 => (n(), n()).prop_map(|(at, piece)| Change::Insert(at, piece)),
            1 => (n(), n()).prop_map(|(at, piece)| Change::Replace(at, piece)),
            1 => (n(), n()).prop_map(|(at, count)| Change::Remove(at, count)),
            1 => n().prop_map(Change::Repeat),
            1 => (n(), n()).prop_map(|(at, from)| Change::Copy(at, from)),
            1 => (n(), n(), n()).prop_map(|(at, other, from)| Change::Borrow(at, other, from)),
            1 => (n(), n()).prop_map(|(one, other)| Change::Swap(one, other)),
            1 => (n(), n(), n()).prop_map(|(at, other, from)| Change::Cross(at, other, from)),
            1 => n().prop_map(Change::Cut),
            1 => (n(), n()).prop_map(|(at, letter)| Change::Letter(at, letter)),
        ]
    };
    let strategy = (any::<usize>(), proptest::collection::vec(change, 1..4));
    let config = Config {
        cases: number("N").map_or(CASES, |n| n as u32),
        failure_persistence: None,
        ..Config::default()
    };
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number("SEED").unwrap_or(0).to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let outcome = TestRunner::new_with_rng(config, random).run(&strategy, |(source, changes)| {
        let text = changed(&sources[source % sources.len()], &changes, &sources);
        survives(&text).map_err(|how| TestCaseError::fail(format!("{how}:\n{text}")))
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn what_broke_the_playground_once_does_not_any_more() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mutated/found");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if let Err(how) = survives(&fs::read_to_string(&path).unwrap()) {
            panic!("{how}: {}", path.display());
        }
    }
}

/// The programs to begin with: written by hand, and random ones.
fn sources() -> Vec<String> {
    let written = sources::conformance().into_iter().chain(sources::scenarios());
    written.map(|(_, source)| source).chain((0..RANDOM).map(random_program)).collect()
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|value| value.parse().expect("N and SEED are numbers"))
}

/// Checks and runs a program.
fn survives(text: &str) -> Result<(), String> {
    // A stack that overflows ends the whole process, which then cannot say what did it.
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("last-mutated.rs"), text).unwrap();
    let (tell, told) = mpsc::channel();
    let source = text.to_owned();
    // A thread cannot be ended from outside: one that hangs is left behind.
    let thread = thread::Builder::new().stack_size(STACK);
    let run = move || {
        let before = live().bytes;
        let bug = panic::catch_unwind(AssertUnwindSafe(|| match rust::compile(&source) {
            Ok(program) => program.run().problem.into_iter().collect(),
            Err(diagnostics) => diagnostics,
        }));
        let _ = tell.send((bug, peak() - before));
    };
    thread.spawn(run).expect("a thread can be started");
    let (diagnostics, taken) = match told.recv_timeout(PATIENCE) {
        Ok((Ok(diagnostics), taken)) => (diagnostics, taken),
        Ok((Err(_), _)) => return Err("the playground panics".to_owned()),
        Err(_) => return Err("the playground hangs".to_owned()),
    };
    if let Some(bug) = diagnostics.iter().find(|one| one.category == Category::Bug) {
        return Err(format!("our bug: {}", bug.message));
    }
    if taken > MEMORY {
        return Err(format!("the playground takes {taken} bytes"));
    }
    Ok(())
}
