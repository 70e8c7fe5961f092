//! Enter a scope with a guard, leave it: over a world that is already there, with a journal.

use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

use leakproof::guard::Session;
use leakproof::journal::{Event, Kind};
use leakproof::prelude::*;
use leakproof::world::World;

use crate::Bench;
use crate::bare::Noted;
use crate::files::in_runs;

pub const BENCHES: &[Bench] = &[
    Bench::new("guard/with", with_two_events),
    Bench::new("guard/file", file),
    Bench::new("guard/lock", lock),
    Bench::new("guard/bare", bare),
    Bench::new("guard/empty", empty),
];

/// The least a guard can be under the protocol: it records that it was entered and left.
struct Recorded<'s>(&'s Rc<Session>);

impl Managed for Recorded<'_> {
    type Resource = Self;

    fn enter(self) -> Result<Self> {
        self.0.record(Event::of(Kind::Acquired));
        Ok(self)
    }

    fn exit(resource: Self, _ending: Ending<'_>) -> Result<()> {
        resource.0.record(Event::of(Kind::Released));
        Ok(())
    }
}

fn with_two_events(turns: u32) {
    in_runs(turns, |turns| {
        let session = Session::new(World::new());
        for turn in 0..turns {
            with(Recorded(&session), |_| Ok(black_box(turn))).unwrap();
        }
        black_box(session.finish());
    });
}

/// In a world with a file, calls `body` so many times.
fn in_a_world(turns: u32, body: impl Fn()) {
    in_runs(turns, |turns| {
        let mut world = World::new();
        world.install("train.csv", "1,2,3").unwrap();
        let session = Session::new(world);
        session.enter(|| (0..turns).for_each(|_| body()));
        black_box(session.finish());
    });
}

fn file(turns: u32) {
    in_a_world(turns, || {
        let _file = ManagedFile::open(black_box("train.csv")).unwrap();
    });
}

fn lock(turns: u32) {
    in_a_world(turns, || {
        let _lock = ManagedLock::exclusive(black_box("train.csv")).unwrap();
    });
}

fn bare(turns: u32) {
    in_runs(turns, |turns| {
        let journal = RefCell::new(Vec::new());
        for turn in 0..turns {
            let _noted = Noted::new(&journal, Event { at: turn, ..Event::of(Kind::Acquired) });
        }
        black_box(&journal);
    });
}

fn empty(turns: u32) {
    struct Guard(u32);
    impl Drop for Guard {
        #[inline(never)]
        fn drop(&mut self) {
            black_box(self.0);
        }
    }
    for turn in 0..turns {
        let _guard = Guard(black_box(turn));
    }
}
