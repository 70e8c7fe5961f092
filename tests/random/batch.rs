//! A crate of programs, compiled by `rustc`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::support::compiled::{Ran, run_all};

/// Compiles the programs, all in one crate, and runs each.
///
/// # Panics
///
/// If `rustc` refuses one: whoever wrote the programs has a bug.
pub fn run(programs: &[String]) -> Vec<Ran> {
    let crate_ = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random-programs");
    let source = crate_.join("src");
    fs::create_dir_all(&source).unwrap();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = crate_.join("Cargo.toml");
    fs::write(&manifest, manifest_over(repository)).unwrap();
    // The same versions of everything, and so the same compiled crates.
    fs::copy(repository.join("Cargo.lock"), crate_.join("Cargo.lock")).unwrap();

    let mut list = String::new();
    for (number, program) in programs.iter().enumerate() {
        fs::write(source.join(format!("p{number}.rs")), program).unwrap();
        writeln!(list, "    p{number} = \"p{number}.rs\",").unwrap();
    }
    let support = repository.join("tests/support/mod.rs");
    let main = format!(
        "#[path = {support:?}]\nmod support;\n\nprograms! {{\n{list}}}\n\n\
         fn main() {{\n    support::compiled::become_program(PROGRAMS);\n}}\n"
    );
    fs::write(source.join("main.rs"), main).unwrap();

    let binary = compile(&manifest);
    let paths: Vec<_> = (0..programs.len()).map(|number| format!("p{number}.rs")).collect();
    run_all(&paths, &|| Command::new(&binary))
}

fn manifest_over(repository: &Path) -> String {
    format!(
        "[package]\nname = \"random-programs\"\nedition = \"2024\"\n\n\
         [dependencies]\nleakproof = {{ path = {repository:?} }}\n\n\
         [profile.dev.package.random-programs]\ndebug = false\nincremental = false\n\n\
         [workspace]\n"
    )
}

fn compile(manifest: &Path) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--manifest-path"])
        .arg(manifest)
        .arg("--target-dir")
        .arg(target)
        // What it finds of Cargo's configuration is then that of the repository.
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_TMPDIR", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    target.join("debug/random-programs")
}
