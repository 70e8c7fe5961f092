//! The spans of a run, laid out in rows once, to be drawn as often as one likes.

use crate::journal::Event;
use crate::replay::NEVER;
use crate::replay::build::Facts;
use crate::replay::marks::MarkTrack;
use crate::replay::resources::{Fate, Resource};
use crate::replay::track::{Span, Track};
use crate::replay::travel::Traveller;

use super::{BandState, BarState, DEPTHS_DRAWN};

/// The spans of a run, laid out in rows.
#[derive(Debug)]
pub(crate) struct Tracks {
    pub(crate) resources: Track,
    pub(crate) scopes: Track,
    pub(super) phases: Track,
    pub(crate) marks: MarkTrack,
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
        let phases = facts.travel.phases().into_iter();
        Self {
            resources: Track::new(lanes, resources, |index| {
                worst(&facts.resources[index as usize]) as u8
            }),
            scopes: Track::new(depths.min(DEPTHS_DRAWN) as usize, scopes, |index| {
                BandState::worst(&facts.scopes.list[index as usize]) as u8
            }),
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

/// The parts of a resource's life by the step each begins with, and how many there are.
pub(super) fn parts(resource: &Resource) -> ([(u32, BarState); 5], usize) {
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
        (resource.forgotten, BarState::Forgotten),
        (resource.clean_up, closing),
        (resource.leaked, BarState::Leaked),
    ];
    // What never happened goes to the end.
    parts.sort_by_key(|part| part.0);
    let count = parts.partition_point(|part| part.0 != NEVER && part.0 < resource.gone);
    (parts, count)
}

/// The worst part of a resource's life.
pub(super) fn worst(resource: &Resource) -> BarState {
    let (parts, count) = parts(resource);
    let parts = parts[..count].iter().map(|part| part.1).max();
    // A clean-up that fails at once has no part of its own.
    let failed = (resource.fate == Fate::ReleaseFailed).then_some(BarState::Failed);
    parts.max(failed).unwrap_or(BarState::Acquiring)
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
