//! The twin's calls with paths alone.

use std::collections::BTreeMap;

use leakproof::world::ErrorKind;

use super::{Last, Node, Twin};
use crate::call::{Answer, Answered};

impl Twin {
    pub(super) fn rename(&mut self, from: &str, to: &str) -> Answered {
        let (source, source_last) = self.lead(from)?;
        let (target, target_last) = self.lead(to)?;
        if source_last != Last::Name || target_last != Last::Name {
            return Err(ErrorKind::Busy);
        }
        let moved = *self.paths.get(&source).ok_or(ErrorKind::NotFound)?;
        let is_directory = matches!(self.nodes[moved], Node::Directory);
        if !is_directory && (from.ends_with('/') || to.ends_with('/')) {
            return Err(ErrorKind::NotADirectory);
        }
        if source == target {
            return Ok(Answer::Done);
        }
        if target.starts_with(&source) {
            return Err(ErrorKind::Invalid);
        }
        if let Some(replaced) = self.paths.get(&target) {
            if source.starts_with(&target) {
                return Err(ErrorKind::DirectoryNotEmpty);
            }
            let onto_directory = matches!(self.nodes[*replaced], Node::Directory);
            match (is_directory, onto_directory) {
                (true, false) => return Err(ErrorKind::NotADirectory),
                (false, true) => return Err(ErrorKind::IsADirectory),
                (true, true) if self.below(&target) > 0 => {
                    return Err(ErrorKind::DirectoryNotEmpty);
                }
                _ => {}
            }
        }
        self.paths.remove(&target);
        let mut after = BTreeMap::new();
        for (path, node) in &self.paths {
            let path = match path.strip_prefix(source.as_slice()) {
                Some(rest) => [target.as_slice(), rest].concat(),
                None => path.clone(),
            };
            after.insert(path, *node);
        }
        self.paths = after;
        Ok(Answer::Done)
    }

    pub(super) fn remove_file(&mut self, path: &str) -> Answered {
        let (target, _) = self.lead(path)?;
        let node = *self.paths.get(&target).ok_or(ErrorKind::NotFound)?;
        match self.nodes[node] {
            Node::Directory => Err(ErrorKind::IsADirectory),
            Node::File { .. } if path.ends_with('/') => Err(ErrorKind::NotADirectory),
            Node::File { .. } => {
                self.paths.remove(&target);
                Ok(Answer::Done)
            }
        }
    }

    pub(super) fn remove_dir(&mut self, path: &str) -> Answered {
        let (target, last) = self.lead(path)?;
        match last {
            Last::Name => {}
            Last::Dot => return Err(ErrorKind::Invalid),
            Last::DotDot => return Err(ErrorKind::DirectoryNotEmpty),
            Last::Root => return Err(ErrorKind::Busy),
        }
        let node = *self.paths.get(&target).ok_or(ErrorKind::NotFound)?;
        if !matches!(self.nodes[node], Node::Directory) {
            return Err(ErrorKind::NotADirectory);
        }
        if self.below(&target) > 0 {
            return Err(ErrorKind::DirectoryNotEmpty);
        }
        self.paths.remove(&target);
        Ok(Answer::Done)
    }

    pub(super) fn create_dir(&mut self, path: &str) -> Answered {
        let (target, _) = self.lead(path)?;
        if self.paths.contains_key(&target) {
            return Err(ErrorKind::AlreadyExists);
        }
        self.add(target, Node::Directory);
        Ok(Answer::Done)
    }

    /// One directory after the other, and all undone if one fails.
    pub(super) fn create_dir_all(&mut self, path: &str) -> Answered {
        let (paths, nodes) = (self.paths.clone(), self.nodes.len());
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        for count in 1..=parts.len() {
            let (target, _) = self.lead(&parts[..count].join("/")).expect("made by now");
            let error = match self.paths.get(&target).map(|node| &self.nodes[*node]) {
                None => {
                    self.add(target, Node::Directory);
                    continue;
                }
                Some(Node::Directory) => continue,
                Some(_) if count == parts.len() && !path.ends_with('/') => ErrorKind::AlreadyExists,
                Some(_) => ErrorKind::NotADirectory,
            };
            self.paths = paths;
            self.nodes.truncate(nodes);
            return Err(error);
        }
        Ok(Answer::Done)
    }

    pub(super) fn list(&self, path: &str) -> Answered {
        let target = self.existing(path)?;
        if !matches!(self.nodes[self.paths[&target]], Node::Directory) {
            return Err(ErrorKind::NotADirectory);
        }
        let mut names = Vec::new();
        for path in self.paths.keys() {
            if path.len() == target.len() + 1 && path.starts_with(&target) {
                names.push(path[target.len()].clone());
            }
        }
        Ok(Answer::Names(names))
    }

    pub(super) fn metadata(&self, path: &str) -> Answered {
        Ok(match &self.nodes[self.paths[&self.existing(path)?]] {
            Node::Directory => Answer::Metadata { len: 0, is_dir: true },
            Node::File { bytes, .. } => Answer::Metadata { len: bytes.len() as u64, is_dir: false },
        })
    }
}
