//! One simulated machine: a file system, a table of open handles, a clock, limits and faults.
//!
//! A [`World`] is what outlives a program, as an operating system outlives a process. It behaves as
//! POSIX says ([The Open Group Base Specifications, Issue 8][posix]) and, where that leaves a
//! choice, as Linux does. It knows nothing of guards, scripts or pages.
//!
//! ```
//! use leakproof::world::{ErrorKind, OpenOptions, World};
//!
//! let mut world = World::new();
//! let options = OpenOptions::new().write(true).create(true).truncate(true);
//! let opened = world.open("ckpt.bin", options)?;
//! world.write(opened.handle, b"weights")?;
//! world.close(opened.handle)?;
//! assert_eq!(world.contents("/ckpt.bin"), Some(&b"weights"[..]));
//!
//! let error = world.close(opened.handle).unwrap_err();
//! assert_eq!(error.kind, ErrorKind::BadHandle);
//! # Ok::<(), leakproof::world::Error>(())
//! ```
//!
//! # A failed call leaves no trace
//!
//! A call that returns an error has changed nothing: no file, no handle, no position, and the clock
//! has not moved. Two things are not so, on purpose:
//!
//! - the call is counted for [faults](Fault), which strike the n-th call whatever became of those
//!   before it;
//! - a [`close`](World::close) that fails because of a fault has closed the handle all the same, as
//!   on Linux, and took its time.
//!
//! # Deliberately absent
//!
//! - Users, groups and permission bits. A file can be [installed read-only](World::install_read_only),
//!   which is the one way to meet [`ErrorKind::Denied`] without a fault.
//! - Symbolic and hard links: a file has one name at most, so paths need no loop limit.
//! - A current directory that can change: a relative path starts at `/`.
//! - Opening a directory: POSIX allows it for reading; here it is [`ErrorKind::IsADirectory`].
//! - Short reads before the end of the file and short writes: a write is all or nothing.
//! - Times of change, devices, mounts, a limit on the number of files.
//! - `ENAMETOOLONG`: a path or name that is too long is [`ErrorKind::Invalid`].
//! - Waiting: a lock that is held is [`ErrorKind::Busy`] at once, there being nobody to wait for.
//! - Caches: what is written is on the disk. Buffers belong to the guards.
//!
//! [posix]: https://pubs.opengroup.org/onlinepubs/9799919799/

mod clock;
mod directories;
mod disk;
mod error;
mod faults;
mod files;
mod handles;
mod inspect;
mod node;
mod options;
mod path;
mod setup;
#[cfg(test)]
mod tests;

pub use clock::cost;
pub use directories::Metadata;
pub use disk::{Disk, DiskError};
pub use error::{Error, ErrorKind};
pub use faults::{Fault, Operation};
pub use files::Opened;
pub use handles::{Handle, HandleKind, LockMode};
pub use node::NodeId;
pub use options::OpenOptions;
pub use path::{LONGEST_NAME, LONGEST_PATH, normalise};
pub use setup::{DEFAULT_LIMIT, LARGEST_DISK, Snapshot};

/// One simulated machine. A clone is a whole second machine in the same state.
///
/// Two worlds are equal if they are in the same state to the last byte, handle, planned fault and
/// nanosecond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct World {
    /// Every file and directory.
    nodes: node::Nodes,
    /// What is open, and how much may be.
    handles: handles::Handles,
    /// What was planned to fail, and how far the counting is.
    faults: faults::Faults,
    /// Virtual time.
    clock: clock::Clock,
    /// How many bytes all files may have together.
    disk_size: u64,
}
