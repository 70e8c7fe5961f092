//! The timeline in pixels: what is in view, culled and gathered, ready for a canvas.
//!
//! There is one way of drawing for ten events and for a million: it goes through the columns of
//! pixels, not through the events.

use crate::journal::{Event, Way};

use super::axis::Axis;
use super::build::Facts;
use super::columns::Columns;
use super::marks::{MarkTrack, Marks};
use super::resources::{Fate, Resource};
use super::track::{Span, Track};
use super::travel::Traveller;
use super::{NEVER, Replay};

/// Scopes nested deeper than this are not drawn.
pub const DEPTHS_DRAWN: u32 = 32;

/// The part of the timeline to draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// What positions mean.
    pub axis: Axis,
    /// The position at the left edge.
    pub from: f64,
    /// The position at the right edge; must be greater, or nothing is drawn.
    pub to: f64,
    /// The width in pixels.
    pub width: u32,
    /// The first lane to draw.
    pub first_lane: usize,
    /// How many lanes to draw, as far as there are that many.
    pub lanes: usize,
}

/// What to draw, in columns that become typed arrays. All x are pixels from the left edge,
/// 0 to the width.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture {
    /// Resources, on lanes.
    pub bars: Bars,
    /// Events of the resources, on the same lanes.
    pub marks: Marks,
    /// Events that concern no resource; their lane is [`NO_LANE`].
    pub ruler: Marks,
    /// Scopes, across all lanes.
    pub scopes: Bands,
    /// Errors and panics on their way, across all lanes.
    pub phases: Phases,
}

/// The lane of what lies on none.
pub const NO_LANE: u32 = u32::MAX;

/// Parts of resources' lives. A lane's single parts come in order of time; the runs in which those
/// narrower than a pixel are gathered come after them, to be drawn on top.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bars {
    /// Left ends.
    pub x0: Vec<f32>,
    /// Right ends; at least the left end, and possibly no more than that.
    pub x1: Vec<f32>,
    /// Indexes into [`Replay::lanes`].
    pub lane: Vec<u32>,
    /// Codes of [`BarState`]; of a run, the worst in it.
    pub state: Vec<u32>,
    /// The [`ResourceId`](crate::journal::ResourceId); of a run, the last of the worst.
    pub resource: Vec<u32>,
    /// How many resources are gathered; 1 for a single part.
    pub count: Vec<u32>,
    /// Bits of [`BarFlags`].
    pub flags: Vec<u32>,
}

/// The state of a resource for a part of its life, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum BarState {
    /// The acquisition is tried.
    Acquiring,
    /// The clean-up runs, for a good reason.
    Closing,
    /// It is open.
    Open,
    /// The clean-up runs while an error travels.
    ClosingOnError,
    /// The clean-up runs because of a panic.
    Unwinding,
    /// The acquisition or the clean-up fails.
    Failed,
    /// It is open and nobody will close it.
    Leaked,
}

impl BarState {
    /// Every state, in the order of its code.
    pub const ALL: [BarState; 7] = [
        Self::Acquiring,
        Self::Closing,
        Self::Open,
        Self::ClosingOnError,
        Self::Unwinding,
        Self::Failed,
        Self::Leaked,
    ];
}

/// The bits of [`Bars::flags`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarFlags;

impl BarFlags {
    /// A run of resources narrower than a pixel; no other bit is set.
    pub const RUN: u32 = 1;
    /// The resource's first part.
    pub const FIRST: u32 = 2;
    /// The resource's last part.
    pub const LAST: u32 = 4;
    /// The world closed the resource in the end.
    pub const REAPED: u32 = 8;
    /// Bytes were lost with it.
    pub const LOST_BYTES: u32 = 16;
    /// It goes on to the left of the view.
    pub const CUT_LEFT: u32 = 32;
    /// It goes on to the right of the view.
    pub const CUT_RIGHT: u32 = 64;
}

/// Parts of scopes' lives, gathered as bars are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bands {
    /// Left ends.
    pub x0: Vec<f32>,
    /// Right ends.
    pub x1: Vec<f32>,
    /// How deep the scope is nested, from 0; less than [`DEPTHS_DRAWN`].
    pub depth: Vec<u32>,
    /// Codes of [`BandState`]; of a run, the worst in it.
    pub state: Vec<u32>,
    /// The [`ScopeId`](crate::journal::ScopeId); of a run, the last of the worst.
    pub scope: Vec<u32>,
    /// How many scopes are gathered; 1 for a single part.
    pub count: Vec<u32>,
}

/// The state of a scope for a part of its life, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum BandState {
    /// Its statements run.
    Running,
    /// It is being left past its last statement.
    Ending,
    /// It is being left by `return`, `break` or `continue`.
    LeavingEarly,
    /// It is being left by `?`.
    LeavingOnError,
    /// A panic leaves it.
    Unwinding,
}

