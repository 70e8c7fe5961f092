//! The rows on which resources lie: as few as there are resources at once.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

use crate::journal::ResourceId;

/// Which resource lies on which row, at the event reached.
#[derive(Debug, Default)]
pub(super) struct Rows<'a> {
    held: FxHashMap<ResourceId, (u32, &'a str)>,
    /// The rows that are free, the first on top.
    free: BinaryHeap<Reverse<u32>>,
    count: u32,
}

impl<'a> Rows<'a> {
    /// Puts a resource of a name on the first row that is free; answers it, and whether it is new.
    pub(super) fn take(&mut self, resource: ResourceId, name: &'a str) -> (u32, bool) {
        let row = self.free.pop().map_or(self.count, |Reverse(row)| row);
        let new = row == self.count;
        self.count += u32::from(new);
        self.held.insert(resource, (row, name));
        (row, new)
    }

    /// The row and the name of a resource that is not gone.
    pub(super) fn of(&self, resource: ResourceId) -> Option<(u32, &'a str)> {
        self.held.get(&resource).copied()
    }

    /// The resource is gone.
    pub(super) fn free(&mut self, resource: ResourceId) {
        if let Some((row, _)) = self.held.remove(&resource) {
            self.free.push(Reverse(row));
        }
    }
}
