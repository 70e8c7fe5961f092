//! What a guard asks of the machine below it.

use std::io::SeekFrom;

use crate::journal::{OpenMode, ResourceKind};
use crate::world::{Error, Handle, LockMode, Metadata, NodeId, OpenOptions, Opened, World};

/// The operations a guard needs. A [`World`] has them, and natively so has the operating system:
/// the guards are the same code over both.
///
/// Each call either succeeds or changes nothing, except for `close`, which releases the handle in
/// either case, as Linux does.
pub(super) trait System {
    fn open(&mut self, path: &str, options: OpenOptions) -> Result<Opened, Error>;
    fn lock(&mut self, path: &str, mode: LockMode) -> Result<Opened, Error>;
    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Error>;
    /// Writes all of the bytes and says at which position of the file they begin.
    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<u64, Error>;
    fn seek(&mut self, handle: Handle, to: SeekFrom) -> Result<u64, Error>;
    /// Where the next read begins.
    fn position(&mut self, handle: Handle) -> Result<u64, Error>;
    fn close(&mut self, handle: Handle) -> Result<(), Error>;
    /// This and the next three return the number of the file or directory they changed.
    fn rename(&mut self, from: &str, to: &str) -> Result<NodeId, Error>;
    fn remove_file(&mut self, path: &str) -> Result<NodeId, Error>;
    fn remove_dir(&mut self, path: &str) -> Result<NodeId, Error>;
    fn create_dir(&mut self, path: &str) -> Result<NodeId, Error>;
    /// Says which directories it made, from the outermost in.
    fn create_dir_all(&mut self, path: &str) -> Result<Vec<(String, NodeId)>, Error>;
    /// The names in a directory, sorted.
    fn list(&mut self, path: &str) -> Result<Vec<String>, Error>;
    fn metadata(&mut self, path: &str) -> Result<Metadata, Error>;
    fn sleep(&mut self, nanoseconds: u64);
    /// Closes whatever is still open, without the cost or the faults of a call by the program.
    fn reap(&mut self);
}

/// What a guard wants to acquire.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    File(OpenOptions),
    Lock(LockMode),
}

impl Wanted {
    #[inline]
    pub(super) fn kind(self) -> ResourceKind {
        match self {
            Self::File(_) => ResourceKind::File,
            Self::Lock(_) => ResourceKind::Lock,
        }
    }

    /// As bits of a journal's `Acquired`.
    #[inline]
    pub(super) fn mode(self) -> u8 {
        let bit = |on, bit| if on { bit } else { 0 };
        match self {
            Self::File(OpenOptions { read, write, append, .. }) => {
                bit(read, OpenMode::READ)
                    | bit(write || append, OpenMode::WRITE)
                    | bit(append, OpenMode::APPEND)
            }
            Self::Lock(mode) => bit(mode == LockMode::Shared, OpenMode::SHARED),
        }
    }
}

/// The machine below a session.
pub(super) enum Host {
    World(World),
    #[cfg(not(target_arch = "wasm32"))]
    Os(super::os::Os),
}

impl Host {
    #[inline]
    pub(super) fn system(&mut self) -> &mut dyn System {
        match self {
            Self::World(world) => world,
            #[cfg(not(target_arch = "wasm32"))]
            Self::Os(os) => os,
        }
    }

    #[inline]
    pub(super) fn acquire(&mut self, path: &str, wanted: Wanted) -> Result<Opened, Error> {
        match wanted {
            Wanted::File(options) => self.system().open(path, options),
            Wanted::Lock(mode) => self.system().lock(path, mode),
        }
    }

    /// Nanoseconds since the run began.
    #[inline]
    pub(super) fn now(&self) -> u64 {
        match self {
            Self::World(world) => world.now(),
            #[cfg(not(target_arch = "wasm32"))]
            Self::Os(os) => os.now(),
        }
    }
}

/// A world is a system as it stands.
impl System for World {
    fn open(&mut self, path: &str, options: OpenOptions) -> Result<Opened, Error> {
        World::open(self, path, options)
    }

    fn lock(&mut self, path: &str, mode: LockMode) -> Result<Opened, Error> {
        World::lock(self, path, mode)
    }

    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Error> {
        World::read(self, handle, buffer)
    }

    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<u64, Error> {
        World::write(self, handle, bytes).map(|position| position as u64)
    }

    fn seek(&mut self, handle: Handle, to: SeekFrom) -> Result<u64, Error> {
        World::seek(self, handle, to)
    }

    fn position(&mut self, handle: Handle) -> Result<u64, Error> {
        World::position(self, handle)
    }

    fn close(&mut self, handle: Handle) -> Result<(), Error> {
        World::close(self, handle)
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<NodeId, Error> {
        World::rename(self, from, to)
    }

    fn remove_file(&mut self, path: &str) -> Result<NodeId, Error> {
        World::remove_file(self, path)
    }

    fn remove_dir(&mut self, path: &str) -> Result<NodeId, Error> {
        World::remove_dir(self, path)
    }

    fn create_dir(&mut self, path: &str) -> Result<NodeId, Error> {
        World::create_dir(self, path)
    }

    fn create_dir_all(&mut self, path: &str) -> Result<Vec<(String, NodeId)>, Error> {
        World::create_dir_all(self, path)
    }

    fn list(&mut self, path: &str) -> Result<Vec<String>, Error> {
        World::list(self, path)
    }

    fn metadata(&mut self, path: &str) -> Result<Metadata, Error> {
        World::metadata(self, path)
    }

    fn sleep(&mut self, nanoseconds: u64) {
        World::sleep(self, nanoseconds);
    }

    fn reap(&mut self) {
        World::reap(self);
    }
}
