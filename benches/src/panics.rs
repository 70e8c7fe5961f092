//! Panic below 100 frames with a guard each, and catch it above them.

use std::cell::RefCell;
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};

use leakproof::guard::{Session, install_panic_hook};
use leakproof::journal::{Event, Kind};
use leakproof::prelude::*;
use leakproof::world::{HandleKind, World};

use crate::Bench;
use crate::bare::Noted;

pub const BENCHES: &[Bench] = &[
    Bench::new("panic/guard", guards),
    Bench::new("panic/bare", bare),
    Bench::new("panic/return", guards_without_panic),
];

const FRAMES: u32 = 100;

/// Our hook records each panic; the one below it, which would print each, is silenced.
fn prepare() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|_| {}));
        install_panic_hook();
    });
}

fn in_a_world(turns: u32, body: impl Fn()) {
    prepare();
    // A run of 100 turns has 40,000 events.
    for start in (0..turns).step_by(100) {
        let mut world = World::new();
        world.install("train.csv", "1,2,3").unwrap();
        world.set_limit(HandleKind::File, FRAMES as usize + 1);
        let session = Session::new(world);
        session.enter(|| (start..turns.min(start + 100)).for_each(|_| body()));
        black_box(session.finish());
    }
}

#[inline(never)]
fn descend(frames: u32, panics: bool) -> u32 {
    let _file = ManagedFile::open(black_box("train.csv")).unwrap();
    if frames == 1 {
        if panics {
            panic!("the bottom");
        }
        return 1;
    }
    descend(frames - 1, panics) + black_box(1)
}

fn guards(turns: u32) {
    in_a_world(turns, || {
        assert!(catch_unwind(|| descend(FRAMES, true)).is_err());
    });
}

/// What the 100 frames cost without a panic, to be taken off.
fn guards_without_panic(turns: u32) {
    in_a_world(turns, || {
        assert!(catch_unwind(|| descend(FRAMES, false)).is_ok());
    });
}

#[inline(never)]
fn descend_bare(frames: u32, journal: &RefCell<Vec<Event>>) -> u32 {
    let _noted = Noted::new(journal, Event { at: frames, ..Event::of(Kind::Acquired) });
    if frames == 1 {
        panic!("the bottom");
    }
    descend_bare(frames - 1, journal) + black_box(1)
}

fn bare(turns: u32) {
    prepare();
    for _ in 0..turns {
        let journal = RefCell::new(Vec::new());
        let caught = catch_unwind(AssertUnwindSafe(|| descend_bare(FRAMES, &journal)));
        assert!(caught.is_err());
        black_box(&journal);
    }
}
