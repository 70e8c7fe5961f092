//! Finds the events that an event rests on.

use crate::journal::{Ending, Exit, Kind, ResourceKind, Way};
use crate::replay::NEVER;
use crate::replay::files::normalised;
use crate::replay::scene::{Leaving, Scene};

use super::{Cause, Role};

/// At most so many resources are named as a reason.
const NAMED: usize = 16;

/// What the event of a step rests on, the nearest reason first.
pub(super) fn causes(scene: Scene<'_>) -> Vec<Cause> {
    let mut found = Found { scene, list: Vec::new() };
    found.find();
    // A journal put together by hand may tell of things before they happen.
    found.list.retain(|cause| (1..=scene.step).contains(&cause.step));
    found.list
}

struct Found<'a> {
    scene: Scene<'a>,
    list: Vec<Cause>,
}

impl Found<'_> {
    fn add(&mut self, role: Role, step: impl Into<Option<u32>>) {
        let Some(step) = step.into() else { return };
        let cause = Cause { step, role };
        if step != NEVER && !self.list.contains(&cause) {
            self.list.push(cause);
        }
    }

    fn find(&mut self) {
        let scene = self.scene;
        let event = *scene.event();
        let index = scene.resource_index();
        match (event.kind, index) {
            (Kind::Acquired, Some(_)) => {
                let owner = scene.acquired_for();
                self.add_scope(owner.and_then(|owner| scene.scope_of(owner)));
            }
            (Kind::AcquisitionFailed, Some(index)) => self.refused(index),
            (Kind::Read, Some(index)) => self.acquisition(index),
            (Kind::Written, Some(index)) => {
                self.buffered(index);
                self.acquisition(index);
            }
            (Kind::Flushed | Kind::OperationFailed, Some(index)) => {
                self.part_of_clean_up(index);
                self.buffered(index);
                self.acquisition(index);
            }
            (Kind::CleanUpStarted, Some(index)) => {
                self.clean_up(index);
                self.acquisition(index);
            }
            (Kind::Released, Some(index)) => {
                self.part_of_clean_up(index);
                self.clean_up(index);
                self.acquisition(index);
            }
            (Kind::ReleaseFailed, Some(index)) => {
                self.add(Role::Failure, scene.failed_flush(index));
                self.part_of_clean_up(index);
                self.buffered(index);
                self.acquisition(index);
            }
            (Kind::Bound, Some(index)) => {
                self.acquisition(index);
                let before = scene.at(scene.step - 1).owner(index);
                self.add(Role::Binding, before.map(|owner| owner.bound));
                self.add_scope(scene.owner(index).and_then(|owner| scene.scope_of(owner)));
            }
            (Kind::Forgotten, Some(index)) => {
                let owner = scene.at(scene.step - 1).owner(index);
                self.add(Role::Binding, owner.map(|owner| owner.bound));
                self.buffered(index);
                self.acquisition(index);
            }
            (Kind::Leaked, Some(index)) => {
                self.add(Role::Forgetting, scene.resource(index).forgotten);
                self.add(Role::End, scene.exited());
                self.buffered(index);
                self.acquisition(index);
            }
            (Kind::Reaped, Some(index)) => {
                self.add(Role::Leak, scene.resource(index).leaked);
                self.add(Role::Forgetting, scene.resource(index).forgotten);
                self.add(Role::End, scene.exited());
                self.buffered(index);
                self.acquisition(index);
            }
            (Kind::ScopeEntered, _) => self.scope_entered(),
            (Kind::ScopeLeaving | Kind::Unwinding, _) => self.leaving(),
            (Kind::ScopeLeft, _) => self.left(),
            (Kind::PanicRaised, _) => {
                self.failure_behind(scene.step);
                self.add(Role::Panic, scene.at(scene.step - 1).travels().panic);
            }
            (Kind::ErrorRaised, _) => {
                let origin = scene.travels().error;
                self.add(Role::Error, origin.filter(|&origin| origin != scene.step));
                self.failure_behind(origin.unwrap_or(scene.step));
            }
            (Kind::PanicCaught, _) => {
                let raised = scene.at(scene.step - 1).travels().panic;
                self.add(Role::Panic, raised);
                raised.into_iter().for_each(|raised| self.failure_behind(raised));
            }
            (Kind::Exited, _) => self.ended(),
            _ => {}
        }
    }

    fn acquisition(&mut self, index: usize) {
        self.add(Role::Acquisition, self.scene.resource(index).acquired);
    }

    fn add_scope(&mut self, scope: Option<usize>) {
        let scopes = &self.scene.replay.facts.scopes.list;
        self.add(Role::Scope, scope.map(|scope| scopes[scope].entered));
    }

    /// The oldest write that is still buffered, or was until this step.
    fn buffered(&mut self, index: usize) {
        self.add(Role::Write, self.scene.oldest_buffered(index));
    }

    fn part_of_clean_up(&mut self, index: usize) {
        if self.scene.in_clean_up(index) {
            self.add(Role::CleanUp, self.scene.resource(index).clean_up);
        }
    }

    fn failure_behind(&mut self, raised: u32) {
        self.add(Role::Failure, self.scene.replay.facts.reasons.of(raised));
    }

    /// What travels, and the failure behind it.
    fn traveller(&mut self, role: Role, raised: Option<u32>) {
        self.add(role, raised);
        raised.into_iter().for_each(|raised| self.failure_behind(raised));
    }

    /// What makes control leave a scope.
    fn reason_to_leave(&mut self, leaving: Leaving) {
        let travels = self.scene.at(leaving.step).travels();
        match leaving.way {
            Way::Question => self.traveller(Role::Error, travels.error),
            Way::Panic => self.traveller(Role::Panic, travels.panic),
            _ => {}
        }
    }

    fn refused(&mut self, index: usize) {
        let scene = self.scene;
        let resource = scene.resource(index);
        let error = scene.raw(scene.event().text);
        if error.starts_with("too many open files") {
            for holder in scene.open(NAMED, resource.kind) {
                self.add(Role::Holder, scene.resource(holder).acquired);
            }
        } else if error.starts_with("busy") {
            let path = |index: usize| normalised(scene.raw(scene.resource(index).name));
            let wanted = path(index);
            let locks = scene.open(NAMED, ResourceKind::Lock).into_iter();
            for holder in locks.filter(|&lock| path(lock) == wanted) {
                self.add(Role::Holder, scene.resource(holder).acquired);
            }
        }
    }

    fn clean_up(&mut self, index: usize) {
        let scene = self.scene.at(self.scene.resource(index).clean_up.min(self.scene.step));
        let ending = Ending::from_code(self.scene.event().detail);
        match ending {
            Some(Ending::Dropped | Ending::Unwound) => {}
            Some(ending) if ending.is_panicked() => {
                self.traveller(Role::Panic, scene.unwinding());
                return;
            }
            _ => return,
        }
        if let Some(leaving) = scene.leaving() {
            self.add(Role::Leaving, leaving.step);
            let (before, after) = scene.neighbours(leaving, index);
            if let Some(before) = before.filter(|&before| scene.declared_after(before, index)) {
                self.add(Role::WentFirst, scene.resource(before).clean_up);
            }
            if let Some(after) = after.filter(|&after| scene.declared_after(index, after)) {
                self.add(Role::Waits, scene.resource(after).acquired);
            }
            self.reason_to_leave(leaving);
        } else if ending == Some(Ending::Unwound) {
            self.traveller(Role::Panic, scene.unwinding());
        } else {
            self.add(Role::Replacement, scene.replacement(index));
        }
    }

    fn scope_entered(&mut self) {
        let scene = self.scene;
        let Some(scope) = scene.scope_index(scene.event().scope) else { return };
        let scopes = &scene.replay.facts.scopes.list;
        let Some(parent) = scopes.get(scopes[scope].parent as usize) else { return };
        let leaving = if parent.unwinding < scene.step { parent.unwinding } else { parent.leaving };
        if scene.raw(scopes[scope].label).ends_with("::drop") && leaving < scene.step {
            self.add(Role::Leaving, leaving);
        }
        self.add(Role::Scope, parent.entered);
    }

    fn leaving(&mut self) {
        let scene = self.scene;
        let Some(leaving) = scene.leaving() else { return };
        self.reason_to_leave(leaving);
        for dropped in scene.dropped(leaving).0.into_iter().take(NAMED) {
            self.acquisition(dropped);
        }
        for forgotten in scene.forgotten_in(leaving.scope).into_iter().take(NAMED) {
            self.add(Role::Forgetting, scene.resource(forgotten).forgotten);
        }
        self.add_scope(Some(leaving.scope));
    }

    fn left(&mut self) {
        let scene = self.scene;
        let Some(leaving) = scene.leaving() else { return };
        self.add(Role::Leaving, leaving.step);
        for dropped in scene.dropped(leaving).0.into_iter().take(NAMED) {
            self.add(Role::Release, scene.resource(dropped).gone);
        }
        self.reason_to_leave(leaving);
    }

    fn ended(&mut self) {
        let scene = self.scene;
        let travels = scene.at(scene.step - 1).travels();
        match Exit::from_code(scene.event().detail) {
            Some(Exit::Failed) => self.traveller(Role::Error, travels.error),
            Some(Exit::Panicked | Exit::Aborted) => self.traveller(Role::Panic, travels.panic),
            _ => {}
        }
        for kind in [ResourceKind::File, ResourceKind::Lock] {
            for open in scene.open(NAMED, kind) {
                self.acquisition(open);
            }
        }
    }
}
