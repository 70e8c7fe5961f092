//! Small programs, each showing one rule of the language (`notes/conformance.md` is the table), run
//! both ways: compiled by `rustc`, and interpreted.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "conformance/list.rs"]
mod list;
#[path = "conformance/table.rs"]
mod table;

use support::compiled::{Ran, become_program, run_all, this_binary};
use support::facts::facts;
use support::interpreted::{Verdict, verdict};

/// Not a test by itself: what [`this_binary`] starts again as a process of its own.
#[test]
fn becomes_a_program() {
    become_program(list::PROGRAMS);
}

#[test]

fn interpreted_programs_do_what_compiled_ones_do() {
    let mut wrong = Vec::new();
    for (program, ran) in list::PROGRAMS.iter().zip(run_compiled()) {
        let path = program.path;
        match verdict(path, program.source, ran) {
            Verdict::Agrees => {}
            Verdict::NotSupported(text) | Verdict::Differs(text) => {
                wrong.push(format!("{path}:\n{text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} programs:\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_program_shows_something() {
    for (program, ran) in list::PROGRAMS.iter().zip(run_compiled()) {
        let path = program.path;
        assert!(!(ran.stdout.is_empty() && facts(&ran.journal).is_empty()), "{path} shows nothing");
        assert!(!ran.stdout.contains("0x7f"), "{path} prints an address:\n{}", ran.stdout);
    }
}

fn run_compiled() -> Vec<Ran> {
    let paths: Vec<_> = list::PROGRAMS.iter().map(|program| program.path.to_owned()).collect();
    run_all(&paths, &|| this_binary("becomes_a_program"))
}