impl BandState {
    /// Every state, in the order of its code.
    pub const ALL: [BandState; 5] =
        [Self::Running, Self::Ending, Self::LeavingEarly, Self::LeavingOnError, Self::Unwinding];

    fn by(way: Option<Way>) -> Self {
        match way {
            None | Some(Way::End) => Self::Ending,
            Some(Way::Return | Way::Break | Way::Continue) => Self::LeavingEarly,
            Some(Way::Question) => Self::LeavingOnError,
            Some(Way::Panic) => Self::Unwinding,
        }
    }
}

/// Times for which an error or a panic is on its way. Those narrower than a pixel are gathered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Phases {
    /// Left ends.
    pub x0: Vec<f32>,
    /// Right ends.
    pub x1: Vec<f32>,
    /// 0 for an error, 1 for a panic.
    pub traveller: Vec<u32>,
    /// How many are gathered.
    pub count: Vec<u32>,
}

/// The spans of a run, laid out in rows.
#[derive(Debug)]
pub(crate) struct Tracks {
    resources: Track,
    scopes: Track,
    phases: Track,
    pub(crate) marks: MarkTrack,
}

impl Replay {
    /// What is in view.
    ///
    /// It costs what the view's pixels cost (its width times the rows in it, times the logarithm
    /// of the run's length), however many events fall into them.
    pub fn picture(&self, view: &View) -> Picture {
        let columns = Columns::new(self.journal().events(), view);
        let mut picture = Picture::default();
        if columns.width == 0 {
            return picture;
        }
        let end = view.first_lane.saturating_add(view.lanes).min(self.facts.lanes.count());
        for lane in view.first_lane.min(end)..end {
            self.draw_bars(lane, &columns, &mut picture.bars);
            self.tracks.marks.draw(lane, lane as u32, &columns, &mut picture.marks);
        }
        let ruler = self.facts.lanes.count();
        self.tracks.marks.draw(ruler, NO_LANE, &columns, &mut picture.ruler);
        for depth in 0..self.tracks.scopes.rows() {
            self.draw_bands(depth, &columns, &mut picture.scopes);
        }
        for traveller in 0..self.tracks.phases.rows() {
            self.draw_phases(traveller, &columns, &mut picture.phases);
        }
        picture
    }

    fn draw_bars(&self, lane: usize, columns: &Columns<'_>, bars: &mut Bars) {
        let runs = self.tracks.resources.draw(lane, columns, |span| {
            let resource = &self.facts.resources[span.item as usize];
            bars.push_parts(lane as u32, resource, columns);
        });
        for run in runs {
            let resource = self.facts.resources[run.item as usize].id.0;
            let state = u32::from(run.severity);
            bars.push([run.x0, run.x1], [lane as u32, state, resource, run.count, BarFlags::RUN]);
        }
    }

    fn draw_bands(&self, depth: usize, columns: &Columns<'_>, bands: &mut Bands) {
        let runs = self.tracks.scopes.draw(depth, columns, |span| {
            let scope = &self.facts.scopes.list[span.item as usize];
            let leaving = scope.leaving.min(scope.unwinding).min(scope.left);
            let way = BandState::by(scope.way);
            for (start, end, state) in
                [(scope.entered, leaving, BandState::Running), (leaving, scope.left, way)]
            {
                if start < end
                    && let Some(ends) = visible(columns, start, end)
                {
                    bands.push(ends, [depth as u32, state as u32, scope.id.0, 1]);
                }
            }
        });
        for run in runs {
            let scope = self.facts.scopes.list[run.item as usize].id.0;
            bands.push([run.x0, run.x1], [depth as u32, u32::from(run.severity), scope, run.count]);
        }
    }

    fn draw_phases(&self, traveller: usize, columns: &Columns<'_>, phases: &mut Phases) {
        let runs = self.tracks.phases.draw(traveller, columns, |span| {
            if let Some(ends) = visible(columns, span.start, span.end) {
                phases.push(ends, [traveller as u32, 1]);
            }
        });
        for run in runs {
            phases.push([run.x0, run.x1], [traveller as u32, run.count]);
        }
    }
}

/// The ends of what is visible of a span that reaches into the view or touches it.
fn visible(columns: &Columns<'_>, start: u32, end: u32) -> Option<[f32; 2]> {
    let width = f64::from(columns.width);
    let (x0, x1) = (columns.x(start), columns.x(end));
    (x1 >= 0.0 && x0 <= width).then(|| [x0.max(0.0) as f32, x1.min(width) as f32])
}

impl Bars {
    fn push(&mut self, [x0, x1]: [f32; 2], [lane, state, resource, count, flags]: [u32; 5]) {
        self.x0.push(x0);
        self.x1.push(x1);
        self.lane.push(lane);
        self.state.push(state);
        self.resource.push(resource);
        self.count.push(count);
        self.flags.push(flags);
    }

