//! What each scenario says about itself: its title, its sentence, and what to try next. A `//@ try:`
//! line promises an effect, so its edit is made here and the program is run again.
#![cfg(not(target_arch = "wasm32"))]

mod edits;
#[path = "../support/killed.rs"]
mod killed;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use edits::{Edit, edited, edits, lines_named};
use killed::{killed_after, killed_at_each_event};
use leakproof::journal::{Journal, Kind};
use leakproof::replay::{FileFate, Replay};
use leakproof::run::{Directives, Program};
use leakproof::rust;
use leakproof::world::Disk;

/// Characters of a title that fit on one line of the page.
const LONGEST_TITLE: usize = 48;

/// Characters of a text that fit beside the code.
const LONGEST_TEXT: usize = 160;

#[test]
fn each_scenario_has_a_title_a_sentence_and_something_to_try() {
    for (name, source) in scenarios() {
        let (directives, complaints) = Directives::of(&source);
        assert!(complaints.is_empty(), "{name}: {complaints:?}");
        let texts = [
            (directives.title, LONGEST_TITLE, ""),
            (directives.say, LONGEST_TEXT, "."),
            (directives.try_next, LONGEST_TEXT, "."),
        ];
        for (text, longest, end) in texts {
            let text = text.unwrap_or_default();
            assert!((1..=longest).contains(&text.chars().count()), "{name}: {text:?}");
            assert!(text.ends_with(end), "{name}: {text:?}");
            assert!(text.matches('`').count() % 2 == 0, "{name}: {text:?}");
        }
    }
}

#[test]
fn each_line_that_a_text_names_holds_the_code_that_it_quotes() {
    for (name, source) in scenarios() {
        let line = |number: usize| source.lines().nth(number - 1).unwrap_or_default().trim();
        let (directives, _) = Directives::of(&source);
        for text in [directives.say, directives.try_next].into_iter().flatten() {
            for number in lines_named(&text) {
                assert!(!line(number).is_empty(), "{name}: line {number} is empty: {text}");
            }
            for Edit { code, line: number, .. } in edits(&text) {
                assert!(line(number).contains(code), "{name}: `{code}` is not on line {number}");
            }
        }
    }
}

