//! The text of the library: this crate's prelude.
//@ leakproof leakproof::prelude leakproof::guard
type Result<T, E = Error> = std::result::Result<T, E>;
#[derive(Clone, Debug)]
struct Error;
impl Error {
    fn other(message: impl Into<String>) -> Error;
    fn kind(&self) -> Option<ErrorKind>;
    fn path(&self) -> Option<&str>;
    fn suppress(&mut self, later: Error);
    fn suppressed(&self) -> &[Error];
}
impl Display for Error {}
impl std::error::Error for Error {}
impl From<String> for Error {}
impl From<&str> for Error {}
impl From<std::io::Error> for Error {}
#[derive(Debug)]
struct ManagedFile;
impl ManagedFile {
    fn open(path: impl AsRef<str>) -> Result<ManagedFile>;
    fn create(path: impl AsRef<str>) -> Result<ManagedFile>;
    fn append(path: impl AsRef<str>) -> Result<ManagedFile>;
    fn with_options(path: impl AsRef<str>, options: OpenOptions) -> Result<ManagedFile>;
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize>;
    fn read_to_string(&mut self) -> Result<String>;
    fn write(&mut self, bytes: impl AsRef<[u8]>) -> Result<()>;
    fn flush(&mut self) -> Result<()>;
    fn seek(&mut self, to: SeekFrom) -> Result<u64>;
    fn close(self) -> Result<()>;
    fn path(&self) -> String;
    fn handle(&self) -> Option<Handle>;
    fn open_for(&self) -> Duration;
    fn resource(&self) -> ResourceId;
}
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
struct Handle;
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
struct ResourceId;
impl std::io::Write for ManagedFile {}
impl std::io::Read for ManagedFile {}
impl Managed for ManagedFile { type Resource = ManagedFile; }
#[derive(Clone, Copy, Debug)]
struct Opening<'p>;
impl<'p> Opening<'p> {
    fn open(path: &'p str) -> Opening<'p>;
    fn create(path: &'p str) -> Opening<'p>;
    fn append(path: &'p str) -> Opening<'p>;
    fn with_options(path: &'p str, options: OpenOptions) -> Opening<'p>;
}
impl<'p> Managed for Opening<'p> { type Resource = ManagedFile; }
#[derive(Debug)]
struct ManagedLock;
impl ManagedLock {
    fn exclusive(path: impl AsRef<str>) -> Result<ManagedLock>;
    fn shared(path: impl AsRef<str>) -> Result<ManagedLock>;
    fn close(self) -> Result<()>;
    fn path(&self) -> String;
    fn handle(&self) -> Option<Handle>;
    fn open_for(&self) -> Duration;
    fn resource(&self) -> ResourceId;
}
impl Managed for ManagedLock { type Resource = ManagedLock; }
#[derive(Clone, Copy, Debug)]
struct Locking<'p>;
impl<'p> Locking<'p> {
    fn exclusive(path: &'p str) -> Locking<'p>;
    fn shared(path: &'p str) -> Locking<'p>;
}
impl<'p> Managed for Locking<'p> { type Resource = ManagedLock; }
#[derive(Clone, Copy, Debug)]
enum Ending<'e> { Returned, Failed(&'e Error), Panicked }
trait Managed {
    type Resource;
    fn enter(self) -> Result<Self::Resource>;
    fn exit(resource: Self::Resource, ending: Ending<'_>) -> Result<()>;
    fn exit_from_stack(resource: Self::Resource, ending: Ending<'_>) -> Result<()> {}
}
fn with<M: Managed, T>(manager: M, body: impl FnOnce(&mut M::Resource) -> Result<T>) -> Result<T>;
#[derive(Debug, Default)]
struct ExitStack;
impl ExitStack {
    fn new() -> ExitStack;
    fn hold<M: Managed>(&mut self, manager: M) -> Result<Held<M::Resource>>;
    fn defer(&mut self, exit: impl FnOnce(Ending<'_>) -> Result<()>);
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn close(self) -> Result<()>;
}
impl Managed for ExitStack { type Resource = ExitStack; }
struct Held<R>;
impl<R> Held<R> {
    fn get(&self) -> Result<RefMut<'_, R>>;
}
impl<R> Clone for Held<R> {}
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum ErrorKind { NotFound, AlreadyExists, IsADirectory, NotADirectory, DirectoryNotEmpty, BadHandle, TooManyOpenFiles, NoSpace, Busy, Denied, Invalid, Io }
impl Display for ErrorKind {}
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct OpenOptions;
impl OpenOptions {
    fn new() -> OpenOptions;
    fn read(self, read: bool) -> OpenOptions;
    fn write(self, write: bool) -> OpenOptions;
    fn append(self, append: bool) -> OpenOptions;
    fn truncate(self, truncate: bool) -> OpenOptions;
    fn create(self, create: bool) -> OpenOptions;
    fn create_new(self, create_new: bool) -> OpenOptions;
}
//@ leakproof::prelude leakproof::prelude::fs leakproof::guard::fs leakproof::fs
fn sleep(milliseconds: u64);
//@ leakproof::prelude::fs leakproof::guard::fs leakproof::fs
fn read_to_string(path: impl AsRef<str>) -> Result<String>;
fn write(path: impl AsRef<str>, bytes: impl AsRef<[u8]>) -> Result<()>;
fn rename(from: impl AsRef<str>, to: impl AsRef<str>) -> Result<()>;
fn remove_file(path: impl AsRef<str>) -> Result<()>;
fn remove_dir(path: impl AsRef<str>) -> Result<()>;
fn create_dir(path: impl AsRef<str>) -> Result<()>;
fn create_dir_all(path: impl AsRef<str>) -> Result<()>;
fn read_dir(path: impl AsRef<str>) -> Result<Vec<String>>;
fn metadata(path: impl AsRef<str>) -> Result<Metadata>;
fn exists(path: impl AsRef<str>) -> bool;
#[derive(Clone, Copy, Debug)]
struct Metadata { len: u64, is_dir: bool }
//= leakproof::prelude::Read Read
//= leakproof::prelude::Write Write
