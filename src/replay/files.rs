//! The files on the disk, and their bytes, at any step.
//!
//! Nothing is copied: a file's bytes at a step are found by walking its writes backwards until
//! what is asked for is covered, and those point into the bytes that the journal keeps.

use std::ops::Range;

use crate::journal::{InitialFile, TextId};

use super::NEVER;
use super::grouped::Grouped;
use super::spans::Spans;

/// One file or directory. Steps are those at which the fact is seen first.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// Its first path: a text of the journal, or [`File::initial`].
    pub(crate) path: TextId,
    /// The index of the initial file it was.
    pub(crate) initial: Option<u32>,
    /// Its later paths.
    pub(crate) renamed: Vec<(u32, Box<str>)>,
    pub(crate) directory: bool,
    /// From when on it has a path.
    pub(crate) named: u32,
    /// From when on it has none any more.
    pub(crate) unnamed: u32,
}

/// Bytes that reached the disk, or (with no source) the moment at which a file was cut to nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Piece {
    pub(crate) step: u32,
    /// Where in the file.
    pub(crate) position: u32,
    pub(crate) length: u32,
    /// Where in the journal's bytes.
    pub(crate) source: u32,
    /// How many of the file's pieces no longer count, since it was cut after them.
    pub(crate) cut: u32,
    /// How long the file is from here on.
    pub(crate) size: u32,
}

/// How many pieces are passed over at once where none of them matters.
const BLOCK: usize = 64;

/// Every file of a run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Files {
    pub(crate) initial: Vec<InitialFile>,
    pub(crate) list: Vec<File>,
    alive: Spans,
    pieces: Grouped<Piece>,
    /// The least and greatest position that each block of all pieces touches.
    reach: Vec<Range<u32>>,
}

impl Files {
    pub(crate) fn new(initial: Vec<InitialFile>, list: Vec<File>, pieces: &[(u32, Piece)]) -> Self {
        let pieces = Grouped::new(list.len(), pieces.iter().copied());
        let reach = |block: &[Piece]| {
            let first = block.iter().map(|piece| piece.position).min().unwrap_or(0);
            let end = block.iter().map(|piece| piece.position.saturating_add(piece.length)).max();
            first..end.unwrap_or(0)
        };
        Self {
            alive: Spans::new(
                list.iter().map(|file| file.named).collect(),
                list.iter().map(|file| file.unnamed).collect(),
            ),
            reach: pieces.all().chunks(BLOCK).map(reach).collect(),
            initial,
            list,
            pieces,
        }
    }

    /// The indexes of the files that have a path at a step, the latest first.
    pub(crate) fn alive(&self, step: u32) -> impl Iterator<Item = usize> + '_ {
        self.alive.alive(step)
    }

    /// How long a file is at a step, in bytes.
    pub(crate) fn size(&self, file: usize, step: u32) -> u32 {
        match self.seen(file, step).last() {
            Some(piece) => piece.size,
            None => self.initial_bytes(file).len() as u32,
        }
    }

    /// What a file holds at a step in a range of positions, as far as it is that long.
    pub(crate) fn bytes(&self, kept: &[u8], file: usize, step: u32, range: Range<u32>) -> Vec<u8> {
        let end = range.end.min(self.size(file, step));
        let start = range.start.min(end);
        // Positions that nothing was ever written to read as zeros.
        let mut bytes = vec![0; (end - start) as usize];
        let mut missing: Vec<Range<u32>> = std::iter::once(start..end).collect();
        let seen = self.seen(file, step);
        let cut = seen.last().map_or(0, |piece| piece.cut);
        let first = self.pieces.range(file).start;
        let mut index = first + seen.len();
        while index > first + cut as usize && !missing.is_empty() {
            let reach = &self.reach[(index - 1) / BLOCK];
            if !missing.iter().any(|gap| gap.start < reach.end && reach.start < gap.end) {
                index = (index - 1) / BLOCK * BLOCK;
                continue;
            }
            index -= 1;
            let piece = self.pieces.all()[index];
            if piece.position >= end || piece.position.saturating_add(piece.length) <= start {
                continue;
            }
            let source = &kept[piece.source as usize..][..piece.length as usize];
            fill(&mut bytes, start, &mut missing, piece.position, source);
        }
        if cut == 0 {
            fill(&mut bytes, start, &mut missing, 0, self.initial_bytes(file));
        }
        bytes
    }

    /// The path of a file at a step.
    pub(crate) fn path<'a>(
        &'a self,
        file: usize,
        step: u32,
        text: impl Fn(TextId) -> &'a str,
    ) -> &'a str {
        let File { path, initial, renamed, .. } = &self.list[file];
        let seen = renamed.partition_point(|rename| rename.0 <= step);
        match (seen.checked_sub(1), initial) {
            (Some(last), _) => &renamed[last].1,
            (None, Some(initial)) => &self.initial[*initial as usize].path,
            (None, None) => text(*path),
        }
    }

    fn seen(&self, file: usize, step: u32) -> &[Piece] {
        let pieces = self.pieces.of(file);
        &pieces[..pieces.partition_point(|piece| piece.step <= step)]
    }

    fn initial_bytes(&self, file: usize) -> &[u8] {
        self.list[file].initial.map_or(&[], |index| &self.initial[index as usize].bytes)
    }
}

/// Copies what older bytes at a position give to the ranges that newer ones left open.
fn fill(bytes: &mut [u8], start: u32, missing: &mut Vec<Range<u32>>, position: u32, source: &[u8]) {
    let end = position.saturating_add(source.len() as u32);
    let mut left = Vec::with_capacity(missing.len() + 1);
    for gap in missing.drain(..) {
        let from = gap.start.max(position);
        let to = gap.end.min(end);
        if from >= to {
            left.push(gap);
            continue;
        }
        let target = (from - start) as usize..(to - start) as usize;
        bytes[target]
            .copy_from_slice(&source[(from - position) as usize..(to - position) as usize]);
        left.extend([gap.start..from, to..gap.end].into_iter().filter(|gap| !gap.is_empty()));
    }
    *missing = left;
}

/// A path without its detours: no `.`, no `..`, no doubled or leading slashes.
///
/// Two spellings of one path become the same text, and a relative path the one it means.
pub(crate) fn normalised(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

impl File {
    /// A file that has a path from a step on.
    pub(crate) fn new(path: TextId, named: u32) -> Self {
        Self { path, initial: None, renamed: Vec::new(), directory: false, named, unnamed: NEVER }
    }
}
