//! The names of a program's scopes, as the timeline has them.
#![cfg(not(target_arch = "wasm32"))]

use leakproof::replay::{Axis, Replay, SCOPES_NAMED, View};
use leakproof::rust;

/// The names of the scopes of a program, outer ones first, each with the steps at which it begins, is
/// being left and ends; until a step, or of the whole run.
fn names(source: &str, until: Option<usize>) -> Vec<String> {
    let program = rust::compile(source).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
    let replay = Replay::new(program.run().journal, Vec::new());
    let to = replay.steps() as f64;
    let view =
        View { axis: Axis::Step, from: 0.0, to, width: 4000, first_lane: 0, lanes: 0, until };
    let names = replay.scope_names(&view).into_iter();
    let step = |step: Option<usize>| step.map_or("…".to_owned(), |step| step.to_string());
    names
        .map(|name| {
            let (leaving, left) = (step(name.leaving), step(name.left));
            format!("{} {}: {} {leaving} {left}", name.depth, name.label, name.entered)
        })
        .collect()
}

/// The labels alone.
fn labels(source: &str) -> Vec<String> {
    let names = names(source, None).into_iter();
    names.map(|name| name[2..name.rfind(": ").unwrap()].to_owned()).collect()
}

#[test]
fn functions_and_methods_are_named_as_in_the_source() {
    let source = "
        struct Guard;
        impl Guard { fn step(&self) { println!(\"1\"); } }
        fn work() { Guard.step(); }
        fn main() { work(); }
    ";
    assert_eq!(labels(source), ["main", "work", "Guard::step"]);
}

#[test]
fn a_turn_of_a_loop_has_its_number_though_others_left_no_trace() {
    let source = "
        fn main() {
            for turn in 1..5 { if turn % 2 == 0 { println!(\"{turn}\"); } }
            let mut left = 1;
            while left > 0 { println!(\"{left}\"); left -= 1; }
            loop { println!(\"once\"); break; }
        }
    ";
    let expected = ["main", "for, turn 2", "for, turn 4", "while, turn 1", "loop, turn 1"];
    assert_eq!(labels(source)[..5], expected);
    assert_eq!(labels(source)[5..], ["if", "if"]);
}

#[test]
fn what_stands_in_a_turn_is_no_turn() {
    let source = "
        fn say() { println!(\"hi\"); }
        fn main() { for _ in 0..1 { say(); { println!(\"block\"); } } }
    ";
    assert_eq!(labels(source), ["main", "for, turn 1", "say", "block, line 3"]);
}

#[test]
fn turns_have_numbers_as_far_as_the_journal_has_room_for_them() {
    let source = "fn main() { for turn in 0..300 { if turn > 252 { println!(\"{turn}\"); } } }";
    let labels = labels(source);
    assert_eq!(labels[1..5], ["for, turn 254", "for, turn 255", "for", "for"]);
}

#[test]
fn of_very_many_scopes_the_first_are_named() {
    let source = "fn main() { for turn in 0..600 { println!(\"{turn}\"); } }";
    assert_eq!(labels(source).len(), SCOPES_NAMED);
}

#[test]
fn a_closure_is_named_for_what_calls_it() {
    let source = "
        use leakproof::prelude::*;
        use std::panic::{AssertUnwindSafe, catch_unwind};
        fn main() {
            let _ = catch_unwind(AssertUnwindSafe(|| println!(\"1\")));
            let file = ManagedFile::create(\"a\").unwrap();
            let _ = with(file, |_| { println!(\"2\"); Ok(()) });
            (0..1).for_each(|n| println!(\"{n}\"));
            let say = || println!(\"4\");
            say();
            let list: [fn(); 1] = [|| println!(\"5\")];
            list[0]();
        }
    ";
    let expected = ["main", "catch_unwind", "with", "for_each", "say", "closure, line 11"];
    assert_eq!(labels(source), expected);
}

#[test]
fn a_block_is_named_by_its_line_and_a_branch_by_its_word() {
    let source = "
        fn main() {
            { println!(\"block\"); }
            if true { println!(\"if\"); }
            if false {} else { println!(\"else\"); }
            match 1 { _ => println!(\"match\") }
        }
    ";
    assert_eq!(labels(source), ["main", "block, line 3", "if", "else", "match"]);
}

#[test]
fn a_name_says_when_its_scope_ends_as_far_as_that_is_shown() {
    let source = "fn main() { { println!(\"in\"); } println!(\"out\"); }";
    assert_eq!(names(source, None), ["0 main: 1 7 8", "1 block, line 1: 2 4 5"]);
    // What has only just begun is not as wide as a pixel.
    assert_eq!(names(source, Some(2)), ["0 main: 1 … …"]);
    assert_eq!(names(source, Some(3)), ["0 main: 1 … …", "1 block, line 1: 2 … …"]);
    assert_eq!(names(source, Some(4)), ["0 main: 1 … …", "1 block, line 1: 2 4 …"]);
    assert_eq!(names(source, Some(5)), ["0 main: 1 … …", "1 block, line 1: 2 4 5"]);
}
