//! The same programs, checked by `rustc`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::Program;

/// An error of `rustc`.
#[derive(Debug)]
pub struct Refusal {
    pub code: String,
    /// Line and column where its first primary place begins, and where it ends.
    pub from: (u64, u64),
    pub to: (u64, u64),
}

/// What `rustc` says about each program, by its name. All of them are checked by one call of Cargo, as
/// the programs of one package of that name.
pub fn by_rustc(name: &str, programs: &[Program]) -> BTreeMap<String, Vec<Refusal>> {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(package.join("src")).unwrap();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut manifest = format!(
        "[package]\nname = {name:?}\nedition = \"2024\"\nautobins = false\n\n\
         [dependencies]\nleakproof = {{ path = {repository:?} }}\n\n[workspace]\n"
    );
    for program in programs {
        let target = target_of(program);
        let path = format!("src/{target}.rs");
        write!(manifest, "\n[[bin]]\nname = {target:?}\npath = {path:?}\n").unwrap();
        fs::write(package.join(path), &program.source).unwrap();
    }
    let path = package.join("Cargo.toml");
    fs::write(&path, manifest).unwrap();
    // The same versions of everything, and so the same compiled crates.
    fs::copy(repository.join("Cargo.lock"), package.join("Cargo.lock")).unwrap();

    let lines = check(&path);
    let messages = lines.lines().filter_map(|line| serde_json::from_str(line).ok());
    let mut refusals = BTreeMap::<String, Vec<Refusal>>::new();
    for message in messages {
        let message: serde_json::Value = message;
        if message["reason"] != "compiler-message" || message["message"]["level"] != "error" {
            continue;
        }
        let target = message["target"]["name"].as_str().unwrap();
        let Some(program) = programs.iter().find(|program| target_of(program) == target) else {
            panic!("{target} is not one of the programs: {message}");
        };
        if let Some(refusal) = refusal(&message["message"]) {
            refusals.entry(program.name.clone()).or_default().push(refusal);
        }
    }
    refusals
}

fn target_of(program: &Program) -> String {
    program.name.replace('/', "-")
}

/// An error with a place; what has none says how many there were.
fn refusal(message: &serde_json::Value) -> Option<Refusal> {
    let spans = message["spans"].as_array().unwrap();
    let primary = spans.iter().find(|span| span["is_primary"] == true)?;
    let number = |of: &str| primary[of].as_u64().unwrap();
    Some(Refusal {
        // A lint that denies has a name in place of a code.
        code: message["code"]["code"].as_str().filter(is_code).unwrap_or_default().to_owned(),
        from: (number("line_start"), number("column_start")),
        to: (number("line_end"), number("column_end")),
    })
}

fn is_code(code: &&str) -> bool {
    code.strip_prefix('E').is_some_and(|number| number.parse::<u32>().is_ok())
}

fn check(manifest: &Path) -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--keep-going", "--message-format=json"])
        .arg("--manifest-path")
        .arg(manifest)
        .arg("--target-dir")
        .arg(target)
        // What it finds of Cargo's configuration is then that of the repository.
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_TMPDIR", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}
