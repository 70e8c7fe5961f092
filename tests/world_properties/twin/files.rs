//! The twin's calls with handles.

use std::io::SeekFrom;

use leakproof::world::{ErrorKind, LockMode, OpenOptions};
use proptest::sample::Index;

use super::{Last, Node, Open, Twin};
use crate::call::{Answer, Answered};

impl Twin {
    pub(super) fn open(&mut self, path: &str, options: OpenOptions) -> Answered {
        let OpenOptions { read, write, append, truncate, create, create_new } = options;
        let accessible = read || write || append;
        let changes_what_it_cannot_write = (truncate || create || create_new) && !write && !append;
        let cuts_what_it_appends_to = append && truncate && !create_new;
        if !accessible || changes_what_it_cannot_write || cuts_what_it_appends_to {
            return Err(ErrorKind::Invalid);
        }
        let open = self.handles.iter().flatten();
        if open.filter(|open| matches!(open, Open::File { .. })).count() >= self.file_limit {
            return Err(ErrorKind::TooManyOpenFiles);
        }
        let (target, last) = self.lead(path)?;
        let slash = path.ends_with('/');
        if slash && last == Last::Name && (create || create_new) {
            return Err(ErrorKind::IsADirectory);
        }
        let there = self.paths.get(&target).copied();
        let node = match there {
            Some(_) if create_new => return Err(ErrorKind::AlreadyExists),
            Some(node) => match &mut self.nodes[node] {
                Node::Directory => return Err(ErrorKind::IsADirectory),
                Node::File { .. } if slash => return Err(ErrorKind::NotADirectory),
                Node::File { read_only: true, .. } if write || append => {
                    return Err(ErrorKind::Denied);
                }
                Node::File { bytes, .. } => {
                    if truncate {
                        bytes.clear();
                    }
                    node
                }
            },
            None if !create && !create_new => return Err(ErrorKind::NotFound),
            None => self.add(target, Node::File { bytes: Vec::new(), read_only: false }),
        };
        self.handles.push(Some(Open::File { node, options, position: 0 }));
        Ok(Answer::Opened { created: there.is_none() })
    }

    pub(super) fn lock(&mut self, path: &str, wanted: LockMode) -> Answered {
        let open = self.handles.iter().flatten();
        if open.filter(|open| matches!(open, Open::Lock { .. })).count() >= self.lock_limit {
            return Err(ErrorKind::TooManyOpenFiles);
        }
        let (target, last) = self.lead(path)?;
        if path.ends_with('/') && last == Last::Name {
            return Err(ErrorKind::IsADirectory);
        }
        let there = self.paths.get(&target).copied();
        let node = match there {
            Some(node) => match self.nodes[node] {
                Node::Directory => return Err(ErrorKind::IsADirectory),
                Node::File { .. } => node,
            },
            None => self.add(target, Node::File { bytes: Vec::new(), read_only: false }),
        };
        for open in self.handles.iter().flatten() {
            if let Open::Lock { node: held, mode } = open
                && *held == node
                && (wanted, *mode) != (LockMode::Shared, LockMode::Shared)
            {
                return Err(ErrorKind::Busy);
            }
        }
        self.handles.push(Some(Open::Lock { node, mode: wanted }));
        Ok(Answer::Opened { created: there.is_none() })
    }

    pub(super) fn read(&mut self, handle: &Index, count: usize) -> Answered {
        let (node, options, mut position) = self.file(handle)?;
        if !options.read {
            return Err(ErrorKind::BadHandle);
        }
        let mut read = Vec::new();
        while read.len() < count && position < self.bytes(node).len() as u64 {
            read.push(self.bytes(node)[position as usize]);
            position += 1;
        }
        self.set_position(handle, position);
        Ok(Answer::Bytes(read))
    }

    pub(super) fn write(&mut self, handle: &Index, new: &[u8]) -> Answered {
        let (node, options, mut position) = self.file(handle)?;
        if !options.write && !options.append {
            return Err(ErrorKind::BadHandle);
        }
        if new.is_empty() {
            return Ok(Answer::Position(position));
        }
        if options.append {
            position = self.bytes(node).len() as u64;
        }
        let mut after = self.bytes(node).to_vec();
        for (offset, byte) in new.iter().enumerate() {
            let at = position as usize + offset;
            while after.len() <= at {
                after.push(0);
            }
            after[at] = *byte;
        }
        let grown = after.len() as u64 - self.bytes(node).len() as u64;
        if grown > 0 && self.disk_used() + grown > self.disk_size {
            return Err(ErrorKind::NoSpace);
        }
        if let Node::File { bytes, .. } = &mut self.nodes[node] {
            *bytes = after;
        }
        self.set_position(handle, position + new.len() as u64);
        Ok(Answer::Position(position))
    }

    pub(super) fn seek(&mut self, handle: &Index, to: SeekFrom) -> Answered {
        let (node, _, position) = self.file(handle)?;
        let target = match to {
            SeekFrom::Start(start) => i128::from(start),
            SeekFrom::Current(offset) => i128::from(position) + i128::from(offset),
            SeekFrom::End(offset) => self.bytes(node).len() as i128 + i128::from(offset),
        };
        if target < 0 {
            return Err(ErrorKind::Invalid);
        }
        self.set_position(handle, target as u64);
        Ok(Answer::Position(target as u64))
    }

    pub(super) fn close(&mut self, handle: &Index) -> Answered {
        if self.handles.is_empty() {
            return Err(ErrorKind::BadHandle);
        }
        let index = handle.index(self.handles.len());
        self.handles[index].take().map(|_| Answer::Done).ok_or(ErrorKind::BadHandle)
    }

    fn file(&self, handle: &Index) -> Result<(usize, OpenOptions, u64), ErrorKind> {
        if self.handles.is_empty() {
            return Err(ErrorKind::BadHandle);
        }
        match &self.handles[handle.index(self.handles.len())] {
            Some(Open::File { node, options, position }) => Ok((*node, *options, *position)),
            _ => Err(ErrorKind::BadHandle),
        }
    }

    fn set_position(&mut self, handle: &Index, to: u64) {
        let index = handle.index(self.handles.len());
        if let Some(Open::File { position, .. }) = &mut self.handles[index] {
            *position = to;
        }
    }
}
