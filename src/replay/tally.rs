//! How many resources were opened, closed and lost up to any step.

use crate::journal::ResourceKind;

use super::resources::{Fate, Resource};

/// How many files, and how many locks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Number {
    pub(crate) files: usize,
    pub(crate) locks: usize,
}

impl Number {
    pub(crate) fn all(self) -> usize {
        self.files + self.locks
    }
}

impl std::ops::Add for Number {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { files: self.files + other.files, locks: self.locks + other.locks }
    }
}

impl std::ops::Sub for Number {
    type Output = Self;

    /// What is left; a journal that makes no sense leaves nothing.
    fn sub(self, other: Self) -> Self {
        Self {
            files: self.files.saturating_sub(other.files),
            locks: self.locks.saturating_sub(other.locks),
        }
    }
}

/// The steps of one kind of fact, those of files and those of locks, each in order.
#[derive(Debug, Default)]
pub(crate) struct Steps([Vec<u32>; 2]);

impl Steps {
    fn add(&mut self, step: u32, kind: ResourceKind) {
        self.0[kind as usize].push(step);
    }

    /// How many there are up to a step.
    pub(crate) fn until(&self, step: u32) -> Number {
        let count = |kind: ResourceKind| self.0[kind as usize].partition_point(|&at| at <= step);
        Number { files: count(ResourceKind::File), locks: count(ResourceKind::Lock) }
    }

    /// The first of them, if it is not after a step.
    pub(crate) fn first(&self, step: u32) -> Option<u32> {
        self.0
            .iter()
            .filter_map(|steps| steps.first().copied())
            .min()
            .filter(|&first| first <= step)
    }

    /// The last of them up to a step.
    pub(crate) fn last(&self, step: u32) -> Option<u32> {
        let last = |steps: &Vec<u32>| {
            let until = steps.partition_point(|&at| at <= step);
            until.checked_sub(1).map(|last| steps[last])
        };
        self.0.iter().filter_map(last).max()
    }
}

/// What became of the resources, kept as steps, so that a question about any step is a search.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) acquired: Steps,
    pub(crate) refused: Steps,
    /// By a guard, failed clean-ups included.
    pub(crate) released: Steps,
    pub(crate) failed: Steps,
    pub(crate) forgotten: Steps,
    /// Forgotten, and gone since.
    pub(crate) forgotten_gone: Steps,
    pub(crate) leaked: Steps,
    /// By the system.
    pub(crate) reaped: Steps,
    /// The steps at which bytes were lost, with how many there were by then.
    lost: Vec<(u32, u64)>,
}

impl Tally {
    pub(crate) fn acquired(&mut self, step: u32, kind: ResourceKind) {
        self.acquired.add(step, kind);
    }

    pub(crate) fn forgotten(&mut self, step: u32, kind: ResourceKind) {
        self.forgotten.add(step, kind);
    }

    pub(crate) fn leaked(&mut self, step: u32, kind: ResourceKind) {
        self.leaked.add(step, kind);
    }

    /// A resource is gone, or was refused.
    pub(crate) fn gone(&mut self, step: u32, resource: &Resource) {
        let kind = resource.kind;
        match resource.fate {
            Fate::Unknown => {}
            Fate::Refused => self.refused.add(step, kind),
            Fate::Reaped => self.reaped.add(step, kind),
            Fate::Released | Fate::ReleaseFailed => self.released.add(step, kind),
        }
        if resource.fate == Fate::ReleaseFailed {
            self.failed.add(step, kind);
        }
        if resource.forgotten < step && resource.fate != Fate::Refused {
            self.forgotten_gone.add(step, kind);
        }
        if resource.lost > 0 {
            self.lost.push((step, self.lost(u32::MAX) + u64::from(resource.lost)));
        }
    }

    /// How many handles are open at a step.
    pub(crate) fn open(&self, step: u32) -> Number {
        self.acquired.until(step) - self.released.until(step) - self.reaped.until(step)
    }

    /// How many bytes were lost up to a step.
    pub(crate) fn lost(&self, step: u32) -> u64 {
        let until = self.lost.partition_point(|lost| lost.0 <= step);
        until.checked_sub(1).map_or(0, |last| self.lost[last].1)
    }

    /// The last step up to a step at which bytes were lost.
    pub(crate) fn last_loss(&self, step: u32) -> Option<u32> {
        let until = self.lost.partition_point(|lost| lost.0 <= step);
        until.checked_sub(1).map(|last| self.lost[last].0)
    }
}