    fn push_parts(&mut self, lane: u32, resource: &Resource, columns: &Columns<'_>) {
        let (parts, count) = parts(resource);
        let mut always = 0;
        if resource.fate == Fate::Reaped {
            always |= BarFlags::REAPED;
        }
        if resource.lost > 0 {
            always |= BarFlags::LOST_BYTES;
        }
        for (index, &(start, state)) in parts[..count].iter().enumerate() {
            let last = index + 1 == count;
            let end = if last { resource.gone } else { parts[index + 1].0 };
            let Some(ends) = visible(columns, start, end) else { continue };
            let flags = [
                (BarFlags::FIRST, index == 0),
                (BarFlags::LAST, last),
                (BarFlags::CUT_LEFT, columns.x(start) < 0.0),
                (BarFlags::CUT_RIGHT, columns.x(end) > f64::from(columns.width)),
            ];
            let flags =
                flags.iter().filter(|(_, set)| *set).fold(always, |all, (bit, _)| all | bit);
            self.push(ends, [lane, state as u32, resource.id.0, 1, flags]);
        }
    }
}

impl Bands {
    fn push(&mut self, [x0, x1]: [f32; 2], [depth, state, scope, count]: [u32; 4]) {
        self.x0.push(x0);
        self.x1.push(x1);
        self.depth.push(depth);
        self.state.push(state);
        self.scope.push(scope);
        self.count.push(count);
    }
}

impl Phases {
    fn push(&mut self, [x0, x1]: [f32; 2], [traveller, count]: [u32; 2]) {
        self.x0.push(x0);
        self.x1.push(x1);
        self.traveller.push(traveller);
        self.count.push(count);
    }
}

/// The parts of a resource's life by the step each begins with, and how many there are.
fn parts(resource: &Resource) -> ([(u32, BarState); 5], usize) {
    let trying = match resource.fate {
        Fate::Refused => BarState::Failed,
        _ => BarState::Acquiring,
    };
    let closing = match resource {
        Resource { fate: Fate::ReleaseFailed, .. } => BarState::Failed,
        resource if resource.unwound() => BarState::Unwinding,
        Resource { error_travelled: true, .. } => BarState::ClosingOnError,
        _ => BarState::Closing,
    };
    let mut parts = [
        (resource.acquiring, trying),
        (resource.acquired, BarState::Open),
        (resource.forgotten, BarState::Leaked),
        (resource.clean_up, closing),
        (resource.leaked, BarState::Leaked),
    ];
    // What never happened goes to the end.
    parts.sort_by_key(|part| part.0);
    let count = parts.partition_point(|part| part.0 != NEVER && part.0 < resource.gone);
    (parts, count)
}

/// The worst part of a resource's life.
fn worst(resource: &Resource) -> BarState {
    let (parts, count) = parts(resource);
    let parts = parts[..count].iter().map(|part| part.1).max();
    // A clean-up that fails at once has no part of its own.
    let failed = (resource.fate == Fate::ReleaseFailed).then_some(BarState::Failed);
    parts.max(failed).unwrap_or(BarState::Acquiring)
}

impl Tracks {
    /// Lays out what the facts say, once a run.
    pub(crate) fn new(facts: &Facts, events: &[Event]) -> Self {
        let lanes = facts.lanes.count();
        let resources = facts.resources.iter().enumerate().map(|(index, resource)| {
            let Resource { acquiring, gone, lane, .. } = *resource;
            (lane, Span { start: acquiring, end: gone, item: index as u32 })
        });
        let scopes = facts.scopes.list.iter().enumerate().filter_map(|(index, scope)| {
            let span = Span { start: scope.entered, end: scope.left, item: index as u32 };
            (scope.depth < DEPTHS_DRAWN).then_some((scope.depth, span))
        });
        let depths = facts.scopes.list.iter().map(|scope| scope.depth + 1).max().unwrap_or(0);
        let state = |index: u32| {
            let scope = &facts.scopes.list[index as usize];
            let left = scope.leaving.min(scope.unwinding).min(scope.left) != NEVER;
            (if left { BandState::by(scope.way) } else { BandState::Running }) as u8
        };
        let phases = facts.travel.phases().into_iter();
        Self {
            resources: Track::new(lanes, resources, |index| {
                worst(&facts.resources[index as usize]) as u8
            }),
            scopes: Track::new(depths.min(DEPTHS_DRAWN) as usize, scopes, state),
            phases: Track::new(
                2,
                phases
                    .map(|(traveller, start, end)| (row(traveller), Span { start, end, item: 0 })),
                |_| 0,
            ),
            marks: MarkTrack::new(facts, events, lanes),
        }
    }
}

fn row(traveller: Traveller) -> u32 {
    match traveller {
        Traveller::Error => 0,
        Traveller::Panic => 1,
    }
}

/// The lane of the resource that an event concerns.
pub(crate) fn lane_of(facts: &Facts, event: &Event) -> Option<u32> {
    Some(facts.resource(event.resource)?.lane)
}
