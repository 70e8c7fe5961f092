//! What a machine keeps while it is off.

use std::collections::BTreeMap;
use std::fmt;

use super::{Error, World};

/// The directories and files of a world, by path: what one program leaves and the next one finds.
///
/// Handles, locks, limits, faults and the clock are not on a disk. As bytes it begins with
/// [`Disk::MAGIC`] and how many programs have run on it; then each path follows, its length first, and
/// the file's length and bytes, or the length [`u32::MAX`] and nothing for a directory. All numbers
/// have 4 bytes and are little-endian.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Disk {
    /// How many programs have run on it.
    pub runs: u32,
    /// A directory has no bytes. In the order of the paths, so that it comes before what is in it.
    entries: BTreeMap<String, Option<Vec<u8>>>,
}

const DIRECTORY: u32 = u32::MAX;

impl Disk {
    /// What the bytes of a disk begin with. The last digit is the version.
    pub const MAGIC: [u8; 4] = *b"LPD1";

    /// An empty disk on which so many programs have run.
    pub fn after(runs: u32) -> Self {
        Self { runs, entries: BTreeMap::new() }
    }

    /// Puts a file on it, in place of what was there by that path.
    pub fn put_file(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        self.entries.insert(path.into(), Some(bytes));
    }

    /// Puts a directory on it.
    pub fn put_directory(&mut self, path: impl Into<String>) {
        self.entries.insert(path.into(), None);
    }

    /// What is on it, by path: the bytes of a file, nothing for a directory.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Option<&[u8]>)> {
        self.entries.iter().map(|(path, bytes)| (path.as_str(), bytes.as_deref()))
    }

    /// The disk as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut image = Vec::from(Self::MAGIC);
        image.extend(self.runs.to_le_bytes());
        for (path, bytes) in self.entries() {
            image.extend((path.len() as u32).to_le_bytes());
            image.extend(path.as_bytes());
            image.extend(bytes.map_or(DIRECTORY, |bytes| bytes.len() as u32).to_le_bytes());
            image.extend(bytes.unwrap_or_default());
        }
        image
    }

    /// The disk of such bytes.
    ///
    /// # Errors
    ///
    /// If they are no disk, or one that is cut off.
    pub fn from_bytes(image: &[u8]) -> Result<Self, DiskError> {
        let mut rest = image.strip_prefix(&Self::MAGIC).ok_or(DiskError)?;
        let mut disk = Self::after(number(&mut rest)?);
        while !rest.is_empty() {
            let length = number(&mut rest)?;
            let path = std::str::from_utf8(take(&mut rest, length)?).map_err(|_| DiskError)?;
            match number(&mut rest)? {
                DIRECTORY => disk.put_directory(path),
                length => disk.put_file(path, take(&mut rest, length)?.to_vec()),
            }
        }
        Ok(disk)
    }
}

fn take<'b>(rest: &mut &'b [u8], count: u32) -> Result<&'b [u8], DiskError> {
    let (taken, left) = rest.split_at_checked(count as usize).ok_or(DiskError)?;
    *rest = left;
    Ok(taken)
}

fn number(rest: &mut &[u8]) -> Result<u32, DiskError> {
    let bytes = take(rest, 4)?.first_chunk().ok_or(DiskError)?;
    Ok(u32::from_le_bytes(*bytes))
}

/// Bytes that are no disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiskError;

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the bytes of a disk")
    }
}

impl std::error::Error for DiskError {}

impl World {
    /// Everything that has a name, as a disk on which so many programs have run.
    pub fn disk(&self, runs: u32) -> Disk {
        let mut disk = Disk::after(runs);
        for (path, _) in self.directories() {
            disk.put_directory(path);
        }
        for (path, _, bytes) in self.files() {
            disk.put_file(path, bytes.to_vec());
        }
        disk
    }

    /// Puts what is on a disk into the world, beside what is there.
    ///
    /// # Errors
    ///
    /// Those of [`install`](World::install) and [`install_dir`](World::install_dir); a disk that a
    /// world has left fits into an empty one.
    pub fn install_disk(&mut self, disk: &Disk) -> Result<(), Error> {
        for (path, bytes) in disk.entries() {
            match bytes {
                Some(bytes) => self.install(path, bytes)?,
                None => self.install_dir(path)?,
            };
        }
        Ok(())
    }
}
