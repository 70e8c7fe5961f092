//! The programs of the repository, as texts.

use std::fs;
use std::path::{Path, PathBuf};

/// The programs of `tests/conformance`, each with its path there, in the order of their paths.
pub fn conformance() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let rules = entries(&folder).into_iter().filter(|path| path.is_dir());
    named(&folder, rules.flat_map(|rule| entries(&rule)))
}

/// The scenarios that the page begins with.
pub fn scenarios() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("notes/scenarios");
    let files = entries(&folder).into_iter();
    named(&folder, files.filter(|path| path.extension().is_some_and(|ending| ending == "rs")))
}

fn named(folder: &Path, paths: impl Iterator<Item = PathBuf>) -> Vec<(String, String)> {
    let read = |path: PathBuf| {
        let source = fs::read_to_string(&path).unwrap();
        (path.strip_prefix(folder).unwrap().to_string_lossy().into_owned(), source)
    };
    paths.map(read).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut entries: Vec<_> = entries.collect();
    entries.sort();
    entries
}
