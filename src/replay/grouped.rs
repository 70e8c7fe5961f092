//! Items of many groups in one row, each group's items side by side.

use std::ops::Range;

/// What a vector for each group would hold, in two allocations instead of one a group.
#[derive(Debug, Clone)]
pub(crate) struct Grouped<T> {
    /// Where the items of a group begin; one more than there are groups.
    offsets: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Grouped<T> {
    fn default() -> Self {
        Self { offsets: vec![0], items: Vec::new() }
    }
}

impl<T: Copy + Default> Grouped<T> {
    /// Sorts items by their group, in the order given within a group.
    ///
    /// The items are gone through twice: once to count, once to place.
    pub(crate) fn new(groups: usize, items: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut offsets = vec![0_u32; groups + 1];
        for (group, _) in items.clone() {
            offsets[group as usize + 1] += 1;
        }
        for group in 0..groups {
            offsets[group + 1] += offsets[group];
        }
        let mut next = offsets.clone();
        let mut placed = vec![T::default(); offsets[groups] as usize];
        for (group, item) in items {
            let place = &mut next[group as usize];
            placed[*place as usize] = item;
            *place += 1;
        }
        Self { offsets, items: placed }
    }
}

impl<T> Grouped<T> {
    /// How many groups there are.
    pub(crate) fn groups(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Where the items of a group are in [`all`](Grouped::all).
    pub(crate) fn range(&self, group: usize) -> Range<usize> {
        self.offsets[group] as usize..self.offsets[group + 1] as usize
    }

    /// The items of a group.
    pub(crate) fn of(&self, group: usize) -> &[T] {
        &self.items[self.range(group)]
    }

    /// The items of all groups, one group after the other.
    pub(crate) fn all(&self) -> &[T] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_keeps_the_order_of_its_items() {
        let items = [(2, 'a'), (0, 'b'), (2, 'c'), (0, 'd')];
        let grouped = Grouped::new(3, items.into_iter());
        assert_eq!(grouped.of(0), ['b', 'd']);
        assert!(grouped.of(1).is_empty());
        assert_eq!(grouped.of(2), ['a', 'c']);
    }
}
