//! The moment, as the page sees it.

use serde::Serialize;
use tsify::Tsify;

use super::text::{line, lines};
use super::why::Why;
use crate::journal::OpenMode;
use crate::replay::{self, HandleCondition, Progress, Replay, Traveller};

/// The state after an event.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// The number of events that have happened.
    pub step: usize,
    /// Nanoseconds since the run began.
    pub time: f64,
    /// The kind of the event that happened last; null at step 0.
    pub kind: Option<&'static str>,
    /// What happened, in one sentence.
    pub what: String,
    /// Why it happened.
    pub why: Why,
    /// The source line of the event; 0 where it is not known.
    pub line: u16,
    /// The resource the event concerns; 0 for none.
    pub resource: u32,
    /// The scopes entered and not yet left, outermost first.
    pub scopes: Vec<ScopeState>,
    /// The resources being acquired or open, oldest first; long lists are cut.
    pub handles: Vec<HandleState>,
    /// How many handles are open.
    pub open: usize,
    /// The handles closed so far, the last closed first; long lists are cut.
    pub closed: Vec<ClosedHandle>,
    /// How many handles were closed so far.
    pub closed_so_far: usize,
    /// The files and directories on the disk, by path; long lists are cut.
    pub files: Vec<DiskFile>,
    /// Whether there are files that are not listed.
    pub more_files: bool,
    /// The error or panic on its way.
    pub travelling: Option<Travelling>,
    /// How the program ended, once it has.
    pub exit: Option<ExitState>,
}

/// A scope that was entered and not yet left.
#[derive(Serialize, Tsify)]
pub struct ScopeState {
    /// What it is called.
    pub label: String,
    /// Where it begins; 0 where it is not known.
    pub line: u16,
    /// What control does with it.
    #[tsify(type = "'running' | 'leaving' | 'unwinding'")]
    pub progress: &'static str,
    /// By which way it is being left.
    pub way: Option<&'static str>,
}

/// A resource that is being acquired, or that is open.
#[derive(Serialize, Tsify)]
pub struct HandleState {
    /// Which.
    pub resource: u32,
    /// What it is.
    pub kind: &'static str,
    /// The path or name it was acquired by.
    pub name: String,
    /// The handle's number; 0 while it is being acquired.
    pub handle: u32,
    /// How it was opened, in words.
    pub mode: String,
    /// The variable that owns it, where that is known.
    pub owner: Option<String>,
    /// The source line of the acquisition; 0 where it is not known.
    pub line: u16,
    /// The step at which it was open first, or at which the try began.
    pub since: usize,
    /// Nanoseconds for which it has been open.
    pub duration: f64,
    /// Bytes in the guard's buffer that are not on the disk.
    pub buffered: u32,
    /// How it stands.
    #[tsify(type = "'acquiring' | 'open' | 'cleaning-up' | 'forgotten' | 'leaked'")]
    pub state: &'static str,
}

/// A handle that was open and is not any more.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ClosedHandle {
    /// Which.
    pub resource: u32,
    /// The path or name it was acquired by.
    pub name: String,
    /// The source line of the acquisition; 0 where it is not known.
    pub line: u16,
    /// The step at which it was gone.
    pub step: usize,
    /// Nanoseconds for which it was open.
    pub duration: f64,
    /// Whether the system closed it, because nobody else did.
    pub by_world: bool,
    /// Who closed it, in words.
    pub released_by: &'static str,
    /// The error with which its clean-up failed.
    pub error: Option<String>,
    /// Bytes that were buffered and never reached the disk.
    pub lost: u32,
}

/// A file or directory that has a path.
#[derive(Serialize, Tsify)]
pub struct DiskFile {
    /// Its path from the root, without a leading slash.
    pub path: String,
    /// Whether it is a directory.
    pub directory: bool,
    /// How many bytes it has.
    pub size: u32,
    /// Its beginning; bytes that are no text are shown as the replacement character.
    pub text: String,
    /// Whether there is more of it.
    pub cut: bool,
}

