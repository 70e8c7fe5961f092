//! A world written slowly and obviously: one map from whole paths to nodes, nothing ever reused,
//! every figure counted anew.

use std::collections::BTreeMap;
use std::io::SeekFrom;

use leakproof::world::{ErrorKind, HandleKind, LockMode, OpenOptions, World};
use proptest::sample::Index;

use super::call::{Answer, Answered, Call};

/// What both worlds show after each call.
#[derive(Debug, PartialEq, Eq)]
pub struct View {
    files: Vec<(String, u32, Vec<u8>)>,
    /// Number, kind, position and path of each open handle. A lock has no position, and a file
    /// that was removed no path.
    handles: Vec<(u32, HandleKind, Option<u64>, Option<String>)>,
    disk_used: u64,
}

impl View {
    pub fn of_world(world: &World) -> Self {
        let files = world.files().into_iter();
        Self {
            files: files.map(|(path, node, bytes)| (path, node.0, bytes.to_vec())).collect(),
            handles: world
                .open_handles()
                .map(|(handle, kind, path)| {
                    let path = (!path.ends_with(" (deleted)")).then_some(path);
                    (handle.0, kind, world.position(handle).ok(), path)
                })
                .collect(),
            disk_used: world.disk_used(),
        }
    }
}

/// The names from the root on.
type Path = Vec<String>;

enum Node {
    Directory,
    File { bytes: Vec<u8>, read_only: bool },
}

enum Open {
    File { node: usize, options: OpenOptions, position: u64 },
    Lock { node: usize, mode: LockMode },
}

/// The last part of a path.
#[derive(PartialEq)]
enum Last {
    Name,
    Dot,
    DotDot,
    Root,
}

pub struct Twin {
    paths: BTreeMap<Path, usize>,
    /// An index is a node's number less one.
    nodes: Vec<Node>,
    /// An index is a handle's number less three. Closed ones are `None`.
    handles: Vec<Option<Open>>,
    disk_size: u64,
    file_limit: usize,
    lock_limit: usize,
}

/// The plain form of a path, by replacing text until nothing changes.
pub fn normalise(path: &str) -> String {
    let mut path = format!("/{path}/");
    loop {
        let before = path.clone();
        path = path.replace("//", "/").replace("/./", "/");
        if let Some(dots) = path.find("/../") {
            let parent = path[..dots].rfind('/').unwrap_or(0);
            path = format!("{}{}", &path[..parent], &path[dots + 3..]);
        }
        if path == before {
            let trimmed = path.trim_end_matches('/');
            return if trimmed.is_empty() { "/".into() } else { trimmed.into() };
        }
    }
}

impl Twin {
    /// The same as a world that has just been set up by `super::world`.
    pub fn of(world: &World) -> Self {
        let mut twin = Self {
            paths: BTreeMap::new(),
            nodes: Vec::new(),
            handles: Vec::new(),
            disk_size: world.disk_size(),
            file_limit: world.limit(HandleKind::File),
            lock_limit: world.limit(HandleKind::Lock),
        };
        let file = |text: &str, read_only| Node::File { bytes: text.into(), read_only };
        twin.add(vec![], Node::Directory);
        twin.add(vec!["a".into()], file("hello", false));
        twin.add(vec!["d".into()], Node::Directory);
        twin.add(vec!["d".into(), "b".into()], file("world", false));
        twin.add(vec!["key".into()], file("secret", true));
        twin.add(vec!["d".into(), "e".into()], Node::Directory);
        twin
    }

    pub fn view(&self) -> View {
        let mut files = Vec::new();
        for (path, node) in &self.paths {
            if let Node::File { bytes, .. } = &self.nodes[*node] {
                files.push((format!("/{}", path.join("/")), *node as u32 + 1, bytes.clone()));
            }
        }
        files.sort();
        let mut handles = Vec::new();
        for (index, open) in self.handles.iter().enumerate() {
            let (kind, position, node) = match open {
                Some(Open::File { node, position, .. }) => {
                    (HandleKind::File, Some(*position), *node)
                }
                Some(Open::Lock { node, .. }) => (HandleKind::Lock, None, *node),
                None => continue,
            };
            let path = self.paths.iter().find(|(_, named)| **named == node);
            let path = path.map(|(path, _)| format!("/{}", path.join("/")));
            handles.push((index as u32 + 3, kind, position, path));
        }
        View { files, handles, disk_used: self.disk_used() }
    }

