//! Another run of the same program, shown beside the first.

use serde::Serialize;
use tsify::Tsify;

use super::look::Look;
use super::table::{Lane, Life, ScopeName};
use super::verdict::Verdict;
use crate::replay::{self, Replay};

/// At most so many lanes of it are drawn.
pub(super) const LANES_BESIDE: usize = 16;
/// At most so many resources are compared.
const COMPARED: usize = 256;

/// The run beside the first one.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// What is true of it as far as it is shown; of all of it, what came of it.
    pub verdict: Verdict,
    /// Its lanes, from the first on.
    pub lanes: Vec<Lane>,
    /// How many lanes it has in all.
    pub lanes_in_all: usize,
    /// The names of the scopes that its picture shows one by one.
    pub scopes: Vec<ScopeName>,
    /// The number of its last step.
    pub steps: usize,
    /// Where that lies on the axis.
    pub end: f64,
    /// Where the selected step lies on the axis.
    pub playhead: f64,
    /// Each resource in both runs.
    pub pairs: Vec<Pair>,
}

/// A resource in both runs; null where a run did not get as far.
#[derive(Serialize, Tsify)]
pub struct Pair {
    /// In the run that all panels show.
    pub one: Option<Life>,
    /// In the one beside it.
    pub other: Option<Life>,
}

impl Beside {
    pub(super) fn of(one: &Replay, other: &Replay, look: &Look) -> Self {
        let known = look.until(one).unwrap_or(usize::MAX);
        let axis = look.timeline.axis.into();
        let pairs = replay::pairs(one, other, known, COMPARED).into_iter();
        Self {
            verdict: other.verdict_at(known).into(),
            lanes: other.lanes(known, 0..LANES_BESIDE).into_iter().map(Lane::from).collect(),
            lanes_in_all: other.lane_count(),
            scopes: other
                .scope_names(&look.view(one, Some(other)))
                .into_iter()
                .map(ScopeName::from)
                .collect(),
            steps: other.steps(),
            end: other.position_of(axis, other.steps()),
            playhead: other.position_of(axis, look.selected(one)),
            pairs: pairs
                .map(|pair| Pair {
                    one: pair.one.map(Life::from),
                    other: pair.other.map(Life::from),
                })
                .collect(),
        }
    }
}
