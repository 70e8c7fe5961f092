//! A picture, from each event.

use std::collections::BTreeMap;

use crate::journal::{Ending, Event, Journal, Kind, ResourceId, ScopeId, Way};
use crate::replay::*;

/// A row of spans: where each begins and ends (a step, or never), how bad it is, and its id.
struct Spans(Vec<(usize, Option<usize>, u32, u32)>);

/// Pixels for a view.
struct Scale<'a> {
    /// The whole run, for the places of steps and the lanes of resources.
    replay: &'a Replay,
    /// The run as far as it is drawn, for all else.
    drawn: Replay,
    view: View,
}

impl Scale<'_> {
    fn x(&self, step: usize) -> f64 {
        let View { axis, from, to, width, .. } = self.view;
        (self.replay.position_of(axis, step) - from) / (to - from) * f64::from(width)
    }

    /// What has not ended goes up to the last step drawn.
    fn end(&self, step: Option<usize>) -> f64 {
        self.x(step.unwrap_or(self.drawn.steps()))
    }

    fn width(&self) -> f64 {
        f64::from(self.view.width)
    }

    fn clip(&self, start: usize, end: Option<usize>) -> Option<[f32; 2]> {
        let (x0, x1) = (self.x(start), self.end(end));
        let seen = x1 >= 0.0 && x0 <= self.width();
        seen.then(|| [x0.max(0.0) as f32, x1.min(self.width()) as f32])
    }

    /// Hands over the wide spans; answers `x0, x1, severity, id, count` of each run.
    fn draw(&self, spans: &Spans, mut wide: impl FnMut(u32)) -> Vec<(f32, f32, u32, u32, u32)> {
        let mut columns: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
        for &(start, end, severity, id) in &spans.0 {
            let (x0, x1) = (self.x(start), self.end(end));
            if (x0 < 0.0 && x1 <= 0.0) || x0 > self.width() {
                continue;
            }
            if x1 - x0 >= 1.0 {
                wide(id);
            } else {
                columns.entry(x0.max(0.0) as u32).or_default().push((severity, id));
            }
        }
        let mut runs: Vec<(f32, f32, u32, u32, u32)> = Vec::new();
        let mut after = 0;
        for (column, spans) in columns {
            // Of equal ones, the last.
            let &(severity, id) = spans.iter().max_by_key(|span| span.0).unwrap();
            let left = column.min(self.view.width - 1) as f32;
            let count = spans.len() as u32;
            match runs.last_mut() {
                Some(run) if after == column && run.2 == severity => {
                    *run = (run.0, left + 1.0, severity, id, run.4 + count);
                }
                _ => runs.push((left, left + 1.0, severity, id, count)),
            }
            after = column + 1;
        }
        runs
    }
}

/// The states of a resource by step, each until the next, and the step at which it is gone.
fn life(journal: &Journal, id: ResourceId) -> (Vec<(usize, BarState)>, Option<usize>, bool, bool) {
    let events = journal.events();
    let (mut parts, mut gone, mut reaped, mut lost) = (Vec::new(), None, false, false);
    let mine = || events.iter().enumerate().filter(move |(_, event)| event.resource == id);
    let any = |kind| mine().any(|(_, event)| event.kind == kind);
    let mut leaked = false;
    for (index, event) in mine() {
        let state = match event.kind {
            Kind::Acquiring if any(Kind::AcquisitionFailed) => BarState::Failed,
            Kind::Acquiring => BarState::Acquiring,
            Kind::Acquired => BarState::Open,
            Kind::CleanUpStarted if any(Kind::ReleaseFailed) => BarState::Failed,
            Kind::CleanUpStarted => match Ending::from_code(event.detail).unwrap() {
                ending if ending.is_panicked() => BarState::Unwinding,
                ending if ending.is_failed() => BarState::ClosingOnError,
                _ if error_travels(journal, index) => BarState::ClosingOnError,
                _ => BarState::Closing,
            },
            // Forgotten twice is forgotten since the first time.
            Kind::Forgotten if leaked => continue,
            Kind::Forgotten => {
                leaked = true;
                BarState::Forgotten
            }
            Kind::Leaked => {
                leaked = true;
                BarState::Leaked
            }
            Kind::AcquisitionFailed | Kind::Released | Kind::ReleaseFailed | Kind::Reaped => {
                gone = Some(index + 1);
                reaped = event.kind == Kind::Reaped;
                lost = matches!(event.kind, Kind::ReleaseFailed | Kind::Reaped) && event.amount > 0;
                continue;
            }
            _ => continue,
        };
        parts.push((index + 1, state));
    }
    (parts, gone, reaped, lost)
}

