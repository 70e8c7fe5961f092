//! Crashes of a real process: what an operating system does with what a dead program left behind,
//! and that the world says the same.
//!
//! The binary of these tests runs itself once more as the program that crashes ([`child`]), over the
//! real file system, and once in a world, which says what must be left ([`predicted`]).
#![cfg(target_os = "linux")]

mod child;
mod directory;
mod predicted;
mod scenarios;

use std::collections::BTreeSet;
use std::os::unix::process::ExitStatusExt;

use child::{Child, Death};
use directory::{Directory, processes_with_a_handle_below};
use predicted::{Step, steps_of};
use scenarios::{CHECKPOINT, SCENARIOS, Scenario};

const SIGABRT: i32 = 6;
const SIGKILL: i32 = 9;

/// The whole of a crash: how the program stood before it, and what it left.
fn crash(scenario: &Scenario, step: &Step, death: Death) {
    let context =
        format!("{} at event {} ({:?}), {death:?}", scenario.name, step.number, step.kind);
    let directory = Directory::with_files_of(scenario);
    let mut child = Child::start(scenario, &directory, Some(step.number), death);
    if death == Death::Killed {
        child.wait_until_stopped();
        assert_eq!(directory.open_files_of(child.id()), step.open_files, "{context}: open files");
        for lock in scenario.locks {
            let held = step.held_locks.contains(*lock);
            assert_eq!(directory.is_locked(lock), held, "{context}: the lock {lock}");
        }
        child.kill();
    }
    let id = child.id();
    let status = child.wait();
    let signal = if death == Death::Killed { SIGKILL } else { SIGABRT };
    assert_eq!(status.signal(), Some(signal), "{context}");
    check_what_is_left(&directory, scenario, id, &context);
    assert_eq!(directory.files(), step.disk, "{context}: the disk");
}

/// Nothing of the dead program holds anything.
fn check_what_is_left(directory: &Directory, scenario: &Scenario, id: u32, context: &str) {
    assert!(!std::path::Path::new(&format!("/proc/{id}")).exists(), "{context}: it is still there");
    let holding = processes_with_a_handle_below(directory);
    assert!(holding.is_empty(), "{context}: open in {holding:?}");
    for lock in scenario.locks {
        assert!(!directory.is_locked(lock), "{context}: {lock} is still locked");
    }
}

#[test]
fn killed_at_every_step_the_disk_is_what_the_world_predicts() {
    for scenario in SCENARIOS {
        for step in steps_of(scenario) {
            crash(scenario, &step, Death::Killed);
        }
    }
}

#[test]
fn aborted_at_every_step_the_disk_is_what_the_world_predicts() {
    for scenario in SCENARIOS {
        for step in steps_of(scenario) {
            crash(scenario, &step, Death::Aborted);
        }
    }
}

#[test]
fn killed_at_any_moment_the_disk_is_one_that_the_world_has_between_two_calls() {
    // Whoever stops at events never stops inside of an operation. The clock does.
    for scenario in SCENARIOS.iter().filter(|scenario| scenario.small_writes) {
        let possible: BTreeSet<_> = steps_of(scenario).into_iter().map(|step| step.disk).collect();
        for delay in 0..20 {
            let directory = Directory::with_files_of(scenario);
            let mut child = Child::start(scenario, &directory, None, Death::Killed);
            child.wait_until_begun();
            std::thread::sleep(std::time::Duration::from_micros(delay * 15));
            child.kill();
            let id = child.id();
            child.wait();
            let context = format!("{} after {delay} x 15 us", scenario.name);
            check_what_is_left(&directory, scenario, id, &context);
            let left = directory.files();
            let begun =
                scenario.files.iter().all(|(path, bytes)| {
                    left.get(*path).is_some_and(|left| left == bytes.as_bytes())
                }) && left.len() == scenario.files.len();
            assert!(begun || possible.contains(&left), "{context}: {left:?}");
        }
    }
}

#[test]
fn a_checkpoint_written_in_place_is_torn_by_some_crash_and_one_renamed_by_none() {
    let torn = |name| {
        let scenario = scenarios::named(name);
        let steps = steps_of(scenario);
        let whole = scenarios::whole_checkpoints();
        let is_torn =
            |step: &&Step| !step.disk.get(CHECKPOINT).is_some_and(|bytes| whole.contains(bytes));
        steps.iter().filter(is_torn).count()
    };
    assert!(torn("checkpoint in place") > 3);
    assert_eq!(torn("checkpoint renamed"), 0);
}

#[test]
fn exit_runs_no_destructor_and_loses_what_is_buffered() {
    let scenario = scenarios::named("exit");
    let directory = Directory::with_files_of(scenario);
    let child = Child::start(scenario, &directory, None, Death::Killed);
    let id = child.id();
    let status = child.wait();
    assert_eq!(status.code(), Some(7));
    check_what_is_left(&directory, scenario, id, "exit");
    let steps = steps_of(scenario);
    assert_eq!(directory.files(), steps.last().unwrap().disk);
    assert_eq!(directory.files()["metrics.log"], b"flushed\n");
}

#[test]
fn a_panic_that_leaves_a_destructor_while_unwinding_ends_the_process_there() {
    let scenario = scenarios::named("double panic");
    let directory = Directory::with_files_of(scenario);
    let child = Child::start(scenario, &directory, None, Death::Killed);
    let id = child.id();
    let status = child.wait();
    assert_eq!(status.signal(), Some(SIGABRT));
    check_what_is_left(&directory, scenario, id, "double panic");
    let files = directory.files();
    assert_eq!(files["inner.log"], b"inner", "dropped before the second panic: flushed");
    assert_eq!(files["outer.log"], b"", "never dropped: what it had buffered is lost");
}

/// Not a test of its own: this is the program that the others start and crash.
#[test]
fn child() {
    child::run();
}
