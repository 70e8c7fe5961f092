//! What a run takes it gives back: after it, as many bytes and blocks are allocated as before, unless
//! the program forgot something. So no value of the script is forgotten by the evaluator, whichever way
//! control leaves: at an end, by an error, by a panic, by `exit`, by a cap.
//!
//! That none is dropped twice needs no counter. The script is made without `unsafe` (`src/lib.rs`
//! forbids it there), so a value of the evaluator is dropped once because a value of Rust is; and that
//! a destructor of the program's own runs once is in what the programs print, which
//! `tests/conformance.rs` and `tests/random.rs` compare with what `rustc` makes of them.
#![cfg(not(target_arch = "wasm32"))]

#[path = "random/choices.rs"]
mod choices;
mod support;

use std::env;
use std::thread;

use choices::random_program;
use leakproof::journal::{Journal, Kind};
use leakproof::rust;
use support::allocation::{Counting, Live, live};
use support::sources;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Bytes of stack, as many as the first thread of a process has.
const STACK: usize = 8 << 20;

/// Random programs in one run of this test.
const RANDOM: u64 = 200;

/// What a program says that forgets a value, or may.
const FORGETS: &[&str] = &["mem::forget", "Box::leak", "ManuallyDrop", "keep each other alive"];

#[test]
fn programs_leave_nothing_behind_but_what_they_forget() {
    let programs = sources::conformance().into_iter().chain(sources::scenarios());
    leave_nothing(programs);
}

#[test]
fn random_programs_leave_nothing_behind() {
    let count = env::var("N").ok().map_or(RANDOM, |n| n.parse().expect("N is a number"));
    leave_nothing((0..count).map(|seed| (format!("seed-{seed}.rs"), random_program(seed))));
}

#[test]
fn a_program_that_is_stopped_leaves_nothing_behind() {
    let keep = "let _kept = vec![String::from(\"kept\")];";
    let ends = [
        "loop { println!(\"{}\", \"x\".repeat(10_000)); }",
        "let mut all = Vec::new(); loop { all.push(String::from(\"x\").repeat(1_000_000)); }",
        "fn f(kept: String) { f(kept.clone()) } f(String::from(\"x\"));",
        "std::process::exit(3);",
        "std::process::abort();",
        "let text = String::from(\"x\"); let f = |x: String| x.bark(); f(text);",
        "let _ = [Box::new(1), Box::new(1 + \"x\".len())][5];",
    ];
    leave_nothing(ends.iter().map(|end| {
        let source = format!("fn main() {{ {keep} {end} }}");
        ((*end).to_owned(), source)
    }));
}

#[test]
fn what_a_program_forgets_is_missed() {
    let forgotten = left_by("fn main() { std::mem::forget(String::from(\"x\")); }").0;
    // The `String`, and the box that the evaluator keeps it in.
    assert_eq!(forgotten.blocks, 2);
}

/// Holds that none of the programs, each with its name, leaves anything behind.
fn leave_nothing(programs: impl Iterator<Item = (String, String)>) {
    let mut forgotten = Vec::new();
    let keeps = |source: &str| !FORGETS.iter().any(|word| source.contains(word));
    for (name, source) in programs.filter(|(_, source)| keeps(source)) {
        let (left, lost) = left_by(&source);
        if left != Live::default() && !lost {
            forgotten.push(format!("{name} leaves {left:?}:\n{source}"));
        }
    }
    assert!(forgotten.is_empty(), "{}", forgotten.join("\n"));
}

/// What is left of a program that ran, and whether it lost a value as `rustc` has it. It runs twice:
/// what a first run makes for good, such as a table of names, is there for the second one, too.
fn left_by(source: &str) -> (Live, bool) {
    let run = || {
        run_and_drop(source);
        let before = live();
        let lost = run_and_drop(source);
        let after = live();
        let left = Live { blocks: after.blocks - before.blocks, bytes: after.bytes - before.bytes };
        (left, lost)
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        thread.spawn_scoped(scope, run).unwrap().join().unwrap()
    })
}

fn run_and_drop(source: &str) -> bool {
    rust::compile(source).is_ok_and(|program| loses_a_result(&program.run().journal))
}

/// Whether a destructor panicked while a scope was left by another way than a panic. What the scope
/// was to give is then never dropped; `rustc` does so too (its issue 47949).
fn loses_a_result(journal: &Journal) -> bool {
    let mut leaving = Vec::new();
    journal.events().iter().any(|event| {
        match event.kind {
            Kind::ScopeLeaving => leaving.push(event.scope),
            Kind::ScopeLeft => leaving.retain(|scope| *scope != event.scope),
            _ => {}
        }
        event.kind == Kind::PanicRaised && !leaving.is_empty()
    })
}