fn error_travels(journal: &Journal, event: usize) -> bool {
    let replay = Replay::new(journal.clone(), Vec::new());
    let travelling = replay.moment(event + 1).travelling;
    travelling.is_some_and(|travelling| travelling.traveller == Traveller::Error)
}

/// A picture by looking at each event.
pub(crate) fn picture(replay: &Replay, view: View) -> Picture {
    let until = view.until.unwrap_or(replay.steps());
    let drawn = Replay::new(super::cut(replay.journal(), until), Vec::new());
    let scale = Scale { replay, drawn, view };
    let journal = scale.drawn.journal();
    let mut picture = Picture::default();
    let ids: Vec<ResourceId> = journal
        .events()
        .iter()
        .filter(|event| event.kind == Kind::Acquiring)
        .map(|event| event.resource)
        .collect();
    let end = (view.first_lane + view.lanes).min(replay.lane_count());
    for lane in view.first_lane..end {
        let mut spans = Spans(Vec::new());
        for &id in ids.iter().filter(|&&id| replay.lane_of(id) == Some(lane)) {
            let (parts, gone, ..) = life(journal, id);
            let worst = parts.iter().map(|part| part.1).max().unwrap() as u32;
            spans.0.push((parts[0].0, gone, worst, id.0));
        }
        let lane = lane as u32;
        let runs = scale.draw(&spans, |id| bar(&scale, lane, ResourceId(id), &mut picture.bars));
        for (x0, x1, severity, id, count) in runs {
            push_bar(&mut picture.bars, [x0, x1], [lane, severity, id, count, BarFlags::RUN]);
        }
        marks(&scale, Some(lane as usize), lane, &mut picture.marks);
    }
    marks(&scale, None, NO_LANE, &mut picture.ruler);
    bands(&scale, &mut picture.scopes);
    phases(&scale, &mut picture.phases);
    picture
}

fn bar(scale: &Scale<'_>, lane: u32, id: ResourceId, bars: &mut Bars) {
    let (parts, gone, reaped, lost) = life(scale.drawn.journal(), id);
    for (index, &(start, state)) in parts.iter().enumerate() {
        let last = index + 1 == parts.len();
        let end = parts.get(index + 1).map_or(gone, |next| Some(next.0));
        let Some(ends) = scale.clip(start, end) else { continue };
        let mut flags = 0;
        for (bit, set) in [
            (BarFlags::FIRST, index == 0),
            (BarFlags::LAST, last && gone.is_some()),
            (BarFlags::REAPED, reaped),
            (BarFlags::LOST_BYTES, lost),
            (BarFlags::CUT_LEFT, scale.x(start) < 0.0),
            (BarFlags::CUT_RIGHT, end.is_none() || scale.end(end) > scale.width()),
        ] {
            flags |= if set { bit } else { 0 };
        }
        push_bar(bars, ends, [lane, state as u32, id.0, 1, flags]);
    }
}

fn push_bar(bars: &mut Bars, [x0, x1]: [f32; 2], [lane, state, id, count, flags]: [u32; 5]) {
    bars.x0.push(x0);
    bars.x1.push(x1);
    bars.lane.push(lane);
    bars.state.push(state);
    bars.resource.push(id);
    bars.count.push(count);
    bars.flags.push(flags);
}

fn marks(scale: &Scale<'_>, row: Option<usize>, lane: u32, marks: &mut Marks) {
    let mut columns: BTreeMap<u32, Vec<(u32, usize)>> = BTreeMap::new();
    for (index, event) in scale.drawn.journal().events().iter().enumerate() {
        let Some(kind) = MarkKind::of(event.kind) else { continue };
        let x = scale.x(index + 1);
        if scale.replay.lane_of(event.resource) == row && x >= 0.0 && x <= scale.width() {
            columns.entry(x as u32).or_default().push((kind as u32, index + 1));
        }
    }
    for (column, gathered) in columns {
        let &(kind, step) = gathered.iter().max_by_key(|mark| mark.0).unwrap();
        let middle = column.min(scale.view.width - 1) as f32 + 0.5;
        marks.x.push(if gathered.len() == 1 { scale.x(step) as f32 } else { middle });
        marks.lane.push(lane);
        marks.kind.push(kind);
        marks.count.push(gathered.len() as u32);
        marks.step.push(step as u32);
    }
}

