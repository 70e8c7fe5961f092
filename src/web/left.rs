//! What is known of a program that ran in an instance of its own, besides its journal.

use serde::Deserialize;
use tsify::Tsify;

use crate::journal::Journal;
use crate::run::{self, DiedOf};

/// The end of a program in an instance of its own.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Left {
    /// What it died of; null if it came to its end.
    pub died_of: Option<Death>,
    /// Nanoseconds by its clock.
    pub time: f64,
    /// Milliseconds that it took by the browser's clock.
    pub took: f64,
}

/// What a program died of, as far as can be told from outside.
#[derive(Deserialize, Tsify, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Death {
    /// The stack of its instance overflowed.
    Stack,
    /// The instruction `unreachable`: what `abort` is in WebAssembly.
    Unreachable,
    /// It did not end, and its worker was ended.
    Late,
    /// It was to be killed at a step of its own.
    Killed,
}

impl Left {
    /// Goes on with the journal of a program that died.
    pub(super) fn reap(&self, journal: &mut Journal) {
        let Some(cause) = self.died_of else { return };
        let died_of = match cause {
            Death::Stack => DiedOf::Stack,
            Death::Unreachable => DiedOf::Unreachable,
            Death::Late => DiedOf::Late(self.took as u32),
            Death::Killed => DiedOf::Killed,
        };
        run::reap(journal, died_of, self.time as u64);
    }
}
