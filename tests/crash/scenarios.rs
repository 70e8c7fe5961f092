//! The programs that are crashed. Each runs the same over a world and over a real directory.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use leakproof::prelude::*;

/// Gives the path of a file by its name.
pub type Find<'f> = &'f dyn Fn(&str) -> String;

/// A program and what it finds.
pub struct Scenario {
    pub name: &'static str,
    /// What is there before it starts.
    pub files: &'static [(&'static str, &'static str)],
    /// The locks it takes.
    pub locks: &'static [&'static str],
    /// Whether each of its writes is one step for the kernel too: it may be killed between two pages
    /// of a larger one.
    pub small_writes: bool,
    pub program: fn(Find<'_>) -> Result<()>,
}

pub const CHECKPOINT: &str = "ckpt.bin";

/// Those that are crashed at every step.
pub const SCENARIOS: &[Scenario] = &[
    Scenario { name: "nested files", files: &[], locks: &[], small_writes: true, program: nested },
    Scenario {
        name: "checkpoint in place",
        files: &[(CHECKPOINT, OLD)],
        locks: &[],
        small_writes: true,
        program: checkpoint_in_place,
    },
    Scenario {
        name: "checkpoint renamed",
        files: &[(CHECKPOINT, OLD)],
        locks: &[],
        small_writes: true,
        program: checkpoint_renamed,
    },
    Scenario {
        name: "lock file",
        files: &[("queue.txt", "3 jobs\n")],
        locks: &["train.lock"],
        small_writes: true,
        program: under_a_lock,
    },
    Scenario {
        name: "buffered metrics",
        files: &[("metrics.log", "earlier\n")],
        locks: &[],
        small_writes: false,
        program: metrics,
    },
    Scenario { name: "panic", files: &[], locks: &["l"], small_writes: true, program: panics },
];

/// Those that end by themselves.
const ENDING: &[Scenario] = &[
    Scenario {
        name: "exit",
        files: &[],
        locks: &["train.lock"],
        small_writes: true,
        program: exits,
    },
    Scenario {
        name: "double panic",
        files: &[],
        locks: &["train.lock"],
        small_writes: true,
        program: panics_twice,
    },
];

pub fn named(name: &str) -> &'static Scenario {
    SCENARIOS.iter().chain(ENDING).find(|scenario| scenario.name == name).expect("a known name")
}

const OLD: &str = "epoch 1: 1111 1111 1111";
const NEW: [&str; 3] = ["epoch 2:", " 2222 2222", " 2222"];

/// What a checkpoint may be after a crash.
pub fn whole_checkpoints() -> [Vec<u8>; 2] {
    [OLD.as_bytes().to_vec(), NEW.concat().into_bytes()]
}

fn nested(find: Find<'_>) -> Result<()> {
    let mut outer = ManagedFile::create(find("outer.txt"))?;
    outer.write("one ")?;
    fs::create_dir_all(find("runs/7"))?;
    {
        let mut inner = ManagedFile::create(find("runs/7/inner.txt"))?;
        inner.write("two ")?;
        inner.flush()?;
        inner.write("three")?;
    }
    outer.write(fs::read_to_string(find("runs/7/inner.txt"))?)?;
    fs::remove_file(find("runs/7/inner.txt"))?;
    outer.close()
}

fn checkpoint_in_place(find: Find<'_>) -> Result<()> {
    let mut file = ManagedFile::create(find(CHECKPOINT))?;
    save(&mut file)?;
    file.close()
}

fn checkpoint_renamed(find: Find<'_>) -> Result<()> {
    let temporary = find("ckpt.tmp");
    let mut file = ManagedFile::create(&temporary)?;
    save(&mut file)?;
    file.close()?;
    fs::rename(temporary, find(CHECKPOINT))
}

fn save(file: &mut ManagedFile) -> Result<()> {
    for part in NEW {
        file.write(part)?;
        file.flush()?;
    }
    Ok(())
}

fn under_a_lock(find: Find<'_>) -> Result<()> {
    let _lock = ManagedLock::exclusive(find("train.lock"))?;
    let mut queue =
        ManagedFile::with_options(find("queue.txt"), OpenOptions::new().read(true).write(true))?;
    let jobs = queue.read_to_string()?;
    queue.seek(std::io::SeekFrom::Start(0))?;
    queue.write(jobs.replace('3', "2"))?;
    Ok(())
}

fn metrics(find: Find<'_>) -> Result<()> {
    let mut log = ManagedFile::append(find("metrics.log"))?;
    // So much that the buffer flushes by itself on the way, and something is left in it at the end.
    for epoch in 0..4 {
        let mut lines = String::new();
        for batch in 0..150 {
            let _ = writeln!(lines, "epoch {epoch} batch {batch:3}");
        }
        log.write(lines)?;
    }
    Ok(())
}

/// Caught by whoever runs it: the guards release while it unwinds.
fn panics(find: Find<'_>) -> Result<()> {
    let unwound = catch_unwind(AssertUnwindSafe(|| {
        let _lock = ManagedLock::exclusive(find("l")).unwrap();
        let mut file = ManagedFile::create(find("kept.txt")).unwrap();
        file.write("kept").unwrap();
        resume_unwind(Box::new("without a message"));
    }));
    assert!(unwound.is_err());
    fs::write(find("after.txt"), "goes on")
}

fn exits(find: Find<'_>) -> Result<()> {
    let _lock = ManagedLock::exclusive(find("train.lock"))?;
    let mut log = ManagedFile::create(find("metrics.log"))?;
    log.write("flushed\n")?;
    log.flush()?;
    log.write("buffered\n")?;
    // In the world the program goes on, in the test process: there it must not exit.
    if crate::child::is_one() {
        std::process::exit(7);
    }
    std::mem::forget(log);
    Ok(())
}

fn panics_twice(find: Find<'_>) -> Result<()> {
    /// Breaks while it is dropped.
    struct Breaks;
    impl Drop for Breaks {
        fn drop(&mut self) {
            panic!("in drop");
        }
    }
    let _lock = ManagedLock::exclusive(find("train.lock"))?;
    let mut outer = ManagedFile::create(find("outer.log"))?;
    outer.write("outer")?;
    let _breaks = Breaks;
    let mut inner = ManagedFile::create(find("inner.log"))?;
    inner.write("inner")?;
    panic!("in the body");
}
