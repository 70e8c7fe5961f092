//! Create a file, write 64 bytes, close it: through the guard, and in the file systems one would
//! take instead. First one file that is there already, again and again; then new ones, each with a
//! name of its own.

use std::hint::black_box;
use std::io::Write;

use leakproof::guard::Session;
use leakproof::journal::{Event, Kind};
use leakproof::prelude::*;
use leakproof::world::World;
use vfs::{MemoryFS, VfsPath};

use crate::Bench;
use crate::bare::Files;

pub const BENCHES: &[Bench] = &[
    Bench::new("file/guard", guard),
    Bench::new("file/world", world),
    Bench::new("file/bare", bare),
    Bench::new("file/bare-journal", bare_with_journal),
    Bench::new("file/vfs", vfs),
    Bench::new("files/guard", guards),
    Bench::new("files/bare", bares),
    Bench::new("files/vfs", vfses),
];

/// What is written: 64 bytes, of which the compiler knows nothing, as in a program that writes data.
fn bytes() -> &'static [u8] {
    black_box(&[7; 64])
}

/// Files of one run. A journal is kept for the length of a run, so an endless one would measure how
/// memory grows; 6,000 events are already more than most programs of the playground have.
const RUN: u32 = 1_000;

/// Does something in runs of [`RUN`] turns.
pub fn in_runs(turns: u32, mut run: impl FnMut(u32)) {
    for _ in 0..turns / RUN {
        run(RUN);
    }
    run(turns % RUN);
}

fn guard(turns: u32) {
    in_runs(turns, |turns| {
        let session = Session::new(World::new());
        session.enter(|| {
            for _ in 0..turns {
                let mut file = ManagedFile::create(black_box("train.csv")).unwrap();
                file.write(bytes()).unwrap();
                file.close().unwrap();
            }
        });
        black_box(session.finish());
    });
}

fn world(turns: u32) {
    let mut world = World::new();
    let options = leakproof::world::OpenOptions::new().write(true).create(true).truncate(true);
    for _ in 0..turns {
        let opened = world.open(black_box("train.csv"), options).unwrap();
        world.write(opened.handle, bytes()).unwrap();
        world.close(opened.handle).unwrap();
    }
    black_box(&world);
}

fn bare(turns: u32) {
    let mut files = Files::default();
    for _ in 0..turns {
        let handle = files.create(black_box("train.csv"));
        files.write(handle, bytes());
        files.close(handle);
    }
    black_box(&files);
}

fn bare_with_journal(turns: u32) {
    in_runs(turns, |turns| {
        let mut files = Files::default();
        let mut journal = Vec::new();
        for _ in 0..turns {
            let handle = files.create(black_box("train.csv"));
            journal.push(Event { at: handle as u32, ..Event::of(Kind::Acquired) });
            files.write(handle, bytes());
            files.close(handle);
            journal.push(Event { at: handle as u32, ..Event::of(Kind::Released) });
        }
        black_box((&files, &journal));
    });
}

fn vfs(turns: u32) {
    let root = VfsPath::new(MemoryFS::new());
    for _ in 0..turns {
        let mut file = root.join(black_box("train.csv")).unwrap().create_file().unwrap();
        file.write_all(bytes()).unwrap();
        drop(file);
    }
}

/// The names of the files of one run, made beforehand.
fn names() -> Vec<String> {
    (0..RUN).map(|number| format!("train-{number}.csv")).collect()
}

fn guards(turns: u32) {
    let names = names();
    in_runs(turns, |turns| {
        let session = Session::new(World::new());
        session.enter(|| {
            for name in &names[..turns as usize] {
                let mut file = ManagedFile::create(black_box(name)).unwrap();
                file.write(bytes()).unwrap();
                file.close().unwrap();
            }
        });
        black_box(session.finish());
    });
}

fn bares(turns: u32) {
    let names = names();
    in_runs(turns, |turns| {
        let mut files = Files::default();
        for name in &names[..turns as usize] {
            let handle = files.create(black_box(name));
            files.write(handle, bytes());
            files.close(handle);
        }
        black_box(&files);
    });
}

fn vfses(turns: u32) {
    let names = names();
    in_runs(turns, |turns| {
        let root = VfsPath::new(MemoryFS::new());
        for name in &names[..turns as usize] {
            let mut file = root.join(black_box(name)).unwrap().create_file().unwrap();
            file.write_all(bytes()).unwrap();
            drop(file);
        }
    });
}
