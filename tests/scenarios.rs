//! The scenarios that the page begins with do the same compiled by `rustc` and interpreted: output,
//! exit status, and each event that a compiled program can see.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use leakproof::rust::check;
use support::compiled::{become_program, run_all, this_binary};
use support::interpreted::{Verdict, verdict};

programs! {
    one_file = "../notes/scenarios/01-one-file.rs",
    nested = "../notes/scenarios/02-nested.rs",
    error = "../notes/scenarios/03-error.rs",
    early_return = "../notes/scenarios/04-early-return.rs",
    panic = "../notes/scenarios/05-panic.rs",
    second_fails = "../notes/scenarios/06-second-fails.rs",
    close_fails = "../notes/scenarios/07-close-fails.rs",
    forgotten = "../notes/scenarios/08-forgotten.rs",
    abort = "../notes/scenarios/09-abort.rs",
    drop_panics = "../notes/scenarios/10-drop-panics.rs",
    double_panic = "../notes/scenarios/11-double-panic.rs",
    exit = "../notes/scenarios/12-exit.rs",
    stack_overflow = "../notes/scenarios/13-stack-overflow.rs",
    torn_checkpoint = "../notes/scenarios/14-torn-checkpoint.rs",
    whole_checkpoint = "../notes/scenarios/15-whole-checkpoint.rs",
    stale_lock = "../notes/scenarios/16-stale-lock.rs",
    full_table = "../notes/scenarios/17-full-table.rs",
}

/// The command line stops a recursion without an end, to live on. In the page it is a real overflow, and
/// tested there.
const STOPPED_BEFORE: &str = "../notes/scenarios/13-stack-overflow.rs";

/// Not a test by itself: what [`this_binary`] starts again as a process of its own.
#[test]
fn becomes_a_program() {
    become_program(PROGRAMS);
}

#[test]
fn each_does_what_rustc_makes_of_it() {
    let programs = PROGRAMS.iter().filter(|program| program.path != STOPPED_BEFORE);
    let paths: Vec<_> = programs.clone().map(|program| program.path.to_owned()).collect();
    let ran = run_all(&paths, &|| this_binary("becomes_a_program"));
    for (program, ran) in programs.zip(ran) {
        let verdict = verdict(program.path, program.source, ran);
        assert!(matches!(verdict, Verdict::Agrees), "{}: {verdict:#?}", program.path);
    }
}

#[test]
fn nothing_is_wrong_with_any() {
    for program in PROGRAMS {
        assert_eq!(check(program.source), [], "{}", program.path);
    }
}

#[test]
fn none_is_left_out() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/notes/scenarios");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let listed: Vec<_> =
        PROGRAMS.iter().map(|program| program.path.rsplit('/').next().unwrap()).collect();
    assert_eq!(files, listed);
}
