//! One fact of a run, in 32 bytes.

use std::fmt;

/// Names a resource for the length of a journal: the n-th acquisition that was tried, from 1.
///
/// Never reused, so that a dead resource cannot be mistaken for a new one. 0 means "none".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ResourceId(pub u32);

/// Names one entry into a scope (not the scope's text: a loop body has one for each turn), from 1.
///
/// Never reused. 0 means "none": outside of every scope, or not known, as in a compiled program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ScopeId(pub u32);

/// A text in a journal's table of texts. 0 is the empty text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextId(pub u32);

impl ResourceId {
    /// No resource.
    pub const NONE: Self = Self(0);
}

impl ScopeId {
    /// Outside of every scope.
    pub const NONE: Self = Self(0);
}

impl TextId {
    /// The empty text.
    pub const NONE: Self = Self(0);
}

/// One fact of a run: small, of a fixed size, with its texts kept by the [`Journal`].
///
/// The sequence number of an event is its index in the journal and one: the first event is number 1. What `text`, `amount`, `at` and
/// `detail` hold depends on the kind and is written at each [`Kind`]; a field that a kind does not
/// name is zero.
///
/// [`Journal`]: super::Journal
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Nanoseconds since the run began, by the clock of the run's system.
    pub time: u64,
    /// The resource concerned.
    pub resource: ResourceId,
    /// The innermost scope in which it happened.
    pub scope: ScopeId,
    /// A text, by kind.
    pub text: TextId,
    /// A count, by kind.
    pub amount: u32,
    /// A position, by kind.
    pub at: u32,
    /// What happened.
    pub kind: Kind,
    /// A small code, by kind.
    pub detail: u8,
    /// The source line, from 1; 0 where it is not known.
    pub line: u16,
}

const _: () = assert!(size_of::<Event>() == 32);

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $sight:ident;)*) => {
        /// What happened.
        ///
        /// A program compiled by `rustc` records the kinds for which [`Kind::seen_by_language`]
        /// holds; the rest only an interpreter can see.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Kind { $($(#[$doc])* $name,)* }

        impl Kind {
            /// Every kind, in the order of its code.
            pub const ALL: &[Kind] = &[$(Kind::$name,)*];

            /// The name in exports, words joined by `-`.
            pub fn name(self) -> &'static str {
                match self { $(Kind::$name => $text,)* }
            }

            /// The kind of that [`name`](Kind::name).
            pub fn from_name(name: &str) -> Option<Kind> {
                match name { $($text => Some(Kind::$name),)* _ => None }
            }

            /// Whether a compiled program sees this too, without an interpreter's help.
            pub fn seen_by_language(self) -> bool {
                match self { $(Kind::$name => sight!($sight),)* }
            }
        }
    };
}

macro_rules! sight {
    (language) => {
        true
    };
    (interpreter) => {
        false
    };
}

kinds! {
    /// An acquisition is tried. `text`: the path or name; `detail`: [`ResourceKind`].
    Acquiring = "acquiring", language;
    /// It succeeded, the handle is open. `text`: the path or name; `at`: the handle's number;
    /// `amount`: the number of the file's node; `detail`: [`OpenMode`] bits.
    Acquired = "acquired", language;
    /// It failed, there is no handle. `text`: the error.
    AcquisitionFailed = "acquisition-failed", language;
    /// Bytes were read. `amount`: how many; `at`: from which position.
    Read = "read", language;
    /// Bytes went into the guard's buffer, not yet to the disk. `amount`: how many; `at`: where in
    /// the journal's bytes they are kept ([`Journal::bytes`](super::Journal::bytes)).
    Written = "written", language;
    /// The oldest buffered bytes reached the disk. `amount`: how many; `at`: at which position of
    /// the file.
    Flushed = "flushed", language;
    /// A read, write, flush or seek on an open handle failed. `text`: the error; `amount`: bytes
    /// still buffered.
    OperationFailed = "operation-failed", language;
    /// The clean-up of a resource begins. `detail`: [`Ending`].
    CleanUpStarted = "clean-up-started", language;
    /// The handle is closed. `detail`: [`Ending`].
    Released = "released", language;
    /// The handle is gone, but its clean-up failed. `text`: the error; `amount`: bytes that were
    /// buffered and are lost; `detail`: [`Ending`].
    ReleaseFailed = "release-failed", language;
    /// A path was changed without a handle. `text`: the path; `amount`: the [`TextId`] of the new
    /// path (for [`PathChange::Renamed`]) ; `at`: the number of the node; `detail`: [`PathChange`].
    PathChanged = "path-changed", language;
    /// The program slept. `amount`: milliseconds.
    Slept = "slept", language;
    /// A panic was raised. `text`: its message.
    PanicRaised = "panic-raised", language;
    /// The run is over and nobody released this handle. `amount`: bytes buffered and never flushed.
    Leaked = "leaked", language;
    /// The world closed a leaked handle, as an operating system does.  `amount`: bytes lost.
    Reaped = "reaped", language;

    /// The program begins on the disk that another one has left. `text`: what is on it, as names;
    /// `amount`: how many bytes; `at`: how many programs have run on it before.
    DiskCarriedOn = "disk-carried-on", interpreter;
    /// A scope was entered. `text`: its label; `amount`: the parent's [`ScopeId`]; `at`: the source
    /// line on which it ends, 0 where that is not known; `detail`: which turn of a loop it is, from 1,
    /// and 0 for none and from the 256th on.
    ScopeEntered = "scope-entered", interpreter;
    /// Control leaves a scope; its clean-up has not begun. `detail`: [`Way`].
    ScopeLeaving = "scope-leaving", interpreter;
    /// A panic leaves a scope; its clean-up has not begun.
    Unwinding = "unwinding", interpreter;
    /// The scope is gone, its values dropped. `detail`: [`Way`].
    ScopeLeft = "scope-left", interpreter;
    /// A resource got an owner, or another owner. `text`: the variable, or the place as it is
    /// written; `detail`: [`Binding`].
    Bound = "bound", interpreter;
    /// `forget` (or a like of it) took a resource: nobody will drop it. `text`: by which means.
    Forgotten = "forgotten", interpreter;
    /// An `Err` begins to travel by `?`. `text`: the error.
    ErrorRaised = "error-raised", interpreter;
    /// A panic was caught. `text`: its message.
    PanicCaught = "panic-caught", interpreter;
    /// The program printed. `text`: what; `detail`: 0 for standard output, 1 for standard error.
    Output = "output", interpreter;
    /// The program ended. `text`: the error or message that ended it, if any; `amount`: the exit
    /// status; `detail`: [`Exit`].
    Exited = "exited", interpreter;
}

