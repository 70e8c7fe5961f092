//! What a program prints, as the page sees it.

use serde::Serialize;
use tsify::Tsify;

use super::text::lines;
use crate::replay::{self, Replay};

/// What a program prints, parted by the selected step.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Output {
    /// What it printed up to the selected step: the last of it, if it is much.
    pub before: Vec<Printed>,
    /// Whether something was printed before the first of these.
    pub before_cut: bool,
    /// What it prints after that: the first of it, if it is much. Empty where what follows the
    /// selected step is left out.
    pub after: Vec<Printed>,
    /// Whether something is printed after the last of these.
    pub after_cut: bool,
}

/// What a program printed at once.
#[derive(Serialize, Tsify)]
pub struct Printed {
    /// The text; never empty.
    pub text: String,
    /// Whether it went to standard error.
    pub error: bool,
    /// The step at which it was printed.
    pub step: usize,
}

impl Output {
    pub(super) fn of(replay: &Replay, step: usize, hidden: bool) -> Self {
        let before = replay.printed_until(step);
        // Nothing is printed after the last step.
        let after = replay.printed_after(if hidden { replay.steps() } else { step });
        Self {
            before_cut: before.cut,
            before: before.pieces.into_iter().map(Printed::from).collect(),
            after_cut: after.cut,
            after: after.pieces.into_iter().map(Printed::from).collect(),
        }
    }
}

impl From<replay::Piece<'_>> for Printed {
    fn from(piece: replay::Piece<'_>) -> Self {
        Self { text: lines(piece.text), error: piece.error, step: piece.step }
    }
}
