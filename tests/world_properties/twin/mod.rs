//! A world written slowly and obviously: one map from whole paths to nodes, nothing ever reused,
//! every figure counted anew.

mod directories;
mod files;

use std::collections::BTreeMap;

use leakproof::world::{ErrorKind, HandleKind, LockMode, OpenOptions, World};

use super::call::{Answered, Call};

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
}
