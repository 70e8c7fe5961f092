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

impl Axis {
    /// Where a step lies. Step 0 lies at 0 on both axes.
    pub(crate) fn position(self, events: &[Event], step: usize) -> f64 {
        match (self, step.checked_sub(1).and_then(|last| events.get(last))) {
            (Self::Step, _) => step as f64,
            (Self::Time, Some(event)) => event.time as f64,
            (Self::Time, None) if step == 0 => 0.0,
            (Self::Time, None) => events.last().map_or(0.0, |event| event.time as f64),
        }
    }

    /// The last step at or before a position: what is the case there.
    pub(crate) fn step(self, events: &[Event], position: f64) -> usize {
        match self {
            // A conversion to an integer rounds down, and to the ends what lies beyond them.
            Self::Step => (position as usize).min(events.len()),
            Self::Time => events.partition_point(|event| event.time as f64 <= position),
        }
    }
}
