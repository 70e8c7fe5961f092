//! Where a step lies on a timeline, and which step lies at a place.

use crate::journal::Event;

/// What a timeline is laid out by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Each step is as wide as the next; a position is a step.
    Step,
    /// By the run's clock; a position is nanoseconds since the run began.
    Time,
}

/// The time of each step, in nanoseconds.
///
/// Kept apart from the events, since drawing asks for times from all over a run and a fourth of
/// the memory to fetch them from is the difference one sees.
#[derive(Debug)]
pub(crate) struct Clock(Vec<u64>);

impl Clock {
    pub(crate) fn new(events: &[Event]) -> Self {
        Self(std::iter::once(0).chain(events.iter().map(|event| event.time)).collect())
    }

    /// The number of the last step.
    pub(crate) fn last(&self) -> usize {
        self.0.len() - 1
    }

    /// Where a step lies; one beyond the last lies where the last does. Step 0 lies at 0.
    #[inline]
    pub(crate) fn position(&self, axis: Axis, step: usize) -> f64 {
        let step = step.min(self.last());
        match axis {
            Axis::Step => step as f64,
            Axis::Time => self.0[step] as f64,
        }
    }

    /// The last step at or before a position: what is the case there.
    pub(crate) fn step(&self, axis: Axis, position: f64) -> usize {
        match axis {
            // A conversion to an integer rounds down, and to the ends what lies beyond them.
            Axis::Step => (position as usize).min(self.last()),
            Axis::Time => self.0.partition_point(|&time| time as f64 <= position).saturating_sub(1),
        }
    }
}
