//! The errors and panics on their way outwards, step by step.

use crate::journal::{Event, Exit, Journal, Kind, ScopeId, TextId, Way};

use super::NEVER;

/// What can be on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Traveller {
    /// An `Err`, by `?`.
    Error,
    /// A panic.
    Panic,
}

#[derive(Debug, Clone, Copy)]
struct Raised {
    traveller: Traveller,
    text: TextId,
    /// The step at which it was raised; of an error that a caller sent on, the first one.
    step: u32,
    /// How many scopes were entered when it was raised.
    scopes: usize,
}

/// What travels at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Now {
    /// What was raised last.
    pub(crate) last: Option<(Traveller, TextId)>,
    /// The step that raised the last error of all that travels; one can be raised by a clean-up
    /// during a panic.
    pub(crate) error: Option<u32>,
    /// The step that raised the last panic of all that travels.
    pub(crate) panic: Option<u32>,
}

/// Follows a journal and notes each change of what travels.
#[derive(Debug, Clone, Default)]
pub(crate) struct Travel {
    /// What travels, from which step on, in order.
    changes: Vec<(u32, Now)>,
    /// What was raised and neither caught nor handed over; the last is what the person sees.
    raised: Vec<Raised>,
    /// The error has left a scope and goes on at once to leave the next.
    goes_on: bool,
}

impl Travel {
    /// What travels now.
    pub(crate) fn now(&self) -> Option<Traveller> {
        self.raised.last().map(|raised| raised.traveller)
    }

    /// Takes in the event that leads to `step`, after which `scopes` scopes are entered.
    pub(crate) fn follow(&mut self, journal: &Journal, step: u32, scopes: usize) {
        let event = &journal.events()[step as usize - 1];
        let next = journal.events().get(step as usize);
        match event.kind {
            Kind::ErrorRaised => {
                // A caller's own `?` sends the same error on; it is not a second one.
                let sent_on = if self.goes_on { self.raised.pop() } else { None };
                let traveller = Traveller::Error;
                let step = sent_on.map_or(step, |error| error.step);
                self.raised.push(Raised { traveller, text: event.text, step, scopes });
            }
            Kind::PanicRaised => {
                let traveller = Traveller::Panic;
                self.raised.push(Raised { traveller, text: event.text, step, scopes });
            }
            Kind::PanicCaught => {
                if let Some(panic) =
                    self.raised.iter().rposition(|raised| raised.traveller == Traveller::Panic)
                {
                    self.raised.truncate(panic);
                }
                // An error whose scopes the panic has torn down got no further.
                self.raised.retain(|raised| raised.scopes <= scopes);
            }
            Kind::ScopeLeft if event.detail == Way::Question as u8 => {
                if let Some(&Raised { traveller: Traveller::Error, text, .. }) = self.raised.last()
                {
                    self.goes_on = next.is_some_and(|next| carries_on(journal, next, text));
                    if !self.goes_on {
                        self.raised.pop();
                    }
                }
                return self.note(step);
            }
            Kind::Exited => self.raised.clear(),
            _ => {
                self.goes_on = false;
                return;
            }
        }
        self.goes_on = false;
        self.note(step);
    }

    fn note(&mut self, step: u32) {
        let raised = |traveller| {
            let last = self.raised.iter().rfind(|raised| raised.traveller == traveller);
            last.map(|raised| raised.step)
        };
        let now = Now {
            last: self.raised.last().map(|raised| (raised.traveller, raised.text)),
            error: raised(Traveller::Error),
            panic: raised(Traveller::Panic),
        };
        if self.changes.last().map_or(Now::default(), |last| last.1) != now {
            self.changes.push((step, now));
        }
    }

    /// What travels at a step.
    pub(crate) fn at(&self, step: u32) -> Now {
        let seen = self.changes.partition_point(|change| change.0 <= step);
        self.changes[..seen].last().map_or_else(Now::default, |change| change.1)
    }

    /// The spans of steps during which an error, or a panic, travels.
    pub(crate) fn phases(&self) -> Vec<(Traveller, u32, u32)> {
        let mut phases = Vec::new();
        for traveller in [Traveller::Error, Traveller::Panic] {
            let mut since = None;
            for &(step, now) in &self.changes {
                let raised = if traveller == Traveller::Error { now.error } else { now.panic };
                match (since, raised.is_some()) {
                    (None, true) => since = Some(step),
                    (Some(start), false) => {
                        phases.push((traveller, start, step));
                        since = None;
                    }
                    _ => {}
                }
            }
            phases.extend(since.map(|start| (traveller, start, NEVER)));
        }
        phases
    }
}

/// Whether an error that has just left a scope is still on its way at this event.
///
/// Between two scopes left by one `?` nothing else can happen, so the next event decides.
fn carries_on(journal: &Journal, next: &Event, error: TextId) -> bool {
    match next.kind {
        Kind::ErrorRaised => next.text == error,
        Kind::ScopeLeaving => next.detail == Way::Question as u8,
        // Outside of every scope Rust prints it, on the way from `main` to the end of the program.
        Kind::Output => {
            next.scope == ScopeId::NONE && journal.text(next.text).starts_with("Error: ")
        }
        Kind::Exited => next.detail == Exit::Failed as u8,
        _ => false,
    }
}
