//! The rules of the repository that a compiler does not check.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules each module may use, lowest first (`notes/architecture.md` says why). A module that is not listed is
/// new: think about its place, then add it.
///
/// `run` may name the types in the signatures of `guard`: a session begins with a world and ends with a
/// journal.
const DEPENDENCIES: &[(&str, &[&str])] = &[
    ("world", &[]),
    ("journal", &[]),
    ("guard", &["world", "journal"]),
    ("prelude", &["guard", "world"]),
    ("run", &["guard", "journal", "world"]),
    ("rust", &["run", "guard", "journal", "world"]),
    ("replay", &["journal"]),
    ("web", &["replay", "rust", "run", "guard", "journal", "world"]),
];

#[test]
fn every_module_says_what_it_is_in_its_first_line() {
    let mut silent = Vec::new();
    for path in files() {
        // A lesson's program is what a learner sees, one that a test runs is as a learner would write
        // it, and `tests.rs` says enough by its name.
        let programs = ["tests/conformance", "tests/diagnostics", "tests/mutated", "tests/why"];
        let is_program = path.iter().count() > 3 && programs.iter().any(|of| path.starts_with(of));
        let exempt = path.starts_with("notes") || is_program || path.ends_with("tests.rs");
        let module = extension(&path) == "rs" && !exempt;
        if module && !read(&path).starts_with("//!") {
            silent.push(path);
        }
    }
    assert!(silent.is_empty(), "without a first line that says what they are: {silent:#?}");
}

#[test]
fn modules_use_only_the_modules_below_them() {
    let mut wrong = Vec::new();
    for path in files().iter().filter(|path| path.starts_with("src") && extension(path) == "rs") {
        let module = module_of(path);
        let allowed = match module.as_str() {
            // These only put modules together.
            "lib" | "main" | "cli" => continue,
            _ => DEPENDENCIES.iter().find(|(name, _)| *name == module),
        };
        let Some((_, allowed)) = allowed else {
            wrong.push(format!(
                "{}: `{module}` is a module without a place in the table",
                path.display()
            ));
            continue;
        };
        for (number, used) in modules_used(&read(path)) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}:{number}: `{module}` uses `{used}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_command_line_does_without_the_browser() {
    let text = read(Path::new("src/main.rs"));
    assert!(!text.contains("leakproof::web"));
}

#[test]
fn dependencies_point_down() {
    for (index, (module, uses)) in DEPENDENCIES.iter().enumerate() {
        for used in *uses {
            let below = DEPENDENCIES.iter().position(|(name, _)| name == used);
            assert!(
                below.is_some_and(|below| below < index),
                "`{module}` uses `{used}`, which is not below it"
            );
        }
    }
}

#[test]
fn every_module_of_the_table_exists() {
    let modules: Vec<String> = files()
        .iter()
        .filter(|path| path.starts_with("src") && extension(path) == "rs")
        .map(|path| module_of(path))
        .collect();
    let missing = DEPENDENCIES.iter().filter(|(name, _)| !modules.iter().any(|one| one == name));
    let missing: Vec<&str> = missing.map(|(name, _)| *name).collect();
    assert!(missing.is_empty(), "in the table and not in `src`: {missing:?}");
}

#[test]
fn nothing_names_a_machine() {
    // Pieced together, or this file would name them.
    let names = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/Use", "rs/"),
        concat!("registry.", "npmjs.org"),
        concat!("static.", "crates.io"),
        concat!("static.", "rust-lang.org"),
        concat!("deb.", "debian.org"),
        concat!("python", "hosted.org"),
    ];
    let mut found = Vec::new();
    for path in files() {
        // What is not text names nothing.
        let Ok(text) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)) else {
            continue;
        };
        for (index, line) in text.lines().enumerate() {
            if let Some(name) = names.iter().find(|name| line.contains(*name)) {
                found.push(format!("{}:{}: {name}", path.display(), index + 1));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn dependencies_are_seen_however_they_are_written() {
    let text = "\
        use crate::world::World;\n\
        pub use crate::journal;\n\
        // use crate::rust::Program;\n\
        /// See [`Replay`](crate::replay::Replay).\n\
        let x = crate::guard::Session::new();\n\
        use crate::{web, run::Program as P, prelude::{with, Result}};\n\
        pub(crate) use super::super::replay::Moment;\n";
    let used: Vec<_> = modules_used(text).into_iter().map(|(_, module)| module).collect();
    assert_eq!(used, ["world", "journal", "guard", "web", "run", "prelude", "replay"]);
}

/// The modules that a text names in code, each with its line.
fn modules_used(text: &str) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    for (index, line) in text.lines().enumerate() {
        // Documentation may point anywhere.
        let code = line.split("//").next().unwrap_or_default();
        for (at, start) in code.match_indices("crate::").chain(code.match_indices("super::super::"))
        {
            let rest = &code[at + start.len()..];
            let names = match rest.strip_prefix('{') {
                Some(group) => first_names(group),
                None => vec![word(rest)],
            };
            used.extend(
                names
                    .into_iter()
                    .filter(|name| DEPENDENCIES.iter().any(|(module, _)| module == name))
                    .map(|name| (index + 1, name.to_string())),
            );
        }
    }
    used
}

/// The first word of each member of a group, without those of groups inside of it.
fn first_names(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let members = group.split(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    members.map(|member| word(member.trim_start())).collect()
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// `src/guard/file.rs` and `src/guard.rs` are both of the module `guard`.
fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    Path::new(inside.iter().next().unwrap()).file_stem().unwrap().to_string_lossy().into_owned()
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn read(path: &Path) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// All files of the repository but what was built or installed, sorted, relative to its top.
fn files() -> Vec<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut rest = vec![top.to_path_buf()];
    while let Some(directory) = rest.pop() {
        for entry in fs::read_dir(directory).unwrap().map(Result::unwrap) {
            let (path, name) = (entry.path(), entry.file_name());
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                let made = [".git", "target", "dist", "node_modules", "pkg"];
                if !made.iter().any(|made| name == *made) {
                    rest.push(path);
                }
            } else if kind.is_file() && name != ".git" {
                found.push(path.strip_prefix(top).unwrap().to_path_buf());
            }
        }
    }
    found.sort();
    assert!(found.iter().any(|path| path == Path::new("src/lib.rs")));
    found
}
