//! A directory of one crash's own, and what the kernel says about it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::scenarios::Scenario;

/// What is on a disk, by the path from its top.
pub type Disk = BTreeMap<String, Vec<u8>>;

/// Removed with all that is in it when it is dropped.
pub struct Directory(PathBuf);

impl Directory {
    pub fn with_files_of(scenario: &Scenario) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("leakproof-crash-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).unwrap();
        for (name, bytes) in scenario.files {
            fs::write(path.join(name), bytes).unwrap();
        }
        // As the links in /proc have it.
        Self(path.canonicalize().unwrap())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The files below it.
    pub fn files(&self) -> Disk {
        let mut files = Disk::new();
        let mut rest = vec![self.0.clone()];
        while let Some(directory) = rest.pop() {
            for entry in fs::read_dir(directory).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    rest.push(entry.path());
                } else {
                    files.insert(self.name_of(&entry.path()), fs::read(entry.path()).unwrap());
                }
            }
        }
        files
    }

    /// Whether somebody holds the lock on a file. One that is not there is free.
    pub fn is_locked(&self, name: &str) -> bool {
        match File::open(self.0.join(name)) {
            Ok(file) => matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock)),
            Err(_) => false,
        }
    }

    /// The files below it that a process has open, locks included.
    pub fn open_files_of(&self, process: u32) -> BTreeSet<String> {
        open_files(&process.to_string())
            .into_iter()
            .filter(|path| path.starts_with(&self.0))
            .map(|path| self.name_of(&path))
            .collect()
    }

    fn name_of(&self, path: &Path) -> String {
        path.strip_prefix(&self.0).unwrap().to_str().unwrap().to_owned()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        // A directory left behind in the system's place for such is no reason to fail.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Every process of the machine that has something open below a directory.
pub fn processes_with_a_handle_below(directory: &Directory) -> Vec<String> {
    let entries = fs::read_dir("/proc").unwrap();
    let ids = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    ids.filter(|id| id.bytes().all(|byte| byte.is_ascii_digit()))
        .filter(|id| open_files(id).iter().any(|path| path.starts_with(directory.path())))
        .collect()
}

/// What a process has open. Processes come and go, and some are none of ours.
fn open_files(process: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(format!("/proc/{process}/fd")) else { return Vec::new() };
    entries.filter_map(|entry| fs::read_link(entry.ok()?.path()).ok()).collect()
}
