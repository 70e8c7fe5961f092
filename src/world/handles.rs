//! The table of open handles.

use super::node::Slot;
use super::{ErrorKind, OpenOptions};

/// Names something open, as a file descriptor does: 3, 4, 5, …
///
/// Unlike a file descriptor, a number is never used again in the same world, so that a handle kept
/// too long is seen to be closed and cannot be mistaken for a newer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle(pub u32);

/// What a handle is a handle to. Each kind has a limit of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandleKind {
    /// An open file.
    File,
    /// An advisory lock.
    Lock,
}

impl HandleKind {
    /// Every kind.
    pub const ALL: &[HandleKind] = &[Self::File, Self::Lock];

    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Lock => "lock",
        }
    }
}

/// Who else may hold the same lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LockMode {
    /// Nobody.
    Exclusive,
    /// Those who share it too.
    Shared,
}

/// What one handle can do, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// To a file.
    File {
        /// May it read.
        read: bool,
        /// May it write.
        write: bool,
        /// Does each write go to the end.
        append: bool,
        /// Where the next read or write begins.
        position: u64,
    },
    /// To a lock: nothing but holding it.
    Lock(LockMode),
}

impl Access {
    /// Access to a file from its beginning.
    #[inline]
    pub(super) fn to_file(options: OpenOptions) -> Self {
        let OpenOptions { read, append, .. } = options;
        Self::File { read, write: options.writes(), append, position: 0 }
    }

    fn kind(self) -> HandleKind {
        match self {
            Self::File { .. } => HandleKind::File,
            Self::Lock(_) => HandleKind::Lock,
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpenHandle {
    pub(super) handle: Handle,
    pub(super) slot: Slot,
    pub(super) access: Access,
}

impl OpenHandle {
    pub(super) fn kind(&self) -> HandleKind {
        self.access.kind()
    }
}

/// What is open, and how much may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Handles {
    /// In the order of their numbers, which is the order in which they were opened. Few are open at
    /// a time and mostly the newest is used, so a plain vector beats a map.
    open: Vec<OpenHandle>,
    /// The number of the next handle.
    next: u32,
    /// How many may be open, by [`HandleKind`].
    limits: [usize; HandleKind::ALL.len()],
}

impl Handles {
    /// Nothing open. The first three numbers are taken, as those of the standard streams are.
    pub(super) fn new(limit: usize) -> Self {
        Self { open: Vec::new(), next: 3, limits: [limit; HandleKind::ALL.len()] }
    }

    pub(super) fn set_limit(&mut self, kind: HandleKind, limit: usize) {
        self.limits[kind as usize] = limit;
    }

    pub(super) fn limit(&self, kind: HandleKind) -> usize {
        self.limits[kind as usize]
    }

    /// Whether one more of that kind may be opened.
    #[inline]
    pub(super) fn room_for(&self, kind: HandleKind) -> Result<(), ErrorKind> {
        let limit = self.limits[kind as usize];
        // Counting is only needed once the table is long enough to be full of one kind.
        if self.open.len() < limit || self.count(kind) < limit {
            Ok(())
        } else {
            Err(ErrorKind::TooManyOpenFiles)
        }
    }

    /// How many of that kind are open.
    pub(super) fn count(&self, kind: HandleKind) -> usize {
        self.open.iter().filter(|open| open.kind() == kind).count()
    }

    /// Takes the next number.
    #[inline]
    pub(super) fn add(&mut self, slot: Slot, access: Access) -> Handle {
        let handle = Handle(self.next);
        self.next += 1;
        self.open.push(OpenHandle { handle, slot, access });
        handle
    }

    #[inline]
    pub(super) fn get(&self, handle: Handle) -> Option<&OpenHandle> {
        self.index(handle).map(|index| &self.open[index])
    }

    #[inline]
    pub(super) fn get_mut(&mut self, handle: Handle) -> Option<&mut OpenHandle> {
        self.index(handle).map(|index| &mut self.open[index])
    }

    /// Takes a handle out of the table, and says what it was a handle to.
    #[inline]
    pub(super) fn remove(&mut self, handle: Handle) -> Option<Slot> {
        let index = self.index(handle)?;
        let slot = self.open[index].slot;
        if index + 1 == self.open.len() {
            self.open.truncate(index);
        } else {
            self.open.remove(index);
        }
        Some(slot)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &OpenHandle> {
        self.open.iter()
    }

    #[inline]
    fn index(&self, handle: Handle) -> Option<usize> {
        match self.open.last() {
            Some(newest) if newest.handle == handle => Some(self.open.len() - 1),
            _ => self.open.binary_search_by_key(&handle, |open| open.handle).ok(),
        }
    }
}
