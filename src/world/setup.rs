//! Making a world and setting it up, which costs no virtual time and meets no fault or limit.

use super::clock::Clock;
use super::faults::Faults;
use super::handles::Handles;
use super::node::{Nodes, Slot};
use super::{Error, ErrorKind, HandleKind, NodeId, World};

/// How many handles of a kind may be open unless a program says otherwise.
pub const DEFAULT_LIMIT: usize = 16;

/// How many bytes a disk can have at most: 64 MiB.
///
/// The disk is memory, often that of a phone. A program that seeks far and writes there is told
/// `no space` instead of taking the page with it.
pub const LARGEST_DISK: u64 = 64 << 20;

/// A whole world as it was, to be [restored](World::restore).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot(World);

impl World {
    /// An empty root directory, nothing open, no fault planned, the clock at 0, a limit of
    /// [`DEFAULT_LIMIT`] for each kind of handle and a disk of [`LARGEST_DISK`].
    pub fn new() -> Self {
        Self {
            nodes: Nodes::new(),
            handles: Handles::new(DEFAULT_LIMIT),
            faults: Faults::default(),
            clock: Clock::default(),
            disk_size: LARGEST_DISK,
        }
    }

    /// Sets how many handles of a kind may be open. What is open beyond that stays open.
    pub fn set_limit(&mut self, kind: HandleKind, limit: usize) {
        self.handles.set_limit(kind, limit);
    }

    /// Sets how many bytes all files may have together, up to [`LARGEST_DISK`]. What is there
    /// beyond that stays, but nothing can grow.
    ///
    /// Only bytes of files count, those of removed files that are still open included. Names and
    /// directories take no space.
    pub fn set_disk_size(&mut self, bytes: u64) {
        self.disk_size = bytes.min(LARGEST_DISK);
    }

    /// Makes a file with these bytes, and the directories it is in. A file that is there gets the
    /// bytes instead of its own.
    ///
    /// # Errors
    ///
    /// As [`create_dir_all`](World::create_dir_all) for the directories;
    /// [`IsADirectory`](ErrorKind::IsADirectory) if the path is one. The directories on the way may
    /// have been made by then.
    pub fn install(&mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Result<NodeId, Error> {
        self.install_file(path, bytes.into(), false).map_err(|kind| Error::new(kind, path))
    }

    /// [Installs](World::install) a file that nobody may open for writing:
    /// [`Denied`](ErrorKind::Denied).
    ///
    /// It can be read, locked, renamed, replaced and removed, since POSIX asks the directory for
    /// those and directories are open to all.
    ///
    /// # Errors
    ///
    /// Those of [`install`](World::install).
    pub fn install_read_only(
        &mut self,
        path: &str,
        bytes: impl Into<Vec<u8>>,
    ) -> Result<NodeId, Error> {
        self.install_file(path, bytes.into(), true).map_err(|kind| Error::new(kind, path))
    }

    /// Makes a directory, and those it is in, where they are missing.
    ///
    /// # Errors
    ///
    /// Those of [`create_dir_all`](World::create_dir_all).
    pub fn install_dir(&mut self, path: &str) -> Result<NodeId, Error> {
        let made = self.nodes.make_directories(path);
        made.map(|(slot, _)| self.nodes.id(slot)).map_err(|kind| Error::new(kind, path))
    }

    /// The whole world as it is now: files, handles, limits, faults and their counts, clock.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot(self.clone())
    }

    /// Makes the world what it was. The numbers of handles and nodes go back as well, so those
    /// given out in between may come again.
    pub fn restore(&mut self, snapshot: &Snapshot) {
        self.clone_from(&snapshot.0);
    }

    fn install_file(
        &mut self,
        path: &str,
        bytes: Vec<u8>,
        read_only: bool,
    ) -> Result<NodeId, ErrorKind> {
        let slot = self.file_to_install(path)?;
        self.nodes.truncate(slot);
        self.nodes.write(slot, 0, &bytes, u64::MAX)?;
        self.nodes.set_read_only(slot, read_only);
        Ok(self.nodes.id(slot))
    }

    fn file_to_install(&mut self, path: &str) -> Result<Slot, ErrorKind> {
        if path.ends_with('/') {
            return Err(ErrorKind::IsADirectory);
        }
        if let Some((directories, name)) = path.rsplit_once('/')
            && !matches!(name, "." | "..")
        {
            self.nodes.make_directories(directories)?;
        }
        let place = self.nodes.resolve(path)?;
        match place.node {
            Some(slot) if self.nodes.is_directory(slot) => Err(ErrorKind::IsADirectory),
            Some(slot) => Ok(slot),
            None => self.add_file(place),
        }
    }
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}
