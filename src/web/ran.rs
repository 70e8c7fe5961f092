//! What came of a run, and what is to be said about its text.

use serde::Serialize;
use tsify::Tsify;

use super::settings::Setting;
use super::text::lines;
use crate::replay::{Axis, Replay};
use crate::run::{self, Category};

/// What came of the wish to run a program.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Ran {
    /// The run; null where the program could not run.
    pub run: Option<Run>,
    /// What is to be said about the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What the program may count on, whether it could run or not.
    pub settings: Vec<Setting>,
    /// Whether a process would have died, where the program was only stopped: in an instance of its
    /// own it does.
    pub would_die: bool,
}

/// A run.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The number of its last step.
    pub steps: usize,
    /// Nanoseconds that it took by its own clock.
    pub time: f64,
    /// Milliseconds that it took by the browser's clock, to the point where it can be looked at.
    pub took: f64,
    /// How many programs ran on its disk before it.
    pub runs_on_disk: u32,
}

/// What is to be said about a place in the text.
#[derive(Serialize, Tsify)]
pub struct Diagnostic {
    /// Whose fault it is.
    #[tsify(type = "'wrong' | 'not-supported' | 'bug' | 'stopped'")]
    pub category: &'static str,
    /// The compiler's code for it.
    pub code: Option<String>,
    /// The fact.
    pub message: String,
    /// Where it begins, in UTF-16 code units.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The line of its beginning, from 1.
    pub line: usize,
    /// What is to be said at that place; may be empty.
    pub label: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Other places that it mentions.
    pub notes: Vec<Note>,
}

/// A place that a diagnostic mentions.
#[derive(Serialize, Tsify)]
pub struct Note {
    /// Where it begins, in UTF-16 code units.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The line of its beginning, from 1.
    pub line: usize,
    /// What is there.
    pub text: String,
}

impl Ran {
    pub(super) fn refused(source: &str, problems: &[run::Diagnostic]) -> Self {
        let diagnostics = problems.iter().map(|each| Diagnostic::of(source, each)).collect();
        Self { run: None, diagnostics, settings: Setting::all(source), would_die: false }
    }

    pub(super) fn done(
        source: &str,
        replay: &Replay,
        problem: Option<&run::Diagnostic>,
        took: f64,
    ) -> Self {
        let steps = replay.steps();
        let time = replay.position_of(Axis::Time, steps);
        let runs_on_disk = replay.runs_on_disk();
        let run = Run { steps, time, took, runs_on_disk };
        let diagnostics = problem.into_iter().map(|each| Diagnostic::of(source, each)).collect();
        Self { run: Some(run), diagnostics, settings: Setting::all(source), would_die: false }
    }
}

impl Diagnostic {
    fn of(source: &str, diagnostic: &run::Diagnostic) -> Self {
        let notes = diagnostic.notes.iter().map(|(span, text)| Note {
            from: utf16(source, span.start),
            to: utf16(source, span.end),
            line: span.line as usize,
            text: lines(text),
        });
        Self {
            category: match diagnostic.category {
                Category::Wrong => "wrong",
                Category::NotSupported => "not-supported",
                Category::Bug => "bug",
                Category::Stopped => "stopped",
            },
            code: diagnostic.code.map(str::to_owned),
            message: lines(&diagnostic.message),
            from: utf16(source, diagnostic.span.start),
            to: utf16(source, diagnostic.span.end),
            line: diagnostic.span.line as usize,
            label: lines(&diagnostic.label),
            hint: diagnostic.hint.as_deref().map(lines),
            notes: notes.collect(),
        }
    }
}

/// A byte offset in UTF-16 code units; one that is inside of a character or beyond the end counts
/// as the next place before it.
pub(super) fn utf16(source: &str, byte: u32) -> usize {
    source[..source.floor_char_boundary(byte as usize)].encode_utf16().count()
}
