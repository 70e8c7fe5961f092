//! The one pass over a journal from which everything else is answered.

use crate::journal::{
    Ending, Event, InitialFile, Journal, Kind, ResourceId, ResourceKind, ScopeId, TextId, Way,
};

use super::NEVER;
use super::disk::Disk;
use super::files::Files;
use super::grouped::Grouped;
use super::lanes::{LaneBuilder, Lanes};
use super::reasons::{ReasonBuilder, Reasons};
use super::resources::{Change, Changes, Fate, Resource};
use super::scopes::{Scope, Scopes};
use super::spans::Spans;
use super::tally::Tally;
use super::travel::{Travel, Traveller};

/// What the pass gathers.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) resources: Vec<Resource>,
    /// The resources as spans of steps, from the try to acquire them to their end.
    pub(crate) alive: Spans,
    pub(crate) changes: Changes,
    /// The steps at which a resource was acquired, in order.
    pub(crate) acquisitions: Vec<u32>,
    /// The steps at which a clean-up began, with the resource's index, in order.
    pub(crate) clean_ups: Vec<(u32, u32)>,
    /// The steps at which a resource went, with its index, in order; refused ones left out.
    pub(crate) closings: Vec<(u32, u32)>,
    pub(crate) scopes: Scopes,
    pub(crate) files: Files,
    pub(crate) travel: Travel,
    pub(crate) reasons: Reasons,
    pub(crate) tally: Tally,
    pub(crate) lanes: Lanes,
    /// The steps at which the program printed, with how many bytes it had printed by then.
    pub(crate) outputs: Vec<(u32, u64)>,
    /// The step at which the program ended.
    pub(crate) exited: u32,
}

impl Facts {
    /// What became of a resource.
    pub(crate) fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.index_of(id).map(|index| &self.resources[index])
    }

    /// The index of a resource.
    pub(crate) fn index_of(&self, id: ResourceId) -> Option<usize> {
        index(&self.resources, id).map(|index| index as usize)
    }
}

/// The index of a resource; ids are in order and without gaps.
fn index(resources: &[Resource], id: ResourceId) -> Option<u32> {
    let index = id.0.checked_sub(resources.first()?.id.0)?;
    (id != ResourceId::NONE && (index as usize) < resources.len()).then_some(index)
}

/// The pass itself: what is the case at the step reached.
struct Pass<'a> {
    journal: &'a Journal,
    resources: Vec<Resource>,
    /// What changes of each resource, as it is now.
    running: Vec<Change>,
    changes: Vec<(u32, Change)>,
    acquisitions: Vec<u32>,
    clean_ups: Vec<(u32, u32)>,
    closings: Vec<(u32, u32)>,
    scopes: Vec<Scope>,
    /// The scopes entered now, by index.
    stack: Vec<u32>,
    disk: Disk,
    travel: Travel,
    reasons: ReasonBuilder,
    tally: Tally,
    lanes: LaneBuilder,
    outputs: Vec<(u32, u64)>,
    exited: u32,
}

/// Gathers the facts of a journal.
///
/// A journal that was put together by hand may name resources or scopes that never came to be;
/// such events are passed over.
pub(crate) fn facts(journal: &Journal, initial: Vec<InitialFile>) -> Facts {
    let mut pass = Pass {
        journal,
        resources: Vec::new(),
        running: Vec::new(),
        changes: Vec::new(),
        acquisitions: Vec::new(),
        clean_ups: Vec::new(),
        closings: Vec::new(),
        scopes: Vec::new(),
        stack: Vec::new(),
        disk: Disk::new(initial),
        travel: Travel::default(),
        reasons: ReasonBuilder::default(),
        tally: Tally::default(),
        lanes: LaneBuilder::default(),
        outputs: Vec::new(),
        exited: NEVER,
    };
    for (index, event) in journal.events().iter().enumerate() {
        let step = index as u32 + 1;
        pass.scope_event(step, event);
        pass.travel.follow(journal, step, pass.stack.len());
        pass.reasons.follow(journal, step, event);
        match event.kind {
            Kind::PathChanged => pass.disk.path_changed(journal, step, event),
            Kind::Output => pass.printed(step, event),
            Kind::Exited => pass.exited = step,
            Kind::Acquiring => pass.acquiring(step, event),
            _ => pass.resource_event(step, event),
        }
    }
    pass.finish()
}