fn bands(scale: &Scale<'_>, bands: &mut Bands) {
    let events = scale.drawn.journal().events();
    let mut push = |[x0, x1]: [f32; 2], [depth, state, scope, count]: [u32; 4]| {
        bands.x0.push(x0);
        bands.x1.push(x1);
        bands.depth.push(depth);
        bands.state.push(state);
        bands.scope.push(scope);
        bands.count.push(count);
    };
    for depth in 0..DEPTHS_DRAWN {
        let mut spans = Spans(Vec::new());
        let mut parts = BTreeMap::new();
        for (index, entered) in events.iter().enumerate() {
            if entered.kind != Kind::ScopeEntered || depth_of(events, entered) != depth {
                continue;
            }
            let step = |kinds: &[Kind]| {
                let same =
                    |event: &Event| kinds.contains(&event.kind) && event.scope == entered.scope;
                events.iter().position(same).map(|index| index + 1)
            };
            let leaving = step(&[Kind::ScopeLeaving, Kind::Unwinding]);
            let left = step(&[Kind::ScopeLeft]);
            let is_way = |event: &&Event| {
                let kinds = [Kind::ScopeLeaving, Kind::Unwinding, Kind::ScopeLeft];
                kinds.contains(&event.kind) && event.scope == entered.scope
            };
            let way = events.iter().rfind(is_way).map(|event| match Way::from_code(event.detail) {
                _ if event.kind == Kind::Unwinding => BandState::Unwinding,
                Some(Way::Return | Way::Break | Way::Continue) => BandState::LeavingEarly,
                Some(Way::Question) => BandState::LeavingOnError,
                Some(Way::Panic) => BandState::Unwinding,
                Some(Way::End) | None => BandState::Ending,
            });
            let worst = way.unwrap_or(BandState::Running);
            spans.0.push((index + 1, left, worst as u32, entered.scope.0));
            parts.insert(entered.scope.0, (index + 1, leaving, left, worst));
        }
        let runs = scale.draw(&spans, |id| {
            let (entered, leaving, left, way) = parts[&id];
            if let Some(ends) = scale.clip(entered, leaving) {
                push(ends, [depth, BandState::Running as u32, id, 1]);
            }
            if let Some(leaving) = leaving
                && let Some(ends) = scale.clip(leaving, left)
            {
                push(ends, [depth, way as u32, id, 1]);
            }
        });
        for (x0, x1, severity, id, count) in runs {
            push([x0, x1], [depth, severity, id, count]);
        }
    }
}

fn phases(scale: &Scale<'_>, phases: &mut Phases) {
    for (row, traveller) in [(0, Traveller::Error), (1, Traveller::Panic)] {
        // Generated runs never have a panic and an error on their way at once.
        let travels = |step: usize| {
            scale.drawn.moment(step).travelling.is_some_and(|now| now.traveller == traveller)
        };
        let (mut spans, mut since) = (Spans(Vec::new()), None);
        for step in 0..=scale.drawn.steps() {
            match (since, travels(step)) {
                (None, true) => since = Some(step),
                (Some(start), false) => {
                    spans.0.push((start, Some(step), 0, start as u32));
                    since = None;
                }
                _ => {}
            }
        }
        spans.0.extend(since.map(|start| (start, None, 0, start as u32)));
        let ends: BTreeMap<_, _> = spans.0.iter().map(|span| (span.3, (span.0, span.1))).collect();
        let mut push = |[x0, x1]: [f32; 2], count| {
            phases.x0.push(x0);
            phases.x1.push(x1);
            phases.traveller.push(row);
            phases.count.push(count);
        };
        let runs = scale.draw(&spans, |id| {
            let (start, end) = ends[&id];
            if let Some(ends) = scale.clip(start, end) {
                push(ends, 1);
            }
        });
        for (x0, x1, _, _, count) in runs {
            push([x0, x1], count);
        }
    }
}

/// How many scopes are around one that is entered.
fn depth_of(events: &[Event], entered: &Event) -> u32 {
    let parent = ScopeId(entered.amount);
    let around =
        events.iter().find(|event| event.kind == Kind::ScopeEntered && event.scope == parent);
    around.map_or(0, |around| depth_of(events, around) + 1)
}
