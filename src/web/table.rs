//! The rows of lists: lanes, scopes, log, table.

use serde::Serialize;
use tsify::Tsify;

use super::text::line;
use crate::replay::{self, ClosedBy, End, Severity};

/// One row of the timeline. One on which nothing lies yet has no label and no line.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Lane {
    /// The names on it.
    pub label: String,
    /// How deep the scopes were nested at its first acquisition.
    pub indent: u32,
    /// The source line; 0 where it is not known.
    pub line: u16,
    /// The kind of the resources acquired there; empty as long as there is none.
    pub kind: &'static str,
    /// How many resources lie on this row.
    pub resources: usize,
    /// Which of its site's rows this is, from 0.
    pub row_of_site: u32,
}

/// The lanes in sight.
#[derive(Serialize, Tsify)]
pub struct LanePage {
    /// The index of the first of them.
    pub first: usize,
    /// How many lanes there are in all.
    pub total: usize,
    /// The lanes.
    pub rows: Vec<Lane>,
}

/// The name of a scope on the timeline.
#[derive(Serialize, Tsify)]
pub struct ScopeName {
    /// Which: the `scope` of its bands.
    pub scope: u32,
    /// What it is called: `main`, `for, turn 3`, `block, line 7`.
    pub label: String,
    /// The source line on which it begins; 0 where it is not known.
    pub line: u16,
    /// How deep it is nested, from 0.
    pub depth: u32,
    /// The step at which it was entered.
    pub entered: usize,
    /// The step from which on it is being left; null as long as it is not.
    pub leaving: Option<usize>,
    /// The step at which it was left; null as long as it is not.
    pub left: Option<usize>,
}

/// One row of the log.
#[derive(Serialize, Tsify)]
pub struct Row {
    /// The step that the event leads to.
    pub step: usize,
    /// Nanoseconds since the run began.
    pub time: f64,
    /// The source line; 0 where it is not known.
    pub line: u16,
    /// How many scopes are around the event, less one.
    pub depth: u32,
    /// What happened.
    pub kind: &'static str,
    /// The resource it concerns; 0 for none.
    pub resource: u32,
    /// How bad it is.
    #[tsify(type = "Severity")]
    pub severity: &'static str,
    /// What happened, in one sentence.
    pub text: String,
}

/// The rows of the log in sight.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LogPage {
    /// The index of the first of them.
    pub first: usize,
    /// How many rows there are under the filter.
    pub total: usize,
    /// The row that the selected step leads to, or that comes last before it; -1 for none.
    pub selected_row: i32,
    /// The rows.
    pub rows: Vec<Row>,
}

/// The life of one resource.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Life {
    /// Which.
    pub resource: u32,
    /// What it is.
    pub kind: &'static str,
    /// The path or name it was acquired by.
    pub name: String,
    /// The source line of the acquisition; 0 where it is not known.
    pub line: u16,
    /// The handle's number; 0 if it never had one.
    pub handle: u32,
    /// The step at which it was open first, or at which the try began.
    pub since: usize,
    /// The step at which it was gone; null while it is not.
    pub gone: Option<usize>,
    /// Nanoseconds for which it was open.
    pub duration: f64,
    /// What became of it.
    #[tsify(type = "'refused' | 'acquiring' | 'open' | 'released' | 'reaped'")]
    pub end: &'static str,
    /// Who closed it, in words; null where nobody did.
    pub released_by: Option<&'static str>,
    /// The error that refused it, or with which its clean-up failed.
    pub error: Option<String>,
    /// Bytes that were buffered and never reached the disk.
    pub lost: u32,
}

/// The rows of the table in sight.
#[derive(Serialize, Tsify)]
pub struct TablePage {
    /// The index of the first of them.
    pub first: usize,
    /// How many resources there were in all.
    pub total: usize,
    /// The rows.
    pub rows: Vec<Life>,
}

impl From<replay::Lane> for Lane {
    fn from(lane: replay::Lane) -> Self {
        Self {
            label: line(&lane.label),
            indent: lane.indent,
            line: lane.line,
            kind: lane.kind.map_or("", |kind| kind.name()),
            resources: lane.resources,
            row_of_site: lane.row_of_site,
        }
    }
}

impl From<replay::ScopeName> for ScopeName {
    fn from(name: replay::ScopeName) -> Self {
        Self {
            scope: name.scope.0,
            label: line(&name.label),
            line: name.line,
            depth: name.depth,
            entered: name.entered,
            leaving: name.leaving,
            left: name.left,
        }
    }
}

impl From<replay::Row> for Row {
    fn from(row: replay::Row) -> Self {
        Self {
            step: row.step,
            time: row.time as f64,
            line: row.line,
            depth: row.depth,
            kind: row.kind.name(),
            resource: row.resource.0,
            severity: severity(row.severity),
            text: row.text,
        }
    }
}

impl From<replay::Life<'_>> for Life {
    fn from(life: replay::Life<'_>) -> Self {
        let (end, by, error) = match life.end {
            End::Refused(error) => ("refused", None, Some(error)),
            End::Closed { by: ClosedBy::World, error } => ("reaped", Some(ClosedBy::World), error),
            End::Closed { by, error } => ("released", Some(by), error),
            End::Acquiring => ("acquiring", None, None),
            End::Open => ("open", None, None),
        };
        Self {
            resource: life.resource.0,
            kind: life.kind.name(),
            name: line(life.name),
            line: life.line,
            handle: life.handle,
            since: life.since,
            gone: life.gone,
            duration: life.duration as f64,
            end,
            released_by: by.map(ClosedBy::words),
            error: error.map(line),
            lost: life.lost,
        }
    }
}

/// The page's name of a severity.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Fine => "fine",
        Severity::Error => "error",
        Severity::Panic => "panic",
        Severity::Leak => "leak",
    }
}