impl Pass<'_> {
    fn acquiring(&mut self, step: u32, event: &Event) {
        // Ids count the tries, so that a resource's index is its id less the first one's.
        let first = self.resources.first().map_or(event.resource.0, |first| first.id.0);
        if u64::from(event.resource.0) != u64::from(first) + self.resources.len() as u64 {
            return;
        }
        let mut resource = Resource::new(event.resource, step);
        resource.kind = ResourceKind::from_code(event.detail).unwrap_or(ResourceKind::File);
        resource.name = event.text;
        resource.line = event.line;
        resource.depth = (self.stack.len() as u32).saturating_sub(1);
        resource.lane = self.lanes.begin(&resource);
        self.resources.push(resource);
        self.running.push(Change::default());
    }

    fn resource_event(&mut self, step: u32, event: &Event) {
        let Some(index) = index(&self.resources, event.resource) else { return };
        let resource = &mut self.resources[index as usize];
        let running = &mut self.running[index as usize];
        let mut changed = false;
        match event.kind {
            Kind::Acquired => {
                resource.acquired = step;
                self.acquisitions.push(step);
                self.tally.acquired(step, resource.kind);
                resource.handle = event.at;
                resource.mode = event.detail;
                resource.file = self.disk.opened(self.journal, step, event);
            }
            Kind::AcquisitionFailed => self.gone(index, step, Fate::Refused),
            Kind::Written => {
                running.written = running.written.saturating_add(event.amount);
                self.disk.written(index, event);
                changed = true;
            }
            Kind::Flushed => {
                running.flushed = running.flushed.saturating_add(event.amount);
                self.disk.flushed(index, resource.file, step, event);
                changed = true;
            }
            Kind::Bound => {
                (running.owner, running.bound) = (event.text, step);
                changed = true;
            }
            Kind::Forgotten => {
                if resource.forgotten == NEVER {
                    resource.forgotten = step;
                    self.tally.forgotten(step, resource.kind);
                }
                // The variable was moved from, and nobody has it now.
                running.owner = TextId::NONE;
                changed = true;
            }
            Kind::CleanUpStarted => {
                if resource.clean_up == NEVER {
                    resource.clean_up = step;
                    self.clean_ups.push((step, index));
                }
                resource.ending = Ending::from_code(event.detail);
                resource.error_travelled = resource.ending.is_some_and(Ending::is_failed)
                    || self.travel.now() == Some(Traveller::Error);
            }
            Kind::Released | Kind::ReleaseFailed => {
                resource.ending = Ending::from_code(event.detail).or(resource.ending);
                let failed = event.kind == Kind::ReleaseFailed;
                resource.lost = if failed { event.amount } else { 0 };
                self.gone(index, step, if failed { Fate::ReleaseFailed } else { Fate::Released });
            }
            Kind::Leaked if resource.leaked == NEVER => {
                resource.leaked = step;
                self.tally.leaked(step, resource.kind);
            }
            Kind::Reaped => {
                resource.lost = event.amount;
                self.gone(index, step, Fate::Reaped);
            }
            _ => {}
        }
        if changed {
            self.changes.push((index, Change { step, ..self.running[index as usize] }));
        }
    }

    fn gone(&mut self, index: u32, step: u32, fate: Fate) {
        let resource = &mut self.resources[index as usize];
        if resource.gone != NEVER {
            return;
        }
        resource.gone = step;
        resource.fate = fate;
        self.tally.gone(step, resource);
        self.lanes.end(resource.lane);
        self.disk.closed(index);
        if fate != Fate::Refused {
            self.closings.push((step, index));
        }
    }

    fn scope_event(&mut self, step: u32, event: &Event) {
        match event.kind {
            Kind::ScopeEntered => {
                // Ids grow in the order of entering; another journal is not one of a run.
                if self.scopes.last().is_some_and(|last| last.id >= event.scope) {
                    return;
                }
                let parent = self.entered(ScopeId(event.amount)).map(|place| self.stack[place]);
                let index = self.scopes.len() as u32;
                self.scopes.push(Scope {
                    id: event.scope,
                    label: event.text,
                    line: event.line,
                    last_line: u16::try_from(event.at).unwrap_or(u16::MAX),
                    turn: event.detail,
                    parent: parent.unwrap_or(NEVER),
                    depth: parent.map_or(0, |parent| self.scopes[parent as usize].depth + 1),
                    entered: step,
                    leaving: NEVER,
                    way: None,
                    unwinding: NEVER,
                    left: NEVER,
                });
                self.stack.push(index);
            }
            Kind::ScopeLeaving | Kind::Unwinding | Kind::ScopeLeft => {
                let Some(place) = self.entered(event.scope) else { return };
                let scope = &mut self.scopes[self.stack[place] as usize];
                match event.kind {
                    Kind::ScopeLeaving => {
                        scope.leaving = step;
                        scope.way = Way::from_code(event.detail);
                    }
                    Kind::Unwinding => {
                        scope.unwinding = step;
                        scope.way = Some(Way::Panic);
                    }
                    _ => {
                        scope.left = step;
                        scope.way = Way::from_code(event.detail).or(scope.way);
                        self.stack.truncate(place);
                    }
                }
            }
            _ => {}
        }
    }

    /// Where in the stack a scope is.
    fn entered(&self, id: ScopeId) -> Option<usize> {
        self.stack.iter().rposition(|&index| self.scopes[index as usize].id == id)
    }

    fn printed(&mut self, step: u32, event: &Event) {
        let before = self.outputs.last().map_or(0, |last| last.1);
        let length = self.journal.text(event.text).len() as u64;
        self.outputs.push((step, before + length));
    }

    fn finish(mut self) -> Facts {
        let lanes = self.lanes.finish(&mut self.resources);
        let starts = self.resources.iter().map(|resource| resource.acquiring).collect();
        let ends = self.resources.iter().map(|resource| resource.gone).collect();
        Facts {
            alive: Spans::new(starts, ends),
            changes: Grouped::new(self.resources.len(), self.changes.iter().copied()),
            resources: self.resources,
            acquisitions: self.acquisitions,
            clean_ups: self.clean_ups,
            closings: self.closings,
            scopes: Scopes { list: self.scopes },
            files: self.disk.finish(),
            travel: self.travel,
            reasons: self.reasons.finish(),
            tally: self.tally,
            lanes,
            outputs: self.outputs,
            exited: self.exited,
        }
    }
}
