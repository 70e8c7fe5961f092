//! The calls that work on paths: renaming, removing, making and listing directories.

use super::node::{Nodes, Slot};
use super::path::{self, End};
use super::{Error, ErrorKind, NodeId, Operation, World, cost};

/// What there is to know about a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metadata {
    /// Bytes in the file; 0 for a directory.
    pub len: u64,
    /// Whether it is a directory.
    pub is_dir: bool,
    /// Which file or directory it is.
    pub node: NodeId,
}

impl World {
    /// Gives a file or directory another path, as POSIX `rename`. What stood there is replaced in
    /// the same instant: at no moment is neither there. Open handles do not notice.
    ///
    /// # Errors
    ///
    /// [`NotFound`](ErrorKind::NotFound) and [`NotADirectory`](ErrorKind::NotADirectory) from the
    /// ways; [`Busy`](ErrorKind::Busy) for `/`, or a path that ends with `.` or `..`;
    /// [`Invalid`](ErrorKind::Invalid) for moving a directory into itself;
    /// [`IsADirectory`](ErrorKind::IsADirectory) and [`NotADirectory`](ErrorKind::NotADirectory)
    /// for replacing one by the other;
    /// [`DirectoryNotEmpty`](ErrorKind::DirectoryNotEmpty).
    pub fn rename(&mut self, from: &str, to: &str) -> Result<NodeId, Error> {
        self.rename_node(from, to).map_err(|(kind, path)| Error::new(kind, path))
    }

    /// Removes a file, as POSIX `unlink`. If it is open, its bytes live (and take space) until its
    /// last handle is closed.
    ///
    /// # Errors
    ///
    /// [`NotFound`](ErrorKind::NotFound), [`NotADirectory`](ErrorKind::NotADirectory),
    /// [`IsADirectory`](ErrorKind::IsADirectory) (as Linux; POSIX says `EPERM`).
    pub fn remove_file(&mut self, path: &str) -> Result<NodeId, Error> {
        self.remove_file_node(path).map_err(|kind| Error::new(kind, path))
    }

    /// Removes an empty directory, as POSIX `rmdir`.
    ///
    /// # Errors
    ///
    /// [`NotFound`](ErrorKind::NotFound), [`NotADirectory`](ErrorKind::NotADirectory),
    /// [`DirectoryNotEmpty`](ErrorKind::DirectoryNotEmpty) (also for `..`),
    /// [`Invalid`](ErrorKind::Invalid) for `.`, [`Busy`](ErrorKind::Busy) for `/`.
    pub fn remove_dir(&mut self, path: &str) -> Result<NodeId, Error> {
        self.remove_directory_node(path).map_err(|kind| Error::new(kind, path))
    }

    /// Makes a directory, as POSIX `mkdir`.
    ///
    /// # Errors
    ///
    /// [`NotFound`](ErrorKind::NotFound) and [`NotADirectory`](ErrorKind::NotADirectory) from the
    /// way, [`AlreadyExists`](ErrorKind::AlreadyExists).
    pub fn create_dir(&mut self, path: &str) -> Result<NodeId, Error> {
        self.create_directory_node(path).map_err(|kind| Error::new(kind, path))
    }

    /// Makes a directory, and those it is in, where they are missing, as
    /// [`std::fs::create_dir_all`]; but all or none. Gives what was made, outermost first, with
    /// absolute paths.
    ///
    /// # Errors
    ///
    /// [`NotADirectory`](ErrorKind::NotADirectory) if a file is in the way,
    /// [`AlreadyExists`](ErrorKind::AlreadyExists) if the path is a file.
    pub fn create_dir_all(&mut self, path: &str) -> Result<Vec<(String, NodeId)>, Error> {
        let counted = self.faults.count(Operation::CreateDirectory);
        let made = counted.and_then(|()| self.nodes.make_directories(path));
        let (_, made) = made.map_err(|kind| Error::new(kind, path))?;
        self.clock.advance(cost::CREATE_DIRECTORY * made.len() as u64);
        Ok(made.into_iter().map(|slot| (self.nodes.path(slot), self.nodes.id(slot))).collect())
    }

