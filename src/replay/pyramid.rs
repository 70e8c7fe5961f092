//! The greatest of any range of a long row of values, found in logarithmic time.

use std::ops::Range;

/// How many values one value of the next level stands for.
///
/// Wide enough that the levels above cost a fifteenth of the row itself, narrow enough that the
/// ragged ends of a range are a few comparisons.
const FAN: usize = 16;

/// A row of values with, above it, ever shorter rows of the greatest of each [`FAN`] below.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pyramid<T> {
    levels: Vec<Vec<T>>,
}

impl<T: Copy + Ord> Pyramid<T> {
    /// Builds the levels above a row, once.
    pub(crate) fn new(row: Vec<T>) -> Self {
        let mut levels = vec![row];
        while let Some(below) = levels.last()
            && below.len() > FAN
        {
            levels
                .push(below.chunks(FAN).filter_map(|chunk| chunk.iter().max().copied()).collect());
        }
        Self { levels }
    }

    /// The row it was built from.
    pub(crate) fn row(&self) -> &[T] {
        self.levels.first().map_or(&[], Vec::as_slice)
    }

    /// The greatest value of a range, or nothing for an empty one.
    pub(crate) fn max(&self, range: Range<usize>) -> Option<T> {
        let Range { mut start, mut end } = range;
        let mut greatest = None;
        for level in &self.levels {
            if end.saturating_sub(start) <= 2 * FAN {
                return greatest.max(greatest_of(level.get(start..end)?));
            }
            let inner_start = start.next_multiple_of(FAN);
            let inner_end = end / FAN * FAN;
            greatest = greatest.max(greatest_of(&level[start..inner_start]));
            greatest = greatest.max(greatest_of(&level[inner_end..end]));
            (start, end) = (inner_start / FAN, inner_end / FAN);
        }
        greatest
    }

    /// The greatest value of a range with the last index at which it stands, or nothing for an
    /// empty range.
    pub(crate) fn last_max(&self, range: Range<usize>) -> Option<(usize, T)> {
        let greatest = self.max(range.clone())?;
        // Most ranges are short, and looking through one costs less than climbing.
        let near = range.end.saturating_sub(2 * FAN).max(range.start);
        let found = self.row()[near..range.end].iter().rposition(|&value| value == greatest);
        let index = match found {
            Some(place) => near + place,
            None => self.last_before(near, |value| value >= greatest)?,
        };
        Some((index, greatest))
    }

    /// The last index before `end` whose value satisfies `wanted`, where `wanted` must hold for
    /// each value greater than one for which it holds.
    pub(crate) fn last_before(&self, end: usize, wanted: impl Fn(T) -> bool) -> Option<usize> {
        // Climb while the ragged end of a level holds nothing, then descend into the block found.
        let mut end = end.min(self.row().len());
        let mut found = None;
        for (height, level) in self.levels.iter().enumerate() {
            let top = height + 1 == self.levels.len();
            let ragged = if top { 0 } else { end / FAN * FAN };
            if let Some(index) = (ragged..end).rev().find(|&index| wanted(level[index])) {
                found = Some((height, index));
                break;
            }
            end /= FAN;
        }
        let (mut height, mut index) = found?;
        while height > 0 {
            height -= 1;
            let level = &self.levels[height];
            let block = index * FAN..((index + 1) * FAN).min(level.len());
            index = block.rev().find(|&index| wanted(level[index]))?;
        }
        Some(index)
    }
}

/// The greatest of some values; a fold, since that becomes vector instructions where `max` does not.
fn greatest_of<T: Copy + Ord>(values: &[T]) -> Option<T> {
    let (&first, rest) = values.split_first()?;
    Some(rest.iter().fold(first, |greatest, &value| greatest.max(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values that repeat, rise and fall, for rows of lengths around the borders of the levels.
    fn row(length: usize) -> Vec<u32> {
        (0..length as u32).map(|index| (index.wrapping_mul(2_654_435_761) >> 7) % 1000).collect()
    }

    #[test]
    fn the_greatest_of_a_range_is_that_of_a_plain_search() {
        for length in [0, 1, 15, 16, 17, 33, 255, 256, 257, 700] {
            let values = row(length);
            let pyramid = Pyramid::new(values.clone());
            for start in (0..=length).step_by(7) {
                for end in (start..=length).step_by(3) {
                    let plain = values[start..end].iter().max().copied();
                    assert_eq!(pyramid.max(start..end), plain, "{start}..{end} of {length}");
                    let last = plain.map(|greatest| {
                        let place = values[start..end].iter().rposition(|&value| value == greatest);
                        (start + place.unwrap(), greatest)
                    });
                    assert_eq!(pyramid.last_max(start..end), last, "{start}..{end} of {length}");
                }
            }
        }
    }

    #[test]
    fn the_last_wanted_value_is_that_of_a_plain_search() {
        for length in [0, 1, 16, 17, 256, 257, 700] {
            let values = row(length);
            let pyramid = Pyramid::new(values.clone());
            for end in 0..=length {
                for least in [0, 500, 950, 999, 1001] {
                    let plain = (0..end).rev().find(|&index| values[index] >= least);
                    let found = pyramid.last_before(end, |value| value >= least);
                    assert_eq!(found, plain, "{least} before {end} of {length}");
                }
            }
        }
    }
}
