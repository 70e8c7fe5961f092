//! What is the case at one step.

mod read;

use crate::journal::{Ending, Exit, Kind, ResourceId, ResourceKind, ScopeId, Way};

use super::travel::Traveller;

pub(crate) use read::{exit_state, moment};

/// At most so many handles are listed; [`Moment::open`] counts them all.
pub const HANDLES_LISTED: usize = 256;
/// At most so many closed handles are listed; [`Moment::closed_so_far`] counts them all.
pub const CLOSED_LISTED: usize = 8;
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
    /// What happened, in one sentence.
    pub what: String,
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
    /// The system, after the run.
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
    /// Its exit status, as the program gave it.
    pub status: i32,
    /// The error or message that ended it; empty for none.
    pub text: &'a str,
}

impl ExitState<'_> {
    /// The status that whoever started the program sees: the low eight bits, as POSIX says of `exit`.
    pub fn seen(&self) -> u8 {
        (self.status & 0xff) as u8
    }
}
