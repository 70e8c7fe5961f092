//! Where each span ends, found before the first is written, since a span is written whole.

use rustc_hash::FxHashMap;

use crate::journal::{Event, Journal, Kind, ResourceId, ScopeId};

/// The index of the event that ends a span, by the index of the one it begins with.
#[derive(Debug, Default)]
pub(super) struct Ends(FxHashMap<usize, usize>);

/// The end of a span.
pub(super) struct End<'a> {
    pub(super) time: u64,
    /// The event it ends with, if the journal does not end before.
    pub(super) event: Option<(usize, &'a Event)>,
}

impl Ends {
    pub(super) fn of(journal: &Journal) -> Self {
        let mut ends = Self::default();
        // The spans that are open: a resource's own and its clean-up, scopes and panics.
        let mut resources: FxHashMap<ResourceId, Vec<usize>> = FxHashMap::default();
        let mut scopes: Vec<(ScopeId, usize)> = Vec::new();
        let mut panics: Vec<usize> = Vec::new();
        for (index, event) in journal.events().iter().enumerate() {
            match event.kind {
                Kind::Acquiring => _ = resources.insert(event.resource, vec![index]),
                Kind::CleanUpStarted => resources.entry(event.resource).or_default().push(index),
                Kind::AcquisitionFailed | Kind::Released | Kind::ReleaseFailed | Kind::Reaped => {
                    ends.end(resources.remove(&event.resource).into_iter().flatten(), index);
                }
                Kind::ScopeEntered => scopes.push((event.scope, index)),
                Kind::ScopeLeft => {
                    if let Some(place) = scopes.iter().rposition(|scope| scope.0 == event.scope) {
                        ends.end(scopes.drain(place..).map(|scope| scope.1), index);
                    }
                }
                Kind::PanicRaised => panics.push(index),
                Kind::PanicCaught => ends.end(panics.pop(), index),
                Kind::Exited => ends.end(panics.drain(..), index),
                _ => {}
            }
        }
        ends
    }

    fn end(&mut self, spans: impl IntoIterator<Item = usize>, index: usize) {
        self.0.extend(spans.into_iter().map(|span| (span, index)));
    }

    /// The end of the span that begins with an event. What stays open lasts to the journal's end.
    pub(super) fn of_span<'a>(&self, index: usize, journal: &'a Journal) -> End<'a> {
        let events = journal.events();
        let event = self.0.get(&index).map(|&end| (end, &events[end]));
        let last = event.map(|(_, event)| event).or(events.last());
        End { time: last.map_or(0, |event| event.time), event }
    }
}
