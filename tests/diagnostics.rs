//! What is said about wrong programs, word for word, and that `rustc` says it of the same places.
//!
//! Beside each program in `tests/diagnostics` lies a text: what the playground says about it before a
//! run or, if it lets it run, what stops it. `UPDATE=1 cargo test --test diagnostics` writes the texts;
//! whoever does that reads them.
#![cfg(not(target_arch = "wasm32"))]

#[path = "diagnostics/refused.rs"]
mod refused;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use leakproof::run::limits::MAX_DEPTH;
use leakproof::run::{Category, Diagnostic, Span};
use leakproof::rust;
use refused::Refusal;

/// A wrong program.
struct Program {
    /// Its folder and name, as `moves/in-a-loop`.
    name: String,
    source: String,
}

#[test]
fn wrong_programs_are_told_what_is_wrong_and_where() {
    let mut changed = Vec::new();
    for program in programs() {
        let said = rendered(&program);
        let path = folder().join(&program.name).with_extension("txt");
        if fs::read_to_string(&path).unwrap_or_default() == said {
            continue;
        }
        if env::var_os("UPDATE").is_some() {
            fs::write(path, said).unwrap();
        } else {
            changed.push(format!("{}:\n{said}", program.name));
        }
    }
    assert!(changed.is_empty(), "something else is said now:\n\n{}", changed.join("\n"));
}

/// All that is said about a program, before its run or at its end.
fn said(program: &Program) -> Vec<Diagnostic> {
    match rust::compile(&program.source) {
        Ok(compiled) => compiled.run().problem.into_iter().collect(),
        Err(diagnostics) => diagnostics,
    }
}

fn rendered(program: &Program) -> String {
    let said = said(program);
    let texts: Vec<_> = said.iter().map(|one| one.render("main.rs", &program.source)).collect();
    // An unoptimised build stops earlier.
    texts.join("\n").replace(&format!(" {MAX_DEPTH} expressions"), " … expressions")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// All of them, in the order of their names.
fn programs() -> Vec<Program> {
    let mut programs = Vec::new();
    for group in entries(&folder()).into_iter().filter(|path| path.is_dir()) {
        for path in entries(&group) {
            if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(folder()).unwrap().with_extension("");
                let name = name.to_string_lossy().into_owned();
                programs.push(Program { name, source: fs::read_to_string(path).unwrap() });
            }
        }
    }
    assert!(!programs.is_empty());
    programs
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut entries: Vec<_> = entries.collect();
    entries.sort();
    entries
}

#[test]
fn rustc_says_the_same_of_the_same_places() {
    let programs = programs();
    let refusals = refused::by_rustc("wrong-programs", &programs);
    let differs = differences();
    let mut wrong = Vec::new();
    for program in &programs {
        let ours: Vec<_> = said(program).iter().filter_map(|one| ours(one, program)).collect();
        let theirs = refusals.get(&program.name).map_or(&[][..], Vec::as_slice);
        let theirs: Vec<_> = theirs.iter().map(theirs_of).collect();
        let same = ours.len() == theirs.len() && ours.iter().all(|one| theirs.contains(one));
        match (same, differs.contains_key(program.name.as_str())) {
            (true, false) | (false, true) => {}
            (true, true) => {
                wrong.push(format!("{} is the same: take it off the list", program.name))
            }
            (false, false) => {
                wrong.push(format!("{}:\n  ours   {ours:?}\n  rustc's {theirs:?}", program.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} programs:\n{}", wrong.len(), wrong.join("\n"));
}

/// A code and where it is said, from line and column to line and column.
type Said = (String, (u64, u64), (u64, u64));

/// What the playground calls wrong. What it calls not supported, `rustc` takes.
fn ours(diagnostic: &Diagnostic, program: &Program) -> Option<Said> {
    if diagnostic.category != Category::Wrong {
        return None;
    }
    let Span { start, end, line, column } = diagnostic.span;
    let marked = &program.source[start as usize..end as usize];
    // The end of the file is to `rustc` one column behind its last letter, and the line's end with it.
    let (marked, beyond) = match marked.strip_suffix('\n') {
        Some(marked) => (marked, 1),
        None => (marked, 0),
    };
    let last = marked.rsplit('\n').next().unwrap_or_default().chars().count() as u64;
    let (line, column) = (u64::from(line), u64::from(column));
    let to = match marked.matches('\n').count() as u64 {
        0 => (line, column + last + beyond),
        lines => (line + lines, last + 1 + beyond),
    };
    Some((diagnostic.code.unwrap_or_default().to_owned(), (line, column), to))
}

fn theirs_of(refusal: &Refusal) -> Said {
    (refusal.code.clone(), refusal.from, refusal.to)
}

/// Programs of which something else is said than by `rustc`, each with the reason.
fn differences() -> BTreeMap<&'static str, &'static str> {
    let lines = include_str!("diagnostics/differs.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(": ").expect("a name, and a reason")).collect()
}
