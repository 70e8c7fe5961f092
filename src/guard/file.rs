//! A file that closes itself.

use std::fmt;
use std::io::{self, SeekFrom};
use std::panic::Location;
use std::time::Duration;

use super::Result;
use super::managed::{Ending, Managed};
use super::resource::Resource;
use super::system::Wanted;
use crate::journal;
use crate::world::{Handle, OpenOptions};

/// An open file that closes however its scope ends.
///
/// Opening is acquiring. Closing flushes what is buffered and releases the handle; it happens
///
/// - in `drop`, when the owner goes out of scope by whatever way, also while a panic unwinds. `drop`
///   has nobody to tell: an error is recorded in the journal and goes no further;
/// - in [`close`](ManagedFile::close), for those who want the error;
/// - at the end of [`with`](super::with), which returns the error or attaches it to the one that
///   already travels.
///
/// # How it can let you down
///
/// - `mem::forget`, `Box::leak` and a cycle of `Rc`s run no destructor: the handle stays open and the
///   buffered bytes stay unwritten. The world closes the handle when the program is over; the bytes
///   are lost.
/// - `let _ = ManagedFile::create("a.txt")?;` closes at once, since `_` binds nothing.
/// - An error while `drop` closes is not returned. Call `close`, or use `with`.
///
/// A closed file cannot be used or closed again: `close` takes the file by value, so `rustc` refuses
/// it.
///
/// ```compile_fail,E0382
/// # use leakproof::prelude::*;
/// # fn main() -> Result<()> {
/// let file = ManagedFile::create("a.txt")?;
/// file.close()?;
/// file.close()?; // error[E0382]: use of moved value: `file`
/// # Ok(())
/// # }
/// ```
///
/// # Example
///
/// ```
/// use leakproof::prelude::*;
///
/// fn program() -> Result<()> {
///     let mut file = ManagedFile::create("a.txt")?;
///     file.write("hello")?;
///     file.close()?;
///     assert_eq!(fs::read_to_string("a.txt")?, "hello");
///     Ok(())
/// }
///
/// leakproof::guard::Session::new(leakproof::world::World::new()).enter(|| program().unwrap());
/// ```
#[must_use = "a file that is not bound closes at once"]
#[derive(Debug)]
pub struct ManagedFile {
    resource: Resource,
}

impl ManagedFile {
    /// Opens an existing file for reading.
    ///
    /// # Errors
    ///
    /// `not found`, `is a directory`, `too many open files`, and what else POSIX `open` has.
    #[track_caller]
    pub fn open(path: impl AsRef<str>) -> Result<Self> {
        Opening::open(path.as_ref()).enter()
    }

    /// Opens a file for writing: makes it if it is not there, empties it if it is.
    ///
    /// # Errors
    ///
    /// As [`ManagedFile::open`], and `denied` for a file that is read-only.
    #[track_caller]
    pub fn create(path: impl AsRef<str>) -> Result<Self> {
        Opening::create(path.as_ref()).enter()
    }

    /// Opens a file for writing at its end: makes it if it is not there.
    ///
    /// # Errors
    ///
    /// As [`ManagedFile::create`].
    #[track_caller]
    pub fn append(path: impl AsRef<str>) -> Result<Self> {
        Opening::append(path.as_ref()).enter()
    }

    /// Opens a file as the options say.
    ///
    /// # Errors
    ///
    /// As [`ManagedFile::create`]; `already exists` for `create_new`; `invalid` for options that
    /// contradict each other.
    #[track_caller]
    pub fn with_options(path: impl AsRef<str>, options: OpenOptions) -> Result<Self> {
        Opening::with_options(path.as_ref(), options).enter()
    }

