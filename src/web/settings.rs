//! The settings of a program, and the limits that hold for every program.

use serde::Serialize;
use tsify::Tsify;

use super::ran::utf16;
use crate::run::{self, limits};

/// One setting of the simulated machine.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Setting {
    /// The directive without its value: `handles`, `locks`, `disk`, `file data.csv`, `dir logs`,
    /// `fail write 3`.
    pub name: String,
    /// The value as it is written, or the default; empty for a directory.
    pub value: String,
    /// The value without a line; null where there is nothing without a line.
    pub default: Option<String>,
    /// Whether a line says it.
    pub said: bool,
    /// The place of the value. Empty where no line says it.
    pub value_at: Place,
    /// The place of the whole line, its line break included. Where no line says it, it is empty: a line
    /// for it, with a line break, goes there.
    pub line_at: Place,
}

/// A place in the source, in UTF-16 code units.
#[derive(Serialize, Tsify, Clone, Copy)]
pub struct Place {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

impl Setting {
    /// The settings of a source, whether it compiles or not.
    pub(super) fn all(source: &str) -> Vec<Self> {
        let place = |bytes: std::ops::Range<usize>| Place {
            from: utf16(source, bytes.start as u32),
            to: utf16(source, bytes.end as u32),
        };
        let settings = run::settings(source).into_iter();
        settings
            .map(|setting| Self {
                name: setting.name,
                value: setting.value,
                default: setting.default,
                said: setting.said,
                value_at: place(setting.value_at),
                line_at: place(setting.line_at),
            })
            .collect()
    }
}

/// The limits that hold for every program.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Bytes of source text.
    pub source: usize,
    /// Statements, calls and turns of loops in one run.
    pub steps: u64,
    /// Events in a journal.
    pub events: usize,
    /// Bytes printed by one run.
    pub output: usize,
    /// Bytes that all strings and collections made in a run have together; freed ones count as well.
    pub memory: usize,
    /// Expressions within expressions, over all calls that are active.
    pub depth: u32,
    /// How deeply a value may contain values.
    pub value_depth: u32,
}

impl Limits {
    pub(super) fn new() -> Self {
        Self {
            source: limits::MAX_SOURCE,
            steps: limits::MAX_STEPS,
            events: limits::MAX_EVENTS,
            output: limits::MAX_OUTPUT,
            memory: limits::MAX_MEMORY,
            depth: limits::MAX_DEPTH,
            value_depth: limits::MAX_VALUE_DEPTH,
        }
    }
}
