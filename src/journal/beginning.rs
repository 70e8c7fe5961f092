//! What a program found when it began, which its journal does not say.

/// What a program found when it began.
///
/// A journal tells only what happened from there on. Whoever has no more than a journal uses
/// [`Beginning::default`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beginning {
    /// The files and directories that were there.
    pub files: Vec<InitialFile>,
    /// How much the machine had of what can run out, where that is known.
    pub capacity: Option<Capacity>,
}

impl From<Vec<InitialFile>> for Beginning {
    fn from(files: Vec<InitialFile>) -> Self {
        Self { files, capacity: None }
    }
}

/// How much a machine has of what can run out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// How many files can be open at once.
    pub files: usize,
    /// How many locks can be held at once.
    pub locks: usize,
    /// How many bytes all files can have together.
    pub disk: u64,
}

/// A file or directory that was there before the run began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InitialFile {
    /// Its path; relative ones start at the root.
    pub path: String,
    /// The number of its node, as in the journal.
    pub node: u32,
    /// Whether it is a directory, which holds no bytes of its own.
    pub directory: bool,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl InitialFile {
    /// A file.
    pub fn file(path: impl Into<String>, node: u32, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), node, directory: false, bytes: bytes.into() }
    }

    /// A directory.
    pub fn directory(path: impl Into<String>, node: u32) -> Self {
        Self { path: path.into(), node, directory: true, bytes: Vec::new() }
    }
}
