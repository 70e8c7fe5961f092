//! Follows what a journal says of the disk and gathers the history of each file.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use crate::journal::{Event, InitialFile, Journal, OpenMode, PathChange, TextId};

use super::NEVER;
use super::files::{File, Files, Piece, normalised};

/// The disk as it is at the step reached, and what led there.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    initial: Vec<InitialFile>,
    files: Vec<File>,
    pieces: Vec<(u32, Piece)>,
    /// Each file's number of pieces, how many of them no longer count, and its size.
    heads: Vec<Head>,
    by_node: FxHashMap<u32, u32>,
    by_path: FxHashMap<String, u32>,
    /// Written and not yet flushed, oldest first, as ranges of the journal's bytes.
    buffers: FxHashMap<u32, VecDeque<(u32, u32)>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Head {
    pieces: u32,
    cut: u32,
    size: u32,
}

impl Head {
    /// Counts a piece in, and writes into it how the file stands with it.
    fn take(&mut self, piece: Piece) -> Piece {
        self.pieces += 1;
        self.size = self.size.max(piece.position.saturating_add(piece.length));
        Piece { cut: self.cut, size: self.size, ..piece }
    }
}

impl Disk {
    pub(crate) fn new(mut initial: Vec<InitialFile>) -> Self {
        let mut disk = Self::default();
        for (index, file) in initial.iter_mut().enumerate() {
            file.path = normalised(&file.path);
            let (initial, directory) = (Some(index as u32), file.directory);
            let entry = File { initial, directory, ..File::new(TextId::NONE, 0) };
            disk.add(file.node, file.path.clone(), entry, file.bytes.len() as u32);
        }
        disk.initial = initial;
        disk
    }

    fn add(&mut self, node: u32, path: String, file: File, size: u32) -> u32 {
        let index = self.files.len() as u32;
        self.files.push(file);
        self.heads.push(Head { size, ..Head::default() });
        self.by_node.insert(node, index);
        self.by_path.insert(path, index);
        index
    }

    /// A resource over a file's node was acquired; answers the file's index.
    pub(crate) fn opened(&mut self, journal: &Journal, step: u32, event: &Event) -> u32 {
        if event.amount == 0 {
            return NEVER;
        }
        let created = event.detail & OpenMode::CREATED != 0;
        let file = match self.by_node.get(&event.amount) {
            Some(&file) if !created => file,
            _ => {
                let path = normalised(journal.text(event.text));
                self.add(event.amount, path, File::new(event.text, step), 0)
            }
        };
        if event.detail & OpenMode::TRUNCATED != 0 {
            let head = &mut self.heads[file as usize];
            head.cut = head.pieces + 1;
            head.size = 0;
            self.pieces.push((file, head.take(Piece { step, ..Piece::default() })));
        }
        file
    }

    /// Bytes went into a resource's buffer.
    pub(crate) fn written(&mut self, resource: u32, event: &Event) {
        if event.amount > 0 {
            self.buffers.entry(resource).or_default().push_back((event.at, event.amount));
        }
    }

    /// The oldest bytes of a resource's buffer reached a file.
    pub(crate) fn flushed(&mut self, resource: u32, file: u32, step: u32, event: &Event) {
        let Some(buffer) = self.buffers.get_mut(&resource) else { return };
        let (mut left, mut position) = (event.amount, event.at);
        while left > 0
            && let Some((source, length)) = buffer.pop_front()
        {
            let taken = length.min(left);
            if taken < length {
                buffer.push_front((source + taken, length - taken));
            }
            if file != NEVER {
                let piece = Piece { step, position, length: taken, source, ..Piece::default() };
                self.pieces.push((file, self.heads[file as usize].take(piece)));
            }
            left -= taken;
            position = position.saturating_add(taken);
        }
    }

    /// A resource is gone, and its buffer with it.
    pub(crate) fn closed(&mut self, resource: u32) {
        self.buffers.remove(&resource);
    }

    /// A path was changed without a handle.
    pub(crate) fn path_changed(&mut self, journal: &Journal, step: u32, event: &Event) {
        let path = normalised(journal.text(event.text));
        match PathChange::from_code(event.detail) {
            Some(PathChange::DirectoryCreated) => {
                let entry = File { directory: true, ..File::new(event.text, step) };
                self.add(event.at, path, entry, 0);
            }
            Some(PathChange::Removed) => self.unname(&path, step),
            Some(PathChange::Renamed) => {
                let target = normalised(journal.text(TextId(event.amount)));
                self.rename(&path, target, step);
            }
            None => {}
        }
    }

    fn unname(&mut self, path: &str, step: u32) {
        if let Some(file) = self.by_path.remove(path) {
            self.files[file as usize].unnamed = step;
        }
    }

    fn rename(&mut self, path: &str, target: String, step: u32) {
        if path == target {
            return;
        }
        let file = self.by_path.remove(path);
        self.unname(&target, step);
        // A directory that nobody told of is known only by the files below it.
        if file.is_none_or(|file| self.files[file as usize].directory) {
            self.move_below(path, &target, step);
        }
        if let Some(file) = file {
            self.files[file as usize].renamed.push((step, target.as_str().into()));
            self.by_path.insert(target, file);
        }
    }

    /// Moves what lies below a directory along with it.
    fn move_below(&mut self, directory: &str, target: &str, step: u32) {
        let below =
            |path: &str| path.strip_prefix(directory).is_some_and(|rest| rest.starts_with('/'));
        let moved: Vec<String> = self.by_path.keys().filter(|path| below(path)).cloned().collect();
        for path in moved {
            let Some(file) = self.by_path.remove(&path) else { continue };
            let new = format!("{target}{}", &path[directory.len()..]);
            self.files[file as usize].renamed.push((step, new.as_str().into()));
            self.by_path.insert(new, file);
        }
    }

    /// The history of every file.
    pub(crate) fn finish(self) -> Files {
        Files::new(self.initial, self.files, &self.pieces)
    }
}
