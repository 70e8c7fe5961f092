//! A run in one sentence.

use crate::journal::Exit;

use super::NEVER;
use super::build::Facts;
use super::log::Severity;
use super::moment::{ExitState, exit_state};
use super::resources::Fate;
use super::{Journal, Replay};

/// What came of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How bad it is.
    pub severity: Severity,
    /// The whole in one line: `2 opened, 2 closed; a panic reached main, nothing leaked`.
    pub sentence: String,
    /// Resources that were acquired.
    pub acquired: usize,
    /// Acquisitions that failed.
    pub refused: usize,
    /// Handles that their guards closed, a failed clean-up included.
    pub released: usize,
    /// Of those, the ones whose clean-up failed.
    pub failed_releases: usize,
    /// Handles that nobody released before the run was over.
    pub leaked: usize,
    /// Handles that the world closed.
    pub reaped: usize,
    /// Handles that were open when the journal ends, with nothing said of them.
    pub still_open: usize,
    /// Bytes that were buffered and never reached the disk.
    pub lost_bytes: u64,
    /// How the program ended, where the journal says so.
    pub exit: Option<Exit>,
    /// Its exit status, 0 where the journal does not say.
    pub status: i32,
}

impl Replay {
    /// What came of the run.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }
}

/// Counts what became of each resource.
pub(crate) fn verdict(facts: &Facts, journal: &Journal) -> Verdict {
    let last = (facts.exited != NEVER).then(|| &journal.events()[facts.exited as usize - 1]);
    let exit = last.map(|event| exit_state(journal, event));
    let mut verdict = Verdict {
        severity: Severity::Fine,
        sentence: String::new(),
        acquired: 0,
        refused: 0,
        released: 0,
        failed_releases: 0,
        leaked: 0,
        reaped: 0,
        still_open: 0,
        lost_bytes: 0,
        exit: exit.as_ref().map(|exit| exit.exit),
        status: exit.as_ref().map_or(0, |exit| exit.status),
    };
    for resource in &facts.resources {
        verdict.acquired += usize::from(resource.acquired != NEVER);
        verdict.lost_bytes += u64::from(resource.lost);
        verdict.leaked += usize::from(resource.leaked != NEVER || resource.fate == Fate::Reaped);
        match resource.fate {
            Fate::Refused => verdict.refused += 1,
            Fate::Released => verdict.released += 1,
            Fate::ReleaseFailed => {
                verdict.released += 1;
                verdict.failed_releases += 1;
            }
            Fate::Reaped => verdict.reaped += 1,
            Fate::Unknown => verdict.still_open += usize::from(resource.acquired != NEVER),
        }
    }
    verdict.severity = match verdict.exit {
        _ if verdict.leaked > 0 || verdict.lost_bytes > 0 => Severity::Leak,
        Some(Exit::Panicked | Exit::Aborted | Exit::Killed) => Severity::Panic,
        Some(Exit::Failed | Exit::Stopped) => Severity::Error,
        _ if verdict.failed_releases > 0 => Severity::Error,
        _ => Severity::Fine,
    };
    verdict.sentence = verdict.say(exit.as_ref());
    verdict
}

impl Verdict {
    /// What became of the resources, then how the program ended.
    fn say(&self, exit: Option<&ExitState<'_>>) -> String {
        let mut counts = Vec::new();
        match (self.acquired, self.refused) {
            (0, 0) => counts.push("nothing was opened".to_owned()),
            (acquired, _) => counts.push(format!("{acquired} opened")),
        }
        if self.refused > 0 {
            counts.push(format!("{} refused", self.refused));
        }
        if self.released > 0 {
            counts.push(format!("{} closed", self.released));
        }
        if self.failed_releases > 0 {
            let close = if self.failed_releases == 1 { "close" } else { "closes" };
            counts.push(format!("{} {close} failed", self.failed_releases));
        }
        if self.still_open > 0 {
            counts.push(format!("{} still open", self.still_open));
        }
        if self.leaked > 0 {
            let reaped = if self.reaped == self.leaked { ": reaped by the world" } else { "" };
            counts.push(format!("{} never closed{reaped}", self.leaked));
        }
        if self.lost_bytes > 0 {
            let bytes = if self.lost_bytes == 1 { "byte" } else { "bytes" };
            counts.push(format!("{} {bytes} lost", self.lost_bytes));
        }
        let mut ends = Vec::new();
        match exit.map(|exit| (exit.exit, exit.status)) {
            Some((Exit::Panicked, _)) => ends.push("a panic reached main".to_owned()),
            Some((Exit::Failed, _)) => ends.push("an error reached main".to_owned()),
            Some((Exit::Stopped, _)) => ends.push("the run was stopped".to_owned()),
            Some((Exit::Aborted, _)) => ends.push("it died on the spot".to_owned()),
            Some((Exit::Killed, _)) => ends.push("it was killed from outside".to_owned()),
            Some((Exit::Called, status)) => ends.push(format!("exit was called with {status}")),
            Some((Exit::Returned, _)) | None => {}
        }
        if self.acquired > 0 && self.leaked == 0 && self.still_open == 0 {
            ends.push("nothing leaked".to_owned());
        }
        if ends.is_empty() {
            counts.join(", ")
        } else {
            format!("{}; {}", counts.join(", "), ends.join(", "))
        }
    }
}
