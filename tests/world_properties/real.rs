//! The same calls made of the real Linux, in a directory of their own.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use leakproof::world::{ErrorKind, HandleKind, LockMode, OpenOptions, World};
use proptest::sample::Index;

use super::call::{Answer, Answered, Call};

/// What is in the directory at first. No read-only file: for a superuser it is none.
pub fn world() -> World {
    let mut world = World::new();
    world.set_limit(HandleKind::File, 1_000);
    world.set_limit(HandleKind::Lock, 1_000);
    world.install("a", "hello").unwrap();
    world.install("d/b", "world").unwrap();
    world.install_dir("d/e").unwrap();
    world
}

/// Whether a call means the same in a directory as in a whole world.
pub fn can_do(call: &Call) -> bool {
    match call {
        Call::Open(path, _)
        | Call::Lock(path, _)
        | Call::RemoveFile(path)
        | Call::RemoveDir(path)
        | Call::CreateDir(path)
        | Call::List(path)
        | Call::Metadata(path) => stays_inside(path),
        Call::Rename(from, to) => stays_inside(from) && stays_inside(to),
        // The world's is all or none, that of `std` is not.
        Call::CreateDirAll(_) => false,
        Call::Read(..) | Call::Write(..) | Call::Seek(..) | Call::Close(_) => true,
    }
}

/// Whether a path leads below its beginning, whatever is there.
fn stays_inside(path: &str) -> bool {
    let mut depth = 0;
    let mut named = false;
    for part in path.split('/') {
        match part {
            "" => {}
            "." => named = true,
            ".." if depth == 0 => return false,
            ".." => depth -= 1,
            _ => {
                depth += 1;
                named = true;
            }
        }
    }
    named
}

enum Open {
    File(File),
    /// Only held.
    Lock {
        _file: File,
    },
}

pub struct Linux {
    root: PathBuf,
    handles: Vec<Option<Open>>,
}

impl Linux {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("leakproof-world-{}-{number}", std::process::id());
        let root = std::env::temp_dir().join(name);
        fs::create_dir_all(root.join("d/e")).unwrap();
        fs::write(root.join("a"), "hello").unwrap();
        fs::write(root.join("d/b"), "world").unwrap();
        Self { root, handles: Vec::new() }
    }

    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.root, "", &mut files);
        files.sort();
        files
    }

    pub fn call(&mut self, call: &Call) -> Answered {
        self.answer(call).map_err(|error| kind(&error))
    }

    fn answer(&mut self, call: &Call) -> io::Result<Answer> {
        // Text, not `Path::join`, which would take a path that starts with `/` elsewhere and
        // forget a slash at the end.
        let root = self.root.to_str().unwrap();
        let real = |path: &str| format!("{root}/{path}");
        Ok(match call {
            Call::Open(path, options) => return self.open(&real(path), *options),
            Call::Lock(path, mode) => return self.lock(&real(path), *mode),
            Call::Read(handle, count) => {
                let mut buffer = vec![0; *count];
                let count = self.file(handle)?.read(&mut buffer)?;
                buffer.truncate(count);
                Answer::Bytes(buffer)
            }
            Call::Write(handle, bytes) => {
                let file = self.file(handle)?;
                let count = file.write(bytes)?;
                assert_eq!(count, bytes.len(), "the disk of the test is full");
                Answer::Position(file.stream_position()? - count as u64)
            }
            Call::Seek(handle, to) => Answer::Position(self.file(handle)?.seek(*to)?),
            Call::Close(handle) => {
                if self.handles.is_empty() {
                    return Err(bad_handle());
                }
                let index = handle.index(self.handles.len());
                self.handles[index].take().ok_or_else(bad_handle)?;
                Answer::Done
            }
            Call::Rename(from, to) => done(fs::rename(real(from), real(to)))?,
            Call::RemoveFile(path) => done(fs::remove_file(real(path)))?,
            Call::RemoveDir(path) => done(fs::remove_dir(real(path)))?,
            Call::CreateDir(path) => done(fs::create_dir(real(path)))?,
            Call::CreateDirAll(_) => unreachable!("filtered out"),
            Call::List(path) => {
                let mut names = Vec::new();
                for entry in fs::read_dir(real(path))? {
                    names.push(entry?.file_name().into_string().unwrap());
                }
                names.sort();
                Answer::Names(names)
            }
            Call::Metadata(path) => {
                let metadata = fs::metadata(real(path))?;
                let is_dir = metadata.is_dir();
                Answer::Metadata { len: if is_dir { 0 } else { metadata.len() }, is_dir }
            }
        })
    }

    fn open(&mut self, path: &str, options: OpenOptions) -> io::Result<Answer> {
        let there = fs::exists(path).unwrap_or(false);
        let file = fs::OpenOptions::new()
            .read(options.read)
            .write(options.write)
            .append(options.append)
            .truncate(options.truncate)
            .create(options.create)
            .create_new(options.create_new)
            .open(path)?;
        if file.metadata()?.is_dir() {
            // The world's deliberate absence.
            return Err(io::ErrorKind::IsADirectory.into());
        }
        self.handles.push(Some(Open::File(file)));
        Ok(Answer::Opened { created: !there })
    }

    fn lock(&mut self, path: &str, mode: LockMode) -> io::Result<Answer> {
        let there = fs::exists(path).unwrap_or(false);
        let file =
            File::options().read(true).write(true).create(true).truncate(false).open(path)?;
        let result = match mode {
            LockMode::Exclusive => file.try_lock(),
            LockMode::Shared => file.try_lock_shared(),
        };
        match result {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::ResourceBusy.into()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        self.handles.push(Some(Open::Lock { _file: file }));
        Ok(Answer::Opened { created: !there })
    }

    fn file(&mut self, handle: &Index) -> io::Result<&mut File> {
        if self.handles.is_empty() {
            return Err(bad_handle());
        }
        let index = handle.index(self.handles.len());
        match &mut self.handles[index] {
            Some(Open::File(file)) => Ok(file),
            _ => Err(bad_handle()),
        }
    }
}

impl Drop for Linux {
    fn drop(&mut self) {
        // A directory left behind in the system's place for such is no reason to fail.
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn collect(directory: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(directory).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &path, files);
        } else {
            files.push((path, fs::read(entry.path()).unwrap()));
        }
    }
}

fn done(result: io::Result<()>) -> io::Result<Answer> {
    result.map(|()| Answer::Done)
}

const EBADF: i32 = 9;

fn bad_handle() -> io::Error {
    io::Error::from_raw_os_error(EBADF)
}

fn kind(error: &io::Error) -> ErrorKind {
    if error.raw_os_error() == Some(EBADF) {
        return ErrorKind::BadHandle;
    }
    match error.kind() {
        io::ErrorKind::NotFound => ErrorKind::NotFound,
        io::ErrorKind::AlreadyExists => ErrorKind::AlreadyExists,
        io::ErrorKind::IsADirectory => ErrorKind::IsADirectory,
        io::ErrorKind::NotADirectory => ErrorKind::NotADirectory,
        io::ErrorKind::DirectoryNotEmpty => ErrorKind::DirectoryNotEmpty,
        io::ErrorKind::ResourceBusy => ErrorKind::Busy,
        io::ErrorKind::InvalidInput => ErrorKind::Invalid,
        other => panic!("{other:?}: {error}"),
    }
}
