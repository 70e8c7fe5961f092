//! The real file system as the machine below the guards.
//!
//! This is the one place of the crate that may touch the outside; everything else lives in a world.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::time::{Duration, Instant};

use super::system::System;
use crate::world::{Error, ErrorKind, Handle, LockMode, Metadata, NodeId, OpenOptions, Opened};

/// The files a session has open. Handles are numbered by us, as in a world, since the operating
/// system uses its numbers again.
pub(super) struct Os {
    began: Instant,
    files: BTreeMap<Handle, OsFile>,
    next: u32,
}

struct OsFile {
    path: String,
    file: File,
}

/// The first handle of a program: 0, 1 and 2 are the standard streams.
const FIRST_HANDLE: u32 = 3;

impl Os {
    pub(super) fn new() -> Self {
        Self { began: Instant::now(), files: BTreeMap::new(), next: FIRST_HANDLE }
    }

    /// Nanoseconds since the session began.
    pub(super) fn now(&self) -> u64 {
        self.began.elapsed().as_nanos() as u64
    }

    fn insert(&mut self, path: &str, file: File, created: bool, truncated: bool) -> Opened {
        let handle = Handle(self.next);
        self.next += 1;
        let node = node_of(&file);
        self.files.insert(handle, OsFile { path: path.to_owned(), file });
        Opened { handle, node, created, truncated }
    }

    /// Runs one operation on an open file, and gives its error the file's path.
    fn with<T>(
        &mut self,
        handle: Handle,
        operation: impl FnOnce(&mut File) -> io::Result<T>,
    ) -> Result<T, Error> {
        let Some(OsFile { path, file }) = self.files.get_mut(&handle) else {
            let path = format!("handle {}", handle.0);
            return Err(Error { kind: ErrorKind::BadHandle, path });
        };
        operation(file).map_err(|error| at(path, &error))
    }
}

