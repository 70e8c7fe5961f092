//! The events on the timeline, gathered where they fall onto one pixel.

use crate::journal::{Event, Kind};

use super::build::Facts;
use super::columns::{Columns, gallop};
use super::grouped::Grouped;
use super::picture::lane_of;
use super::pyramid::Pyramid;

/// Events, in order of lane and time. Those of one lane in one pixel are one mark.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    /// Where, in pixels from the left edge; the middle of the pixel where events are gathered.
    pub x: Vec<f32>,
    /// Indexes into [`Replay::lanes`](super::Replay::lanes), or
    /// [`NO_LANE`](super::NO_LANE).
    pub lane: Vec<u32>,
    /// Codes of [`MarkKind`]: the weightiest.
    pub kind: Vec<u32>,
    /// How many events are gathered.
    pub count: Vec<u32>,
    /// The step that the weightiest event leads to; of equal ones the last.
    pub step: Vec<u32>,
}

macro_rules! mark_kinds {
    ($($(#[$doc:meta])* $name:ident = $($kind:ident)|+;)*) => {
        /// The kinds of event that are marks, the weightiest last.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum MarkKind { $($(#[$doc])* $name,)* }

        impl MarkKind {
            /// Every kind of mark, in the order of its code.
            pub const ALL: &[MarkKind] = &[$(MarkKind::$name,)*];

            /// The mark of an event of that kind. Scopes are bands and have no marks.
            pub fn of(kind: Kind) -> Option<MarkKind> {
                match kind {
                    $($(Kind::$kind)|+ => Some(MarkKind::$name),)*
                    Kind::ScopeEntered | Kind::ScopeLeaving | Kind::Unwinding | Kind::ScopeLeft => None,
                }
            }
        }
    };
}

mark_kinds! {
    /// An acquisition is tried.
    Acquiring = Acquiring;
    /// A resource got an owner, or another owner.
    Bound = Bound;
    /// A clean-up began.
    CleanUpStarted = CleanUpStarted;
    /// A handle was opened.
    Acquired = Acquired;
    /// Bytes were read.
    Read = Read;
    /// Bytes were written into a buffer.
    Written = Written;
    /// Bytes reached the disk.
    Flushed = Flushed;
    /// A handle was closed.
    Released = Released;
    /// The program slept.
    Slept = Slept;
    /// The program began on the disk of another.
    DiskCarriedOn = DiskCarriedOn;
    /// The program printed.
    Output = Output;
    /// A path was changed.
    PathChanged = PathChanged;
    /// The program ended.
    Exited = Exited;
    /// An error began to travel.
    ErrorRaised = ErrorRaised;
    /// An operation failed.
    OperationFailed = OperationFailed;
    /// An acquisition failed.
    AcquisitionFailed = AcquisitionFailed;
    /// A panic was caught.
    PanicCaught = PanicCaught;
    /// A panic was raised.
    PanicRaised = PanicRaised;
    /// A clean-up failed.
    ReleaseFailed = ReleaseFailed;
    /// A resource was forgotten.
    Forgotten = Forgotten;
    /// The world closed a handle.
    Reaped = Reaped;
    /// Nobody closed a handle.
    Leaked = Leaked;
}

/// The marks of each lane, and after them those of no lane.
#[derive(Debug)]
pub(crate) struct MarkTrack {
    steps: Grouped<u32>,
    weights: Pyramid<u8>,
}

impl MarkTrack {
    pub(crate) fn new(facts: &Facts, events: &[Event], lanes: usize) -> Self {
        let marks = events.iter().enumerate().filter_map(|(index, event)| {
            MarkKind::of(event.kind)?;
            Some((lane_of(facts, event).unwrap_or(lanes as u32), index as u32 + 1))
        });
        let steps = Grouped::new(lanes + 1, marks);
        let weight =
            |&step: &u32| MarkKind::of(events[step as usize - 1].kind).map_or(0, |kind| kind as u8);
        let weights = Pyramid::new(steps.all().iter().map(weight).collect());
        Self { steps, weights }
    }

    /// Draws the marks of one row as those of a lane.
    pub(crate) fn draw(&self, row: usize, lane: u32, columns: &Columns<'_>, marks: &mut Marks) {
        let start = self.steps.range(row).start;
        let steps = self.steps.of(row);
        let all = self.steps.all();
        let end = (start + steps.partition_point(|&step| step <= columns.until)) as u32;
        let mut next = (start + steps.partition_point(|&step| step < columns.first())) as u32;
        let mut column = 0;
        while next < end && all[next as usize] < columns.end() {
            column = columns.column(column, all[next as usize]);
            let after = columns.after(column);
            let last = gallop(next + 1, end, |index| all[index as usize] < after);
            if let Some((weightiest, kind)) = self.weights.last_max(next as usize..last as usize) {
                let step = all[weightiest];
                let alone = last - next == 1;
                marks.x.push(if alone {
                    columns.x(step) as f32
                } else {
                    columns.left(column) + 0.5
                });
                marks.lane.push(lane);
                marks.kind.push(u32::from(kind));
                marks.count.push(last - next);
                marks.step.push(step);
            }
            next = last;
        }
    }
}