    /// The names in a directory, sorted by their bytes, without `.` and `..`.
    ///
    /// # Errors
    ///
    /// [`NotFound`](ErrorKind::NotFound), [`NotADirectory`](ErrorKind::NotADirectory).
    pub fn list(&mut self, path: &str) -> Result<Vec<String>, Error> {
        self.list_directory(path).map_err(|kind| Error::new(kind, path))
    }

    /// What there is to know about a path, as POSIX `stat`.
    ///
    /// # Errors
    ///
    /// [`NotFound`](ErrorKind::NotFound), [`NotADirectory`](ErrorKind::NotADirectory).
    pub fn metadata(&mut self, path: &str) -> Result<Metadata, Error> {
        self.stat(path).map_err(|kind| Error::new(kind, path))
    }

    /// Whether a path leads to something; as [`std::path::Path::exists`], `false` for every error.
    pub fn exists(&mut self, path: &str) -> bool {
        self.stat(path).is_ok()
    }

    /// An error comes with the path that it is about.
    fn rename_node<'a>(
        &mut self,
        from: &'a str,
        to: &'a str,
    ) -> Result<NodeId, (ErrorKind, &'a str)> {
        self.faults.count(Operation::Rename).map_err(|kind| (kind, from))?;
        let nodes = &mut self.nodes;
        let source = nodes.resolve(from).map_err(|kind| (kind, from))?;
        let target = nodes.resolve(to).map_err(|kind| (kind, to))?;
        let End::Name(source_directory, source_name) = source.end() else {
            return Err((ErrorKind::Busy, from));
        };
        let End::Name(target_directory, target_name) = target.end() else {
            return Err((ErrorKind::Busy, to));
        };
        let moved = source.existing(nodes).map_err(|kind| (kind, from))?;
        let is_directory = nodes.is_directory(moved);
        if target.slash && !is_directory {
            return Err((ErrorKind::NotADirectory, to));
        }
        if nodes.is_within(target_directory, moved) {
            return Err((ErrorKind::Invalid, to));
        }
        // Without hard links the same file means the same name, and nothing is replaced.
        if let Some(replaced) = target.node.filter(|replaced| *replaced != moved) {
            if nodes.is_within(source_directory, replaced) {
                return Err((ErrorKind::DirectoryNotEmpty, to));
            }
            match (is_directory, nodes.entries(replaced)) {
                (true, None) => return Err((ErrorKind::NotADirectory, to)),
                (false, Some(_)) => return Err((ErrorKind::IsADirectory, to)),
                (true, Some(entries)) if !entries.is_empty() => {
                    return Err((ErrorKind::DirectoryNotEmpty, to));
                }
                _ => {}
            }
        }
        nodes.rename((source_directory, source_name), (target_directory, target_name));
        self.clock.advance(cost::RENAME);
        Ok(self.nodes.id(moved))
    }

    fn remove_file_node(&mut self, path: &str) -> Result<NodeId, ErrorKind> {
        self.faults.count(Operation::Remove)?;
        let place = self.nodes.resolve(path)?;
        let slot = place.existing(&self.nodes)?;
        match place.end() {
            End::Name(directory, name) if !self.nodes.is_directory(slot) => {
                Ok(self.remove_node(slot, directory, name))
            }
            _ => Err(ErrorKind::IsADirectory),
        }
    }

    fn remove_directory_node(&mut self, path: &str) -> Result<NodeId, ErrorKind> {
        self.faults.count(Operation::Remove)?;
        let place = self.nodes.resolve(path)?;
        let (directory, name) = match place.end() {
            End::Name(directory, name) => (directory, name),
            End::Dot => return Err(ErrorKind::Invalid),
            End::DotDot => return Err(ErrorKind::DirectoryNotEmpty),
            End::Root => return Err(ErrorKind::Busy),
        };
        let slot = place.existing(&self.nodes)?;
        let entries = self.nodes.entries(slot).ok_or(ErrorKind::NotADirectory)?;
        if !entries.is_empty() {
            return Err(ErrorKind::DirectoryNotEmpty);
        }
        Ok(self.remove_node(slot, directory, name))
    }

    fn remove_node(&mut self, slot: Slot, directory: Slot, name: &str) -> NodeId {
        let id = self.nodes.id(slot);
        self.nodes.remove(directory, name);
        self.clock.advance(cost::REMOVE);
        id
    }

    fn create_directory_node(&mut self, path: &str) -> Result<NodeId, ErrorKind> {
        self.faults.count(Operation::CreateDirectory)?;
        let place = self.nodes.resolve(path)?;
        match (place.node, place.end()) {
            (None, End::Name(directory, name)) => {
                let slot = self.nodes.add_directory(directory, name);
                self.clock.advance(cost::CREATE_DIRECTORY);
                Ok(self.nodes.id(slot))
            }
            _ => Err(ErrorKind::AlreadyExists),
        }
    }

    fn list_directory(&mut self, path: &str) -> Result<Vec<String>, ErrorKind> {
        self.faults.count(Operation::List)?;
        let slot = self.nodes.resolve(path)?.existing(&self.nodes)?;
        let entries = self.nodes.entries(slot).ok_or(ErrorKind::NotADirectory)?;
        let mut names: Vec<String> = entries.keys().map(|name| name.to_string()).collect();
        names.sort_unstable();
        self.clock.advance(cost::LIST + cost::LIST_ENTRY * names.len() as u64);
        Ok(names)
    }

    fn stat(&mut self, path: &str) -> Result<Metadata, ErrorKind> {
        self.faults.count(Operation::Metadata)?;
        let slot = self.nodes.resolve(path)?.existing(&self.nodes)?;
        self.clock.advance(cost::METADATA);
        Ok(Metadata {
            len: self.nodes.bytes(slot).len() as u64,
            is_dir: self.nodes.is_directory(slot),
            node: self.nodes.id(slot),
        })
    }
}