impl System for Os {
    fn open(&mut self, path: &str, options: OpenOptions) -> Result<Opened, Error> {
        let OpenOptions { read, write, append, truncate, create, create_new } = options;
        let existed = fs::exists(path).unwrap_or(false);
        let file = fs::OpenOptions::new()
            .read(read)
            .write(write)
            .append(append)
            .truncate(truncate)
            .create(create)
            .create_new(create_new)
            .open(path)
            .map_err(|error| at(path, &error))?;
        // Opening a directory for reading succeeds on Linux, and then nothing can be read from it.
        if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
            return Err(Error { kind: ErrorKind::IsADirectory, path: path.to_owned() });
        }
        Ok(self.insert(path, file, !existed, existed && truncate))
    }

    fn lock(&mut self, path: &str, mode: LockMode) -> Result<Opened, Error> {
        let existed = fs::exists(path).unwrap_or(false);
        let file = fs::OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(path)
            .map_err(|error| at(path, &error))?;
        let locked = match mode {
            LockMode::Exclusive => file.try_lock(),
            LockMode::Shared => file.try_lock_shared(),
        };
        match locked {
            Ok(()) => Ok(self.insert(path, file, !existed, false)),
            Err(fs::TryLockError::WouldBlock) => {
                Err(Error { kind: ErrorKind::Busy, path: path.to_owned() })
            }
            Err(fs::TryLockError::Error(error)) => Err(at(path, &error)),
        }
    }

    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Error> {
        self.with(handle, |file| file.read(buffer))
    }

    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<u64, Error> {
        self.with(handle, |file| {
            file.write_all(bytes)?;
            Ok(file.stream_position()?.saturating_sub(bytes.len() as u64))
        })
    }

    fn seek(&mut self, handle: Handle, to: SeekFrom) -> Result<u64, Error> {
        self.with(handle, |file| file.seek(to))
    }

    fn position(&mut self, handle: Handle) -> Result<u64, Error> {
        self.with(handle, |file| file.stream_position())
    }

    /// Closing is dropping the `File`: `std` does not tell what `close(2)` returned.
    fn close(&mut self, handle: Handle) -> Result<(), Error> {
        match self.files.remove(&handle) {
            Some(_closed) => Ok(()),
            None => self.with(handle, |_| Ok(())),
        }
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<NodeId, Error> {
        let node = self.metadata(from)?.node;
        fs::rename(from, to).map_err(|error| at(from, &error))?;
        Ok(node)
    }

    fn remove_file(&mut self, path: &str) -> Result<NodeId, Error> {
        let node = self.metadata(path)?.node;
        fs::remove_file(path).map_err(|error| at(path, &error))?;
        Ok(node)
    }

    fn remove_dir(&mut self, path: &str) -> Result<NodeId, Error> {
        let node = self.metadata(path)?.node;
        fs::remove_dir(path).map_err(|error| at(path, &error))?;
        Ok(node)
    }

    fn create_dir(&mut self, path: &str) -> Result<NodeId, Error> {
        fs::create_dir(path).map_err(|error| at(path, &error))?;
        Ok(self.metadata(path)?.node)
    }

    fn create_dir_all(&mut self, path: &str) -> Result<Vec<(String, NodeId)>, Error> {
        let above = std::path::Path::new(path).ancestors();
        let missing: Vec<_> = above
            .take_while(|path| !path.as_os_str().is_empty() && !path.is_dir())
            .map(|path| path.to_string_lossy().into_owned())
            .collect();
        missing.into_iter().rev().map(|path| Ok((path.clone(), self.create_dir(&path)?))).collect()
    }

    fn list(&mut self, path: &str) -> Result<Vec<String>, Error> {
        let entries = fs::read_dir(path).map_err(|error| at(path, &error))?;
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| at(path, &error))?;
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    fn metadata(&mut self, path: &str) -> Result<Metadata, Error> {
        let metadata = fs::metadata(path).map_err(|error| at(path, &error))?;
        Ok(Metadata { len: metadata.len(), is_dir: metadata.is_dir(), node: inode(&metadata) })
    }

    fn sleep(&mut self, nanoseconds: u64) {
        std::thread::sleep(Duration::from_nanos(nanoseconds));
    }

    fn reap(&mut self) {
        self.files.clear();
    }
}

fn node_of(file: &File) -> NodeId {
    file.metadata().map_or(NodeId(0), |metadata| inode(&metadata))
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> NodeId {
    // A journal keeps 32 bits, which is enough to tell the files of one program apart.
    NodeId(std::os::unix::fs::MetadataExt::ino(metadata) as u32)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> NodeId {
    NodeId(0)
}

/// The error of the operating system by its POSIX name, with the path.
fn at(path: &str, error: &io::Error) -> Error {
    Error { kind: kind_of(error), path: path.to_owned() }
}

fn kind_of(error: &io::Error) -> ErrorKind {
    const EBADF: i32 = 9;
    const EMFILE: i32 = 24;
    match (error.kind(), error.raw_os_error()) {
        (_, Some(EBADF)) => ErrorKind::BadHandle,
        (_, Some(EMFILE)) => ErrorKind::TooManyOpenFiles,
        (io::ErrorKind::NotFound, _) => ErrorKind::NotFound,
        (io::ErrorKind::AlreadyExists, _) => ErrorKind::AlreadyExists,
        (io::ErrorKind::IsADirectory, _) => ErrorKind::IsADirectory,
        (io::ErrorKind::NotADirectory, _) => ErrorKind::NotADirectory,
        (io::ErrorKind::DirectoryNotEmpty, _) => ErrorKind::DirectoryNotEmpty,
        (io::ErrorKind::StorageFull, _) => ErrorKind::NoSpace,
        (io::ErrorKind::ResourceBusy | io::ErrorKind::WouldBlock, _) => ErrorKind::Busy,
        (io::ErrorKind::PermissionDenied, _) => ErrorKind::Denied,
        (io::ErrorKind::InvalidInput, _) => ErrorKind::Invalid,
        _ => ErrorKind::Io,
    }
}
