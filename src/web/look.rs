//! What the page looks at, and what it sees there.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::beside::Beside;
use super::moment::{HandleState, Moment};
use super::output::Output;
use super::table::{LanePage, Life, LogPage, ScopeName, TablePage};
use super::verdict::Verdict;
use crate::journal::{chrome_trace, json_lines};
use crate::replay::{self, Filter, LogRows, Replay};

/// What of the run is on the screen.
#[derive(Deserialize, Tsify)]
pub struct Look {
    /// The selected step; null for the last one, however many there are.
    pub step: Option<u32>,
    /// Whether what follows the selected step is left out, everywhere.
    pub hidden: bool,
    /// The part of the timeline in sight.
    pub timeline: TimelineLook,
    /// The rows of the log in sight.
    pub log: LogLook,
    /// The rows of the table in sight.
    pub table: TableLook,
}

/// The part of the timeline in sight.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TimelineLook {
    /// What it is laid out by.
    pub axis: Axis,
    /// The part in sight, in the axis's unit; null for all of it.
    pub part: Option<Part>,
    /// CSS pixels.
    pub width: u32,
    /// The first lane in sight.
    pub first_lane: usize,
    /// How many lanes are in sight.
    pub lanes: usize,
}

/// What the timeline is laid out by.
#[derive(Deserialize, Tsify, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub enum Axis {
    /// Steps.
    Step,
    /// Nanoseconds.
    Time,
}

/// A part of an axis, in its unit.
#[derive(Serialize, Deserialize, Tsify, Clone, Copy)]
pub struct Part {
    /// The position at the left edge.
    pub from: f64,
    /// The position at the right edge.
    pub to: f64,
}

/// The rows of the log in sight.
#[derive(Deserialize, Tsify)]
pub struct LogLook {
    /// The bits of the groups of events wanted.
    pub groups: u8,
    /// What must occur in a row; empty for anything.
    pub text: String,
    /// The first row.
    pub first: usize,
    /// How many rows.
    pub count: usize,
    /// How many rows are wanted before and after that of the selected step; null where the person
    /// looks elsewhere. With it that row is among them, wherever they would begin otherwise.
    pub around: Option<usize>,
}

/// The rows of the table in sight.
#[derive(Deserialize, Tsify)]
pub struct TableLook {
    /// The first row.
    pub first: usize,
    /// How many rows.
    pub count: usize,
}

/// The answer to a [`Look`].
#[derive(Serialize, Tsify)]
pub struct Seen {
    /// The state at the selected step.
    pub moment: Moment,
    /// The lanes in sight.
    pub lanes: LanePage,
    /// The names of the scopes that the picture shows one by one; at most 256, the outer ones first.
    pub scopes: Vec<ScopeName>,
    /// The part of the axis in sight.
    pub part: Part,
    /// How long the axis is, in its unit.
    pub length: f64,
    /// Where the selected step lies on the axis.
    pub playhead: f64,
    /// What the program prints.
    pub output: Output,
    /// The rows of the log in sight.
    pub log: LogPage,
    /// The rows of the table in sight.
    pub table: TablePage,
    /// What is true at the selected step; at the last one, of the whole run.
    pub verdict: Verdict,
    /// What came of the whole run.
    pub ending: Option<Verdict>,
    /// The run that is shown beside this one, if there is one.
    pub beside: Option<Beside>,
}

/// What is the case at a step, in short.
#[derive(Serialize, Tsify)]
pub struct About {
    /// Which.
    pub step: usize,
    /// Nanoseconds since the run began.
    pub time: f64,
    /// What happened, in one sentence.
    pub text: String,
    /// The source line of the event; 0 where it is not known.
    pub line: u16,
    /// The resource asked about, if it is being acquired or open at that step.
    pub handle: Option<HandleState>,
    /// The resource asked about, as far as it is shown.
    pub life: Option<Life>,
}

/// A form in which a run can be taken away.
#[derive(Deserialize, Tsify, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub enum Export {
    /// One line of words an event.
    Transcript,
    /// One JSON object an event.
    JsonLines,
    /// For Perfetto and the browser's performance panel.
    ChromeTrace,
}

