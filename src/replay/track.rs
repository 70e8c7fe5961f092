//! Rows of spans that do not overlap, drawn at the cost of the pixels they are drawn on.

use std::ops::Range;

use super::columns::{Columns, gallop};
use super::grouped::Grouped;
use super::pyramid::Pyramid;

/// Something that is there from step `start` on and no longer at step `end`.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// What it is, for the caller.
    pub(crate) item: u32,
}

/// Rows of spans, each row in order and free of overlaps, with a code of severity for each span.
#[derive(Debug, Default)]
pub(crate) struct Track {
    spans: Grouped<Span>,
    severities: Pyramid<u8>,
}

/// Neighbouring columns in which spans are narrower than a pixel, the worst of each the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Run {
    pub(crate) x0: f32,
    pub(crate) x1: f32,
    pub(crate) severity: u8,
    /// How many spans begin there.
    pub(crate) count: u32,
    /// The last of the worst.
    pub(crate) item: u32,
}

impl Track {
    pub(crate) fn new(
        rows: usize,
        spans: impl Iterator<Item = (u32, Span)> + Clone,
        severity: impl Fn(u32) -> u8,
    ) -> Self {
        let spans = Grouped::new(rows, spans);
        let severities = Pyramid::new(spans.all().iter().map(|span| severity(span.item)).collect());
        Self { spans, severities }
    }

    pub(crate) fn rows(&self) -> usize {
        self.spans.groups()
    }

    /// The spans of a row that have begun by a step.
    pub(crate) fn begun(&self, row: usize, step: u32) -> &[Span] {
        let spans = self.spans.of(row);
        &spans[..spans.partition_point(|span| span.start <= step)]
    }

    /// Hands over the spans of a row that are at least a pixel wide, and answers the runs in which
    /// the narrower ones are gathered. A narrow span counts for the column in which it begins.
    ///
    /// A span that has not ended by the last step drawn goes up to there, and `severity` says how bad
    /// its item is at that step.
    pub(crate) fn draw(
        &self,
        row: usize,
        columns: &Columns<'_>,
        severity: impl Fn(u32) -> u8,
        mut wide: impl FnMut(Span),
    ) -> Vec<Run> {
        let begun = self.begun(row, columns.until);
        let first = self.spans.range(row).start as u32;
        let end = first + begun.len() as u32;
        let span = |index: u32| {
            let span = self.spans.all()[index as usize];
            Span { end: span.end.min(columns.until), ..span }
        };
        // Spans of a row do not overlap, so only the last can go on.
        let going_on = begun.last().filter(|last| last.end > columns.until);
        let going_on = going_on.map(|last| (end - 1, severity(last.item)));
        let mut runs = Runs::default();
        let mut next = first + begun.partition_point(|span| span.start < columns.first()) as u32;
        // Of those that begin left of the view only the last can reach into it.
        if next > first {
            let Span { start, end, .. } = span(next - 1);
            if columns.x(end) - columns.x(start) < 1.0 {
                next -= u32::from(columns.x(end) > 0.0);
            } else if columns.x(end) > 0.0 {
                wide(span(next - 1));
            }
        }
        let mut column = 0;
        while next < end && span(next).start < columns.end() {
            column = columns.column(column, span(next).start);
            let after = columns.after(column);
            let mut last = gallop(next + 1, end, |index| span(index).start < after);
            let beyond = last;
            // Only the last to begin in a column has room for more than a pixel.
            let Span { start, end, .. } = span(last - 1);
            if start >= columns.first() && columns.is_wide(column, start, end) {
                wide(span(last - 1));
                last -= 1;
            }
            if let Some((worst, severity)) = self.worst(next..last, going_on) {
                runs.add(column, columns, last - next, severity, span(worst).item);
            }
            next = beyond;
        }
        runs.list
    }

    /// The last of the worst spans of a range, where one of them has another severity for now.
    fn worst(&self, range: Range<u32>, going_on: Option<(u32, u8)>) -> Option<(u32, u8)> {
        let ended = |range: Range<u32>| {
            let (index, severity) =
                self.severities.last_max(range.start as usize..range.end as usize)?;
            Some((index as u32, severity))
        };
        match going_on.filter(|(index, _)| range.contains(index)) {
            Some((index, severity)) => {
                ended(range.start..index).filter(|worst| worst.1 > severity).or(going_on)
            }
            None => ended(range),
        }
    }
}

/// Gathers columns into runs.
#[derive(Default)]
struct Runs {
    list: Vec<Run>,
    /// The column after the last run.
    next: u32,
}

impl Runs {
    fn add(&mut self, column: u32, columns: &Columns<'_>, count: u32, severity: u8, item: u32) {
        let x1 = columns.left(column) + 1.0;
        match self.list.last_mut() {
            Some(run) if self.next == column && run.severity == severity => {
                *run = Run { x1, count: run.count + count, item, ..*run };
            }
            _ => self.list.push(Run { x0: columns.left(column), x1, severity, count, item }),
        }
        self.next = column + 1;
    }
}
