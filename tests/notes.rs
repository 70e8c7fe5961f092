//! `notes/runs.md` says what runs and what does not: each of its fences is run.
//!
//! A fence `rust` runs to its end, and a fence `text` after it is what it prints. A fence `rust,fails`
//! is refused before it runs, on the lines whose comment says so, and on no other. `rustc` takes the
//! first kind and refuses what is called wrong of the second with the same code, on the same line;
//! where only `rustc` refuses a piece, a comment says so.
#![cfg(not(target_arch = "wasm32"))]

#[path = "diagnostics/refused.rs"]
#[allow(dead_code, reason = "another test compares the ends of places, too")]
mod refused;

use leakproof::guard::BUFFER_SIZE;
use leakproof::journal::Exit;
use leakproof::run::{Category, Directives, limits};
use leakproof::rust;
use leakproof::world::{DEFAULT_LIMIT, ErrorKind, LARGEST_DISK, Operation, cost};

const PAGE: &str = include_str!("../notes/runs.md");

#[test]
fn each_piece_that_runs_prints_what_the_page_says() {
    let fences = fences();
    for (index, fence) in fences.iter().enumerate().filter(|(_, fence)| fence.word == "rust") {
        let source = program(fence.text);
        let program = rust::compile(&source).unwrap_or_else(|problems| {
            panic!("{}", problems[0].render("runs.md", &source));
        });
        let run = program.run();
        assert!(run.problem.is_none(), "{source}");
        assert!(
            matches!(run.outcome.exit, Exit::Returned | Exit::Called),
            "{source}{}",
            run.stderr
        );
        if let Some(printed) = fences.get(index + 1).filter(|next| next.word == "text") {
            assert_eq!(run.stdout, format!("{}\n", printed.text), "{source}");
        }
    }
}

#[test]
fn each_piece_that_fails_is_refused_where_the_page_says() {
    for fence in fences().iter().filter(|fence| fence.word == "rust,fails") {
        let source = program(fence.text);
        let found: Vec<_> = rust::check(&source)
            .into_iter()
            .map(|diagnostic| match diagnostic.category {
                Category::NotSupported => (diagnostic.span.line, "not supported".to_owned()),
                _ => (diagnostic.span.line, diagnostic.code.unwrap_or_default().to_owned()),
            })
            .collect();
        assert!(!found.is_empty(), "{source}");
        assert_eq!(found, comments(&source, ""), "{source}");
    }
}

#[test]
fn rustc_agrees() {
    let fences = fences();
    let fences = fences.iter().filter(|fence| {
        fence.word == "rust"
            || fence.word == "rust,fails" && !fence.text.contains("// not supported")
    });
    let programs: Vec<_> = fences
        .enumerate()
        .map(|(index, fence)| Program {
            name: format!("piece-{index}"),
            source: program(fence.text),
        })
        .collect();
    let refusals = refused::by_rustc("pieces-of-the-page", &programs);
    for Program { name, source } in &programs {
        let refusals = refusals.get(name).into_iter().flatten();
        let found: Vec<_> =
            refusals.map(|refusal| (refusal.from.0 as u32, refusal.code.clone())).collect();
        let expected = [comments(source, "rustc: E"), comments(source, "E")].concat();
        assert_eq!(found, expected, "{source}");
    }
}

/// What a program's comments say that is refused, and on which lines: those that begin with a word.
fn comments(source: &str, word: &str) -> Vec<(u32, String)> {
    let lines = source.lines().enumerate().filter_map(|(index, line)| {
        let (_, comment) = line.split_once(" // ")?;
        let reason = comment.strip_prefix("rustc: ").unwrap_or(comment);
        comment.starts_with(word).then(|| (index as u32 + 1, reason.to_owned()))
    });
    lines.collect()
}

#[test]
fn each_line_of_the_table_of_settings_is_a_directive() {
    let table = section("Settings");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let mut count = 0;
    for (directive, _) in rows {
        let (_, complaints) = Directives::of(directive);
        assert!(complaints.is_empty(), "{directive}: {complaints:?}");
        count += 1;
    }
    assert_eq!(count, 9);
}

#[test]
fn every_operation_and_every_error_that_can_fail_is_named() {
    let text = section("Settings");
    for operation in Operation::ALL {
        assert!(text.contains(&format!("`{}`", operation.name())), "{}", operation.name());
    }
    for error in ErrorKind::ALL {
        assert!(text.contains(&format!("`{}`", error.name())), "{}", error.name());
    }
}

#[test]
fn the_numbers_are_those_of_the_crate() {
    let machine = section("The simulated machine");
    assert!(machine.contains(&format!("can have {DEFAULT_LIMIT} files open")));
    assert!(machine.contains(&format!("and {DEFAULT_LIMIT} locks")));
    assert!(machine.contains(&format!("room for {} MiB", LARGEST_DISK >> 20)));
    assert!(machine.contains(&format!(
        "takes {} µs, closing one {} µs",
        cost::OPEN / 1000,
        cost::CLOSE / 1000
    )));
    assert!(section("Guards").contains(&format!("up to {} KiB", BUFFER_SIZE >> 10)));

    let limits = section("Limits");
    for (name, value) in [
        ("length of the program", format!("{} bytes", count(limits::MAX_SOURCE))),
        ("brackets inside of brackets", count(limits::MAX_BRACKETS)),
        ("code without a `;` or `,`", format!("{} words", count(limits::MAX_CHAIN))),
        ("steps: statements, calls and turns of loops", count(limits::MAX_STEPS as usize)),
        ("memory", format!("{} MiB at a time", limits::MAX_MEMORY_HELD >> 20)),
        ("memory, freed or not", format!("{} GiB in all", limits::MAX_MEMORY_FREED >> 30)),
        ("output", format!("{} MiB", limits::MAX_OUTPUT >> 20)),
        ("events in the record", count(limits::MAX_EVENTS)),
    ] {
        let row = format!("| {name} | {value} |");
        assert!(limits.contains(&row), "there is no {row}");
    }
}

/// A piece as a program that `rustc` checks.
struct Program {
    name: String,
    source: String,
}

/// A piece of code or text of the page.
struct Fence {
    /// What stands behind its backticks.
    word: &'static str,
    text: &'static str,
}

fn fences() -> Vec<Fence> {
    let mut parts = PAGE.split("\n```");
    let mut fences = Vec::new();
    parts.next();
    while let Some(part) = parts.next() {
        let (word, text) = part.split_once('\n').unwrap();
        // The last line of a piece ends where the next fence is found.
        parts.next().expect("each fence ends");
        fences.push(Fence { word, text });
    }
    assert!(!fences.is_empty());
    fences
}

/// A piece as a whole program.
fn program(piece: &str) -> String {
    if piece.contains("fn main(") {
        return format!("{piece}\n");
    }
    format!("use leakproof::prelude::*;\n\nfn main() -> Result<()> {{\n{piece}\nOk(())\n}}\n")
}

/// The part of the page below a heading that begins like that, up to the next heading.
fn section(heading: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(&format!("\n## {heading}")).unwrap();
    rest.split("\n## ").next().unwrap()
}

/// A number as people write it: `10,000,000`.
fn count(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<_> =
        digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap()).collect();
    groups.join(",")
}
