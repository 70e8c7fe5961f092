use super::*;
use crate::journal::{Event, Exit, Kind};
use crate::run::{Category, limits};
use crate::world::Disk;

/// What is said about a program, as text.
fn said(source: &str) -> String {
    check(source).iter().map(|diagnostic| diagnostic.render("main.rs", source)).collect()
}

/// What is said about a program that can be run, and is stopped while it runs.
fn stopped(source: &str) -> String {
    let run = compile(source).unwrap_or_else(|_| panic!("{}", said(source))).run();
    assert_eq!(run.outcome.exit, Exit::Stopped);
    run.problem.expect("it was stopped").message
}

fn printed(source: &str) -> String {
    let run = compile(source).unwrap_or_else(|_| panic!("{}", said(source))).run();
    assert_eq!(run.problem, None);
    run.stdout
}

#[test]
fn a_use_after_a_move_shows_both_places() {
    let source = "\
use leakproof::prelude::*;
fn main() -> Result<()> {
    let file = ManagedFile::create(\"a\")?;
    drop(file);
    file.close()
}
";
    assert_eq!(
        said(source),
        "\
error[E0382]: use of moved value: `file`
 --> main.rs:5:5
  |
3 |     let file = ManagedFile::create(\"a\")?;
  |         ---- move occurs because `file` has type `ManagedFile`, which does not implement the `Copy` trait
4 |     drop(file);
  |          ---- value moved here
5 |     file.close()
  |     ^^^^ value used here after move
  = help: `drop` ends `file`: call it after the last use, or leave it to the scope's end
"
    );
}

#[test]
fn a_move_on_one_way_only_counts_as_moved() {
    let source = "fn main() { let s = String::new(); if 1 < 2 { drop(s); } drop(s); }";
    assert!(said(source).contains("E0382"), "{}", said(source));
    let source = "fn main() { let s = String::new(); if 1 < 2 { drop(s); return; } drop(s); }";
    assert_eq!(said(source), "");
}

#[test]
fn a_move_in_a_loop_is_met_by_the_next_turn() {
    let source = "fn main() { let s = String::new(); loop { drop(s); } }";
    assert!(said(source).contains("in previous iteration of loop"), "{}", said(source));
    let source = "fn main() { let mut s = String::new(); loop { drop(s); s = String::new(); } }";
    assert_eq!(said(source), "");
    let source = "fn main() { let s = String::new(); loop { drop(s); break; } }";
    assert_eq!(said(source), "");
}

#[test]
fn an_unknown_name_names_the_nearest() {
    let source = "fn main() { let batches = 1; println!(\"{}\", batchs); }";
    assert_eq!(
        said(source),
        "\
error[E0425]: cannot find value `batchs` in this scope
 --> main.rs:1:45
  |
1 | fn main() { let batches = 1; println!(\"{}\", batchs); }
  |                                             ^^^^^^ not found in this scope
  = help: there is something of a similar name: `batches`
"
    );
}

#[test]
fn several_mistakes_are_said_at_once() {
    let said = said("fn f(a: i32) {}\nfn main() { f(); g(); let x = 1; x = 2; prntln!(); }");
    for code in ["E0061", "E0425", "E0384", "cannot find macro `prntln`"] {
        assert!(said.contains(code), "{code} is missing:\n{said}");
    }
}

#[test]
fn a_guard_that_is_written_to_must_be_mutable() {
    let source = "use leakproof::prelude::*;\n\
        fn main() -> Result<()> { let f = ManagedFile::create(\"a\")?; f.write(\"x\") }";
    assert!(said(source).contains("E0596"), "{}", said(source));
}

#[test]
fn what_is_outside_of_the_subset_is_not_called_wrong() {
    for source in [
        "mod a;\nfn main() {}",
        "async fn f() {} fn main() {}",
        "macro_rules! m { () => {} } fn main() {}",
        "fn main() { std::fs::write(\"a\", \"b\"); }",
        "static mut X: i32 = 1; fn main() {}",
    ] {
        let diagnostics = check(source);
        assert!(!diagnostics.is_empty(), "{source}");
        for diagnostic in diagnostics {
            assert_eq!(diagnostic.category, Category::NotSupported, "{source}: {diagnostic:?}");
            assert!(diagnostic.hint.is_some(), "{source}");
        }
    }
}

#[test]
fn a_program_without_main_is_told_so() {
    assert!(said("fn f() {}").contains("E0601"));
}

#[test]
fn an_endless_loop_is_stopped_and_keeps_its_journal() {
    let source = "use leakproof::prelude::*;\n\
        fn main() { let _f = ManagedFile::create(\"a\").unwrap(); loop {} }";
    let run = compile(source).unwrap().run();
    assert!(run.problem.unwrap().message.contains("steps"));
    let kinds: Vec<Kind> = run.journal.events().iter().map(|event| event.kind).collect();
    assert!(kinds.contains(&Kind::Acquired) && kinds.ends_with(&[Kind::Leaked, Kind::Reaped]));
}

#[test]
fn endless_recursion_is_stopped_before_the_stack_ends() {
    assert!(stopped("fn f(n: u64) -> u64 { f(n + 1) + 1 } fn main() { f(0); }").contains("deep"));
    let through_drop = "struct D; impl Drop for D { fn drop(&mut self) { let _d = D; } } \
        fn main() { let _d = D; }";
    assert!(stopped(through_drop).contains("deep"));
}

#[test]
fn endless_output_memory_and_boxes_are_stopped() {
    assert!(
        stopped("fn main() { loop { println!(\"{}\", \"x\".repeat(1000)); } }").contains("print")
    );
    let doubling = "fn main() { let mut s = String::from(\"x\"); loop { s = s.repeat(2); } }";
    assert!(stopped(doubling).contains("of memory"));
    let boxes = "enum L { E, N(Box<L>) } \
        fn main() { let mut l = L::E; loop { l = L::N(Box::new(l)); } }";
    assert!(stopped(boxes).contains("deep"));
}

#[test]
fn the_journal_of_a_run_that_is_stopped_says_why_and_where() {
    let source = "fn main() {\n    loop {}\n}";
    let run = compile(source).unwrap_or_else(|_| panic!("{}", said(source))).run();
    let problem = run.problem.unwrap();
    let told = crate::run::stopped(source, &run.journal).unwrap();
    assert_eq!((&told.message, told.category), (&problem.message, Category::Stopped));
    assert_eq!((told.span.line, told.span.column), (2, 5));
    let ended = compile("fn main() {}").unwrap_or_else(|_| panic!()).run();
    assert_eq!(crate::run::stopped(source, &ended.journal), None);
}

#[test]
fn a_source_that_is_too_long_says_by_how_much() {
    let source = format!("fn main() {{}}\n//{}", "x".repeat(limits::MAX_SOURCE));
    let message = &check(&source)[0].message;
    assert_eq!(message, "the program has 100,015 bytes, and the limit is 100,000");
}

#[test]
fn deep_source_is_refused_before_it_is_parsed() {
    let deep = |open: &str, close: &str| {
        format!("fn main() {{ let x = {}1{}; }}", open.repeat(5000), close.repeat(5000))
    };
    for source in [deep("(", ")"), deep("[", "]"), deep("{", "}"), deep("-", ""), deep("1+", "")] {
        let diagnostics = check(&source);
        assert_eq!(diagnostics[0].category, Category::Stopped, "{:?}", diagnostics[0]);
    }
    let chain = format!("fn main() {{ if true {{}} {} }}", "else if true {}".repeat(5000));
    assert_eq!(check(&chain)[0].category, Category::Stopped);
}

#[test]
fn what_is_as_deep_as_it_may_be_is_parsed_and_run() {
    let depth = limits::MAX_BRACKETS - 1;
    let source = format!("fn main() {{ let _x = {}1{}; }}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(printed(&source), "");
    let depth = 150;
    assert_eq!(
        printed(&format!("fn main() {{ println!(\"{{}}\", {}1); }}", "1 + ".repeat(depth))),
        "151\n"
    );
}

#[test]
fn a_reference_to_itself_does_not_hang() {
    let source = "fn main() { let r = loop { break &String::from(\"x\"); }; println!(\"{}\", r); }";
    let run = compile(source).unwrap().run();
    assert!(run.problem.is_some());
}

#[test]
fn an_empty_loop_leaves_no_events() {
    let run = compile("fn main() { for _ in 0..1000 { let _x = 1; } }").unwrap().run();
    assert_eq!(run.journal.len(), 1, "just the end of the program");
}

#[test]
fn a_panic_in_a_clean_up_unwinds_the_scope_before_the_rest_of_it_is_dropped() {
    let source = "use leakproof::prelude::*; struct Fragile;
        impl Drop for Fragile { fn drop(&mut self) { panic!(); } }
        fn main() { let _file = ManagedFile::create(\"a\").unwrap(); let _fragile = Fragile; }";
    let run = compile(source).unwrap_or_else(|_| panic!("{}", said(source))).run();
    let kinds: Vec<Kind> = run.journal.events().iter().map(|event| event.kind).collect();
    let panicked = kinds.iter().position(|&kind| kind == Kind::PanicRaised).unwrap();
    assert_eq!(
        kinds[panicked + 1..],
        [
            Kind::Output,
            Kind::Unwinding,
            Kind::ScopeLeft,
            Kind::Unwinding,
            Kind::CleanUpStarted,
            Kind::Released,
            Kind::ScopeLeft,
            Kind::Exited
        ]
    );
}

#[test]
fn no_prefix_of_a_scenario_makes_the_playground_fail() {
    let source = include_str!("../../notes/scenarios/02-nested.rs");
    for end in (0..source.len()).filter(|&end| source.is_char_boundary(end)) {
        for diagnostic in check(&source[..end]) {
            assert_ne!(diagnostic.category, Category::Bug, "{diagnostic:?}");
        }
    }
}

/// Runs a program again and again, each time on the disk that the run before has left.
fn printed_in_turn(source: &str, turns: u32) -> Vec<String> {
    let mut disk = None;
    let mut printed = Vec::new();
    for turn in 1..=turns {
        let run = compile(source).unwrap_or_else(|_| panic!("{}", said(source))).on(disk).run();
        printed.push(run.stdout);
        disk = Some(run.world.disk(turn));
    }
    printed
}

#[test]
fn a_program_on_the_disk_of_another_finds_what_that_has_left() {
    let source = "\
//@ file count: one
use leakproof::prelude::*;
fn main() -> Result<()> {
    println!(\"{}\", fs::read_to_string(\"count\")?);
    let mut file = ManagedFile::append(\"count\")?;
    file.write(\"+\")?;
    file.flush()?;
    file.write(\"never\")?;
    std::process::exit(1);
}
";
    assert_eq!(printed_in_turn(source, 3), ["one\n", "one+\n", "one++\n"]);
}

#[test]
fn a_carried_disk_is_told_first_and_its_faults_count_anew() {
    let source = "\
//@ fail open 1: denied
use leakproof::prelude::*;
fn main() -> Result<()> {
    ManagedFile::open(\"a.txt\")?.close()
}
";
    let mut disk = Disk::after(2);
    disk.put_file("/a.txt", b"left".to_vec());
    let run = compile(source).unwrap().on(Some(disk)).run();
    let first = run.journal.events()[0];
    assert_eq!((first.kind, run.journal.text(first.text)), (Kind::DiskCarriedOn, "a.txt"));
    assert_eq!((first.amount, first.at), (4, 2), "bytes, and runs before");
    assert_eq!(run.outcome.exit, Exit::Failed);
}

#[test]
fn a_program_that_is_watched_goes_on_past_its_allowance_of_steps() {
    let source = "fn main() { let mut n = 0u64; while n < 100_000 { n += 1; } println!(\"{n}\"); }";
    let calls = std::rc::Rc::new(std::cell::Cell::new(0));
    let counted = std::rc::Rc::clone(&calls);
    let run = compile(source)
        .unwrap_or_else(|_| panic!("{}", said(source)))
        .run_mortal(Box::new(move |_| counted.set(counted.get() + 1)), None);
    assert_eq!((run.stdout.as_str(), run.problem), ("100000\n", None));
    assert!(calls.get() >= 100_000 / limits::STEPS_WATCHED, "{} calls", calls.get());
}

/// What the program prints as errors and how it panics and ends, in the order in which it happens.
fn errors_told(source: &str) -> String {
    let run = compile(source).unwrap_or_else(|_| panic!("{}", said(source))).run();
    let text = |event: &Event| format!("{:?}", run.journal.text(event.text));
    let told = run.journal.events().iter().filter_map(|event| match event.kind {
        Kind::Output if event.detail == 1 => Some(text(event)),
        Kind::PanicRaised => Some(format!("panic {}", text(event))),
        Kind::ScopeLeft | Kind::PanicCaught | Kind::Exited => Some(event.kind.name().to_owned()),
        _ => None,
    });
    told.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_panic_is_printed_when_it_is_raised_and_before_it_unwinds() {
    let source = "fn main() {\n    panic!(\"boom\");\n}";
    let told = "panic \"boom\"\n\
        \"\\nthread 'main' panicked at main.rs:2:5:\\nboom\\n\"\n\
        scope-left\nexited";
    assert_eq!(errors_told(source), told);
}

#[test]
fn an_error_of_main_is_printed_when_its_scope_is_left() {
    let source = "fn main() -> Result<(), String> { println!(\"hi\"); Err(\"no\".to_owned()) }";
    assert_eq!(errors_told(source), "scope-left\n\"Error: \\\"no\\\"\\n\"\nexited");
}

#[test]
fn a_hook_of_the_program_prints_in_place_of_rust() {
    let source = "fn main() {
        std::panic::set_hook(Box::new(|_| eprintln!(\"mine\")));
        let _ = std::panic::catch_unwind(|| panic!(\"boom\"));
    }";
    let told =
        "panic \"boom\"\n\"mine\\n\"\nscope-left\nscope-left\npanic-caught\nscope-left\nexited";
    assert_eq!(errors_told(source), told);
}

#[test]
fn what_is_printed_while_dying_is_in_the_journal() {
    let source = "struct Fragile;
        impl Drop for Fragile { fn drop(&mut self) { panic!(\"second\"); } }
        fn main() { let _fragile = Fragile; panic!(\"first\"); }";
    let run = compile(source).unwrap_or_else(|_| panic!("{}", said(source))).run();
    let [.., printed, exited] = run.journal.events() else { panic!("hardly anything happened") };
    assert_eq!(run.journal.text(printed.text), "thread caused non-unwinding panic. aborting.\n");
    assert_eq!((printed.kind, exited.kind), (Kind::Output, Kind::Exited));
    assert_eq!(run.stderr.matches("panicked at main.rs").count(), 2);
}

#[test]
fn a_program_that_panics_without_end_is_stopped_when_it_has_printed_too_much() {
    let source = "fn main() {
        let text = \"x\".repeat(100_000);
        loop { let _ = std::panic::catch_unwind(|| panic!(\"{text}\")); }
    }";
    let run = compile(source).unwrap_or_else(|_| panic!("{}", said(source))).run();
    let problem = run.problem.expect("it ran into a cap");
    assert!(problem.message.contains("printing"), "{}", problem.message);
    assert!(run.stderr.len() <= limits::MAX_OUTPUT);
}
