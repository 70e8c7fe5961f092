//! A whole run as a text, one line an event.

use std::fmt::Write;

use crate::replay::Replay;

use super::numbers::duration;
use super::text::one_line;

/// At most so many scopes are named in a line; of deeper nesting the innermost.
const SCOPES_NAMED: usize = 3;

impl Replay {
    /// Every event in words, one line each:
    ///
    /// ```text
    ///  4  50 µs  main › block  line 7  `metrics` opened the new file `metrics.csv` (handle 3).
    /// ```
    ///
    /// The first number is that of the step that the event leads to. Columns are as wide as this run
    /// needs; scopes and lines are left out where no event knows them.
    pub fn transcript(&self) -> String {
        self.lines(false)
    }

    /// The same, with the reason for each event on an indented line below it.
    pub fn transcript_with_why(&self) -> String {
        self.lines(true)
    }

    fn lines(&self, with_why: bool) -> String {
        // Gone through twice, so that a long journal's lines are never all there in pieces.
        let mut widths = [0; 3];
        for step in 1..=self.steps() {
            for (width, cell) in widths.iter_mut().zip(self.cells(step)) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let digits = self.steps().to_string().len();
        let [time, place, source] = widths;
        let mut lines = String::new();
        for step in 1..=self.steps() {
            let [at, scopes, line] = self.cells(step);
            // Writing to a string cannot fail.
            let _ = write!(lines, "{step:>digits$}  {at:>time$}");
            for (cell, width) in [(scopes, place), (line, source)] {
                if width > 0 {
                    let _ = write!(lines, "  {cell:<width$}");
                }
            }
            let _ = writeln!(lines, "  {}", self.what(step));
            let why = if with_why { self.why_text(step) } else { String::new() };
            if !why.is_empty() {
                let _ = writeln!(lines, "{:digits$}  {why}", "");
            }
        }
        lines
    }

    /// The cells of a line before its sentence: time, scopes and source line.
    fn cells(&self, step: usize) -> [String; 3] {
        let event = &self.journal.events()[step - 1];
        let line = if event.line == 0 { String::new() } else { format!("line {}", event.line) };
        let scope = self.facts.scopes.find(event.scope);
        [duration(event.time), scope.map_or_else(String::new, |scope| self.place(scope)), line]
    }

    /// The labels of a scope and of those around it, outermost first.
    fn place(&self, innermost: usize) -> String {
        let mut labels = Vec::new();
        for index in self.facts.scopes.outward(innermost as u32) {
            if labels.len() == SCOPES_NAMED {
                labels.push("…".to_owned());
                break;
            }
            labels.push(one_line(self.journal.text(self.facts.scopes.list[index].label)));
        }
        labels.reverse();
        labels.join(" › ")
    }
}
