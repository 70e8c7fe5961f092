//! The world against a naive twin, against the real Linux, and against its own promises, on random
//! sequences of calls.
#![cfg(not(target_arch = "wasm32"))]

mod call;
#[cfg(target_os = "linux")]
mod real;
mod twin;

use std::collections::BTreeSet;

use leakproof::world::{
    ErrorKind, Fault, HandleKind, LockMode, OpenOptions, Operation, World, normalise,
};
use proptest::collection::vec;
use proptest::prelude::*;

use call::{Call, Driven, call, path};
use twin::Twin;

/// The world that sequences begin with, small enough to be full soon.
fn world() -> World {
    let mut world = World::new();
    world.set_disk_size(64);
    world.set_limit(HandleKind::File, 4);
    world.set_limit(HandleKind::Lock, 3);
    world.install("a", "hello").unwrap();
    world.install("d/b", "world").unwrap();
    world.install_read_only("key", "secret").unwrap();
    world.install_dir("d/e").unwrap();
    world
}

/// The state of a world without how often it was called.
fn state(world: &World) -> World {
    let mut world = world.clone();
    world.clear_faults();
    world
}

fn calls() -> impl Strategy<Value = Vec<Call>> {
    vec(call(), 1..60)
}

proptest! {
    #[test]
    fn the_world_does_what_a_naive_twin_does(calls in calls()) {
        let mut driven = Driven::new(world());
        let mut twin = Twin::of(&world());
        for call in &calls {
            prop_assert_eq!(driven.call(call), twin.call(call), "{:?}", call);
            prop_assert_eq!(twin::View::of_world(&driven.world), twin.view(), "{:?}", call);
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_world_does_what_linux_does(calls in vec(call().prop_filter("leaves its directory", real::can_do), 1..40)) {
        let mut driven = Driven::new(real::world());
        let mut linux = real::Linux::new();
        for call in &calls {
            prop_assert_eq!(driven.call(call), linux.call(call), "{:?}", call);
        }
        prop_assert_eq!(driven.files(), linux.files());
    }

    #[test]
    fn a_failed_call_leaves_no_trace(calls in calls()) {
        let mut driven = Driven::new(world());
        for call in &calls {
            let before = state(&driven.world);
            if driven.call(call).is_err() {
                prop_assert_eq!(state(&driven.world), before, "{:?}", call);
            }
        }
    }

    #[test]
    fn a_fault_leaves_no_trace_but_a_closed_handle(
        calls in calls(),
        faults in vec((prop::sample::select(Operation::ALL), 1..6u32), 1..6),
    ) {
        let mut driven = Driven::new(world());
        for (operation, nth) in faults {
            driven.world.add_fault(Fault { operation, nth, error: ErrorKind::Io });
        }
        for call in &calls {
            let before = state(&driven.world);
            let open = driven.open();
            if driven.call(call) == Err(ErrorKind::Io) && driven.open() == open {
                prop_assert_eq!(state(&driven.world), before, "{:?}", call);
            } else if driven.open().len() < open.len() {
                prop_assert!(matches!(call, Call::Close(_)));
            }
        }
    }

    #[test]
    fn the_handles_are_the_acquisitions_less_the_releases(calls in calls(), nth in 1..6u32) {
        let mut driven = Driven::new(world());
        driven.world.add_fault(Fault { operation: Operation::Close, nth, error: ErrorKind::Io });
        let mut open = BTreeSet::new();
        for call in &calls {
            let handle = driven.handle_of(call);
            let answer = driven.call(call);
            match call {
                Call::Open(..) | Call::Lock(..) if answer.is_ok() => {
                    let new = *driven.handles.last().unwrap();
                    prop_assert!(driven.handles.iter().filter(|handle| **handle == new).count() == 1);
                    open.insert(new);
                }
                // Whether it fails or not: a fault closes all the same.
                Call::Close(_) => {
                    let was_open = open.remove(&handle.unwrap());
                    prop_assert!(was_open || answer.is_err());
                }
                _ => {}
            }
            prop_assert_eq!(driven.open(), open.iter().copied().collect::<Vec<_>>());
        }
        prop_assert_eq!(driven.world.reap(), Vec::from_iter(open));
        prop_assert_eq!(driven.open(), []);
    }

    #[test]
    fn bytes_written_are_bytes_read(chunks in vec(vec(any::<u8>(), 0..40), 0..20), size in 1..9usize) {
        let mut world = World::new();
        let options = OpenOptions::new().read(true).write(true).create_new(true);
        let handle = world.open("f", options)?.handle;
        for chunk in &chunks {
            let position = world.position(handle)?;
            prop_assert_eq!(world.write(handle, chunk)? as u64, position);
        }
        world.seek(handle, std::io::SeekFrom::Start(0))?;
        let mut read = Vec::new();
        let mut buffer = vec![0; size];
        loop {
            match world.read(handle, &mut buffer)? {
                0 => break,
                count => read.extend_from_slice(&buffer[..count]),
            }
        }
        prop_assert_eq!(&read, &chunks.concat());
        prop_assert_eq!(world.contents("f"), Some(&read[..]));
    }

    #[test]
    fn rename_never_loses_a_file(calls in calls(), from in path(), to in path()) {
        let mut driven = Driven::new(world());
        driven.call_all(&calls);
        let mut world = driven.world;
        let before: Vec<_> = world.files().iter().map(|(_, node, _)| *node).collect();
        let moved = world.contents(&from).map(<[u8]>::to_vec);
        let replaced = world.metadata(&to).ok().filter(|there| !there.is_dir).map(|there| there.node);
        let renamed = world.rename(&from, &to);
        let mut expected: BTreeSet<_> = before.into_iter().collect();
        if let Ok(node) = renamed {
            prop_assert_eq!(world.contents(&to).map(<[u8]>::to_vec), moved);
            if let Some(replaced) = replaced.filter(|replaced| *replaced != node) {
                expected.remove(&replaced);
            }
        }
        let after: BTreeSet<_> = world.files().iter().map(|(_, node, _)| *node).collect();
        prop_assert_eq!(after, expected);
    }

    #[test]
    fn the_plain_form_of_a_path_is_that_of_a_naive_one(path in path()) {
        prop_assert_eq!(normalise(&path), twin::normalise(&path));
        prop_assert_eq!(normalise(&normalise(&path)), normalise(&path));
    }

    /// Where every name is a directory, walking a path and reading it come to the same.
    #[test]
    fn a_path_leads_where_its_plain_form_does(path in path().prop_filter("is empty", |path| !path.is_empty())) {
        let mut world = World::new();
        world.create_dir_all(&path)?;
        let names = normalise(&path);
        prop_assert_eq!(world.metadata(&path)?.node, world.metadata(&names)?.node);
        prop_assert!(world.metadata(&path)?.is_dir);
    }

    #[test]
    fn a_snapshot_is_the_world_as_it_was(first in calls(), second in calls()) {
        let mut driven = Driven::new(world());
        driven.call_all(&first);
        let snapshot = driven.world.snapshot();
        let (world, handles) = (driven.world.clone(), driven.handles.clone());
        let once = driven.call_all(&second);
        let end = driven.world.clone();
        driven.world.restore(&snapshot);
        prop_assert_eq!(&driven.world, &world);
        driven.handles = handles;
        prop_assert_eq!(driven.call_all(&second), once);
        prop_assert_eq!(driven.world, end);
    }

    #[test]
    fn after_reaping_nothing_is_held(calls in calls()) {
        let mut driven = Driven::new(world());
        driven.call_all(&calls);
        let mut world = driven.world;
        let before: Vec<_> = named(&world);
        world.reap();
        prop_assert_eq!(world.open_handles().count(), 0);
        prop_assert_eq!(named(&world), before);
        let bytes: usize = world.files().iter().map(|(.., bytes)| bytes.len()).sum();
        prop_assert_eq!(world.disk_used(), bytes as u64, "no byte of a removed file is left");
        world.set_limit(HandleKind::Lock, usize::MAX);
        for (path, _) in named(&world) {
            world.lock(&path, LockMode::Exclusive)?;
        }
    }

    #[test]
    fn the_disk_is_never_over_full_and_only_writes_fill_it(calls in calls()) {
        let mut driven = Driven::new(world());
        for call in &calls {
            let before = driven.world.disk_used();
            let wrote = driven.call(call).is_ok() && matches!(call, Call::Write(..));
            let used = driven.world.disk_used();
            prop_assert!(used <= driven.world.disk_size());
            prop_assert!(used <= before || wrote, "only a write takes space");
        }
    }

    #[test]
    fn time_moves_with_each_success_and_only_then(calls in calls()) {
        let mut driven = Driven::new(world());
        for call in &calls {
            let before = driven.world.now();
            let answer = driven.call(call);
            // All directories were there already: nothing was done.
            let idle = matches!(call, Call::CreateDirAll(_));
            let moved = driven.world.now() > before;
            prop_assert!(if answer.is_ok() { moved || idle } else { !moved }, "{:?}", call);
        }
    }
}

fn named(world: &World) -> Vec<(String, Vec<u8>)> {
    world.files().into_iter().map(|(path, _, bytes)| (path, bytes.to_vec())).collect()
}
