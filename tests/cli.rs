//! The command line: what goes where, and with which status it ends.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::process::{Command, Stdio};

use leakproof::journal::json_lines;

struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

/// Runs `leakproof` with a program on its standard input.
fn leakproof(arguments: &[&str], program: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_leakproof"))
        .args(arguments)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(program.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A program with the prelude around the body of `main`.
fn program(body: &str) -> String {
    format!("use leakproof::prelude::*;\nfn main() -> Result<()> {{\n{body}\nOk(())\n}}\n")
}

const OPENS_A_FILE: &str = r#"let _a = ManagedFile::create("a.txt")?; println!("hello");"#;
const LEAKS: &str = r#"std::mem::forget(ManagedFile::create("a.txt")?);"#;

#[test]
fn output_goes_to_standard_output_and_the_transcript_to_standard_error() {
    let ran = leakproof(&["run"], &program(OPENS_A_FILE));
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "hello\n"));
    let opened = "`_a` opened the new file `a.txt` (handle 3).";
    assert!(
        ran.stderr.contains(opened) && ran.stderr.contains("`_a` closed `a.txt`"),
        "{}",
        ran.stderr
    );
    assert!(!ran.stderr.contains('\u{1b}'), "colours without a terminal: {}", ran.stderr);
}

#[test]
fn why_adds_the_reason_of_each_event() {
    let told = leakproof(&["run"], &program(OPENS_A_FILE)).stderr;
    let reasons = leakproof(&["run", "--why"], &program(OPENS_A_FILE)).stderr;
    let closes = "    A guard is dropped with its last owner: `a.txt` stays open until then.\n";
    assert!(!told.contains(closes) && reasons.contains(closes), "{reasons}");
    assert!(told.lines().all(|line| reasons.contains(line)), "{reasons}");
}

#[test]
fn quiet_leaves_the_transcript_out() {
    let ran = leakproof(&["run", "--quiet"], &program(OPENS_A_FILE));
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("hello\n", ""));
}

#[test]
fn an_error_from_main_exits_with_1_and_says_so_as_rust_does() {
    let ran = leakproof(&["run", "--quiet"], &program(r#"ManagedFile::open("no")?;"#));
    assert_eq!((ran.status, ran.stderr.as_str()), (1, "Error: not found: no\n"));
}

#[test]
fn a_panic_exits_with_101_and_says_where() {
    let ran = leakproof(&["run", "--quiet"], &program(r#"panic!("bad batch");"#));
    assert_eq!(ran.status, 101);
    assert!(ran.stderr.contains("thread 'main' panicked at"), "{}", ran.stderr);
    assert!(ran.stderr.contains(":3:1:\nbad batch\n"), "{}", ran.stderr);
}

#[test]
fn process_exit_exits_with_its_status_and_runs_no_destructor() {
    let body = r#"let _a = ManagedFile::create("a.txt")?; std::process::exit(7);"#;
    let ran = leakproof(&["run"], &program(body));
    assert_eq!(ran.status, 7);
    assert!(ran.stderr.contains("The system closed `a.txt`."), "{}", ran.stderr);
    assert!(!ran.stderr.contains("clean-up"), "{}", ran.stderr);
}

#[test]
fn json_writes_a_journal_that_can_be_read_back() {
    let ran = leakproof(&["run", "--json", "--quiet"], &program(OPENS_A_FILE));
    let journal = json_lines::read(&ran.stdout).unwrap();
    assert_eq!(json_lines::to_string(&journal), ran.stdout);
    assert!(!journal.is_empty());
}

#[test]
fn denied_leaks_exit_with_3() {
    assert_eq!(leakproof(&["run", "--deny-leaks"], &program(LEAKS)).status, 3);
    assert_eq!(leakproof(&["run"], &program(LEAKS)).status, 0);
    assert_eq!(leakproof(&["run", "--deny-leaks"], &program(OPENS_A_FILE)).status, 0);
}

#[test]
fn trace_prints_the_events_through_tracing() {
    let ran = leakproof(&["run", "--quiet", "--trace"], &program(OPENS_A_FILE));
    assert!(ran.stderr.contains("resource{") && ran.stderr.contains("released"), "{}", ran.stderr);
}

#[test]
fn check_runs_nothing_and_points_at_the_place() {
    let ran = leakproof(&["check"], &program(OPENS_A_FILE));
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));

    let body = r#"let a = ManagedFile::create("a")?; drop(a); drop(a);"#;
    let ran = leakproof(&["check"], &program(body));
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("E0382") && ran.stderr.contains("-:3:"), "{}", ran.stderr);
}

#[test]
fn a_program_that_cannot_run_exits_with_2() {
    let ran = leakproof(&["run"], "fn main() {");
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(!ran.stderr.is_empty());
}

#[test]
fn a_file_that_is_not_there_is_said_by_name() {
    let output = Command::new(env!("CARGO_BIN_EXE_leakproof"))
        .args(["run", "no-such-file.rs"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-such-file.rs"));
}
