//! The protocol: what Python calls a context manager.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Error, Result};
use crate::journal;

/// How the body of a scope ended, as [`Managed::exit`] is told.
///
/// The error is borrowed: who cleans up may look at it and cannot take it away.
#[derive(Debug, Clone, Copy)]
pub enum Ending<'e> {
    /// The body returned a value.
    Returned,
    /// The body returned an error, which goes on to the caller.
    Failed(&'e Error),
    /// The body panicked, and the panic goes on to the caller.
    Panicked,
}

impl Ending<'_> {
    /// How the journal has it where an exit stack ended.
    pub(super) fn of_stack(self) -> journal::Ending {
        match self {
            Self::Returned => journal::Ending::StackEnded,
            Self::Failed(_) => journal::Ending::StackFailed,
            Self::Panicked => journal::Ending::StackPanicked,
        }
    }
}

impl From<Ending<'_>> for journal::Ending {
    fn from(ending: Ending<'_>) -> Self {
        match ending {
            Ending::Returned => Self::Returned,
            Ending::Failed(_) => Self::Failed,
            Ending::Panicked => Self::Panicked,
        }
    }
}

/// Something that is acquired on entry and released on exit, as [`with`] does it. The counterpart of
/// Python's `__enter__` and `__exit__`, with one difference: `exit` cannot swallow an error, and
/// cannot hide one of its own.
///
/// ```
/// use leakproof::prelude::*;
///
/// /// Evaluation mode is a resource too: whoever turns it on must turn it off again.
/// struct Evaluating<'m>(&'m std::cell::Cell<bool>);
///
/// impl<'m> Managed for Evaluating<'m> {
///     type Resource = Self;
///
///     fn enter(self) -> Result<Self> {
///         self.0.set(true);
///         Ok(self)
///     }
///
///     fn exit(model: Self, _ending: Ending<'_>) -> Result<()> {
///         model.0.set(false);
///         Ok(())
///     }
/// }
///
/// let evaluating = std::cell::Cell::new(false);
/// let outcome: Result<()> = with(Evaluating(&evaluating), |_| Err(Error::other("bad batch")));
/// assert_eq!(outcome.unwrap_err().to_string(), "bad batch");
/// assert!(!evaluating.get());
/// ```
pub trait Managed: Sized {
    /// What the body gets to use.
    type Resource;

    /// Acquires. If it fails, the body does not run and there is nothing to release.
    ///
    /// # Errors
    ///
    /// Whatever kept it from acquiring.
    fn enter(self) -> Result<Self::Resource>;

    /// Releases. Called exactly once for each successful `enter`, however the body ended.
    ///
    /// # Errors
    ///
    /// Whatever went wrong while releasing. It is returned to the caller of [`with`] if the body
    /// returned a value, and attached to the body's error if it failed. While a panic travels it
    /// can only be recorded.
    fn exit(resource: Self::Resource, ending: Ending<'_>) -> Result<()>;

    /// What an [`ExitStack`](super::ExitStack) calls instead of [`exit`](Managed::exit). The guards
    /// of this crate record by it who released them; nothing else needs it.
    ///
    /// # Errors
    ///
    /// Those of [`exit`](Managed::exit).
    fn exit_from_stack(resource: Self::Resource, ending: Ending<'_>) -> Result<()> {
        Self::exit(resource, ending)
    }
}

/// Enters, runs the body, exits: however the body ends.
///
/// # Errors
///
/// Those of entering (the body did not run), of the body, and of exiting, as [`Managed::exit`] says.
///
/// # Panics
///
/// With the panic of the body, after exiting. If exiting panics as well, that second panic stops
/// there: the first one is the cause.
#[track_caller]
pub fn with<M: Managed, T>(
    manager: M,
    body: impl FnOnce(&mut M::Resource) -> Result<T>,
) -> Result<T> {
    let mut entered = Entered::<M>(Some(manager.enter()?));
    let outcome = body(entered.0.as_mut().expect("it was entered just now"));
    let resource = entered.0.take().expect("the body only borrows it");
    match outcome {
        Ok(value) => M::exit(resource, Ending::Returned).map(|()| value),
        Err(mut error) => {
            if let Err(later) = M::exit(resource, Ending::Failed(&error)) {
                error.suppress(later);
            }
            Err(error)
        }
    }
}

/// A resource between enter and exit. Dropped while it still holds the resource only when the body
/// panics.
struct Entered<M: Managed>(Option<M::Resource>);

impl<M: Managed> Drop for Entered<M> {
    fn drop(&mut self) {
        if let Some(resource) = self.0.take() {
            exit_while_unwinding(|| M::exit(resource, Ending::Panicked));
        }
    }
}

/// Runs a clean-up while a panic travels. Its error has no way out, and a panic of its own must not
/// get out: natively two panics at once end the process, and in WebAssembly the second would replace
/// the first.
pub(super) fn exit_while_unwinding(exit: impl FnOnce() -> Result<()>) {
    // An error was recorded by the guard that met it; the message of a panic by the panic hook.
    let _recorded = catch_unwind(AssertUnwindSafe(exit));
}
