//! What a program needs: `use leakproof::prelude::*;`.

pub use std::io::{Read as _, Write as _};

pub use crate::guard::fs::{self, sleep};
pub use crate::guard::{
    Ending, Error, ExitStack, Held, Locking, Managed, ManagedFile, ManagedLock, Opening, Result,
    with,
};
pub use crate::world::{ErrorKind, OpenOptions};
