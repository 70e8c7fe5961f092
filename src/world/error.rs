//! What can go wrong in a world, by its POSIX name.

use std::fmt;

/// The kinds of error, named as POSIX names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorKind {
    /// `ENOENT`: a component of the path does not exist.
    NotFound,
    /// `EEXIST`: the path is taken.
    AlreadyExists,
    /// `EISDIR`: the operation wants a file.
    IsADirectory,
    /// `ENOTDIR`: a component of the path is a file.
    NotADirectory,
    /// `ENOTEMPTY`: the directory holds something.
    DirectoryNotEmpty,
    /// `EBADF`: the handle is not open, or not open for this.
    BadHandle,
    /// `EMFILE`: the table of handles is full.
    TooManyOpenFiles,
    /// `ENOSPC`: the disk is full.
    NoSpace,
    /// `EBUSY`: another holds it.
    Busy,
    /// `EACCES`: not permitted.
    Denied,
    /// `EINVAL`: an argument makes no sense.
    Invalid,
    /// `EIO`: the device failed.
    Io,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: &[ErrorKind] = &[
        Self::NotFound,
        Self::AlreadyExists,
        Self::IsADirectory,
        Self::NotADirectory,
        Self::DirectoryNotEmpty,
        Self::BadHandle,
        Self::TooManyOpenFiles,
        Self::NoSpace,
        Self::Busy,
        Self::Denied,
        Self::Invalid,
        Self::Io,
    ];

    /// The name in messages and in directives (`//@ fail write 3: no space`).
    pub fn name(self) -> &'static str {
        match self {
            Self::NotFound => "not found",
            Self::AlreadyExists => "already exists",
            Self::IsADirectory => "is a directory",
            Self::NotADirectory => "not a directory",
            Self::DirectoryNotEmpty => "directory not empty",
            Self::BadHandle => "bad handle",
            Self::TooManyOpenFiles => "too many open files",
            Self::NoSpace => "no space",
            Self::Busy => "busy",
            Self::Denied => "denied",
            Self::Invalid => "invalid",
            Self::Io => "i/o error",
        }
    }

    /// The kind of that [`name`](ErrorKind::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A call to the world that failed, and changed nothing.
///
/// Displayed as `no space: ckpt.bin`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What went wrong.
    pub kind: ErrorKind,
    /// The path it went wrong with: as the caller wrote it where a path was given, the absolute path
    /// the file has now where a handle was given, `handle 7` where that is not open.
    pub path: String,
}

impl Error {
    #[cold]
    pub(super) fn new(kind: ErrorKind, path: &str) -> Self {
        Self { kind, path: path.to_owned() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.path)
    }
}

impl std::error::Error for Error {}
