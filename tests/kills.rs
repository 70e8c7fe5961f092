//! One program, killed at every moment: what its files hold then, in words.

#[path = "support/killed.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod killed;

use std::fmt::Write as _;

use killed::killed_at_each_event;
use leakproof::replay::FileFate;

/// The sentence, then a line for each file with what it was from which step on.
fn shown(source: &str) -> String {
    let kills = killed_at_each_event(source);
    let mut text = format!("{}\n", kills.sentence);
    for (index, path) in kills.paths.iter().enumerate() {
        let mut last = None;
        let _ = write!(text, "{path}:");
        for outcome in &kills.outcomes {
            let file = &outcome.files[index];
            if last == Some((file.fate, &file.bytes)) {
                continue;
            }
            last = Some((file.fate, &file.bytes));
            let bytes = String::from_utf8_lossy(&file.bytes);
            let fate = match file.fate {
                FileFate::Old => "old",
                FileFate::New => "new",
                FileFate::Torn => "torn",
                FileFate::Lost => "lost",
                FileFate::Absent => "absent",
            };
            let _ = write!(text, " {} {fate} {bytes:?};", outcome.first);
        }
        text.push('\n');
    }
    text
}

fn program(lines: &[&str]) -> String {
    let body: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    format!(
        "//@ file ckpt: old\nuse leakproof::prelude::*;\nfn main() -> Result<()> {{\n{body}    Ok(())\n}}\n"
    )
}

#[track_caller]
fn check(lines: &[&str], expected: &str) {
    let found = shown(&program(lines));
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "\n{found}");
}

const WRITES: [&str; 4] =
    ["file.write(\"new \")?;", "file.flush()?;", "file.write(\"ckpt\")?;", "file.close()?;"];

#[test]
fn a_file_written_in_place_is_torn_from_the_cut_to_the_last_flush() {
    let lines = [&["let mut file = ManagedFile::create(\"ckpt\")?;"][..], &WRITES].concat();
    check(
        &lines,
        "The program was killed at 12 moments. `ckpt` was torn 6 times.
         ckpt: 1 old \"old\"; 3 torn \"\"; 6 torn \"new \"; 9 new \"new ckpt\";",
    );
}

#[test]
fn a_file_that_is_renamed_into_its_place_is_whole_at_any_moment() {
    let lines = [
        &["let mut file = ManagedFile::create(\"tmp\")?;"][..],
        &WRITES,
        &["fs::rename(\"tmp\", \"ckpt\")?;"],
    ];
    check(
        &lines.concat(),
        "The program was killed at 13 moments. `ckpt` was never torn. `tmp` was left half written 6 times.
         ckpt: 1 old \"old\"; 11 new \"new ckpt\";
         tmp: 1 absent \"\"; 3 torn \"\"; 6 torn \"new \"; 9 new \"new ckpt\"; 11 absent \"\";",
    );
}

#[test]
fn a_file_that_is_removed_before_its_successor_takes_its_name_is_lost_in_between() {
    check(
        &[
            "fs::write(\"tmp\", \"new\")?;",
            "fs::remove_file(\"ckpt\")?;",
            "fs::rename(\"tmp\", \"ckpt\")?;",
        ],
        "The program was killed at 11 moments. `ckpt` was lost once. `tmp` was left half written 3 times.
         ckpt: 1 old \"old\"; 8 lost \"\"; 9 new \"new\";
         tmp: 1 absent \"\"; 3 torn \"\"; 6 new \"new\"; 9 absent \"\";",
    );
}

#[test]
fn a_program_that_only_reads_leaves_every_file_whole() {
    check(
        &["fs::read_to_string(\"ckpt\")?;"],
        "The program was killed at 9 moments. `ckpt` was never torn.
         ckpt: 1 old \"old\";",
    );
}

#[test]
fn a_program_that_dies_by_itself_has_torn_what_it_was_writing() {
    check(
        &[
            "let mut file = ManagedFile::create(\"ckpt\")?;",
            "file.write(\"new\")?;",
            "file.flush()?;",
            "std::process::abort();",
        ],
        "The program was killed at 6 moments. `ckpt` was torn 4 times.
         ckpt: 1 old \"old\"; 3 torn \"\"; 6 torn \"new\";",
    );
}
