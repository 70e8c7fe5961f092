//! How a run stands at a step, in a few short sentences.

use crate::journal::Exit;

use super::log::Severity;
use super::scene::Scene;
use super::words;
use super::{NEVER, Replay};

/// What is true at a step; at the last one, of the whole run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The worst of what is true.
    pub severity: Severity,
    /// Short sentences, each of which can be read alone.
    pub parts: Vec<VerdictPart>,
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
    /// Handles that the system closed.
    pub reaped: usize,
    /// Handles that are open.
    pub still_open: usize,
    /// Bytes that were buffered and never reached the disk.
    pub lost_bytes: u64,
    /// How the program ended, where the journal says so.
    pub exit: Option<Exit>,
    /// Its exit status, 0 where the journal does not say.
    pub status: i32,
}

/// A sentence of a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictPart {
    /// The sentence: `8 bytes were lost.`
    pub text: String,
    /// The step of the event that proves it, where one event does.
    pub step: Option<usize>,
}

impl Verdict {
    /// Its parts as one text: `1 of 2 files was never closed. 8 bytes were lost.`
    pub fn sentence(&self) -> String {
        let parts: Vec<_> = self.parts.iter().map(|part| part.text.as_str()).collect();
        parts.join(" ")
    }
}

impl Replay {
    /// What came of the whole run.
    pub fn verdict(&self) -> Verdict {
        self.verdict_at(self.steps())
    }

    /// What is true at a step; at the last one for a step beyond it. Found by searching: the cost does
    /// not grow with the length of the run.
    pub fn verdict_at(&self, step: usize) -> Verdict {
        let step = step.min(self.steps()) as u32;
        let tally = &self.facts.tally;
        let exited = self.facts.exited;
        let exit = (exited != NEVER && exited <= step).then(|| {
            super::moment::exit_state(&self.journal, &self.journal.events()[exited as usize - 1])
        });
        let mut verdict = Verdict {
            severity: Severity::Fine,
            parts: Vec::new(),
            acquired: tally.acquired.until(step).all(),
            refused: tally.refused.until(step).all(),
            released: tally.released.until(step).all(),
            failed_releases: tally.failed.until(step).all(),
            leaked: tally.leaked.until(step).all().max(tally.reaped.until(step).all()),
            reaped: tally.reaped.until(step).all(),
            still_open: tally.open(step).all(),
            lost_bytes: tally.lost(step),
            exit: exit.as_ref().map(|exit| exit.exit),
            status: exit.as_ref().map_or(0, |exit| exit.status),
        };
        let scene = Scene { replay: self, step };
        verdict.severity = verdict.severity_of(scene);
        verdict.parts = words::parts(scene, &verdict);
        verdict
    }
}

impl Verdict {
    fn severity_of(&self, scene: Scene<'_>) -> Severity {
        let tally = &scene.replay.facts.tally;
        let forgotten = tally.forgotten.until(scene.step) - tally.forgotten_gone.until(scene.step);
        let travels = scene.travels();
        let is_left_open = self.exit.is_some() && self.still_open > 0;
        match self.exit {
            _ if self.leaked > 0 || self.lost_bytes > 0 => Severity::Leak,
            _ if forgotten.all() > 0 || is_left_open => Severity::Leak,
            Some(Exit::Panicked | Exit::Aborted | Exit::Killed) => Severity::Panic,
            None if travels.panic.is_some() => Severity::Panic,
            Some(Exit::Failed | Exit::Stopped) => Severity::Error,
            None if travels.error.is_some() => Severity::Error,
            _ if self.failed_releases > 0 => Severity::Error,
            _ => Severity::Fine,
        }
    }
}

impl Scene<'_> {
    /// Whether nothing of the program follows.
    pub(super) fn is_over(&self) -> bool {
        self.exited().is_some() || self.step as usize == self.replay.steps()
    }
}