impl Seen {
    pub(super) fn of(replay: &Replay, beside: Option<&Replay>, look: &Look) -> Self {
        let step = look.selected(replay);
        let known = look.until(replay).unwrap_or(replay.steps());
        let view = look.view(replay, beside);
        let lanes = view.first_lane..view.first_lane.saturating_add(view.lanes);
        Self {
            moment: Moment::of(replay, step),
            lanes: LanePage {
                first: view.first_lane,
                total: replay.lane_count(),
                rows: replay.lanes(known, lanes).into_iter().map(Into::into).collect(),
            },
            scopes: replay.scope_names(&view).into_iter().map(Into::into).collect(),
            part: Part { from: view.from, to: view.to },
            length: length(replay, beside, view.axis),
            playhead: replay.position_of(view.axis, step),
            output: Output::of(replay, step, look.hidden),
            log: look.log.page(replay, step, look.hidden),
            table: look.table.page(replay, known),
            verdict: replay.verdict_at(step).into(),
            ending: (!look.hidden || step == replay.steps()).then(|| replay.verdict().into()),
            beside: beside.map(|beside| Beside::of(replay, beside, look)),
        }
    }
}

impl Look {
    /// The selected step.
    pub(super) fn selected(&self, replay: &Replay) -> usize {
        self.step.map_or(replay.steps(), |step| step as usize).min(replay.steps())
    }

    /// The last step of which anything is shown, where what follows it is left out.
    pub(super) fn until(&self, replay: &Replay) -> Option<usize> {
        self.hidden.then(|| self.selected(replay))
    }

    /// The part of the timeline in sight.
    pub(super) fn view(&self, replay: &Replay, beside: Option<&Replay>) -> replay::View {
        self.timeline.view(replay, beside, self.until(replay))
    }
}

/// How long an axis is that shows all of a run, and of the one beside it.
fn length(replay: &Replay, beside: Option<&Replay>, axis: replay::Axis) -> f64 {
    let runs = std::iter::once(replay).chain(beside);
    runs.map(|run| run.position_of(axis, run.steps())).fold(0.0, f64::max)
}

impl TimelineLook {
    fn view(&self, replay: &Replay, beside: Option<&Replay>, until: Option<usize>) -> replay::View {
        let axis = self.axis.into();
        let length = length(replay, beside, axis);
        // An axis of no length has one unit, so that its one step has a place.
        let part = self.part.unwrap_or(Part { from: 0.0, to: length.max(1.0) });
        replay::View {
            axis,
            from: part.from,
            to: part.to,
            width: self.width,
            first_lane: self.first_lane,
            lanes: self.lanes,
            until,
        }
    }
}

impl LogLook {
    fn page(&self, replay: &Replay, step: usize, ends_there: bool) -> LogPage {
        let filter = Filter { groups: self.groups, text: self.text.clone() };
        let Self { first, count, around, .. } = *self;
        let page = replay.log_page(&filter, &LogRows { first, count, step, around, ends_there });
        LogPage {
            first: page.first,
            total: page.total,
            selected_row: page.selected.map_or(-1, |row| row as i32),
            rows: page.rows.into_iter().map(Into::into).collect(),
        }
    }
}

impl TableLook {
    fn page(&self, replay: &Replay, known: usize) -> TablePage {
        let rows = replay.lives(known, self.first..self.first.saturating_add(self.count));
        TablePage {
            first: self.first,
            total: replay.life_count(known),
            rows: rows.into_iter().map(Into::into).collect(),
        }
    }
}

impl About {
    /// `known`: the last step of which anything is shown.
    pub(super) fn of(replay: &Replay, step: usize, resource: u32, known: usize) -> Self {
        let moment = replay.moment(step.min(known));
        let handle = moment.handles.into_iter().find(|handle| handle.resource.0 == resource);
        let index = (resource as usize).wrapping_sub(1);
        Self {
            step: moment.step,
            time: moment.time as f64,
            text: moment.what,
            line: moment.line,
            handle: handle.map(Into::into),
            life: replay.lives(known, index..index.saturating_add(1)).pop().map(Into::into),
        }
    }
}

impl Export {
    pub(super) fn of(self, replay: &Replay) -> String {
        match self {
            Self::Transcript => replay.transcript(),
            Self::JsonLines => json_lines::to_string(replay.journal()),
            Self::ChromeTrace => chrome_trace::to_string(replay.journal()),
        }
    }
}

impl From<Axis> for replay::Axis {
    fn from(axis: Axis) -> Self {
        match axis {
            Axis::Step => Self::Step,
            Axis::Time => Self::Time,
        }
    }
}
