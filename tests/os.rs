//! The same guards over the real file system: no descriptor stays open, whatever happens.
#![cfg(target_os = "linux")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use leakproof::guard::Session;
use leakproof::journal::Kind;
use leakproof::prelude::*;

/// A directory of one test's own, removed when the test ends. Dropped last, it also sees to it that
/// no descriptor below it is still open.
struct Directory(PathBuf);

impl Directory {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("leakproof-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// The descriptors of this process that point below this directory. Other tests run in the same
    /// process, so all descriptors would be too many.
    fn descriptors(&self) -> usize {
        std::fs::read_dir("/proc/self/fd")
            .unwrap()
            .filter_map(|entry| std::fs::read_link(entry.ok()?.path()).ok())
            .filter(|target| target.starts_with(&self.0))
            .count()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs a program over the real file system. It is handed its directory; afterwards nothing below
/// that is open.
fn run(test: &str, program: impl FnOnce(&Directory) -> Result<()>) -> (bool, Vec<Kind>) {
    let directory = Directory::new(test);
    assert_eq!(directory.descriptors(), 0);
    let session = Session::over_os();
    let outcome = session.enter(|| catch_unwind(AssertUnwindSafe(|| program(&directory))));
    let journal = session.finish_os();
    assert_eq!(directory.descriptors(), 0, "a descriptor is open after the run");
    let kinds = journal.events().iter().map(|event| event.kind).collect();
    (matches!(outcome, Ok(Ok(()))), kinds)
}

#[test]
fn descriptors_are_open_inside_of_the_scope_and_closed_after_it() {
    let (returned, _) = run("nested", |directory| {
        let mut outer = ManagedFile::create(directory.file("outer"))?;
        {
            let _inner = ManagedFile::create(directory.file("inner"))?;
            assert_eq!(directory.descriptors(), 2);
        }
        assert_eq!(directory.descriptors(), 1);
        outer.write("hello")?;
        outer.close()?;
        assert_eq!(directory.descriptors(), 0);
        assert_eq!(std::fs::read_to_string(directory.file("outer")).unwrap(), "hello");
        Ok(())
    });
    assert!(returned);
}

#[test]
fn an_error_closes_the_descriptor_and_keeps_the_bytes() {
    let (returned, kinds) = run("error", |directory| {
        let mut file = ManagedFile::create(directory.file("a"))?;
        file.write("kept")?;
        let _missing = ManagedFile::open(directory.file("missing"))?;
        unreachable!()
    });
    assert!(!returned);
    assert_eq!(kinds[kinds.len() - 2..], [Kind::Flushed, Kind::Released]);
}

#[test]
fn a_panic_closes_the_descriptors_of_every_frame() {
    fn deep(directory: &Directory, depth: usize) {
        let _file = ManagedFile::create(directory.file(&format!("depth-{depth}"))).unwrap();
        if depth == 0 {
            assert_eq!(directory.descriptors(), 20);
            panic!("at the bottom");
        }
        deep(directory, depth - 1);
    }
    let (returned, kinds) = run("panic", |directory| {
        deep(directory, 19);
        Ok(())
    });
    assert!(!returned);
    assert_eq!(kinds.iter().filter(|kind| **kind == Kind::Released).count(), 20);
}

#[test]
fn a_forgotten_file_is_closed_when_the_run_is_over() {
    let (returned, kinds) = run("forgotten", |directory| {
        std::mem::forget(ManagedFile::create(directory.file("a"))?);
        assert_eq!(directory.descriptors(), 1);
        Ok(())
    });
    assert!(returned);
    assert_eq!(kinds[kinds.len() - 2..], [Kind::Leaked, Kind::Reaped]);
}

#[test]
fn a_lock_keeps_others_out_and_dies_with_its_guard() {
    let (returned, _) = run("lock", |directory| {
        let path = directory.file("train.lock");
        let held = ManagedLock::exclusive(&path)?;
        assert_eq!(ManagedLock::shared(&path).unwrap_err().kind(), Some(ErrorKind::Busy));
        drop(held);
        let _one = ManagedLock::shared(&path)?;
        let _two = ManagedLock::shared(&path)?;
        Ok(())
    });
    assert!(returned);
}

#[test]
fn errors_of_the_operating_system_have_the_names_a_world_gives_them() {
    run("names", |directory| {
        std::fs::create_dir(directory.file("d")).unwrap();
        std::fs::write(directory.file("f"), "").unwrap();
        let kind = |result: Result<ManagedFile>| result.unwrap_err().kind().unwrap();
        let new = OpenOptions::new().write(true).create_new(true);
        assert_eq!(kind(ManagedFile::open(directory.file("no"))), ErrorKind::NotFound);
        assert_eq!(kind(ManagedFile::open(directory.file("d"))), ErrorKind::IsADirectory);
        assert_eq!(kind(ManagedFile::create(directory.file("d"))), ErrorKind::IsADirectory);
        assert_eq!(kind(ManagedFile::open(directory.file("f/x"))), ErrorKind::NotADirectory);
        assert_eq!(
            kind(ManagedFile::with_options(directory.file("f"), new)),
            ErrorKind::AlreadyExists
        );
        let mut read_only = ManagedFile::open(directory.file("f"))?;
        read_only.write("x")?;
        assert_eq!(read_only.flush().unwrap_err().kind(), Some(ErrorKind::BadHandle));
        Ok(())
    });
}

#[test]
fn without_a_session_the_guards_work_over_the_real_file_system() {
    let directory = Directory::new("ambient");
    fs::write(directory.file("a"), "hello").unwrap();
    assert_eq!(fs::read_to_string(directory.file("a")).unwrap(), "hello");
    assert_eq!(directory.descriptors(), 0);
}
