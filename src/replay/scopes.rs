//! The scopes of a run, and which were entered at a step.

use crate::journal::{Event, ScopeId, TextId, Way};

use super::NEVER;

/// The life of one entry into a scope. Steps are those at which the fact is seen first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope {
    pub(crate) id: ScopeId,
    pub(crate) label: TextId,
    pub(crate) line: u16,
    /// The line on which it ends; 0 where that is not known.
    pub(crate) last_line: u16,
    /// Which turn of a loop it is, from 1; 0 where it is none, or that is not known.
    pub(crate) turn: u8,
    /// The index of the scope around it; [`NEVER`] for the outermost.
    pub(crate) parent: u32,
    pub(crate) depth: u32,
    pub(crate) entered: u32,
    pub(crate) leaving: u32,
    pub(crate) way: Option<Way>,
    pub(crate) unwinding: u32,
    pub(crate) left: u32,
}

impl Scope {
    /// The step at which control begins to leave it.
    pub(crate) fn left_from(&self) -> u32 {
        self.leaving.min(self.unwinding).min(self.left)
    }

    /// The same scope as far as it is known at a step, as if the journal ended there.
    pub(crate) fn at(&self, step: u32, events: &[Event]) -> Self {
        if self.left <= step {
            return *self;
        }
        let seen = |fact: u32| if fact <= step { fact } else { NEVER };
        let way = if self.unwinding <= step {
            Some(Way::Panic)
        } else if self.leaving <= step {
            // A panic while it was being left overwrites the way.
            Way::from_code(events[self.leaving as usize - 1].detail)
        } else {
            None
        };
        let (leaving, unwinding) = (seen(self.leaving), seen(self.unwinding));
        Self { leaving, way, unwinding, left: NEVER, ..*self }
    }
}

/// All scopes, in the order in which they were entered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scopes {
    pub(crate) list: Vec<Scope>,
}

impl Scopes {
    /// The indexes of the scopes entered and not yet left at a step, innermost first.
    pub(crate) fn stack(&self, step: u32) -> impl Iterator<Item = usize> + '_ {
        let entered = self.list.partition_point(|scope| scope.entered <= step);
        // Scopes nest: one that is still open holds each that was entered after it, so all are
        // found among the ancestors of the last.
        let last = entered.checked_sub(1).map_or(NEVER, |last| last as u32);
        self.outward(last).filter(move |&index| self.list[index].left > step)
    }

    /// The index of a scope and of those around it.
    pub(crate) fn outward(&self, innermost: u32) -> impl Iterator<Item = usize> + '_ {
        let mut next = innermost;
        std::iter::from_fn(move || {
            let scope = self.list.get(next as usize)?;
            let index = next as usize;
            next = scope.parent;
            Some(index)
        })
    }

    /// The index of a scope; ids grow in the order of entering.
    pub(crate) fn find(&self, id: ScopeId) -> Option<usize> {
        self.list.binary_search_by_key(&id, |scope| scope.id).ok()
    }
}
