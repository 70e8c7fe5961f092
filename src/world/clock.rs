//! Virtual time: it moves only when an operation or `sleep` moves it, so every run is the same.

use super::World;

/// What each operation costs, in nanoseconds.
///
/// The figures are those of a plain disk rather than of any one machine: opening costs more than
/// closing, closing more than a small write. They are fixed so that a run can be compared with
/// another to the nanosecond.
pub mod cost {
    /// [`open`](super::World::open), in ns.
    pub const OPEN: u64 = 50_000;
    /// [`lock`](super::World::lock), in ns.
    pub const LOCK: u64 = 30_000;
    /// [`read`](super::World::read), in ns a call, to which the bytes come.
    pub const READ: u64 = 10_000;
    /// [`read`](super::World::read), in ns a byte that was read.
    pub const READ_BYTE: u64 = 10;
    /// [`write`](super::World::write), in ns a call, to which the bytes come.
    pub const WRITE: u64 = 10_000;
    /// [`write`](super::World::write), in ns a byte.
    pub const WRITE_BYTE: u64 = 10;
    /// [`seek`](super::World::seek), in ns.
    pub const SEEK: u64 = 1_000;
    /// [`close`](super::World::close), in ns.
    pub const CLOSE: u64 = 20_000;
    /// [`rename`](super::World::rename), in ns.
    pub const RENAME: u64 = 60_000;
    /// [`remove_file`](super::World::remove_file) and [`remove_dir`](super::World::remove_dir), in ns.
    pub const REMOVE: u64 = 50_000;
    /// Making one directory, in ns.
    pub const CREATE_DIRECTORY: u64 = 60_000;
    /// [`list`](super::World::list), in ns a call, to which the entries come.
    pub const LIST: u64 = 20_000;
    /// [`list`](super::World::list), in ns an entry.
    pub const LIST_ENTRY: u64 = 1_000;
    /// [`metadata`](super::World::metadata) and [`exists`](super::World::exists), in ns.
    pub const METADATA: u64 = 10_000;
}

/// Nanoseconds since the world began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Clock {
    now: u64,
}

impl Clock {
    /// Moves on; stands still at the end of time, which is 584 years away.
    #[inline]
    pub(super) fn advance(&mut self, nanoseconds: u64) {
        self.now = self.now.saturating_add(nanoseconds);
    }
}

impl World {
    /// Nanoseconds of virtual time since the world began.
    #[inline]
    pub fn now(&self) -> u64 {
        self.clock.now
    }

    /// Lets virtual time pass, in nanoseconds. Nothing waits.
    pub fn sleep(&mut self, nanoseconds: u64) {
        self.clock.advance(nanoseconds);
    }
}
