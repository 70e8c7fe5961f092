//! The lists are complete: each program is compiled, each stands in the table of the notes, and each
//! rule has one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::list::PROGRAMS;

const RULES: &str = include_str!("rules.txt");

/// The list of programs in `list.rs`, and the table in the notes, between these lines.
const TABLE_BEGINS: &str = "<!-- The table begins: `UPDATE=1 cargo test --test conformance` -->\n";
const TABLE_ENDS: &str = "<!-- The table ends. -->\n";

#[test]
fn each_rule_has_a_program() {
    let by_folder = by_folder();
    let missing: Vec<_> = rules().filter(|rule| !by_folder.contains_key(*rule)).collect();
    assert!(missing.is_empty(), "rules without a program: {missing:#?}");
}

#[test]
fn no_folder_is_named_after_a_rule_that_does_not_exist() {
    for folder in by_folder().keys().filter(|folder| folder.starts_with("destructors")) {
        assert!(rules().any(|rule| rule == folder), "there is no rule `{folder}`");
    }
}

#[test]
fn there_are_enough_programs() {
    assert!(PROGRAMS.len() >= 150, "only {}", PROGRAMS.len());
}

#[test]
fn each_program_begins_with_what_it_shows() {
    for path in paths() {
        let source = fs::read_to_string(folder().join(&path)).unwrap();
        let says = source.starts_with("// ") && source.lines().nth(2).is_some();
        assert!(says, "{path} does not begin with a sentence");
    }
}

#[test]
fn each_file_is_compiled() {
    let lines = paths().into_iter().map(|path| {
        let module = path.trim_end_matches(".rs").replace(['/', '.', '-'], "_");
        format!("    {module} = \"{path}\",\n")
    });
    let list = format!(
        "//! Every program of this folder: `UPDATE=1 cargo test --test conformance` writes this file.\n\
         \ncrate::programs! {{\n{}}}\n",
        lines.collect::<String>()
    );
    check(&folder().join("list.rs"), &list);
}

#[test]
fn the_notes_have_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("notes/conformance.md");
    let notes = fs::read_to_string(&path).unwrap();
    let (before, rest) = notes.split_once(TABLE_BEGINS).unwrap();
    let (_, after) = rest.split_once(TABLE_ENDS).unwrap();
    check(&path, &format!("{before}{TABLE_BEGINS}\n{}\n{TABLE_ENDS}{after}", table()));
}

/// Two tables: the rules in the order of the chapter, then the other areas.
fn table() -> String {
    let mut by_folder = by_folder();
    let mut text = String::from("| rule of the chapter | programs |\n| --- | --- |\n");
    let row = |folder: &str, programs: Vec<String>| {
        let links = programs.iter().map(|program| {
            let name = program.trim_end_matches(".rs");
            format!("[{name}](../tests/conformance/{folder}/{program})")
        });
        format!("| `{folder}` | {} |\n", links.collect::<Vec<_>>().join(", "))
    };
    for rule in rules() {
        text += &row(rule, by_folder.remove(rule).unwrap_or_default());
    }
    text += "\n| what else | programs |\n| --- | --- |\n";
    for (folder, programs) in by_folder {
        text += &row(&folder, programs);
    }
    text
}

/// Compares a file with what it should be, or makes it so if the environment says `UPDATE=1`.
fn check(path: &Path, expected: &str) {
    if env::var("UPDATE").is_ok_and(|update| update == "1") {
        fs::write(path, expected).unwrap();
    }
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    assert!(
        fs::read_to_string(path).unwrap() == expected,
        "{name} is out of date: run `UPDATE=1 cargo test --test conformance`"
    );
}

fn rules() -> impl Iterator<Item = &'static str> {
    RULES.lines().filter(|line| !line.starts_with('#'))
}

/// The names of the programs in each folder.
fn by_folder() -> BTreeMap<String, Vec<String>> {
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in paths() {
        let (folder, name) = path.split_once('/').unwrap();
        folders.entry(folder.to_owned()).or_default().push(name.to_owned());
    }
    folders
}

/// `rule/program.rs` for each program there is, sorted.
fn paths() -> Vec<String> {
    let mut paths = Vec::new();
    for directory in children(&folder()).into_iter().filter(|path| path.is_dir()) {
        for program in children(&directory) {
            let path = program.strip_prefix(folder()).unwrap();
            paths.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
    paths.sort();
    paths
}

fn children(of: &Path) -> Vec<PathBuf> {
    fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}
