//! Files and directories, and the bytes they hold.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::ErrorKind;

/// Names a file or directory, whatever it is called now. Never used again in the same world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// Where a node is kept: an index into [`Nodes`], used again once the node is gone.
///
/// Only this room sees slots, and never one of a node that is gone; everybody else gets a
/// [`NodeId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot(u32);

impl Slot {
    /// The directory `/`.
    pub(super) const ROOT: Self = Self(0);
}

/// How many bytes of memory an emptied file may keep to be written again without allocating.
const KEPT_CAPACITY: usize = 64 * 1024;

/// What a directory holds, by name, in no order: listings are sorted when somebody asks for one.
pub(super) type Entries = IndexMap<Box<str>, Slot, FxBuildHasher>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    File { bytes: Vec<u8>, read_only: bool },
    Directory(Entries),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Node {
    id: NodeId,
    content: Content,
    /// The directory it is in; the root is in itself.
    parent: Slot,
    /// How many handles are open to it.
    open: u32,
    /// Its last path, once it has no name any more and lives only for its handles.
    removed: Option<Box<str>>,
}

/// Every file and directory of a world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Nodes {
    slots: Vec<Option<Node>>,
    /// Slots without a node.
    free: Vec<Slot>,
    /// The number of the next node.
    next: u32,
    /// How many bytes all files hold, those without a name included.
    used: u64,
}

impl Nodes {
    /// An empty root directory.
    pub(super) fn new() -> Self {
        let mut nodes = Self { slots: Vec::new(), free: Vec::new(), next: 1, used: 0 };
        nodes.add(Slot::ROOT, Content::Directory(Entries::default()));
        nodes
    }

    /// How many bytes all files hold.
    pub(super) fn used(&self) -> u64 {
        self.used
    }

    #[inline]
    pub(super) fn id(&self, slot: Slot) -> NodeId {
        self.node(slot).id
    }

    #[inline]
    pub(super) fn parent(&self, slot: Slot) -> Slot {
        self.node(slot).parent
    }

    #[inline]
    pub(super) fn is_directory(&self, slot: Slot) -> bool {
        matches!(self.node(slot).content, Content::Directory(_))
    }

    /// The entries of a directory; of a file there is nothing.
    #[inline]
    pub(super) fn entries(&self, slot: Slot) -> Option<&Entries> {
        match &self.node(slot).content {
            Content::Directory(entries) => Some(entries),
            Content::File { .. } => None,
        }
    }

    /// The bytes of a file; a directory has none.
    #[inline]
    pub(super) fn bytes(&self, slot: Slot) -> &[u8] {
        match &self.node(slot).content {
            Content::File { bytes, .. } => bytes,
            Content::Directory(_) => &[],
        }
    }

    #[inline]
    pub(super) fn is_read_only(&self, slot: Slot) -> bool {
        matches!(self.node(slot).content, Content::File { read_only: true, .. })
    }

    pub(super) fn set_read_only(&mut self, slot: Slot, wanted: bool) {
        if let Content::File { read_only, .. } = &mut self.node_mut(slot).content {
            *read_only = wanted;
        }
    }

    /// Makes an empty file under a name that is free.
    pub(super) fn add_file(&mut self, directory: Slot, name: &str) -> Slot {
        let slot = self.add(directory, Content::File { bytes: Vec::new(), read_only: false });
        self.link(directory, name, slot);
        slot
    }

    /// Makes an empty directory under a name that is free.
    pub(super) fn add_directory(&mut self, directory: Slot, name: &str) -> Slot {
        let slot = self.add(directory, Content::Directory(Entries::default()));
        self.link(directory, name, slot);
        slot
    }

    /// Takes a name away. What stood there is gone, or, if it is open, lives on without a name.
    pub(super) fn remove(&mut self, directory: Slot, name: &str) {
        let Some(slot) = self.entries(directory).and_then(|entries| entries.get(name).copied())
        else {
            return;
        };
        if self.node(slot).open == 0 {
            self.discard(slot);
        } else {
            self.node_mut(slot).removed = Some(self.path(slot).into());
        }
        self.entries_mut(directory).swap_remove(name);
    }

    /// Gives a node another name and place. What stood there is removed.
    pub(super) fn rename(&mut self, from: (Slot, &str), to: (Slot, &str)) {
        let Some(slot) = self.entries_mut(from.0).swap_remove(from.1) else { return };
        self.remove(to.0, to.1);
        self.node_mut(slot).parent = to.0;
        self.link(to.0, to.1, slot);
    }

