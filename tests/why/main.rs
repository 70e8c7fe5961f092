//! What is said of each event, and why it happened, word for word.
//!
//! Beside each program lies a text: the transcript with the reason of each event, the events that the
//! reason rests on, and each verdict from the step on at which it is true. `UPDATE=1 cargo test --test
//! why` writes the texts; whoever does that reads them.
#![cfg(not(target_arch = "wasm32"))]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::{env, fs as files};

use leakproof::guard::{Session, beginning, install_panic_hook};
use leakproof::journal::numbers::count;
use leakproof::journal::{Event, Journal};
use leakproof::prelude::*;
use leakproof::replay::{Replay, VerdictPart};
use leakproof::run::limits::MAX_DEPTH;
use leakproof::rust;
use leakproof::world::{Fault, Operation, World};

/// Runs a program, and says all that is said of its run.
fn told(source: &str) -> String {
    let program = rust::compile(source).unwrap_or_else(|problems| panic!("{problems:?}"));
    told_of(&Replay::new(program.run().journal, program.beginning()))
}

fn told_of(replay: &Replay) -> String {
    // An unoptimised build stops earlier.
    let most = format!("more than {} expressions", count(MAX_DEPTH.into()));
    let transcript = replay.transcript_with_why().replace(&most, "more than … expressions");
    format!("{transcript}\nCauses\n{}\nVerdicts\n{}", causes(replay), verdicts(replay))
}

/// The events on which each event rests, a line for each that rests on any.
fn causes(replay: &Replay) -> String {
    let mut lines = String::new();
    for step in 1..=replay.steps() {
        let causes = replay.why(step).causes;
        let causes: Vec<_> =
            causes.iter().map(|cause| format!("{} {}", cause.role.name(), cause.step)).collect();
        if !causes.is_empty() {
            lines += &format!("{step}: {}\n", causes.join(", "));
        }
    }
    lines
}

/// Each verdict, with the step from which on it is true and those that prove its parts.
fn verdicts(replay: &Replay) -> String {
    let mut lines = String::new();
    let mut last = String::new();
    for step in 0..=replay.steps() {
        let verdict = replay.verdict_at(step);
        let part = |part: &VerdictPart| match part.step {
            Some(step) => format!("{} [{step}]", part.text),
            None => part.text.clone(),
        };
        let parts: Vec<_> = verdict.parts.iter().map(part).collect();
        let told = format!("{:?}: {}\n", verdict.severity, parts.join(" "));
        if told != last {
            lines += &format!("{step}: {told}");
            last = told;
        }
    }
    lines
}

/// Compares what is said with a text; what is said now, if that is something else.
fn changes(text: &Path, told: &str) -> Option<String> {
    if files::read_to_string(text).unwrap_or_default() == told {
        return None;
    }
    if env::var_os("UPDATE").is_some() {
        files::write(text, told).unwrap();
        return None;
    }
    Some(format!("{}:\n{told}", text.display()))
}

/// Compares what is said of each program of a folder with its text in another.
fn check(programs: &Path, texts: &Path) {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<PathBuf> =
        files::read_dir(top.join(programs)).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    found.sort();
    assert!(!found.is_empty());
    let mut changed = Vec::new();
    for path in found {
        let told = told(&files::read_to_string(&path).unwrap());
        let text = top.join(texts).join(path.file_name().unwrap()).with_extension("txt");
        changed.extend(changes(&text, &told));
    }
    assert!(changed.is_empty(), "something else is said now:\n\n{}", changed.join("\n"));
}

#[test]
fn each_step_of_a_scenario_says_what_happened_and_why() {
    check(Path::new("notes/scenarios"), Path::new("tests/why/scenarios"));
}

#[test]
fn each_kind_of_event_and_each_way_has_its_words() {
    check(Path::new("tests/why/programs"), Path::new("tests/why/programs"));
}

/// What a compiled program does with its guards: nobody sees its scopes and variables.
fn compiled() -> Result<()> {
    let mut log = ManagedFile::create("log")?;
    let lock = ManagedLock::exclusive("lock")?;
    log.write("one")?;
    let failed = with(Opening::create("failed"), |_file| -> Result<()> {
        ManagedFile::open("missing")?.close()
    });
    assert!(failed.is_err());
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let _file = ManagedFile::create("unwound").unwrap();
        panic!("bad batch");
    }));
    assert!(panicked.is_err());
    std::mem::forget(log);
    lock.close()
}

#[test]
fn a_compiled_program_is_told_without_scopes_and_variables() {
    install_panic_hook();
    let world = World::new();
    let found = beginning(&world);
    let session = Session::new(world);
    session.enter(|| compiled().unwrap());
    let (journal, _) = session.finish();
    let mut without_lines = Journal::new();
    journal.texts().for_each(|text| _ = without_lines.intern(text));
    without_lines.keep(journal.kept());
    journal.events().iter().for_each(|event| without_lines.record(Event { line: 0, ..*event }));

    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/why/compiled.txt");
    let changed = changes(&text, &told_of(&Replay::new(without_lines, found)));
    assert!(changed.is_none(), "something else is said now:\n\n{}", changed.unwrap());
}

#[test]
fn each_error_of_the_system_is_explained() {
    for &error in ErrorKind::ALL {
        let mut world = World::new();
        world.add_fault(Fault { operation: Operation::Open, nth: 1, error });
        let found = beginning(&world);
        let session = Session::new(world);
        session.enter(|| assert!(ManagedFile::open("a.txt").is_err()));
        let replay = Replay::new(session.finish().0, found);
        assert_eq!(replay.what(2), format!("Opening `a.txt` failed: {error}."));
        let explained = replay.why_text(2);
        let rest = explained.strip_suffix("Nothing was acquired, so there is nothing to release.");
        assert!(rest.is_some_and(|reason| reason.len() > 10), "{error}: {explained}");
    }
}
