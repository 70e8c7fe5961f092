//! A script with a long run, and the first look at a run that is over.

use std::hint::black_box;

use leakproof::journal::Journal;
use leakproof::replay::{Axis, Replay, View};
use leakproof::script::{Program, compile};

use crate::Bench;

pub const BENCHES: &[Bench] = &[
    Bench { name: "script/100k", run: |turns| repeat(turns, &program(SHORT)) },
    Bench { name: "script/1M", run: |turns| repeat(turns, &program(LONG)) },
    Bench { name: "replay/1M", run: first_picture },
    Bench { name: "replay/1M-copy", run: copy },
];

/// Turns of the loop for 100,000 events, and for nearly as many as a run may have.
const SHORT: u32 = 6_666;
const LONG: u32 = 66_600;

fn program(turns: u32) -> Program {
    let source = include_str!("../long-run.txt").replace("TURNS", &turns.to_string());
    compile(&source).unwrap_or_else(|problems| panic!("{}", problems[0].message))
}

fn repeat(turns: u32, program: &Program) {
    for _ in 0..turns {
        let run = program.run();
        assert!(run.problem.is_none());
        black_box(run);
    }
}

/// How many events the long run has.
pub fn events_of_the_long_run() -> u32 {
    journal().len() as u32
}

fn journal() -> Journal {
    program(LONG).run().journal
}

thread_local! {
    static RUN: Journal = journal();
}

/// From the journal of a million events to the picture of all of them.
fn first_picture(turns: u32) {
    RUN.with(|journal| {
        for _ in 0..turns {
            let replay = Replay::new(journal.clone(), Vec::new());
            let to = replay.position_of(Axis::Step, replay.steps());
            let whole =
                View { axis: Axis::Step, from: 0.0, to, width: 1200, first_lane: 0, lanes: 20 };
            black_box(replay.picture(&whole));
        }
    });
}

/// What of [`first_picture`] is copying the journal, which the page does not do.
fn copy(turns: u32) {
    RUN.with(|journal| {
        for _ in 0..turns {
            black_box(journal.clone());
        }
    });
}
