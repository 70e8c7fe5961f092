//! What is known at a step of who owns a resource, and of the scope that is being left.

use crate::journal::{
    Binding, Ending, Event, Kind, ResourceId, ResourceKind, ScopeId, TextId, Way,
};

use super::resources::{Change, Resource, change_at};
use super::travel::Now;
use super::{NEVER, Replay};

/// At most so many clean-ups of one scope are looked at, so that a step of a long run stays cheap.
const LOOKED_AT: usize = 64;

/// A step, and what can be found out about it by searching the facts.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) replay: &'a Replay,
    /// From 1: that of an event.
    pub(crate) step: u32,
}

/// A scope that is being left.
#[derive(Clone, Copy)]
pub(crate) struct Leaving {
    /// Its index.
    pub(crate) scope: usize,
    /// The step at which control began to leave it.
    pub(crate) step: u32,
    pub(crate) way: Way,
}

/// Who owns a resource.
#[derive(Clone, Copy)]
pub(crate) struct Owner {
    pub(crate) name: TextId,
    /// The step of its `Bound` event.
    pub(crate) bound: u32,
    /// Whether the variable begins with that event, and ends with the event's scope.
    pub(crate) declared: bool,
}

impl<'a> Scene<'a> {
    pub(crate) fn event(&self) -> &'a Event {
        self.event_of(self.step)
    }

    /// The event that leads to a step.
    pub(crate) fn event_of(&self, step: u32) -> &'a Event {
        &self.replay.journal.events()[step as usize - 1]
    }

    /// The event after this step, if there is one.
    pub(crate) fn next_event(&self) -> Option<&'a Event> {
        self.replay.journal.events().get(self.step as usize)
    }

    /// The same journal at another step.
    pub(crate) fn at(&self, step: u32) -> Self {
        Self { step, ..*self }
    }

    pub(crate) fn raw(&self, id: TextId) -> &'a str {
        self.replay.journal.text(id)
    }

    /// The index of the event's resource.
    pub(crate) fn resource_index(&self) -> Option<usize> {
        self.index_of(self.event().resource)
    }

    pub(crate) fn index_of(&self, id: ResourceId) -> Option<usize> {
        self.replay.facts.index_of(id)
    }

    pub(crate) fn resource(&self, index: usize) -> &'a Resource {
        &self.replay.facts.resources[index]
    }

    pub(crate) fn is_lock(&self, index: usize) -> bool {
        self.resource(index).kind == ResourceKind::Lock
    }

    pub(crate) fn change(&self, index: usize) -> Change {
        change_at(self.replay.facts.changes.of(index), self.step)
    }

    /// Bytes of a resource that are written and not on the disk.
    pub(crate) fn buffered(&self, index: usize) -> u32 {
        let change = self.change(index);
        change.written.saturating_sub(change.flushed)
    }

    /// Who owns a resource, as far as that is known. A variable whose scope is left owns nothing.
    pub(crate) fn owner(&self, index: usize) -> Option<Owner> {
        let Change { owner, bound, .. } = self.change(index);
        if owner == TextId::NONE || bound == 0 {
            return None;
        }
        let event = self.event_of(bound);
        let declared = event.detail == Binding::Declared as u8;
        let is_of_scope = declared || is_self(self.raw(owner));
        let is_gone = |scope: usize| self.replay.facts.scopes.list[scope].left <= self.step;
        if is_of_scope && self.scope_index(event.scope).is_some_and(is_gone) {
            return None;
        }
        Some(Owner { name: owner, bound, declared })
    }

    /// The variable that is declared with what is acquired at this step: the next event says so.
    pub(crate) fn acquired_for(&self) -> Option<Owner> {
        let next = self.next_event()?;
        let is_bound = next.kind == Kind::Bound && next.resource == self.event().resource;
        is_bound.then(|| Owner {
            name: next.text,
            bound: self.step + 1,
            declared: next.detail == Binding::Declared as u8,
        })
    }

    /// The index of the scope in which a variable was declared.
    pub(crate) fn scope_of(&self, owner: Owner) -> Option<usize> {
        let scope = self.scope_index(self.event_of(owner.bound).scope);
        if owner.declared { scope } else { None }
    }

    pub(crate) fn scope_index(&self, id: ScopeId) -> Option<usize> {
        self.replay.facts.scopes.find(id)
    }

    /// Whether a resource is being cleaned up.
    pub(crate) fn in_clean_up(&self, index: usize) -> bool {
        let resource = self.resource(index);
        resource.clean_up <= self.step && self.step <= resource.gone
    }

    /// The scope of an event, if control is leaving it.
    pub(crate) fn leaving(&self) -> Option<Leaving> {
        let scope = self.scope_index(self.event().scope)?;
        let facts = &self.replay.facts.scopes.list[scope];
        if facts.left < self.step {
            return None;
        }
        if facts.unwinding <= self.step {
            return Some(Leaving { scope, step: facts.unwinding, way: Way::Panic });
        }
        (facts.leaving <= self.step).then(|| {
            let way = Way::from_code(self.event_of(facts.leaving).detail).unwrap_or(Way::End);
            Leaving { scope, step: facts.leaving, way }
        })
    }

    /// The resources that are cleaned up while control leaves a scope, in that order, and whether
    /// there are more than are looked at.
    pub(crate) fn dropped(&self, leaving: Leaving) -> (Vec<usize>, bool) {
        let facts = &self.replay.facts;
        let scope = &facts.scopes.list[leaving.scope];
        let first = facts.clean_ups.partition_point(|clean_up| clean_up.0 <= leaving.step);
        let last = facts.clean_ups.partition_point(|clean_up| clean_up.0 < scope.left);
        let seen = &facts.clean_ups[first..last.max(first)];
        let own = seen.iter().take(LOOKED_AT).filter(|clean_up| {
            // What the destructors open and close themselves has a scope of its own.
            self.event_of(clean_up.0).scope == scope.id
        });
        (own.map(|clean_up| clean_up.1 as usize).collect(), seen.len() > LOOKED_AT)
    }

    /// Whether one variable was declared after another, in the same scope.
    pub(crate) fn declared_after(&self, later: usize, earlier: usize) -> bool {
        let (Some(later), Some(earlier)) = (self.owner(later), self.owner(earlier)) else {
            return false;
        };
        let scope = self.scope_of(later);
        scope.is_some() && scope == self.scope_of(earlier) && later.bound > earlier.bound
    }

    /// The resources that are cleaned up before and after this one by the same leaving of a scope.
    pub(crate) fn neighbours(
        &self,
        leaving: Leaving,
        index: usize,
    ) -> (Option<usize>, Option<usize>) {
        let (dropped, _) = self.dropped(leaving);
        match dropped.iter().position(|&other| other == index) {
            Some(place) => {
                let before = place.checked_sub(1).map(|before| dropped[before]);
                (before, dropped.get(place + 1).copied())
            }
            None => (None, None),
        }
    }

    /// Resources that a variable of a scope owned and that were forgotten; at most the youngest few.
    pub(crate) fn forgotten_in(&self, scope: usize) -> Vec<usize> {
        let alive = self.replay.facts.alive.alive(self.step).take(LOOKED_AT);
        let id = self.replay.facts.scopes.list[scope].id;
        let is_forgotten = |&index: &usize| {
            let forgotten = self.resource(index).forgotten <= self.step;
            let bound = self.change(index).bound;
            forgotten && bound > 0 && self.event_of(bound).scope == id
        };
        let mut found: Vec<_> = alive.filter(is_forgotten).collect();
        found.reverse();
        found
    }

    /// The oldest write whose bytes were still buffered at the step before this one.
    pub(crate) fn oldest_buffered(&self, index: usize) -> Option<u32> {
        let changes = self.replay.facts.changes.of(index);
        let before = self.at(self.step.saturating_sub(1)).change(index);
        if before.written <= before.flushed {
            return None;
        }
        let write = changes.partition_point(|change| change.written <= before.flushed);
        changes.get(write).map(|change| change.step)
    }

    /// The resources that are open at this step, the oldest first, at most `most` of them: the
    /// youngest. Of very many only the youngest are looked at.
    pub(crate) fn open(&self, most: usize, kind: ResourceKind) -> Vec<usize> {
        const LOOKED_AT: usize = 256;
        let alive = self.replay.facts.alive.alive(self.step).take(LOOKED_AT);
        let open = alive.filter(|&index| {
            let resource = self.resource(index);
            resource.acquired <= self.step && resource.kind == kind
        });
        let mut open: Vec<_> = open.take(most).collect();
        open.reverse();
        open
    }

    /// The event just before the beginning of a clean-up that gave the owner another value.
    pub(crate) fn replacement(&self, index: usize) -> Option<u32> {
        let owner = self.owner(index)?;
        let before = self.step.checked_sub(1).filter(|&before| before > 0)?;
        let bound = self.event_of(before);
        let replaces = bound.kind == Kind::Bound && bound.text == owner.name;
        (replaces && bound.resource != self.resource(index).id).then_some(before)
    }

    /// Whether the panic that is raised at this step unwinds anything: with `panic = "abort"` it does
    /// not.
    pub(crate) fn unwinds_after(&self) -> bool {
        /// The message is printed before, and a hook of the program may do more.
        const EVENTS: usize = 32;
        let follow = self.replay.journal.events()[self.step as usize..].iter().take(EVENTS);
        let decides = |event: &&Event| match event.kind {
            Kind::Unwinding | Kind::PanicCaught | Kind::Exited => true,
            Kind::CleanUpStarted => event.detail == Ending::Unwound as u8,
            _ => false,
        };
        let next = follow.clone().find(decides);
        // A compiled program does not record that scopes are left.
        next.map_or(!self.is_interpreted(), |next| next.kind != Kind::Exited)
    }

    /// The failed flush in the clean-up of a resource.
    pub(crate) fn failed_flush(&self, index: usize) -> Option<u32> {
        /// A clean-up is a few events.
        const EVENTS: u32 = 8;
        let resource = self.resource(index);
        let first = resource.clean_up.min(self.step).max(self.step.saturating_sub(EVENTS)).max(1);
        (first..self.step).rev().find(|&step| {
            let event = self.event_of(step);
            event.kind == Kind::OperationFailed && event.resource == resource.id
        })
    }

    /// What travels at this step. Nothing in a journal without scopes: that of a compiled program does
    /// not say when a panic is caught.
    pub(crate) fn travels(&self) -> Now {
        if self.is_interpreted() { self.replay.facts.travel.at(self.step) } else { Now::default() }
    }

    /// The panic that unwinds, at a step at which one does.
    pub(crate) fn unwinding(&self) -> Option<u32> {
        self.replay.facts.travel.at(self.step).panic
    }

    /// Whether an interpreter has recorded what a compiled program cannot see.
    pub(crate) fn is_interpreted(&self) -> bool {
        !self.replay.facts.scopes.list.is_empty()
    }

    /// The step at which the program ended, if that is behind.
    pub(crate) fn exited(&self) -> Option<u32> {
        let exited = self.replay.facts.exited;
        (exited != NEVER && exited <= self.step).then_some(exited)
    }
}

/// Whether a place is reached through a method's receiver, which its caller does not know by that
/// name.
fn is_self(place: &str) -> bool {
    place == "self" || place.starts_with("self.")
}
