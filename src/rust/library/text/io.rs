//! The text of the library: reading and writing.
//@ std::io
trait Read {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize>;
    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> std::io::Result<usize> {}
    fn read_to_string(&mut self, buf: &mut String) -> std::io::Result<usize> {}
    fn read_exact(&mut self, buf: &mut [u8]) -> std::io::Result<()> {}
    fn by_ref(&mut self) -> &mut Self {}
}
trait Write {
    fn write(&mut self, buf: &[u8]) -> std::io::Result<usize>;
    fn flush(&mut self) -> std::io::Result<()>;
    fn write_all(&mut self, buf: &[u8]) -> std::io::Result<()> {}
    fn write_fmt(&mut self, args: Arguments<'_>) -> std::io::Result<()> {}
    fn by_ref(&mut self) -> &mut Self {}
}
trait BufRead: Read {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]>;
    fn consume(&mut self, amount: usize);
    fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> std::io::Result<usize> {}
    fn read_line(&mut self, buf: &mut String) -> std::io::Result<usize> {}
    fn lines(self) -> Lines<Self> {}
}
trait Seek {
    fn seek(&mut self, pos: SeekFrom) -> std::io::Result<u64>;
    fn rewind(&mut self) -> std::io::Result<()> {}
    fn stream_position(&mut self) -> std::io::Result<u64> {}
}
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum SeekFrom { Start(u64), End(i64), Current(i64) }
type Result<T> = std::result::Result<T, Error>;
#[derive(Debug)]
struct Error;
impl Error {
    fn new<E: Into<Box<dyn std::error::Error + Send + Sync>>>(kind: ErrorKind, error: E) -> Error;
    fn other<E: Into<Box<dyn std::error::Error + Send + Sync>>>(error: E) -> Error;
    fn kind(&self) -> ErrorKind;
    fn last_os_error() -> Error;
    fn raw_os_error(&self) -> Option<i32>;
}
impl Display for Error {}
impl std::error::Error for Error {}
impl From<ErrorKind> for Error {}
impl From<leakproof::Error> for Error {}
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum ErrorKind { NotFound, PermissionDenied, ConnectionRefused, ConnectionReset, ConnectionAborted, NotConnected, AddrInUse, BrokenPipe, AlreadyExists, WouldBlock, NotADirectory, IsADirectory, DirectoryNotEmpty, InvalidInput, InvalidData, TimedOut, WriteZero, StorageFull, ResourceBusy, Interrupted, Unsupported, UnexpectedEof, OutOfMemory, Other }
impl Display for ErrorKind {}
#[derive(Debug)]
struct Lines<B>;
impl<B: BufRead> Iterator for Lines<B> { type Item = std::io::Result<String>; }
#[derive(Debug)]
struct Stdin;
impl Stdin {
    fn lock(&self) -> Stdin;
    fn read_line(&self, buf: &mut String) -> std::io::Result<usize>;
    fn lines(self) -> Lines<Stdin>;
}
impl Read for Stdin {}
impl BufRead for Stdin {}
#[derive(Debug)]
struct Stdout;
impl Stdout {
    fn lock(&self) -> Stdout;
}
impl Write for Stdout {}
#[derive(Debug)]
struct Stderr;
impl Stderr {
    fn lock(&self) -> Stderr;
}
impl Write for Stderr {}
fn stdin() -> Stdin;
fn stdout() -> Stdout;
fn stderr() -> Stderr;
#[derive(Debug)]
struct BufReader<R>;
impl<R: Read> BufReader<R> {
    fn new(inner: R) -> BufReader<R>;
    fn with_capacity(capacity: usize, inner: R) -> BufReader<R>;
    fn get_ref(&self) -> &R;
    fn get_mut(&mut self) -> &mut R;
    fn into_inner(self) -> R;
}
impl<R: Read> Read for BufReader<R> {}
impl<R: Read> BufRead for BufReader<R> {}
#[derive(Debug)]
struct BufWriter<W>;
impl<W: Write> BufWriter<W> {
    fn new(inner: W) -> BufWriter<W>;
    fn with_capacity(capacity: usize, inner: W) -> BufWriter<W>;
    fn get_ref(&self) -> &W;
    fn get_mut(&mut self) -> &mut W;
    fn buffer(&self) -> &[u8];
}
impl<W: Write> Write for BufWriter<W> {}
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Cursor<T>;
impl<T> Cursor<T> {
    fn new(inner: T) -> Cursor<T>;
    fn into_inner(self) -> T;
    fn get_ref(&self) -> &T;
    fn get_mut(&mut self) -> &mut T;
    fn position(&self) -> u64;
    fn set_position(&mut self, pos: u64);
}
impl<T: AsRef<[u8]>> Read for Cursor<T> {}
impl<T: AsRef<[u8]>> BufRead for Cursor<T> {}
impl<T: AsRef<[u8]>> Seek for Cursor<T> {}
impl Write for Cursor<Vec<u8>> {}
