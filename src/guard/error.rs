//! The one error type of the guards and of the programs that use them.

use std::fmt;

use crate::world::{self, ErrorKind};

/// A `Result` whose error is an [`Error`] unless something else is named.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, and what went wrong while cleaning up after it.
///
/// An error that arises while another one travels is not allowed to replace it, nor to disappear: it
/// is attached, and read with [`Error::suppressed`] (the name is Java's, for the same thing in
/// `try`-with-resources).
///
/// `Display` is one line. `Debug`, which `fn main() -> Result<()>` prints, adds a line for each
/// suppressed error.
///
/// ```
/// use leakproof::prelude::*;
///
/// let mut error = Error::other("the loss is not a number");
/// error.suppress(Error::other("no space: ckpt.bin"));
/// assert_eq!(error.to_string(), "the loss is not a number");
/// assert_eq!(format!("{error:?}"), "the loss is not a number\n  suppressed: no space: ckpt.bin");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    /// Boxed, so that a `Result` stays as small as its value.
    what: Box<What>,
}

#[derive(Clone, PartialEq, Eq)]
struct What {
    cause: Cause,
    suppressed: Vec<Error>,
}

#[derive(Clone, PartialEq, Eq)]
enum Cause {
    System(world::Error),
    Other(String),
}

impl Error {
    /// An error of the program's own, with a message.
    pub fn other(message: impl Into<String>) -> Self {
        Self::from_cause(Cause::Other(message.into()))
    }

    /// The POSIX kind, for an error that came from the system; `None` for a program's own.
    pub fn kind(&self) -> Option<ErrorKind> {
        match &self.what.cause {
            Cause::System(error) => Some(error.kind),
            Cause::Other(_) => None,
        }
    }

    /// The path it went wrong with, for an error that came from the system.
    pub fn path(&self) -> Option<&str> {
        match &self.what.cause {
            Cause::System(error) => Some(&error.path),
            Cause::Other(_) => None,
        }
    }

    /// Attaches an error that arose while this one was already travelling.
    pub fn suppress(&mut self, later: Error) {
        self.what.suppressed.push(later);
    }

    /// The errors that arose while this one travelled, in the order in which they did.
    pub fn suppressed(&self) -> &[Error] {
        &self.what.suppressed
    }

    fn from_cause(cause: Cause) -> Self {
        Self { what: Box::new(What { cause, suppressed: Vec::new() }) }
    }

    /// Writes the suppressed errors below this one, each level further in.
    fn write_suppressed(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        for error in self.suppressed() {
            write!(f, "\n{:indent$}suppressed: {error}", "", indent = 2 * depth)?;
            error.write_suppressed(f, depth + 1)?;
        }
        Ok(())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what.cause {
            Cause::System(error) => error.fmt(f),
            Cause::Other(message) => f.write_str(message),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")?;
        self.write_suppressed(f, 1)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.what.cause {
            Cause::System(error) => Some(error),
            Cause::Other(_) => None,
        }
    }
}

impl From<world::Error> for Error {
    fn from(error: world::Error) -> Self {
        Self::from_cause(Cause::System(error))
    }
}

impl From<String> for Error {
    fn from(message: String) -> Self {
        Self::other(message)
    }
}

impl From<&str> for Error {
    fn from(message: &str) -> Self {
        Self::other(message)
    }
}

/// Lets `?` turn the everyday errors of the standard library into an [`Error`] with their message.
macro_rules! from_std {
    ($($type:ty),* $(,)?) => {
        $(impl From<$type> for Error {
            fn from(error: $type) -> Self {
                Self::other(error.to_string())
            }
        })*
    };
}

from_std!(
    fmt::Error,
    std::num::ParseFloatError,
    std::num::ParseIntError,
    std::num::TryFromIntError,
    std::str::Utf8Error,
    std::string::FromUtf8Error,
);

impl From<std::io::Error> for Error {
    /// Unpacks an [`Error`] that travelled as an `io::Error` (through `write!`, for example).
    fn from(error: std::io::Error) -> Self {
        match error.downcast::<Error>() {
            Ok(error) => error,
            Err(error) => Self::other(error.to_string()),
        }
    }
}

impl From<Error> for std::io::Error {
    fn from(error: Error) -> Self {
        std::io::Error::other(error)
    }
}
