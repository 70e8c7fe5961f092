//! What is known of a program that ran in an instance of its own, besides its journal.

use serde::Deserialize;
use tsify::Tsify;

use crate::guard::aftermath::{self, Death};
use crate::journal::{Exit, Journal, Kind};

/// The status of a process that ends by SIGABRT, as a shell has it.
const STATUS_ABORTED: u32 = 134;

/// How a program was left.
#[derive(Deserialize, Tsify)]
pub struct Left {
    /// How its instance ended; null if the program came to its end and the instance lives.
    pub trap: Option<Trap>,
    /// Nanoseconds by its clock.
    pub time: f64,
}

/// How an instance ended, as far as its engine tells.
#[derive(Deserialize, Tsify, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Trap {
    /// The stack overflowed.
    Stack,
    /// The instruction `unreachable`: what `abort` is in WebAssembly.
    Unreachable,
}

impl Left {
    /// Goes on with the journal of a program that died.
    pub(super) fn reap(&self, journal: &mut Journal) {
        let Some(trap) = self.trap else { return };
        let panicked = journal.events().last().is_some_and(|last| last.kind == Kind::PanicRaised);
        // Where it aborted on purpose, the journal says so and why.
        let cause = match trap {
            Trap::Stack => "the stack overflowed",
            Trap::Unreachable if panicked => "a panic, and `panic = \"abort\"`",
            Trap::Unreachable => "the memory ran out",
        };
        let death = Death { exit: Exit::Aborted, status: STATUS_ABORTED, cause };
        aftermath::reap(journal, death, self.time as u64);
    }
}
