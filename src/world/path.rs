//! Paths: their parts, their plain form, and what they lead to.

use super::ErrorKind;
use super::node::{Nodes, Slot};

/// How many bytes a path may have, as on Linux; a longer one is [`ErrorKind::Invalid`].
pub const LONGEST_PATH: usize = 4095;

/// How many bytes a name in a directory may have, as on Linux; a longer one is
/// [`ErrorKind::Invalid`].
pub const LONGEST_NAME: usize = 255;

/// The absolute path in its plain form: no `.`, `..`, or repeated slash, and none at the end.
///
/// Relative paths start at `/`; `..` at the root stays there. This works on the text alone, while a
/// call to a [`World`](super::World) walks the directories: there, as POSIX has it, `missing/../a`
/// is not found.
///
/// ```
/// use leakproof::world::normalise;
/// assert_eq!(normalise("runs//./1/../best.bin"), "/runs/best.bin");
/// assert_eq!(normalise("../../etc"), "/etc");
/// ```
pub fn normalise(path: &str) -> String {
    let mut names = Vec::new();
    for part in parts(path) {
        match part {
            "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    format!("/{}", names.join("/"))
}

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place<'a> {
    /// What is there now.
    pub(super) node: Option<Slot>,
    /// Whether a slash follows, which only suits a directory.
    pub(super) slash: bool,
    /// The directory that the last part is in.
    directory: Slot,
    /// The last part; empty if there is none.
    last: &'a str,
}

/// The last part of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End<'a> {
    /// A name, in that directory. It may be free.
    Name(Slot, &'a str),
    /// `.`
    Dot,
    /// `..`
    DotDot,
    /// There is no part: the root.
    Root,
}

impl<'a> Place<'a> {
    /// How the path ends.
    pub(super) fn end(self) -> End<'a> {
        match self.last {
            "" => End::Root,
            "." => End::Dot,
            ".." => End::DotDot,
            name => End::Name(self.directory, name),
        }
    }

    /// Whether the path calls a directory what it gives a name.
    #[inline]
    pub(super) fn names_a_directory(self) -> bool {
        self.slash && matches!(self.end(), End::Name(..))
    }

    /// What must be there.
    #[inline]
    pub(super) fn existing(self, nodes: &Nodes) -> Result<Slot, ErrorKind> {
        let slot = self.node.ok_or(ErrorKind::NotFound)?;
        if self.slash && !nodes.is_directory(slot) {
            return Err(ErrorKind::NotADirectory);
        }
        Ok(slot)
    }
}

impl Nodes {
    /// Walks a path. Everything before its last part must be there and be a directory (*Pathname
    /// Resolution*, POSIX 4.16).
    #[inline]
    pub(super) fn resolve<'a>(&self, path: &'a str) -> Result<Place<'a>, ErrorKind> {
        let walked = self.walk(path);
        match walked {
            // No name that is refused was ever made, so only failures need a closer look.
            Ok(Place { node: Some(_), .. }) if (1..=LONGEST_PATH).contains(&path.len()) => walked,
            _ => check(path).and(walked),
        }
    }

    #[inline]
    fn walk<'a>(&self, path: &'a str) -> Result<Place<'a>, ErrorKind> {
        let (mut node, mut directory, mut last) = (Some(Slot::ROOT), Slot::ROOT, "");
        for part in parts(path) {
            directory = node.ok_or(ErrorKind::NotFound)?;
            let entries = self.entries(directory).ok_or(ErrorKind::NotADirectory)?;
            node = match part {
                "." => Some(directory),
                ".." => Some(self.parent(directory)),
                name => entries.get(name).copied(),
            };
            last = part;
        }
        Ok(Place { node, slash: path.ends_with('/'), directory, last })
    }
}

/// The parts of a path between its slashes.
#[inline]
pub(super) fn parts(path: &str) -> impl Iterator<Item = &str> {
    let bytes = path.as_bytes();
    let mut at = 0;
    // Paths are short: looking at each byte beats the general search of `split`.
    std::iter::from_fn(move || {
        while at < bytes.len() && bytes[at] == b'/' {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && bytes[at] != b'/' {
            at += 1;
        }
        (start < at).then(|| &path[start..at])
    })
}

/// Refuses what is no path at all: an empty one, one that is too long (POSIX has `ENAMETOOLONG`),
/// and one with a NUL, which C could not pass on (`std` says "invalid input").
pub(super) fn check(path: &str) -> Result<(), ErrorKind> {
    if path.is_empty() {
        Err(ErrorKind::NotFound)
    } else if path.len() > LONGEST_PATH
        || path.contains('\0')
        || parts(path).any(|name| name.len() > LONGEST_NAME)
    {
        Err(ErrorKind::Invalid)
    } else {
        Ok(())
    }
}
