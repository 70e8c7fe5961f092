//! The errors of the standard library that a program can meet: each is the real one.

use std::array::TryFromSliceError;
use std::char::{CharTryFromError, ParseCharError, TryFromCharError};
use std::fmt;
use std::num::{ParseFloatError, ParseIntError, TryFromIntError};
use std::str::{ParseBoolError, Utf8Error};
use std::string::FromUtf8Error;

macro_rules! errors {
    ($($name:ident($type:ty) = $shown:literal,)*) => {
        /// An error of the standard library.
        #[derive(Clone)]
        pub(in crate::rust) enum LibraryError { $($name($type),)* }

        impl LibraryError {
            /// The name of its type.
            pub(in crate::rust) fn type_name(&self) -> &'static str {
                match self { $(Self::$name(_) => $shown,)* }
            }
        }

        $(impl From<$type> for LibraryError {
            fn from(error: $type) -> Self {
                Self::$name(error)
            }
        })*

        impl PartialEq for LibraryError {
            fn eq(&self, other: &Self) -> bool {
                // Each says with its `Debug` all that is in it.
                self.type_name() == other.type_name() && format!("{self:?}") == format!("{other:?}")
            }
        }

        impl fmt::Display for LibraryError {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$name(error) => fmt::Display::fmt(error, f),)* }
            }
        }

        impl fmt::Debug for LibraryError {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$name(error) => fmt::Debug::fmt(error, f),)* }
            }
        }
    };
}

errors! {
    ParseInt(ParseIntError) = "ParseIntError",
    ParseFloat(ParseFloatError) = "ParseFloatError",
    ParseBool(ParseBoolError) = "ParseBoolError",
    ParseChar(ParseCharError) = "ParseCharError",
    TryFromInt(TryFromIntError) = "TryFromIntError",
    FromUtf8(FromUtf8Error) = "FromUtf8Error",
    Utf8(Utf8Error) = "Utf8Error",
    TryFromSlice(TryFromSliceError) = "TryFromSliceError",
    CharTryFrom(CharTryFromError) = "CharTryFromError",
    TryFromChar(TryFromCharError) = "TryFromCharError",
    Borrow(Borrowed) = "BorrowError",
    Blocked(WouldBlock) = "TryLockError",
    Fmt(fmt::Error) = "Error",
}

/// What `try_borrow` and `try_borrow_mut` return: the real errors cannot be made by anyone else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Borrowed {
    BorrowError,
    BorrowMutError,
}

impl fmt::Display for Borrowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BorrowError => "already mutably borrowed",
            Self::BorrowMutError => "already borrowed",
        })
    }
}

/// What `try_lock` returns where the lock is held.
#[derive(Clone, Copy)]
pub(in crate::rust) struct WouldBlock;

impl fmt::Debug for WouldBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // As std has it, with its quotes.
        "WouldBlock".fmt(f)
    }
}

impl fmt::Display for WouldBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("try_lock failed because the operation would block")
    }
}
