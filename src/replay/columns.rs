//! The pixels of a view, and the steps that fall into each.

use super::axis::{Axis, Clock};
use super::picture::View;

/// A view's scale, with the first step of each column of pixels.
///
/// Column `c` holds the steps at `c <= x < c + 1`; one column more holds those exactly at the right
/// edge, so that a view of a whole run shows its last step too.
#[derive(Debug)]
pub(crate) struct Columns<'a> {
    clock: &'a Clock,
    axis: Axis,
    from: f64,
    span: f64,
    pub(crate) width: u32,
    /// The last step that is drawn.
    pub(crate) until: u32,
    /// The first step at or after the left border of each column, and after them all.
    borders: Vec<u32>,
}

impl<'a> Columns<'a> {
    /// A view with no width, or that is turned round, has columns with nothing in them.
    pub(crate) fn new(clock: &'a Clock, view: &View) -> Self {
        let span = view.to - view.from;
        let usable = span > 0.0 && span.is_finite() && view.from.is_finite();
        let width = if usable { view.width } else { 0 };
        let until = view.until.unwrap_or(usize::MAX).min(clock.last()) as u32;
        let View { axis, from, .. } = *view;
        let mut columns = Self { clock, axis, from, span, width, until, borders: Vec::new() };
        if width > 0 {
            columns.find_borders();
        }
        columns
    }

    fn find_borders(&mut self) {
        let steps = self.clock.last() as u32 + 1;
        let mut borders = Vec::with_capacity(self.width as usize + 2);
        let mut next = 0;
        for column in 0..=self.width {
            next = gallop(next, steps, |step| self.x(step) < f64::from(column));
            borders.push(next);
        }
        let right = f64::from(self.width);
        borders.push(gallop(next, steps, |step| self.x(step) <= right));
        self.borders = borders;
    }

    /// Where a step lies, in pixels from the left edge.
    pub(crate) fn x(&self, step: u32) -> f64 {
        // Divided first, so that the right edge is exactly at the width.
        (self.clock.position(self.axis, step as usize) - self.from) / self.span
            * f64::from(self.width)
    }

    /// The steps in view.
    pub(crate) fn first(&self) -> u32 {
        self.borders.first().copied().unwrap_or(0)
    }

    /// The first step beyond the right edge.
    pub(crate) fn end(&self) -> u32 {
        self.borders.last().copied().unwrap_or(0)
    }

    /// The column of a step, where it is `from` or a later one; what lies left of the view is in
    /// the first, what lies right of it in one beyond the last.
    ///
    /// Searched among the borders, which are few and near, while the time of an event may be far.
    pub(crate) fn column(&self, from: u32, step: u32) -> u32 {
        let borders = self.borders.len() as u32;
        gallop(from + 1, borders, |column| self.borders[column as usize] <= step) - 1
    }

    /// Whether a span that begins in a column is at least a pixel wide.
    pub(crate) fn is_wide(&self, column: u32, start: u32, end: u32) -> bool {
        let last = self.column(column, end);
        // Only where the columns leave it open are the places themselves asked for. The column
        // at the right edge, and what lies beyond, begin where the view ends.
        last != column && (last.min(self.width) >= column + 2 || self.x(end) - self.x(start) >= 1.0)
    }

    /// The first step after a column.
    pub(crate) fn after(&self, column: u32) -> u32 {
        self.borders[column as usize + 1]
    }

    /// Where a column is drawn; the one at the right edge shares the last pixel.
    pub(crate) fn left(&self, column: u32) -> f32 {
        column.min(self.width - 1) as f32
    }
}

/// The first index in `from..end` for which `before` does not hold, where it holds for none after
/// that. Fast where that index is near.
pub(crate) fn gallop(from: u32, end: u32, before: impl Fn(u32) -> bool) -> u32 {
    let mut low = from;
    let mut stride = 1;
    let mut high = from;
    while high < end && before(high) {
        low = high + 1;
        high = high.saturating_add(stride).min(end);
        stride = stride.saturating_mul(2);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn galloping_finds_what_a_walk_finds() {
        for end in 0..40 {
            for from in 0..=end {
                for border in 0..=41 {
                    let walked = (from..end).find(|&index| index >= border).unwrap_or(end);
                    assert_eq!(gallop(from, end, |index| index < border), walked);
                }
            }
        }
    }
}
