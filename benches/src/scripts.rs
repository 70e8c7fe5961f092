//! Programs of the playground's language: a run of each, from a compiled program to its journal.

use std::hint::black_box;

use leakproof::run::limits::MAX_STEPS;
use leakproof::run::{Program, Run};
use leakproof::rust::compile;

use crate::Bench;

pub const BENCHES: &[Bench] = &[
    Bench::many("script/step", MAX_STEPS as u32, steps),
    Bench::many("script/scope", 1_000_000, |turns| repeat(turns, SCOPE)),
    Bench::many("script/guard", 100_000, |turns| repeat(turns, GUARD)),
    Bench::many("script/noted", 10_000, |turns| repeat(turns, NOTED)),
    Bench::many("script/unwind", 1_000, |turns| repeat(turns, UNWIND)),
    Bench::new("script/scenario", scenario),
    Bench::many("script/event-100k", SHORT * EVENTS_OF_A_TURN, |turns| runs(turns, SHORT)),
    Bench::many("script/event-1M", LONG * EVENTS_OF_A_TURN, |turns| runs(turns, LONG)),
];

/// Statements and turns of a loop, as many as a run may have: the playground stops it there, so the
/// number of its steps is known.
const STEPS: &str = "
    fn main() {
        let (mut turn, mut sum) = (0u64, 0u64);
        loop {
            turn += 1;
            if turn % 3 == 0 {
                sum += turn;
            }
        }
    }";

const SCOPE: &str = "
    fn main() {
        for _ in 0..1_000_000 {
            {}
        }
    }";

const GUARD: &str = "
    //@ file train.csv: 1,2,3
    use leakproof::prelude::*;

    fn main() -> Result<()> {
        for _ in 0..100_000 {
            let _file = ManagedFile::open(\"train.csv\")?;
        }
        Ok(())
    }";

/// As `Noted` in guards.py, statement by statement.
const NOTED: &str = "
    use std::cell::RefCell;

    struct Noted<'j> {
        journal: &'j RefCell<Vec<i32>>,
        turn: i32,
    }

    impl<'j> Noted<'j> {
        fn enter(journal: &'j RefCell<Vec<i32>>, turn: i32) -> Self {
            journal.borrow_mut().push(turn);
            Self { journal, turn }
        }
    }

    impl Drop for Noted<'_> {
        fn drop(&mut self) {
            self.journal.borrow_mut().push(-self.turn);
        }
    }

    fn main() {
        let journal = RefCell::new(Vec::new());
        for turn in 0..10_000 {
            let _noted = Noted::enter(&journal, turn);
        }
    }";

/// A panic below 50 calls with a guard each, caught above them.
const UNWIND: &str = "
    //@ handles: 50
    //@ file train.csv: 1,2,3
    use leakproof::prelude::*;
    use std::panic::catch_unwind;

    fn descend(frames: i32) -> i32 {
        let _file = ManagedFile::open(\"train.csv\").unwrap();
        if frames == 1 {
            panic!(\"the bottom\");
        }
        descend(frames - 1) + 1
    }

    fn main() {
        for _ in 0..1_000 {
            assert!(catch_unwind(|| descend(50)).is_err());
        }
    }";

/// The longest text.
const SCENARIO: &str = include_str!("../../notes/scenarios/16-stale-lock.rs");

/// Turns of the long run for 100,000 events, and for nearly as many as a run may have.
const SHORT: u32 = 6_666;
pub const LONG: u32 = 66_600;
/// See programs.mjs.
const EVENTS_OF_A_TURN: u32 = 15;

fn program(source: &str) -> Program {
    compile(source).unwrap_or_else(|problems| panic!("{}", problems[0].message))
}

/// Runs a program to its end.
fn repeat(turns: u32, source: &str) {
    let program = program(source);
    for _ in 0..turns {
        ended(program.run());
    }
}

fn ended(run: Run) {
    assert!(run.problem.is_none(), "{}", run.problem.unwrap().message);
    black_box(run);
}

fn steps(turns: u32) {
    let program = program(STEPS);
    for _ in 0..turns {
        let run = program.run();
        let stopped = run.problem.as_ref().is_some_and(|stop| stop.message.contains("steps"));
        assert!(stopped, "only the cap ends it");
        black_box(run);
    }
}

/// What happens at a keystroke: compiling is a part of it.
fn scenario(turns: u32) {
    for _ in 0..turns {
        ended(program(black_box(SCENARIO)).run());
    }
}

/// The long run, of so many turns.
pub fn long_run(turns: u32) -> Program {
    program(&include_str!("../long-run.txt").replace("TURNS", &turns.to_string()))
}

fn runs(turns: u32, length: u32) {
    let program = long_run(length);
    for _ in 0..turns {
        let run = program.run();
        assert!(run.journal.len() as u32 >= length * EVENTS_OF_A_TURN);
        ended(run);
    }
}
