//! The journal's events once more, through `tracing`.
//!
//! An open resource is a span, everything else is an event inside of the span of its resource. It is
//! a tee behind a switch: nothing reads the journal from here.

use std::cell::RefCell;

use rustc_hash::FxHashMap;
use tracing::{Level, Span, error, info, span, trace, warn};

use super::lifecycle::Ledger;
use crate::journal::{Event, Journal, Kind, ResourceId};

/// What was passed on so far.
pub(super) struct Tee {
    /// The index of the next event to pass on.
    next: usize,
    spans: FxHashMap<ResourceId, Span>,
}

impl Tee {
    /// Passes on what is recorded from the event of that index on.
    pub(super) fn from(next: usize) -> Self {
        Self { next, spans: FxHashMap::default() }
    }

    /// Passes on what was recorded since the last time.
    ///
    /// The ledger is not borrowed while a subscriber runs, so a subscriber may use guards itself.
    /// What those record is not passed on: it would go on for ever.
    pub(super) fn pass_on(&mut self, ledger: &RefCell<Ledger>) {
        let recorded = ledger.borrow().journal.len();
        // A session that nobody reads starts its journal anew from time to time.
        let next = if self.next <= recorded { self.next } else { 0 };
        for sequence in next..recorded {
            let (event, text) = read(&ledger.borrow().journal, sequence);
            self.emit(&event, &text);
        }
        self.next = ledger.borrow().journal.len();
    }

    fn emit(&mut self, event: &Event, text: &str) {
        let Event { resource: ResourceId(resource), line, time, amount, .. } = *event;
        let kind = event.kind.name();
        if event.kind == Kind::Acquired {
            let span = span!(Level::INFO, "resource", name = text, resource, line);
            self.spans.insert(event.resource, span);
        }
        let span = self.spans.get(&event.resource).cloned().unwrap_or_else(Span::none);
        span.in_scope(|| match event.kind {
            Kind::PanicRaised | Kind::Leaked => {
                error!(kind, text, resource, line, time, amount);
            }
            Kind::AcquisitionFailed
            | Kind::OperationFailed
            | Kind::ReleaseFailed
            | Kind::Reaped
            | Kind::ErrorRaised
            | Kind::Unwinding
            | Kind::Forgotten => warn!(kind, text, resource, line, time, amount),
            Kind::ScopeEntered | Kind::ScopeLeaving | Kind::ScopeLeft | Kind::Bound => {
                trace!(kind, text, resource, line, time, amount);
            }
            _ => info!(kind, text, resource, line, time, amount),
        });
        if matches!(event.kind, Kind::Released | Kind::ReleaseFailed | Kind::Reaped) {
            self.spans.remove(&event.resource);
        }
    }
}

fn read(journal: &Journal, sequence: usize) -> (Event, String) {
    let event = journal.events()[sequence];
    (event, journal.text(event.text).to_owned())
}
