//! Why something happened, as the page sees it.

use serde::Serialize;
use tsify::Tsify;

use crate::replay::{self, Replay};

/// Why the event of a step happened.
#[derive(Serialize, Tsify)]
pub struct Why {
    /// The reason in a sentence or two.
    pub text: String,
    /// The events that it rests on, the nearest first.
    pub causes: Vec<Reason>,
}

/// An event on which another one rests.
#[derive(Serialize, Tsify)]
pub struct Reason {
    /// The step that the event leads to.
    pub step: usize,
    /// What the event has to do with it, words joined by `-`.
    pub role: &'static str,
    /// What happened there, in one sentence.
    pub text: String,
}

impl Why {
    pub(super) fn of(replay: &Replay, step: usize) -> Self {
        let why = replay.why(step);
        let cause = |cause: &replay::Cause| {
            let step = cause.step as usize;
            Reason { step, role: cause.role.name(), text: replay.what(step) }
        };
        Self { text: why.words(replay), causes: why.causes.iter().map(cause).collect() }
    }
}
