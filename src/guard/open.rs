//! The resources that are open.

use std::borrow::Cow;
use std::ops::Range;

use crate::journal::{Journal, ResourceId, TextId};
use crate::world::Handle;

/// An open resource.
pub(super) struct Open {
    pub(super) resource: ResourceId,
    pub(super) handle: Handle,
    pub(super) path: TextId,
    /// Nanoseconds since the run began.
    pub(super) since: u64,
    pub(super) buffered: Buffered,
}

/// What the program has written and the system has not yet. The bytes themselves are in the journal,
/// so this only says which of them.
#[derive(Default)]
pub(super) struct Buffered {
    /// In the order of writing. What follows the piece before it in the journal, too, is one with it.
    pieces: Vec<Range<usize>>,
    length: usize,
}

impl Buffered {
    /// Takes in `length` bytes, which the journal keeps at `at`.
    #[inline]
    pub(super) fn push(&mut self, at: usize, length: usize) {
        self.length += length;
        match self.pieces.last_mut() {
            Some(last) if last.end == at => last.end += length,
            _ => self.pieces.push(at..at + length),
        }
    }

    /// How many bytes there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// The bytes. They are copied only if those of another file were written between them.
    #[inline]
    pub(super) fn bytes<'j>(&self, journal: &'j Journal) -> Cow<'j, [u8]> {
        match &*self.pieces {
            [only] => Cow::Borrowed(&journal.kept()[only.clone()]),
            _ => Cow::Owned(self.gathered(journal)),
        }
    }

    #[cold]
    fn gathered(&self, journal: &Journal) -> Vec<u8> {
        let pieces: Vec<_> =
            self.pieces.iter().map(|piece| &journal.kept()[piece.clone()]).collect();
        pieces.concat()
    }

    /// Forgets them: they are written, or lost.
    #[inline]
    pub(super) fn clear(&mut self) {
        self.pieces.clear();
        self.length = 0;
    }
}

/// The open resources, in the order in which they were acquired, which is the order of their ids.
#[derive(Default)]
pub(super) struct OpenResources {
    /// Behind the open ones stay closed ones, for their memory: most programs open files one after
    /// the other.
    entries: Vec<Open>,
    /// How many are open.
    count: usize,
}

impl OpenResources {
    /// Adds one, with nothing buffered.
    #[inline]
    pub(super) fn add(&mut self, resource: ResourceId, handle: Handle, path: TextId, since: u64) {
        if let Some(closed) = self.entries.get_mut(self.count) {
            closed.resource = resource;
            closed.handle = handle;
            closed.path = path;
            closed.since = since;
        } else {
            let buffered = Buffered::default();
            self.entries.push(Open { resource, handle, path, since, buffered });
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

    /// One by its [`position`](Self::position).
    #[inline]
    pub(super) fn get_mut(&mut self, index: usize) -> &mut Open {
        &mut self.entries[index]
    }

    /// Closes one. What is still buffered is lost.
    #[inline]
    pub(super) fn close(&mut self, index: usize) {
        self.get_mut(index).buffered.clear();
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
