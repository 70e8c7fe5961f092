//! From a journal to what is on the screen, by pure functions.
//!
//! A *step* is a number of events: step `n` is the state after the first `n` of them, step 0 the
//! state before anything happened. Every panel asks for the same step and so agrees with the others.
//!
//! Nothing is played forwards or backwards. One pass over the journal gathers when each resource,
//! scope and file came and went ([`Replay::new`]); after that each question is answered by searching
//! those facts, so that the last step of a million is as near as the first.
//!
//! Invariants: nothing here changes a journal, knows a world or a guard, or fails on a journal that
//! was put together by hand: what makes no sense is passed over.

mod axis;
mod beside;
mod build;
mod columns;
mod disk;
mod files;
mod grouped;
mod kills;
mod lanes;
mod lives;
mod log;
mod marks;
mod moment;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod naive;
mod picture;
mod printed;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties_until;
mod pyramid;
mod reasons;
mod resources;
mod scene;
mod scope_names;
mod scopes;
mod spans;
mod tally;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod track;
mod travel;
mod verdict;
mod why;
mod words;

use std::cell::RefCell;
use std::ops::Range;

use crate::journal::{Beginning, Capacity, Journal, Kind};

pub use crate::journal::InitialFile;
pub use axis::Axis;
pub use beside::{Pair, pairs};
pub use kills::{FileFate, KilledFile, Kills, Outcome, kills};
pub use lanes::Lane;
pub use lives::{End, Life};
pub use log::{Filter, Group, LogPage, LogRows, Row, Severity};
pub use marks::{MarkKind, Marks};
pub use moment::{
    BYTES_SHOWN, CLOSED_LISTED, ClosedBy, ClosedHandle, ExitState, FILES_LISTED, FileState,
    HANDLES_LISTED, HandleCondition, HandleState, Moment, Progress, ScopeState, Travelling,
};
pub use picture::{
    BandState, Bands, BarFlags, BarState, Bars, DEPTHS_DRAWN, NO_LANE, Phases, Picture, View,
};
pub use printed::{BYTES_PRINTED, PIECES_PRINTED, Piece, Printed};
pub use scope_names::{SCOPES_NAMED, ScopeName};
pub use travel::Traveller;
pub use verdict::{Verdict, VerdictPart};
pub use why::{Cause, Role, Why};
pub use words::numbers;

/// The step of what never happens.
pub(crate) const NEVER: u32 = u32::MAX;

/// A run that is over, ready to be looked at.
///
/// ```
/// use leakproof::journal::{Event, Journal, Kind, ResourceId};
/// use leakproof::replay::Replay;
///
/// let mut journal = Journal::new();
/// let text = journal.intern("a.txt");
/// journal.record(Event { resource: ResourceId(1), text, ..Event::of(Kind::Acquiring) });
/// journal.record(Event { resource: ResourceId(1), text, at: 3, ..Event::of(Kind::Acquired) });
///
/// let replay = Replay::new(journal, Vec::new());
/// assert_eq!(replay.moment(1).open, 0);
/// assert_eq!(replay.moment(2).open, 1);
/// assert_eq!(replay.moment(2).handles[0].name, "a.txt");
/// ```
#[derive(Debug)]
pub struct Replay {
    journal: Journal,
    clock: axis::Clock,
    facts: build::Facts,
    tracks: picture::Tracks,
    capacity: Option<Capacity>,
    found: RefCell<log::Found>,
}

impl Replay {
    /// Reads a journal once, in time proportional to its length.
    ///
    /// `beginning` is what the program found: [`guard::beginning`](crate::guard::beginning) says it of
    /// a world. With the files that were there alone, or none (`Vec::new()`), a replay says less about
    /// files and about what ran out.
    ///
    /// # Panics
    ///
    /// If the journal has 4,294,967,295 events or more.
    pub fn new(journal: Journal, beginning: impl Into<Beginning>) -> Self {
        let Beginning { files, capacity } = beginning.into();
        assert!(journal.len() < NEVER as usize, "a journal of {} events", journal.len());
        let facts = build::facts(&journal, files);
        let tracks = picture::Tracks::new(&facts, journal.events());
        let clock = axis::Clock::new(journal.events());
        Self { journal, clock, facts, tracks, capacity, found: RefCell::default() }
    }

    /// The journal that is replayed.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The number of the last step, which is the number of events.
    pub fn steps(&self) -> usize {
        self.journal.len()
    }

    /// The state at a step; at the last one for a step beyond it.
    pub fn moment(&self, step: usize) -> Moment<'_> {
        let step = step.min(self.steps());
        moment::moment(&self.facts, &self.journal, step, self.what(step))
    }

    /// Where a step lies on an axis; one beyond the last lies where the last does.
    pub fn position_of(&self, axis: Axis, step: usize) -> f64 {
        self.clock.position(axis, step)
    }

    /// The step that is the case at a position of an axis: the last one that lies there or before.
    ///
    /// For each step, `step_at(axis, position_of(axis, step))` is the last step at the same place:
    /// the step itself by [`Axis::Step`]; by [`Axis::Time`] steps can share a place.
    pub fn step_at(&self, axis: Axis, position: f64) -> usize {
        self.clock.step(axis, position)
    }

    /// A part of what a file holds at a step, by the path it has then; nothing if there is none.
    pub fn file_bytes(&self, step: usize, path: &str, range: Range<u32>) -> Option<Vec<u8>> {
        let step = self.known(step);
        let wanted = files::normalised(path);
        let text = |id| self.journal.text(id);
        let files = &self.facts.files;
        let file = files
            .alive(step)
            .find(|&file| files::normalised(files.path(file, step, text)) == wanted)?;
        Some(files.bytes(self.journal.kept(), file, step, range))
    }

    /// What is on the disk at a step, by path: the bytes of a file, nothing for a directory. At the
    /// last one, what the run has left.
    pub fn disk(&self, step: usize) -> Vec<(String, Option<Vec<u8>>)> {
        let step = self.known(step);
        let files = &self.facts.files;
        let entry = |file: usize| {
            let path = files.path(file, step, |id| self.journal.text(id));
            let bytes = || files.bytes(self.journal.kept(), file, step, 0..u32::MAX);
            (files::normalised(path), (!files.list[file].directory).then(bytes))
        };
        let mut entries: Vec<_> = files.alive(step).map(entry).collect();
        entries.sort_unstable();
        entries
    }

    /// How many programs ran on the disk before this one.
    pub fn runs_on_disk(&self) -> u32 {
        let events = self.journal.events();
        let carried = events.iter().find(|event| event.kind == Kind::DiskCarriedOn);
        carried.map_or(0, |event| event.at)
    }

    /// A step as the facts count them, at most the last one.
    fn known(&self, step: usize) -> u32 {
        step.min(self.steps()) as u32
    }
}