    pub fn call(&mut self, call: &Call) -> Answered {
        match call {
            Call::Open(path, options) => self.open(path, *options),
            Call::Lock(path, mode) => self.lock(path, *mode),
            Call::Read(handle, count) => self.read(handle, *count),
            Call::Write(handle, bytes) => self.write(handle, bytes),
            Call::Seek(handle, to) => self.seek(handle, *to),
            Call::Close(handle) => self.close(handle),
            Call::Rename(from, to) => self.rename(from, to),
            Call::RemoveFile(path) => self.remove_file(path),
            Call::RemoveDir(path) => self.remove_dir(path),
            Call::CreateDir(path) => self.create_dir(path),
            Call::CreateDirAll(path) => self.create_dir_all(path),
            Call::List(path) => self.list(path),
            Call::Metadata(path) => self.metadata(path),
        }
    }

    fn open(&mut self, path: &str, options: OpenOptions) -> Answered {
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

    fn lock(&mut self, path: &str, wanted: LockMode) -> Answered {
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

    fn read(&mut self, handle: &Index, count: usize) -> Answered {
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

    fn write(&mut self, handle: &Index, new: &[u8]) -> Answered {
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

    fn seek(&mut self, handle: &Index, to: SeekFrom) -> Answered {
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

    fn close(&mut self, handle: &Index) -> Answered {
        if self.handles.is_empty() {
            return Err(ErrorKind::BadHandle);
        }
        let index = handle.index(self.handles.len());
        self.handles[index].take().map(|_| Answer::Done).ok_or(ErrorKind::BadHandle)
    }

    fn rename(&mut self, from: &str, to: &str) -> Answered {
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

    fn remove_file(&mut self, path: &str) -> Answered {
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

    fn remove_dir(&mut self, path: &str) -> Answered {
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

    fn create_dir(&mut self, path: &str) -> Answered {
        let (target, _) = self.lead(path)?;
        if self.paths.contains_key(&target) {
            return Err(ErrorKind::AlreadyExists);
        }
        self.add(target, Node::Directory);
        Ok(Answer::Done)
    }

    /// One directory after the other, and all undone if one fails.
    fn create_dir_all(&mut self, path: &str) -> Answered {
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

    fn list(&self, path: &str) -> Answered {
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

    fn metadata(&self, path: &str) -> Answered {
        Ok(match &self.nodes[self.paths[&self.existing(path)?]] {
            Node::Directory => Answer::Metadata { len: 0, is_dir: true },
            Node::File { bytes, .. } => Answer::Metadata { len: bytes.len() as u64, is_dir: false },
        })
    }

    /// The names a path leads to, of which only the last may be missing.
    fn lead(&self, path: &str) -> Result<(Path, Last), ErrorKind> {
        if path.is_empty() {
            return Err(ErrorKind::NotFound);
        }
        let mut names = Path::new();
        let mut last = Last::Root;
        for part in path.split('/').filter(|part| !part.is_empty()) {
            match self.paths.get(&names).map(|node| &self.nodes[*node]) {
                None => return Err(ErrorKind::NotFound),
                Some(Node::File { .. }) => return Err(ErrorKind::NotADirectory),
                Some(Node::Directory) => {}
            }
            last = match part {
                "." => Last::Dot,
                ".." => {
                    names.pop();
                    Last::DotDot
                }
                name => {
                    names.push(name.into());
                    Last::Name
                }
            };
        }
        Ok((names, last))
    }

    fn existing(&self, path: &str) -> Result<Path, ErrorKind> {
        let (target, _) = self.lead(path)?;
        match self.paths.get(&target).map(|node| &self.nodes[*node]) {
            None => Err(ErrorKind::NotFound),
            Some(Node::File { .. }) if path.ends_with('/') => Err(ErrorKind::NotADirectory),
            Some(_) => Ok(target),
        }
    }

    fn add(&mut self, path: Path, node: Node) -> usize {
        self.nodes.push(node);
        self.paths.insert(path, self.nodes.len() - 1);
        self.nodes.len() - 1
    }

    fn below(&self, directory: &Path) -> usize {
        self.paths.keys().filter(|path| *path != directory && path.starts_with(directory)).count()
    }

    fn bytes(&self, node: usize) -> &[u8] {
        match &self.nodes[node] {
            Node::File { bytes, .. } => bytes,
            Node::Directory => panic!("no handle leads to a directory"),
        }
    }

    /// The bytes of every file that has a name or a handle.
    fn disk_used(&self) -> u64 {
        let mut bytes = 0;
        for (index, node) in self.nodes.iter().enumerate() {
            let named = self.paths.values().any(|named| *named == index);
            let held = self.handles.iter().flatten().any(|open| match open {
                Open::File { node, .. } | Open::Lock { node, .. } => *node == index,
            });
            if let Node::File { bytes: held_bytes, .. } = node
                && (named || held)
            {
                bytes += held_bytes.len() as u64;
            }
        }
        bytes
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
