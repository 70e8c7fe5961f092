//! How a run stands, as the page sees it.

use serde::Serialize;
use tsify::Tsify;

use super::table::severity;
use crate::replay;

/// What is true at a step; at the last one, of the whole run.
#[derive(Serialize, Tsify)]
pub struct Verdict {
    /// The worst of what is true.
    #[tsify(type = "Severity")]
    pub severity: &'static str,
    /// Its parts as one text.
    pub sentence: String,
    /// Short sentences, each of which can be read alone.
    pub parts: Vec<VerdictPart>,
    /// Handles that nobody released before the run was over.
    pub leaked: usize,
}

/// A sentence of a verdict.
#[derive(Serialize, Tsify)]
pub struct VerdictPart {
    /// The sentence.
    pub text: String,
    /// The step of the event that proves it; null where no single event does.
    pub step: Option<usize>,
}

/// Severity of an event or a run.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "lowercase")]
#[allow(dead_code, reason = "only its TypeScript form is used")]
pub enum Severity {
    /// Nothing is wrong.
    Fine,
    /// An error.
    Error,
    /// A panic.
    Panic,
    /// A resource or bytes were lost.
    Leak,
}

impl From<replay::Verdict> for Verdict {
    fn from(verdict: replay::Verdict) -> Self {
        Self {
            severity: severity(verdict.severity),
            sentence: verdict.sentence(),
            parts: verdict.parts.into_iter().map(VerdictPart::from).collect(),
            leaked: verdict.leaked,
        }
    }
}

impl From<replay::VerdictPart> for VerdictPart {
    fn from(part: replay::VerdictPart) -> Self {
        Self { text: part.text, step: part.step }
    }
}
