//! The lifecycle events: the single source of truth of a run.
//!
//! A [`Journal`] is append-only and ordered. Everything a person sees (timeline, log, verdict,
//! questions, exports) is computed from it; nothing else is kept. Events are small values of a
//! fixed size with their texts interned, since recording happens on the hot path and reading
//! does not.
//!
//! Invariants, which hold for each journal of a run that is over:
//!
//! - times never decrease;
//! - each `Acquiring` is followed by exactly one `Acquired` or `AcquisitionFailed` of its resource;
//! - each `Acquired` is followed by exactly one `Released` or `ReleaseFailed` of its resource, or by
//!   `Leaked` and then `Reaped`.
//!
//! This room knows nothing of worlds, guards or pages.

mod beginning;
pub mod chrome_trace;
mod event;
pub mod image;
pub mod json_lines;
pub mod numbers;
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) mod testing;
mod visible;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

pub use beginning::{Beginning, Capacity, InitialFile};
pub use event::{
    Binding, Ending, Event, Exit, Kind, OpenMode, PathChange, ResourceId, ResourceKind, ScopeId,
    TextId, Way,
};
pub use visible::{visible, visible_line};

/// The record of one run.
///
/// ```
/// use leakproof::journal::{Event, Journal, Kind, ResourceId};
///
/// let mut journal = Journal::new();
/// let text = journal.intern("a.txt");
/// journal.record(Event { resource: ResourceId(1), text, ..Event::of(Kind::Acquiring) });
/// assert_eq!(journal.text(journal.events()[0].text), "a.txt");
/// ```
#[derive(Debug, Clone)]
pub struct Journal {
    events: Vec<Event>,
    /// An index is a [`TextId`]; the first is the empty text.
    texts: IndexSet<Box<str>, FxBuildHasher>,
    /// The text asked for last.
    last: TextId,
    /// What was written, one write after the other.
    bytes: Vec<u8>,
}

impl Journal {
    /// An empty journal.
    pub fn new() -> Self {
        let texts = IndexSet::from_iter([Box::from("")]);
        Self { events: Vec::new(), texts, last: TextId::NONE, bytes: Vec::new() }
    }

    /// Appends a fact. Its sequence number is the number of events up to it, itself included.
    #[inline]
    pub fn record(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Every event, in order; the one of sequence number `n` has the index `n - 1`.
    #[inline]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// How many events there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The id of a text, the same for equal texts.
    #[inline]
    pub fn intern(&mut self, text: &str) -> TextId {
        // A program often works on one file for a while, and comparing is cheaper than hashing.
        if self.text(self.last) != text {
            self.last = self.look_up(text);
        }
        self.last
    }

    fn look_up(&mut self, text: &str) -> TextId {
        match self.texts.get_index_of(text) {
            Some(index) => TextId(index as u32),
            None => TextId(self.texts.insert_full(text.into()).0 as u32),
        }
    }

    /// A text by its id.
    ///
    /// # Panics
    ///
    /// If the id is not from this journal.
    #[inline]
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get_index(id.0 as usize).expect("an id of this journal")
    }

    /// Every text, in the order of the ids.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }

    /// Keeps the bytes of a write and says where: [`Event::at`] of [`Kind::Written`].
    #[inline]
    pub fn keep(&mut self, bytes: &[u8]) -> u32 {
        let at = self.bytes.len() as u32;
        self.bytes.extend_from_slice(bytes);
        at
    }

    /// The bytes of a write, for a [`Kind::Written`] event.
    ///
    /// # Panics
    ///
    /// If the event is not from this journal.
    pub fn bytes(&self, written: &Event) -> &[u8] {
        &self.bytes[written.at as usize..][..written.amount as usize]
    }

    /// What was written in all, one write after the other.
    pub fn kept(&self) -> &[u8] {
        &self.bytes
    }
}

impl Default for Journal {
    fn default() -> Self {
        Self::new()
    }
}

impl Event {
    /// An event of that kind with every other field zero, to be filled by struct update.
    pub fn of(kind: Kind) -> Self {
        Self {
            time: 0,
            resource: ResourceId::NONE,
            scope: ScopeId::NONE,
            text: TextId::NONE,
            amount: 0,
            at: 0,
            kind,
            detail: 0,
            line: 0,
        }
    }
}