/// An error or a panic on its way outwards.
#[derive(Serialize, Tsify)]
pub struct Travelling {
    /// Which of the two.
    #[tsify(type = "'error' | 'panic'")]
    pub what: &'static str,
    /// The error's text, or the panic's message.
    pub text: String,
}

/// How a program ended.
#[derive(Serialize, Tsify)]
pub struct ExitState {
    /// By which way.
    pub way: &'static str,
    /// Its exit status, as whoever started it sees it.
    pub status: u8,
    /// The error or message that ended it; empty for none.
    pub text: String,
}

impl Moment {
    pub(super) fn of(replay: &Replay, step: usize) -> Self {
        let moment = replay.moment(step);
        Self {
            step: moment.step,
            time: moment.time as f64,
            kind: moment.kind.map(|kind| kind.name()),
            what: moment.what,
            why: Why::of(replay, step),
            line: moment.line,
            resource: moment.resource.0,
            scopes: moment.scopes.into_iter().map(ScopeState::from).collect(),
            handles: moment.handles.into_iter().map(HandleState::from).collect(),
            open: moment.open,
            closed: moment.closed.into_iter().map(ClosedHandle::from).collect(),
            closed_so_far: moment.closed_so_far,
            files: moment.files.into_iter().map(DiskFile::from).collect(),
            more_files: moment.more_files,
            travelling: moment.travelling.map(Travelling::from),
            exit: moment.exit.map(ExitState::from),
        }
    }
}

impl From<replay::ScopeState<'_>> for ScopeState {
    fn from(scope: replay::ScopeState<'_>) -> Self {
        let (progress, way) = match scope.progress {
            Progress::Running => ("running", None),
            Progress::Leaving(way) => ("leaving", Some(way.name())),
            Progress::Unwinding => ("unwinding", None),
        };
        Self { label: line(scope.label), line: scope.line, progress, way }
    }
}

impl From<replay::HandleState<'_>> for HandleState {
    fn from(handle: replay::HandleState<'_>) -> Self {
        Self {
            resource: handle.resource.0,
            kind: handle.kind.name(),
            name: line(handle.name),
            handle: handle.handle,
            mode: OpenMode::names(handle.mode).join(", "),
            owner: handle.owner.map(line),
            line: handle.line,
            since: handle.since,
            duration: handle.duration as f64,
            buffered: handle.buffered,
            state: match handle.state {
                HandleCondition::Acquiring => "acquiring",
                HandleCondition::Open => "open",
                HandleCondition::CleaningUp => "cleaning-up",
                HandleCondition::Forgotten => "forgotten",
                HandleCondition::Leaked => "leaked",
            },
        }
    }
}

impl From<replay::ClosedHandle<'_>> for ClosedHandle {
    fn from(closed: replay::ClosedHandle<'_>) -> Self {
        Self {
            resource: closed.resource.0,
            name: line(closed.name),
            line: closed.line,
            step: closed.step,
            duration: closed.duration as f64,
            by_world: closed.by == replay::ClosedBy::World,
            released_by: closed.by.words(),
            error: closed.error.map(line),
            lost: closed.lost,
        }
    }
}

impl From<replay::FileState> for DiskFile {
    fn from(file: replay::FileState) -> Self {
        Self {
            text: lines(&String::from_utf8_lossy(&file.bytes)),
            cut: file.bytes.len() < file.size as usize,
            path: line(&file.path),
            directory: file.directory,
            size: file.size,
        }
    }
}

impl From<replay::Travelling<'_>> for Travelling {
    fn from(travelling: replay::Travelling<'_>) -> Self {
        let what = match travelling.traveller {
            Traveller::Error => "error",
            Traveller::Panic => "panic",
        };
        Self { what, text: lines(travelling.text) }
    }
}

impl From<replay::ExitState<'_>> for ExitState {
    fn from(exit: replay::ExitState<'_>) -> Self {
        Self { way: exit.exit.name(), status: exit.seen(), text: lines(exit.text) }
    }
}
