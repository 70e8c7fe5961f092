//! One simulated machine: a file system, a table of open handles, a clock, limits and faults.
mod error;
pub use error::{Error, ErrorKind};
