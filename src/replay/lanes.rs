//! The rows of the timeline: one for each place in the source at which resources are acquired.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::journal::{ResourceId, ResourceKind, TextId};

use super::Replay;
use super::resources::Resource;
use super::track::Span;

/// One row of the timeline, as it is at a step.
///
/// A row belongs to a site: the line and the kind of resource acquired there. Resources of one site
/// that are there at the same time lie on further rows below, so that a row's bars never overlap.
/// Sites are ordered by their first acquisition. Number and order of the rows are those of the whole
/// run, so that nothing jumps from step to step; a row on which nothing lies yet is the
/// [default](Lane::default).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lane {
    /// The names on it: `train.csv`, `train.csv ×3`, `shard-0.csv … shard-7.csv`.
    pub label: String,
    /// How deep the scopes were nested at the site's first acquisition; 0 for the outermost scope.
    pub indent: u32,
    /// The source line, from 1; 0 where it is not known.
    pub line: u16,
    /// The kind of the resources acquired there; none as long as there is none.
    pub kind: Option<ResourceKind>,
    /// How many resources have lain on this row so far.
    pub resources: usize,
    /// Which of its site's rows this is, from 0.
    pub row_of_site: u32,
}

/// What is kept of a row; its texts are made when it is looked at.
#[derive(Debug, Clone, Copy)]
struct Row {
    site: u32,
    row_of_site: u32,
}

#[derive(Debug, Clone)]
struct Site {
    indent: u32,
    line: u16,
    kind: ResourceKind,
    /// Its rows, by the order in which rows were needed.
    rows: Vec<u32>,
    /// Those of its rows on which nothing lies now; the uppermost is taken first.
    free: BinaryHeap<Reverse<u32>>,
}

/// Gives each resource its row, as the resources come and go.
#[derive(Debug, Default)]
pub(crate) struct LaneBuilder {
    sites: Vec<Site>,
    by_place: FxHashMap<(u16, ResourceKind, TextId), u32>,
    rows: Vec<Row>,
}

impl LaneBuilder {
    /// A resource is being acquired; answers its row, in the order in which rows are needed.
    pub(crate) fn begin(&mut self, resource: &Resource) -> u32 {
        let Resource { line, kind, name, depth, .. } = *resource;
        // Where no line is known, resources of one name are the best guess at one site.
        let place = (line, kind, if line == 0 { name } else { TextId::NONE });
        let next = self.sites.len() as u32;
        let index = *self.by_place.entry(place).or_insert(next);
        if index == next {
            let (rows, free) = (Vec::new(), BinaryHeap::new());
            self.sites.push(Site { indent: depth, line, kind, rows, free });
        }
        let site = &mut self.sites[index as usize];
        let row_of_site = site.free.pop().map_or(site.rows.len() as u32, |Reverse(row)| row);
        if row_of_site as usize == site.rows.len() {
            site.rows.push(self.rows.len() as u32);
            self.rows.push(Row { site: index, row_of_site });
        }
        site.rows[row_of_site as usize]
    }

    /// The resource on a row is gone.
    pub(crate) fn end(&mut self, row: u32) {
        let Row { site, row_of_site } = self.rows[row as usize];
        self.sites[site as usize].free.push(Reverse(row_of_site));
    }

    /// Orders the rows by site, and moves each resource to where its row is now.
    pub(crate) fn finish(self, resources: &mut [Resource]) -> Lanes {
        let mut place = vec![0; self.rows.len()];
        let mut rows = Vec::with_capacity(self.rows.len());
        for &row in self.sites.iter().flat_map(|site| &site.rows) {
            place[row as usize] = rows.len() as u32;
            rows.push(self.rows[row as usize]);
        }
        for resource in resources {
            resource.lane = place[resource.lane as usize];
        }
        Lanes { sites: self.sites, rows }
    }
}

/// Every row, from the top.
#[derive(Debug, Default)]
pub(crate) struct Lanes {
    sites: Vec<Site>,
    rows: Vec<Row>,
}

impl Lanes {
    pub(crate) fn count(&self) -> usize {
        self.rows.len()
    }
}

impl Replay {
    /// How many rows the timeline has.
    pub fn lane_count(&self) -> usize {
        self.facts.lanes.count()
    }

    /// Some rows of the timeline as they are at a step, as far as there are that many.
    pub fn lanes(&self, step: usize, range: Range<usize>) -> Vec<Lane> {
        let end = range.end.min(self.lane_count());
        (range.start.min(end)..end).map(|row| self.lane(row, self.known(step))).collect()
    }

    /// The lane of a resource, an index into [`lanes`](Replay::lanes).
    pub fn lane_of(&self, resource: ResourceId) -> Option<usize> {
        Some(self.facts.resource(resource)?.lane as usize)
    }

    fn lane(&self, row: usize, step: u32) -> Lane {
        let begun = self.tracks.resources.begun(row, step);
        let name = |span: &Span| self.journal.text(self.facts.resources[span.item as usize].name);
        let (Some(first), Some(last)) = (begun.first().map(name), begun.last().map(name)) else {
            return Lane::default();
        };
        let label = match begun.len() {
            1 => first.to_owned(),
            count if first == last => format!("{first} ×{count}"),
            _ => format!("{first} … {last}"),
        };
        let Row { site, row_of_site } = self.facts.lanes.rows[row];
        let Site { indent, line, kind, .. } = self.facts.lanes.sites[site as usize];
        Lane { label, indent, line, kind: Some(kind), resources: begun.len(), row_of_site }
    }
}
