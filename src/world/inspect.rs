//! What an observer sees, without cost or trace; and the end of a program.

use super::node::Slot;
use super::{Handle, HandleKind, NodeId, World};

impl World {
    /// Everything open, in the order of the handles, with the absolute path it has now. A file that
    /// was removed has its last path and ` (deleted)`, as in Linux's `/proc`.
    pub fn open_handles(&self) -> impl Iterator<Item = (Handle, HandleKind, String)> {
        self.handles.iter().map(|open| (open.handle, open.kind(), self.nodes.path(open.slot)))
    }

    /// How many handles of a kind are open.
    pub fn open_count(&self, kind: HandleKind) -> usize {
        self.handles.count(kind)
    }

    /// How many handles of a kind may be open.
    pub fn limit(&self, kind: HandleKind) -> usize {
        self.handles.limit(kind)
    }

    /// Closes everything that is open, in the order of the handles, and says what it was.
    ///
    /// This is what an operating system does with what a dead process left behind: it cannot fail,
    /// no fault strikes, and no virtual time passes, since no program is there to see it.
    pub fn reap(&mut self) -> Vec<Handle> {
        let left: Vec<Handle> = self.handles.iter().map(|open| open.handle).collect();
        for handle in &left {
            if let Some(slot) = self.handles.remove(*handle) {
                self.nodes.closed(slot);
            }
        }
        left
    }

    /// The bytes of a file, if the path leads to one.
    pub fn contents(&self, path: &str) -> Option<&[u8]> {
        let slot = self.nodes.resolve(path).ok()?.existing(&self.nodes).ok()?;
        (!self.nodes.is_directory(slot)).then(|| self.nodes.bytes(slot))
    }

    /// Every file that has a name: its absolute path, its number and its bytes, sorted by path.
    pub fn files(&self) -> Vec<(String, NodeId, &[u8])> {
        let mut files = Vec::new();
        let mut directories = vec![(String::new(), Slot::ROOT)];
        while let Some((path, directory)) = directories.pop() {
            for (name, slot) in self.nodes.entries(directory).into_iter().flatten() {
                let path = format!("{path}/{name}");
                if self.nodes.is_directory(*slot) {
                    directories.push((path, *slot));
                } else {
                    files.push((path, self.nodes.id(*slot), self.nodes.bytes(*slot)));
                }
            }
        }
        files.sort_unstable();
        files
    }

    /// Every directory but the root: its absolute path and its number, sorted by path.
    pub fn directories(&self) -> Vec<(String, NodeId)> {
        let mut found = Vec::new();
        let mut rest = vec![(String::new(), Slot::ROOT)];
        while let Some((path, directory)) = rest.pop() {
            for (name, slot) in self.nodes.entries(directory).into_iter().flatten() {
                if self.nodes.is_directory(*slot) {
                    let path = format!("{path}/{name}");
                    found.push((path.clone(), self.nodes.id(*slot)));
                    rest.push((path, *slot));
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// How many bytes of the disk are taken, by removed files that are still open too.
    pub fn disk_used(&self) -> u64 {
        self.nodes.used()
    }

    /// How many bytes the disk has.
    pub fn disk_size(&self) -> u64 {
        self.disk_size
    }
}
