//! The calls that open a handle, use it, and close it.

use std::io::SeekFrom;

use super::handles::{Access, OpenHandle};
use super::node::Slot;
use super::path::{End, Place};
use super::{
    Error, ErrorKind, Handle, HandleKind, LockMode, NodeId, OpenOptions, Operation, World, cost,
};

/// What came of an [`open`](World::open) or [`lock`](World::lock).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// The handle, to be closed by whoever has it.
    pub handle: Handle,
    /// The file.
    pub node: NodeId,
    /// Whether the file was not there and was made.
    pub created: bool,
    /// Whether the file was there and was cut to nothing, even if nothing was in it.
    pub truncated: bool,
}

impl World {
    /// Opens a file, as POSIX `open`.
    ///
    /// # Errors
    ///
    /// In this order: [`Invalid`](ErrorKind::Invalid) if the options make no sense (as in `std`),
    /// [`TooManyOpenFiles`](ErrorKind::TooManyOpenFiles),
    /// [`NotFound`](ErrorKind::NotFound) and [`NotADirectory`](ErrorKind::NotADirectory) from the
    /// way, [`AlreadyExists`](ErrorKind::AlreadyExists) with `create_new`,
    /// [`IsADirectory`](ErrorKind::IsADirectory), [`Denied`](ErrorKind::Denied) for writing to a
    /// [read-only](World::install_read_only) file.
    #[inline]
    pub fn open(&mut self, path: &str, options: OpenOptions) -> Result<Opened, Error> {
        self.open_file(path, options).map_err(|kind| Error::new(kind, path))
    }

    /// Takes an advisory lock on a file, as `flock` with `LOCK_NB`; the file is made if it is not
    /// there, and stays.
    ///
    /// The lock is a handle of a kind of its own and is free again when that is closed, by whom
    /// ever. It belongs to the file and not to the path: once the file is removed or replaced, the
    /// path can be locked anew. It hinders nobody who does not ask for it.
    ///
    /// # Errors
    ///
    /// [`Busy`](ErrorKind::Busy) if a lock is held that excludes this one, by the same program as
    /// by another; else those of [`open`](World::open).
    pub fn lock(&mut self, path: &str, mode: LockMode) -> Result<Opened, Error> {
        self.lock_file(path, mode).map_err(|kind| Error::new(kind, path))
    }

    /// Reads from the handle's position on, as many bytes as there are and fit, and moves the
    /// position. 0 at the end of the file.
    ///
    /// # Errors
    ///
    /// [`BadHandle`](ErrorKind::BadHandle) if it is not open, not for reading, or a lock.
    #[inline]
    pub fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Error> {
        self.read_file(handle, buffer).map_err(|kind| self.handle_error(kind, handle))
    }

    /// Writes all bytes at the handle's position (at the end of the file when appending), moves the
    /// position behind them, and says where they went.
    ///
    /// Between the end of the file and a position beyond it come zeros, which take space. Writing
    /// nothing moves nothing.
    ///
    /// # Errors
    ///
    /// [`BadHandle`](ErrorKind::BadHandle) if it is not open, not for writing, or a lock;
    /// [`NoSpace`](ErrorKind::NoSpace) if not all bytes fit on the disk, and then none is written
    /// (POSIX would write those that fit).
    #[inline]
    pub fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, Error> {
        self.write_file(handle, bytes).map_err(|kind| self.handle_error(kind, handle))
    }

    /// Moves the position of a handle, also beyond the end of the file, and returns it.
    ///
    /// # Errors
    ///
    /// [`BadHandle`](ErrorKind::BadHandle); [`Invalid`](ErrorKind::Invalid) for a position before
    /// the beginning or beyond [`i64::MAX`].
    pub fn seek(&mut self, handle: Handle, to: SeekFrom) -> Result<u64, Error> {
        self.seek_file(handle, to).map_err(|kind| self.handle_error(kind, handle))
    }

    /// Where the next read or write of a handle begins, from the beginning of the file. Looking
    /// costs nothing.
    ///
    /// # Errors
    ///
    /// [`BadHandle`](ErrorKind::BadHandle) if it is not open, or a lock.
    pub fn position(&self, handle: Handle) -> Result<u64, Error> {
        match self.handles.get(handle) {
            Some(OpenHandle { access: Access::File { position, .. }, .. }) => Ok(*position),
            _ => Err(self.handle_error(ErrorKind::BadHandle, handle)),
        }
    }

    /// Closes a handle. With the last handle to a file that has no name go the bytes of the file.
    ///
    /// # Errors
    ///
    /// [`BadHandle`](ErrorKind::BadHandle) if it is not open. A fault: **the handle is closed all
    /// the same**, as on Linux; trying again would be a mistake.
    #[inline]
    pub fn close(&mut self, handle: Handle) -> Result<(), Error> {
        // The path must be found while the handle still leads to it.
        let fault = self.faults.count(Operation::Close);
        let result = fault.map_err(|kind| self.handle_error(kind, handle));
        match self.handles.remove(handle) {
            Some(slot) => {
                self.nodes.closed(slot);
                self.clock.advance(cost::CLOSE);
                result
            }
            None => result.and(Err(self.handle_error(ErrorKind::BadHandle, handle))),
        }
    }

