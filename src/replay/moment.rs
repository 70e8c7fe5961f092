//! What is the case at one step.

use crate::journal::{
    Ending, Event, Exit, Journal, Kind, ResourceId, ResourceKind, ScopeId, TextId, Way,
};

use super::build::Facts;
use super::files::normalised;
use super::resources::{Fate, Resource, change_at};
use super::travel::Traveller;

/// At most so many handles are listed; [`Moment::open`] counts them all.
pub const HANDLES_LISTED: usize = 256;
/// At most so many closed handles are listed; [`Moment::closed_so_far`] counts them all.
pub const CLOSED_LISTED: usize = 64;
/// At most so many files are listed; [`Moment::more_files`] says whether there are others.
pub const FILES_LISTED: usize = 128;
/// At most so many bytes of a file are shown; [`FileState::size`] is how long it is.
pub const BYTES_SHOWN: u32 = 4096;

/// The state after an event: what every panel shows at that step.
///
/// Lists that a long run could make long are cut, so that a moment costs the same everywhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment<'a> {
    /// The step: the number of events that have happened.
    pub step: usize,
    /// Nanoseconds since the run began.
    pub time: u64,
    /// What happened last; nothing at step 0.
    pub kind: Option<Kind>,
    /// The event in words; empty at step 0.
    pub text: String,
    /// The source line of the event, from 1; 0 where it is not known.
    pub line: u16,
    /// The resource the event concerns; [`ResourceId::NONE`] for none.
    pub resource: ResourceId,
    /// The scopes entered and not yet left, outermost first.
    pub scopes: Vec<ScopeState<'a>>,
    /// The resources being acquired or open, oldest first; where there are more than
    /// [`HANDLES_LISTED`], the youngest of them.
    pub handles: Vec<HandleState<'a>>,
    /// How many handles are open.
    pub open: usize,
    /// The handles closed so far, the last closed first; at most [`CLOSED_LISTED`].
    pub closed: Vec<ClosedHandle<'a>>,
    /// How many handles were closed so far, by whomever.
    pub closed_so_far: usize,
    /// The files and directories on the disk, by path; where there are more than
    /// [`FILES_LISTED`], the youngest of them.
    pub files: Vec<FileState>,
    /// Whether there are files that are not listed.
    pub more_files: bool,
    /// The error or panic on its way.
    pub travelling: Option<Travelling<'a>>,
    /// How many bytes the program has printed.
    pub output: u64,
    /// How the program ended, once it has.
    pub exit: Option<ExitState<'a>>,
}

/// A scope that was entered and not yet left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeState<'a> {
    /// Which.
    pub scope: ScopeId,
    /// What it is called: `main`, `block`, `loop`.
    pub label: &'a str,
    /// Where it begins, from 1; 0 where it is not known.
    pub line: u16,
    /// What control does with it.
    pub progress: Progress,
}

/// What control does with a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// Its statements run.
    Running,
    /// Control leaves it by that way; its values are dropped.
    Leaving(Way),
    /// A panic leaves it; its values are dropped.
    Unwinding,
}

/// A resource that is being acquired, or that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandleState<'a> {
    /// Which.
    pub resource: ResourceId,
    /// What it is.
    pub kind: ResourceKind,
    /// The path or name it was acquired by.
    pub name: &'a str,
    /// The handle's number; 0 while it is being acquired.
    pub handle: u32,
    /// The bits of [`OpenMode`](crate::journal::OpenMode); 0 while it is being acquired.
    pub mode: u8,
    /// The variable that owns it, where that is known.
    pub owner: Option<&'a str>,
    /// The source line of the acquisition, from 1; 0 where it is not known.
    pub line: u16,
    /// The step at which it was open first, or at which the try began.
    pub since: usize,
    /// Nanoseconds at which that was.
    pub opened: u64,
    /// Nanoseconds for which it has been open.
    pub duration: u64,
    /// Bytes in the guard's buffer that are not on the disk.
    pub buffered: u32,
    /// How it stands.
    pub state: HandleCondition,
}

/// How a resource stands that is not gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandleCondition {
    /// The acquisition is being tried.
    Acquiring,
    /// It is open.
    Open,
    /// Its clean-up runs.
    CleaningUp,
    /// It is open and nobody will close it.
    Forgotten,
    /// The run is over and it is still open.
    Leaked,
}

/// A handle that was open and is not any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedHandle<'a> {
    /// Which.
    pub resource: ResourceId,
    /// What it was.
    pub kind: ResourceKind,
    /// The path or name it was acquired by.
    pub name: &'a str,
    /// The handle's number.
    pub handle: u32,
    /// The source line of the acquisition, from 1; 0 where it is not known.
    pub line: u16,
    /// The step at which it was gone.
    pub step: usize,
    /// Nanoseconds at which it was opened.
    pub opened: u64,
    /// Nanoseconds for which it was open.
    pub duration: u64,
    /// Who closed it and why.
    pub by: ClosedBy,
    /// The error with which its clean-up failed.
    pub error: Option<&'a str>,
    /// Bytes that were buffered and never reached the disk.
    pub lost: u32,
}

/// Who closed a handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosedBy {
    /// Its guard, for that reason.
    Guard(Ending),
    /// The world, after the run.
    World,
}

/// A file or directory that has a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileState {
    /// Its path from the root, without a leading slash.
    pub path: String,
    /// Whether it is a directory; all below is empty for one.
    pub directory: bool,
    /// How many bytes it has on the disk.
    pub size: u32,
    /// The first of its bytes, at most [`BYTES_SHOWN`].
    pub bytes: Vec<u8>,
}

/// An error or a panic on its way outwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Travelling<'a> {
    /// Which of the two.
    pub traveller: Traveller,
    /// The error's text, or the panic's message.
    pub text: &'a str,
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExitState<'a> {
    /// By which way.
    pub exit: Exit,
    /// Its exit status.
    pub status: i32,
    /// The error or message that ended it; empty for none.
    pub text: &'a str,
}

/// Reads a moment off the facts; `step` is one of the run's.
pub(crate) fn moment<'a>(
    facts: &'a Facts,
    journal: &'a Journal,
    step: usize,
    text: String,
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
        text,
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
