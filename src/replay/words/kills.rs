//! In words, what the disk holds after a program was killed.

use crate::replay::kills::{FileFate, Harm};

use super::numbers::{count, plural};
use super::text::name;

impl FileFate {
    /// How the file stands, for a cell of a table: `unchanged`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Old => "unchanged",
            Self::New => "new and whole",
            Self::Torn => "torn",
            Self::Lost => "lost",
            Self::Absent => "not there",
        }
    }
}

/// How often each file was torn or lost by so many kills: `` The program was killed at 9 moments.
/// `a.bin` was torn 3 times. ``
pub(in crate::replay) fn killed(kills: usize, paths: &[String], harm: &[Harm]) -> String {
    let told = paths.iter().zip(harm).filter_map(|(path, harm)| {
        let path = name(path);
        match *harm {
            Harm { torn: 0, lost: 0, was_there: true } => Some(format!("{path} was never torn.")),
            Harm { torn: 0, lost: 0, was_there: false } => None,
            Harm { torn, was_there: false, .. } => {
                Some(format!("{path} was left half written {}.", times(torn)))
            }
            Harm { torn, lost: 0, .. } => Some(format!("{path} was torn {}.", times(torn))),
            Harm { torn: 0, lost, .. } => Some(format!("{path} was lost {}.", times(lost))),
            Harm { torn, lost, .. } => {
                Some(format!("{path} was torn {} and lost {}.", times(torn), times(lost)))
            }
        }
    });
    let mut told: Vec<_> = told.collect();
    if told.is_empty() {
        told.push("No file was torn.".to_owned());
    }
    let moments = plural(kills as u64, "moment", "moments");
    format!("The program was killed at {moments}. {}", told.join(" "))
}

fn times(number: usize) -> String {
    if number == 1 { "once".to_owned() } else { format!("{} times", count(number as u64)) }
}
