//! Which failed call stands behind an error or a panic.

use rustc_hash::FxHashMap;

use crate::journal::{Event, Journal, Kind, TextId};

/// The failed calls that errors and panics tell of.
#[derive(Debug, Default)]
pub(crate) struct Reasons {
    /// The step that raised an error or a panic, with that of the failure, in order.
    list: Vec<(u32, u32)>,
}

impl Reasons {
    /// The step of the failed call behind what was raised at a step.
    pub(crate) fn of(&self, raised: u32) -> Option<u32> {
        let place = self.list.binary_search_by_key(&raised, |reason| reason.0).ok()?;
        Some(self.list[place].1)
    }
}

/// Finds them in one pass.
#[derive(Debug, Default)]
pub(crate) struct ReasonBuilder {
    list: Vec<(u32, u32)>,
    /// The last step at which a call failed with that error.
    failures: FxHashMap<TextId, u32>,
    /// The error with which a call failed last.
    last: Option<TextId>,
}

impl ReasonBuilder {
    /// Takes in the event that leads to a step.
    pub(crate) fn follow(&mut self, journal: &Journal, step: u32, event: &Event) {
        match event.kind {
            Kind::AcquisitionFailed | Kind::OperationFailed | Kind::ReleaseFailed => {
                self.failures.insert(event.text, step);
                self.last = Some(event.text);
            }
            // An error that `?` passes on is the one that the call answered.
            Kind::ErrorRaised => {
                let failure = self.failures.get(&event.text);
                self.list.extend(failure.map(|&failure| (step, failure)));
            }
            // `unwrap` and `expect` put the error into the message.
            Kind::PanicRaised => {
                let message = journal.text(event.text);
                let told = self.last.filter(|&error| {
                    let error = journal.text(error);
                    !error.is_empty() && message.contains(error)
                });
                self.list.extend(told.map(|error| (step, self.failures[&error])));
            }
            _ => {}
        }
    }

    pub(crate) fn finish(self) -> Reasons {
        Reasons { list: self.list }
    }
}
