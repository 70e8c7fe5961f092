//! A run in words: what happened at a step, why, and how it stands.
//!
//! One wording for all: the page, the log, the tips, the table, a screen reader and the transcript of
//! the command line say the same sentence of the same event. Texts between backticks are code.
//!
//! A sentence claims no more than the journal shows. Where a journal has no scopes, variables or
//! lines, as that of a compiled program, the sentences do without them.

mod error;
mod facts;
mod kills;
pub mod numbers;
mod scope;
mod text;
mod transcript;
mod verdict;
mod what;
mod why;

use crate::journal::{Ending, Kind};

use super::Replay;
use super::moment::ClosedBy;
use super::scene::Scene;
use super::why::Why;
use facts::Facts;

pub(super) use kills::killed;
pub(super) use verdict::parts;

impl Replay {
    /// What happened at a step, in one sentence and one line: `` `log` opened `a.txt` (handle 3). ``
    /// A step beyond the last one is taken as the last.
    pub fn what(&self, step: usize) -> String {
        match step.min(self.steps()) as u32 {
            0 => "Nothing has happened yet.".to_owned(),
            step => what::what(&Facts::at(self, step)),
        }
    }

    /// Why it happened, in a sentence or two: [`Replay::why`] in words.
    pub fn why_text(&self, step: usize) -> String {
        self.why(step).words(self)
    }
}

impl Why {
    /// The reason in a sentence or two, and one line. `replay` is the run that was asked.
    pub fn words(&self, replay: &Replay) -> String {
        match self.step {
            0 => "This is the state before the program begins.".to_owned(),
            step => why::why(&Facts::at(replay, step), self),
        }
    }
}

impl<'a> Facts<'a> {
    fn at(replay: &'a Replay, step: u32) -> Self {
        Self(Scene { replay, step })
    }
}

impl ClosedBy {
    /// Who closed it, for a cell of a table: `its guard, when dropped`.
    pub fn words(self) -> &'static str {
        match self {
            Self::World => "the system, after the program",
            Self::Guard(ending) => match ending {
                Ending::Dropped => "its guard, when dropped",
                Ending::Unwound => "its guard, during unwinding",
                Ending::Closed => "`close()`",
                Ending::Returned => "`with`, after its body",
                Ending::Failed => "`with`, after an error",
                Ending::Panicked => "`with`, during unwinding",
                Ending::StackEnded => "an exit stack, at its end",
                Ending::StackFailed => "an exit stack, after an error",
                Ending::StackPanicked => "an exit stack, during unwinding",
            },
        }
    }
}

/// The words by which people look for events of a kind: those of its sentences, and its name.
pub(super) fn keywords(kind: Kind) -> &'static str {
    match kind {
        Kind::Acquiring => "acquiring tries to open take",
        Kind::Acquired => "acquired opened took handle lock",
        Kind::AcquisitionFailed => "acquisition failed opening taking refused error",
        Kind::Read => "read",
        Kind::Written => "written wrote buffered",
        Kind::Flushed => "flushed wrote buffered disk",
        Kind::OperationFailed => "operation failed error",
        Kind::CleanUpStarted => "clean-up started starts",
        Kind::Released => "released closed freed",
        Kind::ReleaseFailed => "release failed closing lost error",
        Kind::PathChanged => "path changed renamed removed directory",
        Kind::Slept => "slept",
        Kind::PanicRaised => "panic raised panicked",
        Kind::Leaked => "leaked never closed",
        Kind::Reaped => "reaped system closed reclaimed freed lost",
        Kind::DiskCarriedOn => "disk carried on starts run",
        Kind::ScopeEntered => "scope entered begins",
        Kind::ScopeLeaving => "scope leaving ends leaves",
        Kind::Unwinding => "unwinding panic leaves",
        Kind::ScopeLeft => "scope left ended",
        Kind::Bound => "bound owns variable",
        Kind::Forgotten => "forgotten took forget",
        Kind::ErrorRaised => "error raised got",
        Kind::PanicCaught => "panic caught",
        Kind::Output => "output printed",
        Kind::Exited => "exited ended returned aborted exit killed",
    }
}
