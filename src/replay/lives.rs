//! The timeline as a table: one row for each resource, as it is at a step.

use std::ops::Range;

use crate::journal::{ResourceId, ResourceKind};

use super::moment::ClosedBy;
use super::resources::{Fate, Resource};
use super::{NEVER, Replay};

/// The life of one resource, as far as it is known at a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life<'a> {
    /// Which.
    pub resource: ResourceId,
    /// What it is.
    pub kind: ResourceKind,
    /// The path or name it was acquired by.
    pub name: &'a str,
    /// The source line of the acquisition, from 1; 0 where it is not known.
    pub line: u16,
    /// The handle's number; 0 if it never had one.
    pub handle: u32,
    /// The step at which it was open first; if it never was, the one at which the try began.
    pub since: usize,
    /// The step at which it was gone; nothing while it is not.
    pub gone: Option<usize>,
    /// Nanoseconds for which it was open, or has been open so far.
    pub duration: u64,
    /// What became of it.
    pub end: End<'a>,
    /// Bytes that were buffered and never reached the disk.
    pub lost: u32,
}

/// What became of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End<'a> {
    /// It was never acquired, because of that error.
    Refused(&'a str),
    /// It was closed.
    Closed {
        /// By whom and why.
        by: ClosedBy,
        /// The error with which its clean-up failed.
        error: Option<&'a str>,
    },
    /// Nothing yet: the acquisition is being tried.
    Acquiring,
    /// Nothing yet: it is open.
    Open,
}

impl Replay {
    /// How many resources there were by a step, those that could not be acquired included.
    pub fn life_count(&self, step: usize) -> usize {
        self.facts.alive.started(self.known(step))
    }

    /// The lives of some resources as they are at a step, in the order of their acquisition, as far as
    /// there are that many.
    pub fn lives(&self, step: usize, range: Range<usize>) -> Vec<Life<'_>> {
        let end = range.end.min(self.life_count(step));
        let resources = &self.facts.resources[range.start.min(end)..end];
        resources.iter().map(|resource| self.life(resource, self.known(step))).collect()
    }

    fn life(&self, resource: &Resource, step: u32) -> Life<'_> {
        let resource = &resource.at(step, self.journal.events());
        let open = resource.acquired != NEVER;
        let since = if open { resource.acquired } else { resource.acquiring } as usize;
        let gone = (resource.gone != NEVER).then_some(resource.gone as usize);
        let time =
            |step: usize| step.checked_sub(1).map_or(0, |last| self.journal.events()[last].time);
        let until = time(gone.unwrap_or(step as usize));
        Life {
            resource: resource.id,
            kind: resource.kind,
            name: self.journal.text(resource.name),
            line: resource.line,
            handle: resource.handle,
            since,
            gone,
            duration: if open { until.saturating_sub(time(since)) } else { 0 },
            end: self.end(resource),
            lost: resource.lost,
        }
    }

    fn end(&self, resource: &Resource) -> End<'_> {
        let error = || {
            let last = resource.gone.checked_sub(1).map(|last| last as usize);
            let event = last.and_then(|last| self.journal.events().get(last));
            event.map_or("", |event| self.journal.text(event.text))
        };
        match (resource.fate, resource.ending) {
            (Fate::Unknown, _) if resource.acquired == NEVER => End::Acquiring,
            (Fate::Unknown, _) => End::Open,
            (Fate::Refused, _) => End::Refused(error()),
            (Fate::Reaped, _) => End::Closed { by: ClosedBy::World, error: None },
            (fate, ending) => End::Closed {
                by: ClosedBy::Guard(ending.unwrap_or(crate::journal::Ending::Dropped)),
                error: (fate == Fate::ReleaseFailed).then(error),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Ending, Event, Journal, Kind};

    fn journal(events: &[(Kind, u32, &str)]) -> Replay {
        let mut journal = Journal::new();
        for (index, &(kind, resource, text)) in events.iter().enumerate() {
            let text = journal.intern(text);
            let (time, resource) = (index as u64 * 10, ResourceId(resource));
            journal.record(Event { time, resource, text, ..Event::of(kind) });
        }
        Replay::new(journal, Vec::new())
    }

    #[test]
    fn a_life_goes_from_the_acquisition_to_the_end() {
        let replay = journal(&[
            (Kind::Acquiring, 1, "a.txt"),
            (Kind::Acquired, 1, "a.txt"),
            (Kind::CleanUpStarted, 1, ""),
            (Kind::Released, 1, ""),
        ]);
        let life = &replay.lives(4, 0..9)[0];
        assert_eq!((life.name, life.since, life.gone, life.duration), ("a.txt", 2, Some(4), 20));
        let by = ClosedBy::Guard(Ending::Dropped);
        assert_eq!(life.end, End::Closed { by, error: None });
    }

    #[test]
    fn a_refused_resource_says_why() {
        let replay = journal(&[
            (Kind::Acquiring, 1, "a.txt"),
            (Kind::AcquisitionFailed, 1, "too many open files"),
        ]);
        assert_eq!(replay.lives(1, 0..1)[0].end, End::Acquiring);
        assert_eq!(replay.lives(2, 0..1)[0].end, End::Refused("too many open files"));
    }
}
