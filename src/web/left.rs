//! What is known of a program that ran in an instance of its own, besides its journal.

use serde::Deserialize;
use tsify::Tsify;

use crate::guard::aftermath::{self, Death};
use crate::journal::{Exit, Journal};

/// The statuses of a process that ends by SIGABRT and by SIGKILL, as a shell has them.
const STATUS_ABORTED: u32 = 134;
const STATUS_KILLED: u32 = 137;

/// How a program was left.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Left {
    /// What it died of; null if it came to its end.
    pub died_of: Option<Cause>,
    /// Nanoseconds by its clock.
    pub time: f64,
}

/// What a program died of, as far as can be told from outside.
#[derive(Deserialize, Tsify, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Cause {
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
        let panicked = aftermath::died_of_panic(journal);
        // Where it aborted on purpose, the journal says so and why.
        let (exit, status, cause) = match cause {
            Cause::Stack => (Exit::Aborted, STATUS_ABORTED, "the stack overflowed"),
            Cause::Unreachable if panicked => {
                (Exit::Aborted, STATUS_ABORTED, "a panic, and `panic = \"abort\"`")
            }
            Cause::Unreachable => (Exit::Aborted, STATUS_ABORTED, "the memory ran out"),
            Cause::Late => (
                Exit::Killed,
                STATUS_KILLED,
                "it did not end; what it did in its last moments was not recorded",
            ),
            Cause::Killed => (Exit::Killed, STATUS_KILLED, "at this step, as you asked"),
        };
        aftermath::reap(journal, Death { exit, status, cause }, self.time as u64);
    }
}
