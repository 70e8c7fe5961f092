//! What kills at every moment leave, as the page sees it.

use serde::Serialize;
use tsify::Tsify;

use super::text::{line, lines};
use crate::replay::{self, FileFate};

/// One program, killed at every moment where that can be.
#[derive(Serialize, Tsify)]
pub struct Kills {
    /// The whole in one sentence.
    pub sentence: String,
    /// The files that there are, by path.
    pub paths: Vec<String>,
    /// In the order of the steps; kills in a row that leave the same are one.
    pub outcomes: Vec<KillOutcome>,
}

/// What some kills in a row leave.
#[derive(Serialize, Tsify)]
pub struct KillOutcome {
    /// The step after which the first of them came.
    pub first: usize,
    /// The step after which the last of them came.
    pub last: usize,
    /// The index of the last of them.
    pub kill: usize,
    /// The event of that step, in words.
    pub text: String,
    /// For each path, what is there.
    pub files: Vec<KilledFile>,
    /// Bytes that were buffered and are lost.
    pub lost: f64,
}

/// What a file holds after a kill.
#[derive(Serialize, Tsify)]
pub struct KilledFile {
    /// How it stands.
    #[tsify(type = "'old' | 'new' | 'torn' | 'lost' | 'absent'")]
    pub fate: &'static str,
    /// The same in words.
    pub says: &'static str,
    /// How many bytes it has.
    pub size: usize,
    /// Its beginning.
    pub text: String,
}

impl From<replay::Kills> for Kills {
    fn from(kills: replay::Kills) -> Self {
        Self {
            sentence: kills.sentence,
            paths: kills.paths.iter().map(|path| line(path)).collect(),
            outcomes: kills.outcomes.into_iter().map(KillOutcome::from).collect(),
        }
    }
}

impl From<replay::Outcome> for KillOutcome {
    fn from(outcome: replay::Outcome) -> Self {
        Self {
            first: outcome.first,
            last: outcome.last,
            kill: outcome.kill,
            text: outcome.text,
            files: outcome.files.into_iter().map(KilledFile::from).collect(),
            lost: outcome.lost as f64,
        }
    }
}

impl From<replay::KilledFile> for KilledFile {
    fn from(file: replay::KilledFile) -> Self {
        let fate = match file.fate {
            FileFate::Old => "old",
            FileFate::New => "new",
            FileFate::Torn => "torn",
            FileFate::Lost => "lost",
            FileFate::Absent => "absent",
        };
        let text = lines(&String::from_utf8_lossy(&file.bytes));
        Self { fate, says: file.fate.words(), size: file.size, text }
    }
}