    /// Counts one more handle.
    #[inline]
    pub(super) fn opened(&mut self, slot: Slot) {
        self.node_mut(slot).open += 1;
    }

    /// Counts one handle less. With the last one goes a node without a name.
    #[inline]
    pub(super) fn closed(&mut self, slot: Slot) {
        let node = self.node_mut(slot);
        node.open -= 1;
        if node.open == 0 && node.removed.is_some() {
            self.discard(slot);
        }
    }

    /// Cuts a file to nothing.
    #[inline]
    pub(super) fn truncate(&mut self, slot: Slot) {
        if let Content::File { bytes, .. } = &mut self.node_mut(slot).content {
            let length = bytes.len() as u64;
            bytes.clear();
            if bytes.capacity() > KEPT_CAPACITY {
                bytes.shrink_to(KEPT_CAPACITY);
            }
            self.used -= length;
        }
    }

    /// Writes all bytes at a position, with zeros between the end of the file and it, or none if
    /// all files together would then exceed a number of bytes.
    #[inline]
    pub(super) fn write(
        &mut self,
        slot: Slot,
        position: u64,
        new: &[u8],
        disk_size: u64,
    ) -> Result<(), ErrorKind> {
        let used = self.used;
        let Content::File { bytes, .. } = &mut self.node_mut(slot).content else {
            return Err(ErrorKind::IsADirectory);
        };
        if new.is_empty() {
            return Ok(());
        }
        let length = bytes.len() as u64;
        let end = position.checked_add(new.len() as u64).ok_or(ErrorKind::NoSpace)?;
        let growth = end.saturating_sub(length);
        if growth > 0 && growth > disk_size.saturating_sub(used) {
            return Err(ErrorKind::NoSpace);
        }
        // The end is inside the file or on the disk, and both are in memory: it fits.
        let position = position as usize;
        if position >= bytes.len() {
            bytes.resize(position, 0);
            bytes.extend_from_slice(new);
        } else {
            let (over, beyond) = new.split_at(new.len().min(bytes.len() - position));
            bytes[position..position + over.len()].copy_from_slice(over);
            bytes.extend_from_slice(beyond);
        }
        self.used += growth;
        Ok(())
    }

    /// Where a node is now. One without a name has the last, marked as Linux marks it in `/proc`.
    pub(super) fn path(&self, slot: Slot) -> String {
        let node = self.node(slot);
        if let Some(last) = &node.removed {
            return format!("{last} (deleted)");
        }
        let mut names = Vec::new();
        let mut here = slot;
        while here != Slot::ROOT {
            let parent = self.parent(here);
            let name = self
                .entries(parent)
                .and_then(|entries| entries.iter().find(|(_, child)| **child == here));
            names.extend(name.map(|(name, _)| &**name));
            here = parent;
        }
        names.push("");
        names.reverse();
        if names.len() == 1 { "/".into() } else { names.join("/") }
    }

    /// How many nodes there is room for without asking for memory, used or not.
    #[cfg(test)]
    pub(super) fn slots(&self) -> usize {
        self.slots.len()
    }

    fn add(&mut self, parent: Slot, content: Content) -> Slot {
        let id = NodeId(self.next);
        self.next += 1;
        let node = Some(Node { id, content, parent, open: 0, removed: None });
        match self.free.pop() {
            Some(slot) => {
                self.slots[slot.0 as usize] = node;
                slot
            }
            None => {
                self.slots.push(node);
                Slot(self.slots.len() as u32 - 1)
            }
        }
    }

    fn discard(&mut self, slot: Slot) {
        self.used -= self.bytes(slot).len() as u64;
        self.slots[slot.0 as usize] = None;
        self.free.push(slot);
    }

    fn link(&mut self, directory: Slot, name: &str, slot: Slot) {
        self.entries_mut(directory).insert(name.into(), slot);
    }

    // Always, here and below: every operation looks at its node several times.
    #[inline(always)]
    fn node(&self, slot: Slot) -> &Node {
        self.slots[slot.0 as usize].as_ref().expect("a slot in use")
    }

    #[inline(always)]
    fn node_mut(&mut self, slot: Slot) -> &mut Node {
        self.slots[slot.0 as usize].as_mut().expect("a slot in use")
    }

    fn entries_mut(&mut self, slot: Slot) -> &mut Entries {
        match &mut self.node_mut(slot).content {
            Content::Directory(entries) => entries,
            Content::File { .. } => unreachable!("only a directory is resolved as a parent"),
        }
    }
}
