//! How a file is to be opened.

use super::ErrorKind;

/// How a file is to be opened: plain data, with the names and the rules of
/// [`std::fs::OpenOptions`].
///
/// A value like any other, so each method gives back a new one:
///
/// ```
/// use leakproof::world::OpenOptions;
/// let options = OpenOptions::new().append(true).create(true);
/// assert!(options.append && !options.truncate);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenOptions {
    /// Reading is allowed.
    pub read: bool,
    /// Writing is allowed.
    pub write: bool,
    /// Writing is allowed, and each write goes to the end of the file, wherever that is by then.
    pub append: bool,
    /// A file that is there is cut to nothing.
    pub truncate: bool,
    /// A file that is not there is made.
    pub create: bool,
    /// The file must not be there and is made; `create` and `truncate` then say nothing more.
    pub create_new: bool,
}

impl OpenOptions {
    /// Everything off, which opens nothing yet.
    pub const fn new() -> Self {
        Self {
            read: false,
            write: false,
            append: false,
            truncate: false,
            create: false,
            create_new: false,
        }
    }

    /// Sets [`read`](field@OpenOptions::read).
    #[must_use]
    pub const fn read(mut self, read: bool) -> Self {
        self.read = read;
        self
    }

    /// Sets [`write`](field@OpenOptions::write).
    #[must_use]
    pub const fn write(mut self, write: bool) -> Self {
        self.write = write;
        self
    }

    /// Sets [`append`](field@OpenOptions::append).
    #[must_use]
    pub const fn append(mut self, append: bool) -> Self {
        self.append = append;
        self
    }

    /// Sets [`truncate`](field@OpenOptions::truncate).
    #[must_use]
    pub const fn truncate(mut self, truncate: bool) -> Self {
        self.truncate = truncate;
        self
    }

    /// Sets [`create`](field@OpenOptions::create).
    #[must_use]
    pub const fn create(mut self, create: bool) -> Self {
        self.create = create;
        self
    }

    /// Sets [`create_new`](field@OpenOptions::create_new).
    #[must_use]
    pub const fn create_new(mut self, create_new: bool) -> Self {
        self.create_new = create_new;
        self
    }

    /// Whether bytes can be written through a handle opened like this.
    #[inline]
    pub(super) fn writes(self) -> bool {
        self.write || self.append
    }

    /// Refuses what makes no sense, exactly as `std` does before it asks the system: no access at
    /// all, making or cutting a file that is only read, cutting a file that is appended to.
    #[inline]
    pub(super) fn check(self) -> Result<(), ErrorKind> {
        let makes = self.create || self.create_new;
        let sensible = if self.append {
            !self.truncate || self.create_new
        } else if self.write {
            true
        } else {
            self.read && !self.truncate && !makes
        };
        if sensible { Ok(()) } else { Err(ErrorKind::Invalid) }
    }
}

#[cfg(all(test, unix, not(miri)))]
mod tests {
    use super::*;

    /// Every combination, against `std` itself on a file that does not exist: what `std` refuses by
    /// itself is invalid, all else reaches the system.
    #[test]
    fn the_same_combinations_make_sense_as_in_std() {
        for bits in 0..64u8 {
            let on = |bit: u8| bits & (1 << bit) != 0;
            let ours = OpenOptions {
                read: on(0),
                write: on(1),
                append: on(2),
                truncate: on(3),
                create: on(4),
                create_new: on(5),
            };
            let result = std::fs::OpenOptions::new()
                .read(on(0))
                .write(on(1))
                .append(on(2))
                .truncate(on(3))
                .create(on(4))
                .create_new(on(5))
                .open("/nowhere/at/all");
            let theirs = result.unwrap_err().kind() != std::io::ErrorKind::InvalidInput;
            assert_eq!(ours.check().is_ok(), theirs, "{ours:?}");
        }
    }
}