impl Nodes {
    /// Makes every directory of a path that is missing. Gives the last one, and those made.
    pub(super) fn make_directories(&mut self, path: &str) -> Result<(Slot, Vec<Slot>), ErrorKind> {
        self.check_directories(path)?;
        let mut made = Vec::new();
        let mut here = Slot::ROOT;
        for part in path::parts(path) {
            here = match part {
                "." => here,
                ".." => self.parent(here),
                name => match self.entries(here).and_then(|entries| entries.get(name).copied()) {
                    Some(there) => there,
                    None => {
                        let slot = self.add_directory(here, name);
                        made.push(slot);
                        slot
                    }
                },
            };
        }
        Ok((here, made))
    }

    /// Whether no file is in the way of a path. Nothing is made until that is known.
    fn check_directories(&self, path: &str) -> Result<(), ErrorKind> {
        // `std` takes the empty path for the directory one is in.
        if !path.is_empty() {
            path::check(path)?;
        }
        let mut here = Slot::ROOT;
        // How many directories below `here` are still to be made; no file can be in those.
        let mut missing = 0usize;
        let mut parts = path::parts(path).peekable();
        while let Some(part) = parts.next() {
            match part {
                "." => {}
                ".." if missing > 0 => missing -= 1,
                ".." => here = self.parent(here),
                _ if missing > 0 => missing += 1,
                name => match self.entries(here).and_then(|entries| entries.get(name).copied()) {
                    Some(there) if self.is_directory(there) => here = there,
                    Some(_) if parts.peek().is_none() && !path.ends_with('/') => {
                        return Err(ErrorKind::AlreadyExists);
                    }
                    Some(_) => return Err(ErrorKind::NotADirectory),
                    None => missing = 1,
                },
            }
        }
        Ok(())
    }

    /// Whether a directory is another node, or somewhere below it.
    fn is_within(&self, directory: Slot, node: Slot) -> bool {
        let mut here = directory;
        while here != node && here != Slot::ROOT {
            here = self.parent(here);
        }
        here == node
    }
}
