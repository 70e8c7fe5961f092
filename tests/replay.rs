//! What a replay says of a run agrees with the world the run left, for random programs.
#![cfg(not(target_arch = "wasm32"))]

use std::io::SeekFrom;

use leakproof::guard::{Session, beginning};
use leakproof::journal::{Journal, Kind, json_lines};
use leakproof::prelude::*;
use leakproof::replay::{ClosedBy, Replay};
use leakproof::world::{Fault, HandleKind, Operation, World};
use proptest::prelude::*;

/// Paths with detours, so that one file has several names.
const PATHS: [&str; 8] =
    ["a.txt", "./b.txt", "/c.txt", "d/a.txt", "d/../b.txt", "old.txt", "e//a.txt", "d/e/x"];
const DIRECTORIES: [&str; 4] = ["d", "/e", "d/e", "f/g/h"];

fn world(disk: u64, fault: u8) -> World {
    let mut world = World::new();
    world.install("old.txt", "what was there").expect("an empty world takes it");
    world.install("d/e/x", "deep").expect("an empty world takes it");
    world.set_disk_size(disk);
    world.set_limit(HandleKind::File, 5);
    let operation = [Operation::Write, Operation::Close, Operation::Open][usize::from(fault) % 3];
    world.add_fault(Fault { operation, nth: 1 + u32::from(fault) / 3, error: ErrorKind::Io });
    world
}

/// Does what the numbers say; most of it may fail, which is part of the run.
fn act(files: &mut Vec<ManagedFile>, (act, a, b): (u8, u8, u8)) -> Result<()> {
    let path = PATHS[usize::from(a) % PATHS.len()];
    let directory = DIRECTORIES[usize::from(a) % DIRECTORIES.len()];
    let index = usize::from(a).checked_rem(files.len());
    let bytes: Vec<u8> = (0..b % 9).map(|offset| b.wrapping_mul(offset)).collect();
    match (act, index) {
        (0 | 1, _) => files.push(ManagedFile::create(path)?),
        (2, _) => files.push(ManagedFile::append(path)?),
        (3, _) => {
            let options = OpenOptions::new().read(true).write(true);
            files.push(ManagedFile::with_options(path, options)?);
        }
        (4..=6, Some(index)) => files[index].write(&bytes)?,
        (7, Some(index)) => files[index].flush()?,
        (8, Some(index)) => {
            files[index].seek(SeekFrom::Start(u64::from(b % 20)))?;
        }
        (9, Some(index)) => files.remove(index).close()?,
        (10, Some(index)) => drop(files.remove(index)),
        (11, Some(index)) if b < 50 => std::mem::forget(files.remove(index)),
        (12, _) => fs::rename(path, PATHS[usize::from(b) % PATHS.len()])?,
        (13, _) => fs::rename(directory, DIRECTORIES[usize::from(b) % DIRECTORIES.len()])?,
        (14, _) => fs::remove_file(path)?,
        (15, _) => fs::create_dir_all(directory)?,
        (16, _) => fs::remove_dir(directory)?,
        (17, _) => fs::write(path, &bytes)?,
        (18, _) => sleep(u64::from(b)),
        (19, _) => ManagedLock::exclusive(path)?.close()?,
        _ => {}
    }
    Ok(())
}

fn run(world: World, acts: &[(u8, u8, u8)]) -> (Journal, World) {
    let session = Session::new(world);
    session.enter(|| {
        let mut files = Vec::new();
        for &numbers in acts {
            let _ = act(&mut files, numbers);
        }
        // Half of the programs end without their destructors.
        if acts.len().is_multiple_of(2) {
            session.seal();
        }
    });
    session.finish()
}

proptest! {
    #[test]
    fn the_files_of_the_last_step_are_those_on_the_disk(
        acts in proptest::collection::vec((0_u8..20, any::<u8>(), any::<u8>()), 0..50),
        disk in 20_u64..200,
        fault in 0_u8..12,
    ) {
        let world = world(disk, fault);
        let before = beginning(&world);
        let (journal, world) = run(world, &acts);
        let journal = json_lines::read(&json_lines::to_string(&journal))
            .map_err(|error| TestCaseError::fail(error.to_string()))
            .inspect(|read| assert!(*read == journal, "what is read back differs"))?;
        let replay = Replay::new(journal, before);
        let end = replay.moment(replay.steps());

        let left = world.disk(0);
        let on_disk: Vec<_> = left
            .entries()
            .map(|(path, bytes)| (path.trim_start_matches('/').to_owned(), bytes.map(Vec::from)))
            .collect();
        prop_assert_eq!(&replay.disk(replay.steps()), &on_disk);
        let shown: Vec<_> = end
            .files
            .iter()
            .map(|file| (file.path.clone(), (!file.directory).then(|| file.bytes.clone())))
            .collect();
        prop_assert_eq!(shown, on_disk);

        prop_assert_eq!((end.open, end.handles.len()), (0, 0));
        let verdict = replay.verdict();
        prop_assert_eq!(verdict.still_open, 0);
        prop_assert_eq!(verdict.acquired, verdict.released + verdict.reaped);
        let lost: u64 = end.closed.iter().map(|closed| u64::from(closed.lost)).sum();
        if verdict.acquired == end.closed.len() {
            prop_assert_eq!(lost, verdict.lost_bytes);
        }
    }

    #[test]
    fn what_is_buffered_at_the_end_is_what_is_lost(
        acts in proptest::collection::vec((0_u8..12, any::<u8>(), any::<u8>()), 0..50),
    ) {
        let (journal, _) = run(World::new(), &acts);
        let replay = Replay::new(journal, Vec::new());
        for (index, event) in replay.journal().events().iter().enumerate() {
            if event.kind == Kind::Reaped {
                let before = replay.moment(index);
                let handle = before.handles.iter().find(|handle| handle.resource == event.resource);
                prop_assert_eq!(handle.map(|handle| handle.buffered), Some(event.amount));
                let after = replay.moment(index + 1);
                prop_assert_eq!(after.closed[0].resource, event.resource);
                prop_assert_eq!(after.closed[0].by, ClosedBy::World);
            }
        }
    }
}
