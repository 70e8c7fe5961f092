//! The programs that the playground does not run yet.

use super::list::PROGRAMS;

const NOT_YET: &str = include_str!("not_yet.txt");

/// Paths of programs that are refused as not supported. A wrong result never stands here.
pub fn list() -> Vec<&'static str> {
    let lines = NOT_YET.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split(": ").next().unwrap()).collect()
}

#[test]
fn each_says_what_is_lacking_and_is_a_program() {
    for line in NOT_YET.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (path, lacking) = line.split_once(": ").unwrap_or((line, ""));
        assert!(!lacking.is_empty(), "{path}: what is lacking?");
        assert!(PROGRAMS.iter().any(|program| program.path == path), "there is no {path}");
    }
}
