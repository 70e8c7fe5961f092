//! Programs that abort, run by a command line that lives on, and by one that dies of it.
#![cfg(not(target_arch = "wasm32"))]

use leakproof::journal::{Exit, Kind};
use leakproof::replay::Replay;
use leakproof::rust::compile;

/// The last events of a program, as the transcript has them, without their times; and its status.
fn run(body: &str) -> (Vec<String>, i32) {
    let source = format!("use leakproof::prelude::*;\n{body}");
    let program = compile(&source).unwrap_or_else(|problems| panic!("{problems:?}"));
    let run = program.run();
    assert_eq!(run.world.open_handles().count(), 0);
    assert_eq!(run.outcome.exit, Exit::Aborted);
    let exited = run.journal.events().iter().position(|event| event.kind == Kind::Exited);
    let lines = Replay::new(run.journal, program.beginning()).transcript();
    let tail = lines.lines().skip(exited.expect("it ended"));
    let without_times = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    (tail.map(without_times).collect(), run.outcome.status)
}

#[test]
fn abort_runs_no_destructor() {
    let (tail, status) = run(r#"
        fn main() -> Result<()> {
            let mut file = ManagedFile::create("a.txt")?;
            file.write("lost")?;
            std::process::abort();
        }"#);
    assert_eq!(status, 134);
    assert_eq!(tail.len(), 3, "{tail:#?}");
    assert!(tail[0].contains("The program aborted: `process::abort` was called."), "{tail:#?}");
    assert!(tail[1].contains("`a.txt` was never closed."), "{tail:#?}");
    assert!(tail[2].contains("The system closed `a.txt`; 4 bytes were lost."), "{tail:#?}");
}

#[test]
fn a_panic_that_leaves_a_destructor_while_unwinding_aborts() {
    let (tail, status) = run(r#"
        struct Breaks;
        impl Drop for Breaks {
            fn drop(&mut self) {
                panic!("in drop");
            }
        }
        fn main() {
            let _file = ManagedFile::create("a.txt").unwrap();
            let _breaks = Breaks;
            panic!("in the body");
        }"#);
    assert_eq!(status, 134);
    let cause = "a panic left `drop` of `Breaks` while a panic was unwinding";
    assert!(tail[0].contains(cause), "{tail:#?}");
    assert_eq!(tail.len(), 3, "{tail:#?}");
}