    /// Reads from where the last read or write ended. 0 bytes mean the end of the file.
    ///
    /// # Errors
    ///
    /// `bad handle` if the file was not opened for reading.
    #[track_caller]
    pub fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        self.resource.read(Location::caller(), buffer)
    }

    /// Reads all that is left, as text.
    ///
    /// # Errors
    ///
    /// As [`ManagedFile::read`], and an error of its own if the bytes are not UTF-8.
    #[track_caller]
    pub fn read_to_string(&mut self) -> Result<String> {
        Ok(String::from_utf8(self.resource.read_to_end(Location::caller())?)?)
    }

    /// Takes all of the bytes into the buffer; they reach the disk with the next flush, which comes
    /// when [`BUFFER_SIZE`](super::BUFFER_SIZE) bytes are buffered, and before closing.
    ///
    /// # Errors
    ///
    /// Those of a flush that became due. The bytes stay buffered then.
    #[track_caller]
    #[inline]
    pub fn write(&mut self, bytes: impl AsRef<[u8]>) -> Result<()> {
        self.resource.write(Location::caller(), bytes.as_ref())
    }

    /// Hands the buffered bytes to the system.
    ///
    /// # Errors
    ///
    /// `bad handle` if the file was not opened for writing, `no space`. The bytes stay buffered, so
    /// that one may make room and flush again.
    #[track_caller]
    pub fn flush(&mut self) -> Result<()> {
        self.resource.flush(Location::caller())
    }

    /// Flushes, then moves the position of the next read or write. Returns it, in bytes from the
    /// start.
    ///
    /// # Errors
    ///
    /// As [`ManagedFile::flush`], and `invalid` for a position before the start.
    #[track_caller]
    pub fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.resource.seek(Location::caller(), to)
    }

    /// Closes the file and says how that went. The handle is released in any case.
    ///
    /// # Errors
    ///
    /// Those of flushing and of closing; if both fail, the second is attached to the first. What was
    /// still buffered is lost: who wants to try again calls [`ManagedFile::flush`] before.
    #[track_caller]
    #[inline]
    pub fn close(mut self) -> Result<()> {
        self.resource.release(Some(Location::caller()), journal::Ending::Closed)
    }

    /// The path as it was given.
    pub fn path(&self) -> String {
        self.resource.path()
    }

    /// The number of the handle; `None` when the run that opened it is over.
    pub fn handle(&self) -> Option<Handle> {
        self.resource.handle()
    }

    /// How long the file has been open, by the clock of the session.
    pub fn open_for(&self) -> Duration {
        self.resource.open_for()
    }

    /// The number under which the journal knows it.
    pub fn resource(&self) -> journal::ResourceId {
        self.resource.id()
    }
}

/// `write!` and `writeln!` work, and so does whatever takes an [`io::Write`].
impl io::Write for ManagedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.resource.write(Location::caller(), bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(self.resource.flush(Location::caller())?)
    }

    /// One write for each `write!`, where the provided method has one for each piece of the format,
    /// in pieces that depend on the compiler.
    #[track_caller]
    fn write_fmt(&mut self, arguments: fmt::Arguments<'_>) -> io::Result<()> {
        Ok(self.resource.write(Location::caller(), std::fmt::format(arguments).as_bytes())?)
    }
}

impl io::Read for ManagedFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(self.resource.read(Location::caller(), buffer)?)
    }
}

/// A file that is open already: entering it does nothing more.
impl Managed for ManagedFile {
    type Resource = ManagedFile;

    fn enter(self) -> Result<Self> {
        Ok(self)
    }

    fn exit(mut file: Self, ending: Ending<'_>) -> Result<()> {
        file.resource.release(None, ending.into())
    }

    fn exit_from_stack(mut file: Self, ending: Ending<'_>) -> Result<()> {
        file.resource.release(None, ending.of_stack())
    }
}

/// A file yet to be opened: [`with`](super::with) and [`ExitStack`](super::ExitStack) open it on
/// entry.
///
/// ```
/// use leakproof::prelude::*;
///
/// fn program() -> Result<()> {
///     with(Opening::create("a.txt"), |file| file.write("hello"))
/// }
///
/// leakproof::guard::Session::new(leakproof::world::World::new()).enter(|| program().unwrap());
/// ```
#[must_use = "nothing is opened until it is entered"]
#[derive(Debug, Clone, Copy)]
pub struct Opening<'p> {
    path: &'p str,
    options: OpenOptions,
    caller: &'static Location<'static>,
}

impl<'p> Opening<'p> {
    /// As [`ManagedFile::open`], on entry.
    #[track_caller]
    pub fn open(path: &'p str) -> Self {
        Self::with_options(path, OpenOptions::new().read(true))
    }

    /// As [`ManagedFile::create`], on entry.
    #[track_caller]
    pub fn create(path: &'p str) -> Self {
        Self::with_options(path, OpenOptions::new().write(true).create(true).truncate(true))
    }

    /// As [`ManagedFile::append`], on entry.
    #[track_caller]
    pub fn append(path: &'p str) -> Self {
        Self::with_options(path, OpenOptions::new().append(true).create(true))
    }

    /// As [`ManagedFile::with_options`], on entry.
    #[track_caller]
    pub fn with_options(path: &'p str, options: OpenOptions) -> Self {
        Self { path, options, caller: Location::caller() }
    }
}

impl Managed for Opening<'_> {
    type Resource = ManagedFile;

    #[inline]
    fn enter(self) -> Result<ManagedFile> {
        let wanted = Wanted::File(self.options);
        Ok(ManagedFile { resource: Resource::acquire(self.path, wanted, self.caller)? })
    }

    fn exit(file: ManagedFile, ending: Ending<'_>) -> Result<()> {
        ManagedFile::exit(file, ending)
    }

    fn exit_from_stack(file: ManagedFile, ending: Ending<'_>) -> Result<()> {
        ManagedFile::exit_from_stack(file, ending)
    }
}
