//! Small programs, each showing one rule of the language (`notes/conformance.md` is the table), run
//! both ways: compiled by `rustc`, and interpreted.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "conformance/list.rs"]
mod list;
#[path = "conformance/table.rs"]
mod table;

use support::compiled::{become_program, run_all};
use support::facts::facts;

/// Not a test by itself: what [`run_all`] starts again as a process of its own.
#[test]
fn becomes_a_program() {
    become_program(list::PROGRAMS);
}

#[test]
fn each_program_does_something_and_ends() {
    for (program, ran) in list::PROGRAMS.iter().zip(run_all(list::PROGRAMS, "becomes_a_program")) {
        let path = program.path;
        assert!(!(ran.stdout.is_empty() && facts(&ran.journal).is_empty()), "{path} shows nothing");
        assert!(!ran.stdout.contains("0x7f"), "{path} prints an address:\n{}", ran.stdout);
    }
}
