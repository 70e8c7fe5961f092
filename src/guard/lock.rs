//! A lock that frees itself.

use std::panic::Location;
use std::time::Duration;

use super::Result;
use super::managed::{Ending, Managed};
use super::resource::Resource;
use super::system::Wanted;
use crate::journal;
use crate::world::{Handle, LockMode};

/// An advisory lock on a path, held until its scope ends.
///
/// Advisory means what POSIX means by it: it keeps out others who ask for the lock, not those who
/// open the file. The lock file is made if it is not there, and stays when the lock is freed. The
/// lock belongs to its handle, so it dies with its owner and no stale lock is left behind.
///
/// Unlike `flock` without `LOCK_NB`, it never waits: a lock held by another is the error `busy`,
/// since a program with one thread would wait for itself for ever.
///
/// ```
/// use leakproof::prelude::*;
///
/// fn program() -> Result<()> {
///     let _first = ManagedLock::exclusive("train.lock")?;
///     let second = ManagedLock::exclusive("train.lock");
///     assert_eq!(second.unwrap_err().to_string(), "busy: train.lock");
///     Ok(())
/// }
///
/// leakproof::guard::Session::new(leakproof::world::World::new()).enter(|| program().unwrap());
/// ```
#[must_use = "a lock that is not bound is freed at once"]
#[derive(Debug)]
pub struct ManagedLock {
    resource: Resource,
}

impl ManagedLock {
    /// Takes the lock for oneself alone.
    ///
    /// # Errors
    ///
    /// `busy` if anybody holds it; `too many open files` if the table of locks is full.
    #[track_caller]
    pub fn exclusive(path: impl AsRef<str>) -> Result<Self> {
        Locking::exclusive(path.as_ref()).enter()
    }

    /// Takes the lock together with others who share it.
    ///
    /// # Errors
    ///
    /// `busy` if somebody holds it alone; `too many open files` if the table of locks is full.
    #[track_caller]
    pub fn shared(path: impl AsRef<str>) -> Result<Self> {
        Locking::shared(path.as_ref()).enter()
    }

    /// Frees the lock and says how that went. It is free in any case.
    ///
    /// # Errors
    ///
    /// Those of closing the handle.
    #[track_caller]
    #[inline]
    pub fn close(mut self) -> Result<()> {
        self.resource.release(Some(Location::caller()), journal::Ending::Closed)
    }

    /// The path as it was given.
    pub fn path(&self) -> String {
        self.resource.path()
    }

    /// The number of the handle; `None` when the run that took it is over.
    pub fn handle(&self) -> Option<Handle> {
        self.resource.handle()
    }

    /// How long the lock has been held, by the clock of the session.
    pub fn open_for(&self) -> Duration {
        self.resource.open_for()
    }

    /// The number under which the journal knows it.
    pub fn resource(&self) -> journal::ResourceId {
        self.resource.id()
    }
}

/// A lock that is held already: entering it does nothing more.
impl Managed for ManagedLock {
    type Resource = ManagedLock;

    fn enter(self) -> Result<Self> {
        Ok(self)
    }

    fn exit(mut lock: Self, ending: Ending<'_>) -> Result<()> {
        lock.resource.release(None, ending.into())
    }

    fn exit_from_stack(mut lock: Self, ending: Ending<'_>) -> Result<()> {
        lock.resource.release(None, ending.of_stack())
    }
}

/// A lock yet to be taken: [`with`](super::with) and [`ExitStack`](super::ExitStack) take it on
/// entry.
#[must_use = "nothing is locked until it is entered"]
#[derive(Debug, Clone, Copy)]
pub struct Locking<'p> {
    path: &'p str,
    mode: LockMode,
    caller: &'static Location<'static>,
}

impl<'p> Locking<'p> {
    /// As [`ManagedLock::exclusive`], on entry.
    #[track_caller]
    pub fn exclusive(path: &'p str) -> Self {
        Self { path, mode: LockMode::Exclusive, caller: Location::caller() }
    }

    /// As [`ManagedLock::shared`], on entry.
    #[track_caller]
    pub fn shared(path: &'p str) -> Self {
        Self { path, mode: LockMode::Shared, caller: Location::caller() }
    }
}

impl Managed for Locking<'_> {
    type Resource = ManagedLock;

    #[inline]
    fn enter(self) -> Result<ManagedLock> {
        let wanted = Wanted::Lock(self.mode);
        Ok(ManagedLock { resource: Resource::acquire(self.path, wanted, self.caller)? })
    }

    fn exit(lock: ManagedLock, ending: Ending<'_>) -> Result<()> {
        ManagedLock::exit(lock, ending)
    }

    fn exit_from_stack(lock: ManagedLock, ending: Ending<'_>) -> Result<()> {
        ManagedLock::exit_from_stack(lock, ending)
    }
}
