//! Reads a moment off the facts.

use crate::journal::{Ending, Event, Exit, Journal, ResourceId, TextId, Way};
use crate::replay::build::Facts;
use crate::replay::files::normalised;
use crate::replay::resources::{Fate, Resource, change_at};

use super::*;

/// The moment at one of the run's steps; `what` is its event in words.
pub(crate) fn moment<'a>(
    facts: &'a Facts,
    journal: &'a Journal,
    step: usize,
    what: String,
) -> Moment<'a> {
    let event = step.checked_sub(1).map(|last| &journal.events()[last]);
    let read =
        Reader { facts, journal, step: step as u32, time: event.map_or(0, |event| event.time) };
    let closed_so_far = facts.closings.partition_point(|closing| closing.0 <= read.step);
    let mut handles: Vec<_> =
        read.alive().take(HANDLES_LISTED).map(|one| read.handle(one)).collect();
    handles.reverse();
    let mut files: Vec<_> =
        facts.files.alive(read.step).take(FILES_LISTED + 1).map(|file| read.file(file)).collect();
    let more_files = files.len() > FILES_LISTED;
    files.truncate(FILES_LISTED);
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Moment {
        step,
        time: read.time,
        kind: event.map(|event| event.kind),
        what,
        line: event.map_or(0, |event| event.line),
        resource: event.map_or(ResourceId::NONE, |event| event.resource),
        scopes: read.scopes(),
        handles,
        open: read.opened().saturating_sub(closed_so_far),
        closed: read.closed(closed_so_far),
        closed_so_far,
        files,
        more_files,
        travelling: facts
            .travel
            .at(read.step)
            .last
            .map(|(traveller, text)| Travelling { traveller, text: journal.text(text) }),
        output: read.output(),
        exit: read.exit(),
    }
}

struct Reader<'a> {
    facts: &'a Facts,
    journal: &'a Journal,
    step: u32,
    time: u64,
}

impl<'a> Reader<'a> {
    /// The event that led to a step.
    fn event(&self, step: u32) -> &'a Event {
        &self.journal.events()[step as usize - 1]
    }

    fn text(&self, id: TextId) -> &'a str {
        self.journal.text(id)
    }

    fn alive(&self) -> impl Iterator<Item = usize> + 'a {
        self.facts.alive.alive(self.step)
    }

    /// How many resources were acquired, open or not.
    fn opened(&self) -> usize {
        self.facts.acquisitions.partition_point(|&acquired| acquired <= self.step)
    }

    fn scopes(&self) -> Vec<ScopeState<'a>> {
        let state = |index: usize| {
            let scope = &self.facts.scopes.list[index];
            let progress = if scope.unwinding <= self.step {
                Progress::Unwinding
            } else if scope.leaving <= self.step {
                // A panic while it was being left overwrites the way.
                Progress::Leaving(
                    Way::from_code(self.event(scope.leaving).detail).unwrap_or(Way::End),
                )
            } else {
                Progress::Running
            };
            ScopeState {
                scope: scope.id,
                label: self.text(scope.label),
                line: scope.line,
                progress,
            }
        };
        let mut scopes: Vec<_> = self.facts.scopes.stack(self.step).map(state).collect();
        scopes.reverse();
        scopes
    }

    fn handle(&self, index: usize) -> HandleState<'a> {
        let resource = &self.facts.resources[index];
        let acquired = resource.acquired <= self.step;
        let since = if acquired { resource.acquired } else { resource.acquiring };
        let change = change_at(self.facts.changes.of(index), self.step);
        let opened = self.event(since).time;
        HandleState {
            resource: resource.id,
            kind: resource.kind,
            name: self.text(resource.name),
            handle: if acquired { resource.handle } else { 0 },
            mode: if acquired { resource.mode } else { 0 },
            owner: (change.owner != TextId::NONE).then(|| self.text(change.owner)),
            line: resource.line,
            since: since as usize,
            opened,
            duration: self.time.saturating_sub(opened),
            buffered: change.written - change.flushed.min(change.written),
            state: self.condition(resource),
        }
    }

    fn condition(&self, resource: &Resource) -> HandleCondition {
        let seen = |step: u32| step <= self.step;
        match resource {
            resource if seen(resource.leaked) => HandleCondition::Leaked,
            resource if seen(resource.clean_up) => HandleCondition::CleaningUp,
            resource if seen(resource.forgotten) => HandleCondition::Forgotten,
            resource if seen(resource.acquired) => HandleCondition::Open,
            _ => HandleCondition::Acquiring,
        }
    }

    fn closed(&self, closed_so_far: usize) -> Vec<ClosedHandle<'a>> {
        let first = closed_so_far.saturating_sub(CLOSED_LISTED);
        let listed = self.facts.closings[first..closed_so_far].iter().rev();
        listed.map(|&(step, index)| self.closed_handle(step, index as usize)).collect()
    }

    fn closed_handle(&self, step: u32, index: usize) -> ClosedHandle<'a> {
        let resource = &self.facts.resources[index];
        let event = self.event(step);
        let opened = self.event(resource.acquired.min(step)).time;
        ClosedHandle {
            resource: resource.id,
            kind: resource.kind,
            name: self.text(resource.name),
            handle: resource.handle,
            line: resource.line,
            step: step as usize,
            opened,
            duration: event.time.saturating_sub(opened),
            by: match (resource.fate, resource.ending) {
                (Fate::Released | Fate::ReleaseFailed, ending) => {
                    ClosedBy::Guard(ending.unwrap_or(Ending::Dropped))
                }
                _ => ClosedBy::World,
            },
            error: (resource.fate == Fate::ReleaseFailed).then(|| self.text(event.text)),
            lost: resource.lost,
        }
    }

    fn file(&self, index: usize) -> FileState {
        let files = &self.facts.files;
        let text = |id| self.journal.text(id);
        FileState {
            path: normalised(files.path(index, self.step, text)),
            directory: files.list[index].directory,
            size: files.size(index, self.step),
            bytes: files.bytes(self.journal.kept(), index, self.step, 0..BYTES_SHOWN),
        }
    }

    fn output(&self) -> u64 {
        let printed = self.facts.outputs.partition_point(|output| output.0 <= self.step);
        printed.checked_sub(1).map_or(0, |last| self.facts.outputs[last].1)
    }

    fn exit(&self) -> Option<ExitState<'a>> {
        (self.facts.exited <= self.step)
            .then(|| exit_state(self.journal, self.event(self.facts.exited)))
    }
}

/// How a program ended, by its `Exited` event.
pub(crate) fn exit_state<'a>(journal: &'a Journal, event: &Event) -> ExitState<'a> {
    ExitState {
        exit: Exit::from_code(event.detail).unwrap_or(Exit::Stopped),
        // The event keeps the 32 bits of a status that may be negative.
        status: event.amount as i32,
        text: journal.text(event.text),
    }
}
