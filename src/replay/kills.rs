//! One program, killed at every moment where that can be: what the disk holds then.
//!
//! Nothing is guessed here. Each kill is a run of its own that really died, and what "whole" means is
//! learnt from one that was left to go on: what a file holds while nobody has it open for writing.

use crate::journal::{Exit, OpenMode};

use super::{NEVER, Replay, words};

/// What became of the files, kill by kill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kills {
    /// The whole in one sentence.
    pub sentence: String,
    /// The files that there are after a kill, or before the run, by path.
    pub paths: Vec<String>,
    /// In the order of the steps; kills one after the other that leave the same are one.
    pub outcomes: Vec<Outcome>,
}

/// What some kills in a row leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The step after which the first of them came.
    pub first: usize,
    /// The step after which the last of them came.
    pub last: usize,
    /// The index of the last of them.
    pub kill: usize,
    /// The event of that step, in words.
    pub text: String,
    /// For each of [`Kills::paths`], what it holds.
    pub files: Vec<KilledFile>,
    /// Bytes that were buffered and never reached the disk.
    pub lost: u64,
}

/// What a file holds after a kill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KilledFile {
    /// How it stands.
    pub fate: FileFate,
    /// How many bytes it has.
    pub size: usize,
    /// The first of them, at most [`BYTES_SHOWN`](super::BYTES_SHOWN).
    pub bytes: Vec<u8>,
}

/// How a file stands after a kill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileFate {
    /// It holds what it held before the run.
    Old,
    /// It holds something else that it also holds while nobody writes to it.
    New,
    /// It holds what it never holds unless somebody is writing to it.
    Torn,
    /// It is not there, though it was before the run and is there after it.
    Lost,
    /// It is not there, and need not be.
    Absent,
}

/// Lays the outcomes of kills side by side. `whole` is the run that was left to go on; `killed` are the
/// runs that were killed, each a little longer than the one before.
pub fn kills(whole: &Replay, killed: &[Replay]) -> Kills {
    let versions = Versions::of(whole);
    let disks: Vec<_> = killed.iter().map(|run| files(run, run.steps())).collect();
    let there = disks.iter().chain([&versions.before]).flatten();
    let mut paths: Vec<String> = there.map(|(path, _)| path.clone()).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut harm = vec![Harm::default(); paths.len()];
    for (kill, (run, disk)) in killed.iter().zip(&disks).enumerate() {
        let files: Vec<_> =
            paths.iter().map(|path| versions.judge(path, find(disk, path))).collect();
        for (harm, file) in harm.iter_mut().zip(&files) {
            harm.torn += usize::from(file.fate == FileFate::Torn);
            harm.lost += usize::from(file.fate == FileFate::Lost);
        }
        let (step, lost) = (run.died_after(), run.verdict().lost_bytes);
        let first = match outcomes.pop_if(|last| last.files == files && last.lost == lost) {
            Some(same) => same.first,
            None => step,
        };
        outcomes.push(Outcome { first, last: step, kill, text: run.what(step), files, lost });
    }
    for (harm, path) in harm.iter_mut().zip(&paths) {
        harm.was_there = find(&versions.before, path).is_some();
    }
    Kills { sentence: words::killed(killed.len(), &paths, &harm), paths, outcomes }
}

/// What the kills have done to a file.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Harm {
    /// Whether it was there before the run.
    pub(super) was_there: bool,
    /// After how many kills it was torn.
    pub(super) torn: usize,
    /// After how many kills it was lost.
    pub(super) lost: usize,
}

/// A path and what is there.
type File = (String, Vec<u8>);

fn files(run: &Replay, step: usize) -> Vec<File> {
    run.disk(step).into_iter().filter_map(|(path, bytes)| Some((path, bytes?))).collect()
}

fn find<'f>(files: &'f [File], path: &str) -> Option<&'f Vec<u8>> {
    files.iter().find(|file| file.0 == path).map(|file| &file.1)
}

/// What files hold while nobody writes to them.
struct Versions {
    before: Vec<File>,
    after: Vec<File>,
    /// Of a path there may be several, one for each time it was left alone.
    at_rest: Vec<File>,
}

impl Versions {
    fn of(whole: &Replay) -> Self {
        let mut at_rest = Vec::new();
        for step in 0..=whole.died_after() {
            let written = whole.written_at(step);
            for file in files(whole, step) {
                if !written.contains(&file.0) && !at_rest.contains(&file) {
                    at_rest.push(file);
                }
            }
        }
        Self { before: files(whole, 0), after: files(whole, whole.died_after()), at_rest }
    }

    fn judge(&self, path: &str, bytes: Option<&Vec<u8>>) -> KilledFile {
        let Some(bytes) = bytes else {
            let is_missed = find(&self.before, path).and(find(&self.after, path)).is_some();
            let fate = if is_missed { FileFate::Lost } else { FileFate::Absent };
            return KilledFile { fate, size: 0, bytes: Vec::new() };
        };
        let is_it = |file: &File| file.0 == path && file.1 == *bytes;
        let fate = if find(&self.before, path) == Some(bytes) {
            FileFate::Old
        } else if self.at_rest.iter().any(is_it) {
            FileFate::New
        } else {
            FileFate::Torn
        };
        let shown = bytes.len().min(super::BYTES_SHOWN as usize);
        KilledFile { fate, size: bytes.len(), bytes: bytes[..shown].to_vec() }
    }
}

impl Replay {
    /// The step after which the program ran no more: of one that was killed, the last of its own.
    fn died_after(&self) -> usize {
        let killed = self.verdict().exit == Some(Exit::Killed);
        match self.facts.exited {
            NEVER => self.steps(),
            exited => exited as usize - usize::from(killed),
        }
    }

    /// The paths of the files that somebody has open for writing at a step.
    fn written_at(&self, step: usize) -> Vec<String> {
        let now = step as u32;
        let alive = self.facts.alive.alive(now).map(|index| &self.facts.resources[index]);
        let writing = alive.filter(|resource| {
            resource.acquired <= now && resource.mode & (OpenMode::WRITE | OpenMode::APPEND) != 0
        });
        let files = writing.map(|resource| resource.file).filter(|&file| file != NEVER);
        let path = |file| self.facts.files.path(file as usize, now, |id| self.journal().text(id));
        files.map(|file| super::files::normalised(path(file))).collect()
    }
}
