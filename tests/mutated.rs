//! Programs with something wrong in them: whatever it is, the playground says so, and neither fails
//! itself nor hangs.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use leakproof::script::{self, Category};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Programs in one run of this test.
const CASES: u32 = 1_000;

/// How long one program may take: without optimization the cap of steps can take a minute.
const PATIENCE: Duration = Duration::from_secs(300);

/// Bytes of stack, as many as the first thread of a process has: without optimization the frames of
/// the evaluator are several times as large as with it.
const STACK: usize = 8 << 20;

/// What is put into a program at random: pieces that mean something.
const PIECES: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ",",
    ".",
    "&",
    "&mut ",
    "*",
    "?",
    "!",
    "..",
    "=",
    "==",
    "=>",
    "->",
    "::",
    "|",
    "||",
    "&&",
    "<",
    ">",
    "-",
    "+",
    "0",
    "1",
    "-1",
    "255u8",
    "1.5",
    "'x'",
    "\"text\"",
    "\"{}\"",
    "self",
    "Self",
    "drop",
    "let ",
    "mut ",
    "move ",
    "ref ",
    "fn ",
    "if ",
    "else ",
    "match ",
    "loop ",
    "while ",
    "for ",
    "in ",
    "return ",
    "break ",
    "continue ",
    "'a: ",
    "panic!()",
    "vec![]",
    "None",
    "Some(1)",
    "Ok(())",
    "Err(1)",
    "_",
    "x",
    "main",
    "main()",
    "usize::MAX",
    "i32::MIN",
    ".unwrap()",
    ".len()",
    ".clone()",
    ".pop()",
    ".iter()",
    "struct S;",
    "impl Drop for S {}",
    "Box::new(1)",
    "Rc::new(1)",
];

/// One change of a text.
#[derive(Debug, Clone)]
enum Change {
    Insert(usize, usize),
    /// A word gives way to a piece.
    Replace(usize, usize),
    /// Words from one to another are gone.
    Remove(usize, usize),
    /// A word gives way to another word of the same program.
    Copy(usize, usize),
    Swap(usize, usize),
    Line(usize, usize),
}

#[test]
fn no_mutated_program_breaks_the_playground() {
    let sources = sources();
    let change = prop_oneof![
        (any::<usize>(), any::<usize>()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (any::<usize>(), any::<usize>()).prop_map(|(at, piece)| Change::Replace(at, piece)),
        (any::<usize>(), any::<usize>()).prop_map(|(at, count)| Change::Remove(at, count)),
        (any::<usize>(), any::<usize>()).prop_map(|(at, from)| Change::Copy(at, from)),
        (any::<usize>(), any::<usize>()).prop_map(|(one, other)| Change::Swap(one, other)),
        (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Change::Line(from, to)),
    ];
    let strategy = (any::<usize>(), proptest::collection::vec(change, 1..4));
    // The same programs in each run, so that a failure is one for everybody.
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new_with_rng(config, random).run(&strategy, |(source, changes)| {
        let text = changed(&sources[source % sources.len()], &changes);
        survives(&text).map_err(|how| TestCaseError::fail(format!("{how}:\n{text}")))
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// Checks and runs a program.
fn survives(text: &str) -> Result<(), String> {
    let (tell, told) = mpsc::channel();
    let source = text.to_owned();
    fs::write("/tmp/conf/last.rs", text).unwrap();
    // A thread cannot be ended from outside: one that hangs is left behind.
    let thread = thread::Builder::new().stack_size(STACK);
    let run = move || {
        let bug = panic::catch_unwind(AssertUnwindSafe(|| match script::compile(&source) {
            Ok(program) => program.run().problem.into_iter().collect(),
            Err(diagnostics) => diagnostics,
        }));
        let _ = tell.send(bug);
    };
    thread.spawn(run).expect("a thread can be started");
    match told.recv_timeout(PATIENCE) {
        Ok(Ok(diagnostics)) => match diagnostics.iter().find(|one| one.category == Category::Bug) {
            Some(bug) => Err(format!("our bug: {}", bug.message)),
            None => Ok(()),
        },
        Ok(Err(_)) => Err("the playground panics".to_owned()),
        Err(_) => Err("the playground hangs".to_owned()),
    }
}

/// A text with its changes, word by word.
fn changed(text: &str, changes: &[Change]) -> String {
    let mut words = words(text);
    for change in changes {
        let count = words.len().max(1);
        let piece = |index: usize| PIECES[index % PIECES.len()].to_owned();
        match *change {
            Change::Insert(at, with) => words.insert(at % count, piece(with)),
            Change::Replace(at, with) if !words.is_empty() => words[at % count] = piece(with),
            Change::Copy(at, from) if !words.is_empty() => {
                words[at % count] = words[from % count].clone();
            }
            Change::Swap(one, other) if !words.is_empty() => words.swap(one % count, other % count),
            Change::Remove(at, length) => {
                let from = at % count;
                words.drain(from..(from + 1 + length % 6).min(words.len()).max(from));
            }
            Change::Line(from, to) => {
                let text = words.concat();
                let mut lines: Vec<_> = text.split_inclusive('\n').map(str::to_owned).collect();
                let count = lines.len().max(1);
                if let Some(line) = lines.get(from % count).cloned() {
                    lines.insert(to % count, line);
                }
                words = self::words(&lines.concat());
            }
            _ => {}
        }
    }
    words.concat()
}

/// Names and numbers as they are, everything else letter by letter.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for char in text.chars() {
        match words.last_mut() {
            Some(last) if is_word(char) && last.ends_with(is_word) => last.push(char),
            _ => words.push(char.to_string()),
        }
    }
    words
}

/// The programs of `conformance`, in the order of their names.
fn sources() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut paths = Vec::new();
    for rule in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if rule.is_dir() {
            paths.extend(fs::read_dir(rule).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}
