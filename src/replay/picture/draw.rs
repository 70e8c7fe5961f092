//! From the spans of a run to the pixels of a view.

use crate::replay::columns::Columns;
use crate::replay::resources::{Fate, Resource};
use crate::replay::scopes::Scope;
use crate::replay::{NEVER, Replay};

use super::tracks::{parts, worst};
use super::*;

impl Replay {
    /// What is in view.
    ///
    /// It costs what the view's pixels cost (its width times the rows in it, times the logarithm
    /// of the run's length), however many events fall into them.
    pub fn picture(&self, view: &View) -> Picture {
        let columns = Columns::new(&self.clock, view);
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
        let resource = |item: u32| {
            self.facts.resources[item as usize].at(columns.until, self.journal.events())
        };
        let state = |item| worst(&resource(item)) as u8;
        let runs = self.tracks.resources.draw(lane, columns, state, |span| {
            bars.push_parts(lane as u32, &resource(span.item), columns);
        });
        for run in runs {
            let resource = self.facts.resources[run.item as usize].id.0;
            let state = u32::from(run.severity);
            bars.push([run.x0, run.x1], [lane as u32, state, resource, run.count, BarFlags::RUN]);
        }
    }

    fn draw_bands(&self, depth: usize, columns: &Columns<'_>, bands: &mut Bands) {
        let scope = |item: u32| {
            self.facts.scopes.list[item as usize].at(columns.until, self.journal.events())
        };
        let state = |item| BandState::worst(&scope(item)) as u8;
        let runs = self.tracks.scopes.draw(depth, columns, state, |span| {
            bands.push_parts(depth as u32, &scope(span.item), columns);
        });
        for run in runs {
            let scope = self.facts.scopes.list[run.item as usize].id.0;
            bands.push([run.x0, run.x1], [depth as u32, u32::from(run.severity), scope, run.count]);
        }
    }

    fn draw_phases(&self, traveller: usize, columns: &Columns<'_>, phases: &mut Phases) {
        let state = |_| 0;
        let runs = self.tracks.phases.draw(traveller, columns, state, |span| {
            if let Some(ends) = visible(columns, span.start, span.end) {
                phases.push(ends, [traveller as u32, 1]);
            }
        });
        for run in runs {
            phases.push([run.x0, run.x1], [traveller as u32, run.count]);
        }
    }
}

/// The ends of what is visible of a span that reaches into the view or touches it. What ends after
/// the last step drawn goes up to there.
fn visible(columns: &Columns<'_>, start: u32, end: u32) -> Option<[f32; 2]> {
    let width = f64::from(columns.width);
    let (x0, x1) = (columns.x(start), columns.x(end.min(columns.until)));
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
            let end = parts[..count].get(index + 1).map_or(resource.gone, |next| next.0);
            let goes_on = end == NEVER || columns.x(end) > f64::from(columns.width);
            let Some(ends) = visible(columns, start, end) else { continue };
            let flags = [
                (BarFlags::FIRST, index == 0),
                (BarFlags::LAST, end == resource.gone && end != NEVER),
                (BarFlags::CUT_LEFT, columns.x(start) < 0.0),
                (BarFlags::CUT_RIGHT, goes_on),
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

    fn push_parts(&mut self, depth: u32, scope: &Scope, columns: &Columns<'_>) {
        let leaving = scope.left_from();
        let way = BandState::by(scope.way);
        for (start, end, state) in
            [(scope.entered, leaving, BandState::Running), (leaving, scope.left, way)]
        {
            if start < end
                && let Some(ends) = visible(columns, start, end)
            {
                self.push(ends, [depth, state as u32, scope.id.0, 1]);
            }
        }
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