/// The scenarios that propose an edit, and what comes of the run after it.
const AFTER_THE_EDIT: &[(&str, &str)] = &[
    ("01-one-file", r#"status 0; prints "\n"; closes metrics.csv, metrics.csv"#),
    (
        "02-nested",
        r#"status 0; prints "3 rows under train.lock\n"; closes ckpt.bin, train.lock, train.csv"#,
    ),
    ("03-error", "status 101; closes shard-0.csv, merged.csv"),
    (
        "04-early-return",
        r#"status 0; prints "converged: true\n"; closes model.bin, train.log, losses.txt"#,
    ),
    ("06-second-fails", "status 1; closes labels.bin, features.bin"),
    (
        "07-close-fails",
        r#"status 0; prints "dropped: Err(no space: /quiet.bin)\nwith:    Err(no space: /loud.bin)\n"; fails to close quiet.bin, loud.bin; loses 20 bytes"#,
    ),
    ("08-forgotten", "status 0; closes steps.log 99 times"),
    ("09-abort", "status 101; closes weights.bin, train.log, train.lock"),
    ("10-drop-panics", r#"status 0; prints "\n"; closes metrics.csv, train.log"#),
    ("11-double-panic", "status 101; closes metrics.csv, train.log"),
    ("12-exit", "status 1; closes train.log"),
    ("13-stack-overflow", r#"status 0; prints "10\n"; closes tree.log"#),
    (
        "15-whole-checkpoint",
        r#"status 0; prints "starting from epoch 1: 1.1 1.2 1.3\n"; closes weights.bin, weights.tmp"#,
    ),
];

#[test]
fn each_edit_to_try_has_the_effect_that_it_promises() {
    let mut with_an_edit = Vec::new();
    for (name, source) in scenarios() {
        let changed = edited(&source, &to_try(&source));
        if changed == edited(&source, "") {
            continue;
        }
        let expected = AFTER_THE_EDIT.iter().find(|(of, _)| *of == name).map(|(_, effect)| *effect);
        assert_eq!(Some(effect(&compile(&changed)).as_str()), expected, "{changed}");
        assert_ne!(Some(effect(&compile(&source)).as_str()), expected, "{name}, not changed");
        with_an_edit.push(name);
    }
    assert!(
        with_an_edit.iter().eq(AFTER_THE_EDIT.iter().map(|(name, _)| name)),
        "{with_an_edit:?}"
    );
}

#[test]
fn a_panic_that_aborts_loses_what_is_buffered() {
    let source = source("05-panic");
    assert!(to_try(&source).starts_with("Open “Run …” and choose abort."));
    let journal = compile(&source).run().journal;
    let panic = journal.events().iter().position(|event| event.kind == Kind::PanicRaised).unwrap();
    assert_eq!(journal.events()[panic].line, 10);
    assert_eq!(
        resources(&killed_after(&journal, panic + 1)),
        "; closes gradients.tmp; leaks train.log, gradients.tmp; loses 23 bytes"
    );
}

#[test]
fn starting_again_finds_what_the_run_before_left() {
    check_second_run("14-torn-checkpoint", "status 1; closes weights.bin");
    check_second_run(
        "16-stale-lock",
        r#"status 134; prints "the file says: another program trains: train.pid exists\nthe lock says: nobody else trains\n"; leaks train.lock"#,
    );
    check_second_run(
        "17-full-table",
        r#"status 134; prints "the last run left \"step 2\\nstep 4\\n\"\n"; closes steps.log; leaks steps.log, steps.log, steps.log, steps.log; loses 14 bytes"#,
    );
}

#[test]
fn a_kill_tears_only_the_checkpoint_that_is_overwritten_in_place() {
    let sentence = to_try(&source("15-whole-checkpoint"));
    assert!(sentence.contains("in the scenario before, it is."));
    let torn = |name| {
        let kills = killed_at_each_event(&edited(&source(name), &sentence));
        let file = kills.paths.iter().position(|path| path == "weights.bin").unwrap();
        kills.outcomes.iter().any(|outcome| outcome.files[file].fate == FileFate::Torn)
    };
    assert!(torn("14-torn-checkpoint"));
    assert!(!torn("15-whole-checkpoint"));
}

/// Runs a scenario on the disk that its first run has left.
#[track_caller]
fn check_second_run(name: &str, expected: &str) {
    let source = source(name);
    assert!(to_try(&source).starts_with("Open “Run …” and choose “Start again on this disk”."));
    let first = compile(&source);
    let left = Replay::new(first.run().journal, first.beginning());
    let mut disk = Disk::after(1);
    for (path, bytes) in left.disk(left.steps()) {
        disk.put_file(path, bytes.unwrap());
    }
    assert_eq!(effect(&compile(&source).on(Some(disk))), expected);
}

/// What comes of a run: its status, what it prints, and what becomes of its resources.
fn effect(program: &Program) -> String {
    let run = program.run();
    let mut effect = format!("status {}", run.outcome.status);
    if !run.stdout.is_empty() {
        let _ = write!(effect, "; prints {:?}", run.stdout);
    }
    effect + &resources(&run.journal)
}

/// The resources of a run by name: closed, in this order; not closed without an error; leaked.
fn resources(journal: &Journal) -> String {
    let events = journal.events();
    let name = |resource| {
        let tried =
            events.iter().find(|event| event.resource == resource && event.kind == Kind::Acquiring);
        journal.text(tried.unwrap().text)
    };
    let mut texts = String::new();
    for (kind, words) in [
        (Kind::Released, "closes"),
        (Kind::ReleaseFailed, "fails to close"),
        (Kind::Reaped, "leaks"),
    ] {
        let of_kind = events.iter().filter(|event| event.kind == kind);
        let names: Vec<_> = of_kind.map(|event| name(event.resource)).collect();
        let _ = match names.as_slice() {
            [] => Ok(()),
            [first, .., last] if first == last && names.len() > 4 => {
                write!(texts, "; {words} {first} {} times", names.len())
            }
            _ => write!(texts, "; {words} {}", names.join(", ")),
        };
    }
    let lossy = |kind| matches!(kind, Kind::Reaped | Kind::ReleaseFailed);
    let lost: u32 = events.iter().filter(|event| lossy(event.kind)).map(|event| event.amount).sum();
    if lost > 0 {
        let _ = write!(texts, "; loses {lost} bytes");
    }
    texts
}

fn to_try(source: &str) -> String {
    Directives::of(source).0.try_next.unwrap()
}

#[track_caller]
fn compile(source: &str) -> Program {
    rust::compile(source).unwrap_or_else(|problems| panic!("{}", problems[0].message))
}

fn source(name: &str) -> String {
    fs::read_to_string(folder().join(name).with_extension("rs")).unwrap()
}

/// The name and the source of each scenario.
fn scenarios() -> Vec<(String, String)> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut scenarios: Vec<_> = files
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    scenarios.sort();
    assert!(!scenarios.is_empty());
    scenarios
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/notes/scenarios"))
}
