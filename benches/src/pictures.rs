//! The first look at a run that is over.

use std::hint::black_box;

use leakproof::journal::Journal;
use leakproof::replay::{Axis, Replay, View};

use crate::Bench;
use crate::scripts::{LONG, long_run};

pub const BENCHES: &[Bench] =
    &[Bench::new("picture/1M", first_picture), Bench::new("picture/1M-copy", copy)];

thread_local! {
    static RUN: Journal = long_run(LONG).run().journal;
}

/// From the journal of a million events to the picture of all of them.
fn first_picture(turns: u32) {
    RUN.with(|journal| {
        for _ in 0..turns {
            let replay = Replay::new(journal.clone(), Vec::new());
            let to = replay.position_of(Axis::Step, replay.steps());
            let whole = View {
                axis: Axis::Step,
                from: 0.0,
                to,
                width: 1200,
                first_lane: 0,
                lanes: 20,
                until: None,
            };
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
