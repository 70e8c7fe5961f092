//! After any program, however it ends, and the reaping: no handle is open, every lock is free, and
//! every byte that was flushed is on the disk.
#![cfg(not(target_arch = "wasm32"))]

mod disk;
mod program;

use std::collections::BTreeMap;

use leakproof::guard::aftermath::{self, Death};
use leakproof::guard::{Session, install_panic_hook};
use leakproof::journal::{Event, Exit, Journal, Kind, ResourceId, image};
use leakproof::world::{ErrorKind, Fault, HandleKind, LockMode, Operation, World};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use program::{Program, program};

/// A world in which much goes wrong: few handles, a small disk, planned faults.
fn worlds() -> impl Strategy<Value = World> {
    let operation = select(&[Operation::Open, Operation::Write, Operation::Close][..]);
    let faults = vec((operation, 1..9u32), 0..3);
    (2..8usize, prop_oneof![Just(60u64), Just(100_000)], faults).prop_map(
        |(handles, disk, faults)| {
            let mut world = World::new();
            world.set_limit(HandleKind::File, handles);
            world.set_limit(HandleKind::Lock, 3);
            world.set_disk_size(disk);
            world.install("a", "installed").unwrap();
            world.install_dir("d").unwrap();
            for (operation, nth) in faults {
                world.add_fault(Fault { operation, nth, error: ErrorKind::Io });
            }
            world
        },
    )
}

/// Runs a program to its end, whichever that is, and reaps what it leaves.
fn run(world: &World, program: &Program) -> (Journal, World) {
    install_panic_hook();
    let session = Session::new(world.clone());
    session.set_interpreted(true);
    session.enter(|| program.run(&session));
    session.finish()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_handle_is_open(world in worlds(), program in program()) {
        let (_, left) = run(&world, &program);
        prop_assert_eq!(left.open_handles().collect::<Vec<_>>(), []);
    }

    #[test]
    fn every_lock_is_free(world in worlds(), program in program()) {
        let (_, mut left) = run(&world, &program);
        left.clear_faults();
        left.set_limit(HandleKind::Lock, usize::MAX);
        let paths: Vec<String> = left.files().into_iter().map(|(path, ..)| path).collect();
        for path in paths {
            let locked = left.lock(&path, LockMode::Exclusive);
            prop_assert!(locked.is_ok(), "{:?}", locked);
        }
    }

    #[test]
    fn every_flushed_byte_is_on_the_disk(world in worlds(), program in program()) {
        let (journal, left) = run(&world, &program);
        let expected = disk::of_flushed_bytes(&world, &journal);
        for (path, node, bytes) in left.files() {
            let expected = expected.get(&node).map_or(&[][..], Vec::as_slice);
            prop_assert_eq!(bytes, expected, "{}", path);
        }
    }

    #[test]
    fn each_acquisition_ends_once_and_each_lost_byte_is_counted(
        world in worlds(),
        program in program(),
    ) {
        let (journal, _) = run(&world, &program);
        let mut ends: BTreeMap<ResourceId, Vec<Kind>> = BTreeMap::new();
        let mut buffered: BTreeMap<ResourceId, u32> = BTreeMap::new();
        for event in journal.events() {
            let Event { resource, amount, kind, .. } = *event;
            let buffered = buffered.entry(resource).or_default();
            match kind {
                Kind::Acquired => drop(ends.insert(resource, Vec::new())),
                Kind::Written => *buffered += amount,
                Kind::Flushed => *buffered -= amount,
                Kind::Released | Kind::ReleaseFailed | Kind::Leaked | Kind::Reaped => {
                    ends.get_mut(&resource).expect("it was acquired").push(kind);
                    prop_assert_eq!(amount, *buffered, "what it has lost");
                }
                _ => {}
            }
        }
        for (resource, ends) in ends {
            let once = matches!(
                ends[..],
                [Kind::Released] | [Kind::ReleaseFailed] | [Kind::Leaked, Kind::Reaped]
            );
            prop_assert!(once, "{:?}: {:?}", resource, ends);
        }
    }

    /// The journal of a program that died, carried out of it as bytes and reaped elsewhere, is the
    /// one that its own session would have ended with.
    #[test]
    fn reaping_from_outside_comes_to_the_same(world in worlds(), program in program()) {
        install_panic_hook();
        let session = Session::new(world);
        session.set_interpreted(true);
        session.enter(|| {
            // Alive to the end: whoever reads what is left must not depend on it.
            program.run(&session);
            session.seal();
        });
        let left = session.with_journal(image::of);
        let now = session.now();
        let mut outside = image::read(&left).unwrap();
        let death = Death { exit: Exit::Aborted, status: 134, cause: "abort" };
        aftermath::reap(&mut outside, death, now);
        let (inside, _) = session.finish();
        let (exited, rest): (Vec<Event>, Vec<Event>) =
            outside.events().iter().partition(|event| event.kind == Kind::Exited);
        prop_assert_eq!(rest, inside.events());
        prop_assert_eq!(exited.len(), 1);
        prop_assert_eq!(exited[0].detail, Exit::Aborted as u8);
    }

    /// What a person would see who starts the program again after a crash.
    #[test]
    fn the_next_program_finds_every_handle(world in worlds(), program in program()) {
        let (_, mut left) = run(&world, &program);
        left.clear_faults();
        for number in 0..left.limit(HandleKind::File) {
            let path = format!("next-{number}");
            let options = leakproof::world::OpenOptions::new().write(true).create(true);
            prop_assert!(left.open(&path, options).is_ok());
        }
    }
}

/// The generator would prove nothing if its programs never got anywhere.
#[test]
fn the_programs_end_in_every_way() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = BTreeMap::<Kind, u32>::new();
    for _ in 0..300 {
        let world = worlds().new_tree(&mut runner).unwrap().current();
        let program = program().new_tree(&mut runner).unwrap().current();
        for event in run(&world, &program).0.events() {
            *seen.entry(event.kind).or_default() += 1;
        }
    }
    let wanted = [
        Kind::Acquired,
        Kind::AcquisitionFailed,
        Kind::Flushed,
        Kind::OperationFailed,
        Kind::PathChanged,
        Kind::PanicRaised,
        Kind::Released,
        Kind::ReleaseFailed,
        Kind::Reaped,
    ];
    for kind in wanted {
        assert!(seen.get(&kind).is_some_and(|count| *count > 20), "{kind:?}: {seen:?}");
    }
}