/// A closed set of codes kept in [`Event::detail`].
macro_rules! codes {
    ($(#[$outer:meta])* $type:ident { $($(#[$doc:meta])* $name:ident = $text:literal,)* }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $type { $($(#[$doc])* $name,)* }

        impl $type {
            /// Every value, in the order of its code.
            pub const ALL: &[$type] = &[$($type::$name,)*];

            /// The name in exports.
            pub fn name(self) -> &'static str {
                match self { $($type::$name => $text,)* }
            }

            /// The value of that code, as kept in [`Event::detail`].
            pub fn from_code(code: u8) -> Option<$type> {
                Self::ALL.get(usize::from(code)).copied()
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

codes! {
    /// How a resource came to its owner.
    Binding {
        /// The variable begins here, and ends with the scope of the event.
        Declared = "declared",
        /// It was put into a place that was there before: a variable, a field, a collection.
        Stored = "stored",
    }
}

codes! {
    /// What is acquired.
    ResourceKind {
        /// An open file.
        File = "file",
        /// An advisory lock.
        Lock = "lock",
    }
}

codes! {
    /// How a resource's clean-up came about.
    Ending {
        /// Its owner went out of scope, or was dropped by name.
        Dropped = "dropped",
        /// Its owner went out of scope because a panic travels.
        Unwound = "unwound",
        /// `close` was called.
        Closed = "closed",
        /// The body of a `with` returned.
        Returned = "returned",
        /// The body of a `with` ended with an error.
        Failed = "failed",
        /// The body of a `with` ended with a panic.
        Panicked = "panicked",
        /// The exit stack that held it ended, with nothing amiss.
        StackEnded = "stack ended",
        /// The exit stack that held it ended with an error.
        StackFailed = "stack failed",
        /// The exit stack that held it ended with a panic.
        StackPanicked = "stack panicked",
    }
}

impl Ending {
    /// Whether an error of the body was the reason.
    pub fn is_failed(self) -> bool {
        matches!(self, Self::Failed | Self::StackFailed)
    }

    /// Whether a panic was the reason.
    pub fn is_panicked(self) -> bool {
        matches!(self, Self::Unwound | Self::Panicked | Self::StackPanicked)
    }
}

codes! {
    /// By which way control leaves a scope.
    Way {
        /// Past its last statement.
        End = "end",
        /// By `return`.
        Return = "return",
        /// By `break`.
        Break = "break",
        /// By `continue`.
        Continue = "continue",
        /// By `?` on an error.
        Question = "?",
        /// By a panic.
        Panic = "panic",
    }
}

codes! {
    /// A change of a path that needs no handle.
    PathChange {
        /// The path was renamed, and what stood at the new path was replaced.
        Renamed = "renamed",
        /// The path was removed; an open file's bytes live until its last handle closes.
        Removed = "removed",
        /// A directory was made.
        DirectoryCreated = "directory created",
    }
}

codes! {
    /// How a program ended.
    Exit {
        /// `main` returned.
        Returned = "returned",
        /// `main` returned an error.
        Failed = "failed",
        /// A panic left `main`.
        Panicked = "panicked",
        /// `process::exit` was called.
        Called = "exit called",
        /// The playground ended it: it ran into a cap.
        Stopped = "stopped",
        /// It died where it stood, and no destructor ran: `abort`, a panic that cannot unwind, a
        /// full stack or memory.
        Aborted = "aborted",
        /// Somebody killed it from outside, and no destructor ran.
        Killed = "killed",
    }
}

/// The bits of [`Event::detail`] of [`Kind::Acquired`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenMode;

impl OpenMode {
    /// Opened for reading.
    pub const READ: u8 = 1;
    /// Opened for writing.
    pub const WRITE: u8 = 2;
    /// Each write goes to the end.
    pub const APPEND: u8 = 4;
    /// The acquisition cut the file to nothing.
    pub const TRUNCATED: u8 = 8;
    /// The acquisition made the file.
    pub const CREATED: u8 = 16;
    /// A lock that others may share.
    pub const SHARED: u8 = 32;

    /// Each bit with its name in exports.
    pub(super) const NAMES: [(u8, &str); 6] = [
        (Self::READ, "read"),
        (Self::WRITE, "write"),
        (Self::APPEND, "append"),
        (Self::TRUNCATED, "truncated"),
        (Self::CREATED, "created"),
        (Self::SHARED, "shared"),
    ];

    /// The names of the bits that are set, in a fixed order.
    pub fn names(mode: u8) -> Vec<&'static str> {
        Self::NAMES.iter().filter(|(bit, _)| mode & bit != 0).map(|&(_, name)| name).collect()
    }
}
