//! Failures on demand: the n-th call of an operation fails with a given error.

use super::{ErrorKind, World};

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What a program asks of a world, as faults count it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Operation { $($(#[$doc])* $name,)* }

        impl Operation {
            /// Every operation.
            pub const ALL: &[Operation] = &[$(Operation::$name,)*];

            /// The name in directives (`//@ fail write 3: no space`): one word, that of `std::fs`
            /// where there is one.
            pub fn name(self) -> &'static str {
                match self { $(Operation::$name => $text,)* }
            }

            /// The operation of that [`name`](Operation::name).
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Operation::$name),)* _ => None }
            }
        }
    };
}

operations! {
    /// [`World::open`].
    Open = "open",
    /// [`World::read`].
    Read = "read",
    /// [`World::write`].
    Write = "write",
    /// [`World::seek`].
    Seek = "seek",
    /// [`World::close`].
    Close = "close",
    /// [`World::lock`].
    Lock = "lock",
    /// [`World::rename`].
    Rename = "rename",
    /// [`World::remove_file`] and [`World::remove_dir`].
    Remove = "remove",
    /// [`World::create_dir`] and [`World::create_dir_all`], the latter counted once.
    CreateDirectory = "create_dir",
    /// [`World::list`].
    List = "read_dir",
    /// [`World::metadata`] and [`World::exists`].
    Metadata = "metadata",
}

/// A failure that was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Which operation fails.
    pub operation: Operation,
    /// Which call of it, from 1, counted from the beginning of the world or from
    /// [`World::clear_faults`]. Calls that fail by themselves count as well: what counts is what a
    /// reader of the program can count. 0 never comes.
    pub nth: u32,
    /// With what error. It is returned instead of any other error of that call.
    pub error: ErrorKind,
}

/// The plan, and how far the counting is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Faults {
    planned: Vec<Fault>,
    /// Calls so far, by [`Operation`].
    calls: [u32; Operation::ALL.len()],
}

impl Faults {
    /// Counts a call; an error if it is to fail.
    #[inline]
    pub(super) fn count(&mut self, operation: Operation) -> Result<(), ErrorKind> {
        let calls = &mut self.calls[operation as usize];
        *calls = calls.saturating_add(1);
        if self.planned.is_empty() { Ok(()) } else { self.strike(operation) }
    }

    #[cold]
    fn strike(&self, operation: Operation) -> Result<(), ErrorKind> {
        let nth = self.calls[operation as usize];
        match self.planned.iter().find(|fault| fault.operation == operation && fault.nth == nth) {
            Some(fault) => Err(fault.error),
            None => Ok(()),
        }
    }
}

impl World {
    /// Plans a failure. Of two for the same call the first planned holds.
    pub fn add_fault(&mut self, fault: Fault) {
        self.faults.planned.push(fault);
    }

    /// Forgets every planned failure and counts calls from zero again.
    pub fn clear_faults(&mut self) {
        self.faults = Faults::default();
    }

    /// How many calls of an operation there were, failed ones included.
    pub fn calls(&self, operation: Operation) -> u32 {
        self.faults.calls[operation as usize]
    }
}