    #[inline]
    fn open_file(&mut self, path: &str, options: OpenOptions) -> Result<Opened, ErrorKind> {
        self.faults.count(Operation::Open)?;
        options.check()?;
        self.handles.room_for(HandleKind::File)?;
        let place = self.nodes.resolve(path)?;
        let makes = options.create || options.create_new;
        // Linux refuses to make what the path calls a directory before it looks for it.
        if makes && place.names_a_directory() {
            return Err(ErrorKind::IsADirectory);
        }
        let (slot, created) = match place.node {
            Some(_) if options.create_new => return Err(ErrorKind::AlreadyExists),
            Some(slot) if self.nodes.is_directory(slot) => return Err(ErrorKind::IsADirectory),
            Some(_) => {
                let slot = place.existing(&self.nodes)?;
                if options.writes() && self.nodes.is_read_only(slot) {
                    return Err(ErrorKind::Denied);
                }
                (slot, false)
            }
            None if makes => (self.add_file(place)?, true),
            None => return Err(ErrorKind::NotFound),
        };
        let truncated = options.truncate && !created;
        if truncated {
            self.nodes.truncate(slot);
        }
        self.clock.advance(cost::OPEN);
        Ok(self.opened(slot, Access::to_file(options), created, truncated))
    }

    fn lock_file(&mut self, path: &str, mode: LockMode) -> Result<Opened, ErrorKind> {
        self.faults.count(Operation::Lock)?;
        self.handles.room_for(HandleKind::Lock)?;
        let place = self.nodes.resolve(path)?;
        if place.names_a_directory() {
            return Err(ErrorKind::IsADirectory);
        }
        let (slot, created) = match place.node {
            Some(slot) if self.nodes.is_directory(slot) => return Err(ErrorKind::IsADirectory),
            Some(slot) => (slot, false),
            None => (self.add_file(place)?, true),
        };
        let excluded = self.handles.iter().any(|held| match held.access {
            Access::Lock(other) if held.slot == slot => {
                mode == LockMode::Exclusive || other == LockMode::Exclusive
            }
            _ => false,
        });
        if excluded {
            return Err(ErrorKind::Busy);
        }
        self.clock.advance(cost::LOCK);
        Ok(self.opened(slot, Access::Lock(mode), created, false))
    }

    #[inline]
    fn read_file(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, ErrorKind> {
        self.faults.count(Operation::Read)?;
        let open = self.handles.get_mut(handle).ok_or(ErrorKind::BadHandle)?;
        let Access::File { read: true, position, .. } = &mut open.access else {
            return Err(ErrorKind::BadHandle);
        };
        let bytes = self.nodes.bytes(open.slot);
        let rest = &bytes[bytes.len().min(usize::try_from(*position).unwrap_or(usize::MAX))..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        *position += count as u64;
        self.clock.advance(cost::READ + cost::READ_BYTE * count as u64);
        Ok(count)
    }

    #[inline]
    fn write_file(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, ErrorKind> {
        self.faults.count(Operation::Write)?;
        let open = self.handles.get_mut(handle).ok_or(ErrorKind::BadHandle)?;
        let Access::File { write: true, append, position, .. } = &mut open.access else {
            return Err(ErrorKind::BadHandle);
        };
        let at = match *append && !bytes.is_empty() {
            true => self.nodes.bytes(open.slot).len() as u64,
            false => *position,
        };
        self.nodes.write(open.slot, at, bytes, self.disk_size)?;
        *position = at + bytes.len() as u64;
        self.clock.advance(cost::WRITE + cost::WRITE_BYTE * bytes.len() as u64);
        Ok(at as usize)
    }

    fn seek_file(&mut self, handle: Handle, to: SeekFrom) -> Result<u64, ErrorKind> {
        self.faults.count(Operation::Seek)?;
        let open = self.handles.get_mut(handle).ok_or(ErrorKind::BadHandle)?;
        let Access::File { position, .. } = &mut open.access else {
            return Err(ErrorKind::BadHandle);
        };
        let target = match to {
            SeekFrom::Start(start) => Some(start),
            SeekFrom::Current(offset) => position.checked_add_signed(offset),
            SeekFrom::End(offset) => {
                (self.nodes.bytes(open.slot).len() as u64).checked_add_signed(offset)
            }
        };
        let furthest = i64::MAX as u64;
        let target = target.filter(|target| *target <= furthest).ok_or(ErrorKind::Invalid)?;
        *position = target;
        self.clock.advance(cost::SEEK);
        Ok(target)
    }

    /// Makes an empty file at a place where nothing is.
    pub(super) fn add_file(&mut self, place: Place<'_>) -> Result<Slot, ErrorKind> {
        match place.end() {
            End::Name(directory, name) => Ok(self.nodes.add_file(directory, name)),
            _ => Err(ErrorKind::NotFound),
        }
    }

    // Always: what it returns would go through memory otherwise, which takes longer than all it does.
    #[inline(always)]
    fn opened(&mut self, slot: Slot, access: Access, created: bool, truncated: bool) -> Opened {
        self.nodes.opened(slot);
        let handle = self.handles.add(slot, access);
        Opened { handle, node: self.nodes.id(slot), created, truncated }
    }

    /// An error of a call that has a handle instead of a path: the path the handle's file has now.
    #[cold]
    fn handle_error(&self, kind: ErrorKind, handle: Handle) -> Error {
        let path = match self.handles.get(handle) {
            Some(open) => self.nodes.path(open.slot),
            None => format!("handle {}", handle.0),
        };
        Error { kind, path }
    }
}
