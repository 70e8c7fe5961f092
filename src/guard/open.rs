//! The resources that are open.

use crate::journal::{ResourceId, TextId};
use crate::world::Handle;

/// An open resource.
pub(super) struct Open {
    pub(super) resource: ResourceId,
    pub(super) handle: Handle,
    pub(super) path: TextId,
    /// Nanoseconds since the run began.
    pub(super) since: u64,
    /// Written by the program and not yet by the system.
    pub(super) buffer: Vec<u8>,
}

/// The open resources, in the order in which they were acquired, which is the order of their ids.
#[derive(Default)]
pub(super) struct OpenResources {
    /// Behind the open ones stay closed ones, for their buffers: most programs open files one after
    /// the other.
    entries: Vec<Open>,
    /// How many are open.
    count: usize,
}

impl OpenResources {
    /// Adds one, with an empty buffer.
    #[inline]
    pub(super) fn add(&mut self, resource: ResourceId, handle: Handle, path: TextId, since: u64) {
        if let Some(closed) = self.entries.get_mut(self.count) {
            closed.resource = resource;
            closed.handle = handle;
            closed.path = path;
            closed.since = since;
        } else {
            self.entries.push(Open { resource, handle, path, since, buffer: Vec::new() });
        }
        self.count += 1;
    }

    /// Where one is.
    #[inline]
    pub(super) fn position(&self, resource: ResourceId) -> Option<usize> {
        let open = self.as_slice();
        // The last one acquired is the one most often asked for.
        match open.last() {
            Some(last) if last.resource == resource => Some(open.len() - 1),
            _ => open.binary_search_by_key(&resource, |open| open.resource).ok(),
        }
    }

    #[inline]
    pub(super) fn get_mut(&mut self, index: usize) -> &mut Open {
        &mut self.entries[..self.count][index]
    }

    /// Closes one. What is in its buffer is lost.
    #[inline]
    pub(super) fn close(&mut self, index: usize) {
        self.get_mut(index).buffer.clear();
        if index + 1 < self.count {
            self.entries[index..self.count].rotate_left(1);
        }
        self.count -= 1;
    }

    #[inline]
    pub(super) fn as_slice(&self) -> &[Open] {
        &self.entries[..self.count]
    }
}
