//! What became of each resource, and when.

use crate::journal::{Ending, Event, ResourceId, ResourceKind, TextId};

use super::NEVER;
use super::grouped::Grouped;

/// The life of one resource. Steps are those at which the fact is seen first; [`NEVER`] where it
/// did not happen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Resource {
    pub(crate) id: ResourceId,
    pub(crate) kind: ResourceKind,
    pub(crate) name: TextId,
    pub(crate) line: u16,
    /// How many scopes it was acquired in, less one.
    pub(crate) depth: u32,
    pub(crate) handle: u32,
    pub(crate) mode: u8,
    /// The index of its file, for what it flushes; [`NEVER`] where that is not known.
    pub(crate) file: u32,
    pub(crate) acquiring: u32,
    pub(crate) acquired: u32,
    pub(crate) forgotten: u32,
    pub(crate) clean_up: u32,
    pub(crate) leaked: u32,
    /// Released, reaped, or never acquired.
    pub(crate) gone: u32,
    pub(crate) fate: Fate,
    /// How its clean-up came about, once there was one.
    pub(crate) ending: Option<Ending>,
    /// Whether an error travelled when its clean-up began.
    pub(crate) error_travelled: bool,
    /// Bytes that never reached the disk.
    pub(crate) lost: u32,
    /// The lane it is drawn on.
    pub(crate) lane: u32,
}

/// How a resource's life ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The journal ends before.
    Unknown,
    /// It was never acquired.
    Refused,
    /// By its guard.
    Released,
    /// By its guard, whose clean-up failed.
    ReleaseFailed,
    /// By the world.
    Reaped,
}

impl Resource {
    pub(crate) fn new(id: ResourceId, step: u32) -> Self {
        Self {
            id,
            kind: ResourceKind::File,
            name: TextId::NONE,
            line: 0,
            depth: 0,
            handle: 0,
            mode: 0,
            file: NEVER,
            acquiring: step,
            acquired: NEVER,
            forgotten: NEVER,
            clean_up: NEVER,
            leaked: NEVER,
            gone: NEVER,
            fate: Fate::Unknown,
            ending: None,
            error_travelled: false,
            lost: 0,
            lane: 0,
        }
    }

    /// The same resource as far as it is known at a step, as if the journal ended there.
    pub(crate) fn at(&self, step: u32, events: &[Event]) -> Self {
        if self.gone <= step {
            return *self;
        }
        let seen = |fact: u32| if fact <= step { fact } else { NEVER };
        let is_open = self.acquired <= step;
        let is_closing = self.clean_up <= step;
        // The field itself may have it from the event with which the clean-up ended.
        let ending = || Ending::from_code(events[self.clean_up as usize - 1].detail);
        Self {
            handle: if is_open { self.handle } else { 0 },
            mode: if is_open { self.mode } else { 0 },
            file: if is_open { self.file } else { NEVER },
            acquired: seen(self.acquired),
            forgotten: seen(self.forgotten),
            clean_up: seen(self.clean_up),
            leaked: seen(self.leaked),
            gone: NEVER,
            fate: Fate::Unknown,
            ending: if is_closing { ending() } else { None },
            error_travelled: is_closing && self.error_travelled,
            lost: 0,
            ..*self
        }
    }

    /// Whether a panic was the reason for its clean-up.
    pub(crate) fn unwound(&self) -> bool {
        self.ending.is_some_and(Ending::is_panicked)
    }
}

/// What changes while a resource is open, at the step of a change.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Change {
    pub(crate) step: u32,
    /// Bytes written so far.
    pub(crate) written: u32,
    /// Bytes of those that reached the disk.
    pub(crate) flushed: u32,
    pub(crate) owner: TextId,
    /// The step at which it got its last owner; 0 where it had none yet.
    pub(crate) bound: u32,
}

/// The changes of each resource, by its index.
pub(crate) type Changes = Grouped<Change>;

/// The last of some changes that is seen at a step.
pub(crate) fn change_at(changes: &[Change], step: u32) -> Change {
    let seen = changes.partition_point(|change| change.step <= step);
    seen.checked_sub(1).map_or_else(Change::default, |last| changes[last])
}
