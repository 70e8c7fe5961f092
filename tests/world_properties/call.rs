//! One call, made up at random, and how to make it of a world.

use std::io::SeekFrom;

use leakproof::world::{Error, ErrorKind, Handle, LockMode, OpenOptions, World};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A call. A handle is one of those that were ever given out, open or not.
#[derive(Debug, Clone)]
pub enum Call {
    Open(String, OpenOptions),
    Lock(String, LockMode),
    Read(Index, usize),
    Write(Index, Vec<u8>),
    Seek(Index, SeekFrom),
    Close(Index),
    Rename(String, String),
    RemoveFile(String),
    RemoveDir(String),
    CreateDir(String),
    CreateDirAll(String),
    List(String),
    Metadata(String),
}

/// What a call gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Done,
    Opened { created: bool },
    Bytes(Vec<u8>),
    Position(u64),
    Names(Vec<String>),
    Metadata { len: u64, is_dir: bool },
}

pub type Answered = Result<Answer, ErrorKind>;

/// A path of few names, so that calls meet, with everything a path can have.
pub fn path() -> impl Strategy<Value = String> {
    let name = select(&["a", "b", "d", "e"][..]);
    let part =
        prop_oneof![12 => name, 1 => Just("."), 2 => Just(".."), 1 => Just(""), 1 => Just("key")];
    let start = prop_oneof![4 => Just(""), 1 => Just("/")];
    let end = prop_oneof![9 => Just(""), 1 => Just("/")];
    (start, vec(part, 0..4), end)
        .prop_map(|(start, parts, end)| format!("{start}{}{end}", parts.join("/")))
}

pub fn options() -> impl Strategy<Value = OpenOptions> {
    let sensible = select(vec![
        OpenOptions::new().read(true),
        OpenOptions::new().write(true).create(true).truncate(true),
        OpenOptions::new().append(true).create(true),
        OpenOptions::new().read(true).write(true).create(true),
    ]);
    let any = any::<[bool; 6]>().prop_map(|[read, write, append, truncate, create, create_new]| {
        OpenOptions { read, write, append, truncate, create, create_new }
    });
    prop_oneof![2 => sensible, 1 => any]
}

fn seek_from() -> impl Strategy<Value = SeekFrom> {
    prop_oneof![
        (0..20u64).prop_map(SeekFrom::Start),
        (-9..9i64).prop_map(SeekFrom::Current),
        (-9..9i64).prop_map(SeekFrom::End),
    ]
}

pub fn call() -> impl Strategy<Value = Call> {
    let handle = any::<Index>;
    let mode = select(&[LockMode::Exclusive, LockMode::Shared][..]);
    prop_oneof![
        6 => (path(), options()).prop_map(|(path, options)| Call::Open(path, options)),
        2 => (path(), mode).prop_map(|(path, mode)| Call::Lock(path, mode)),
        4 => (handle(), 0..12usize).prop_map(|(handle, count)| Call::Read(handle, count)),
        6 => (handle(), vec(any::<u8>(), 0..12)).prop_map(|(handle, bytes)| Call::Write(handle, bytes)),
        2 => (handle(), seek_from()).prop_map(|(handle, to)| Call::Seek(handle, to)),
        4 => handle().prop_map(Call::Close),
        6 => (path(), path()).prop_map(|(from, to)| Call::Rename(from, to)),
        3 => path().prop_map(Call::RemoveFile),
        2 => path().prop_map(Call::RemoveDir),
        2 => path().prop_map(Call::CreateDir),
        1 => path().prop_map(Call::CreateDirAll),
        1 => path().prop_map(Call::List),
        1 => path().prop_map(Call::Metadata),
    ]
}

/// A world, and every handle it ever gave out.
pub struct Driven {
    pub world: World,
    pub handles: Vec<Handle>,
}

impl Driven {
    pub fn new(world: World) -> Self {
        Self { world, handles: Vec::new() }
    }

    pub fn open(&self) -> Vec<Handle> {
        self.world.open_handles().map(|(handle, ..)| handle).collect()
    }

    /// The handle that a call is about to use.
    pub fn handle_of(&self, call: &Call) -> Option<Handle> {
        match call {
            Call::Read(index, _) | Call::Write(index, _) => Some(self.pick(index)),
            Call::Seek(index, _) | Call::Close(index) => Some(self.pick(index)),
            _ => None,
        }
    }

    fn pick(&self, index: &Index) -> Handle {
        match self.handles.len() {
            // Before anything was opened, every handle is a bad one.
            0 => Handle(0),
            count => self.handles[index.index(count)],
        }
    }

    pub fn call_all(&mut self, calls: &[Call]) -> Vec<Answered> {
        calls.iter().map(|call| self.call(call)).collect()
    }

    #[cfg(target_os = "linux")]
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let files = self.world.files();
        files.into_iter().map(|(path, _, bytes)| (path, bytes.to_vec())).collect()
    }

    pub fn call(&mut self, call: &Call) -> Answered {
        self.answer(call).map_err(|error| error.kind)
    }

    fn answer(&mut self, call: &Call) -> Result<Answer, Error> {
        let handle = self.handle_of(call).unwrap_or(Handle(0));
        let world = &mut self.world;
        Ok(match call {
            Call::Open(path, options) => {
                let opened = world.open(path, *options)?;
                self.handles.push(opened.handle);
                Answer::Opened { created: opened.created }
            }
            Call::Lock(path, mode) => {
                let opened = world.lock(path, *mode)?;
                self.handles.push(opened.handle);
                Answer::Opened { created: opened.created }
            }
            Call::Read(_, count) => {
                let mut buffer = vec![0; *count];
                let count = world.read(handle, &mut buffer)?;
                buffer.truncate(count);
                Answer::Bytes(buffer)
            }
            Call::Write(_, bytes) => Answer::Position(world.write(handle, bytes)? as u64),
            Call::Seek(_, to) => Answer::Position(world.seek(handle, *to)?),
            Call::Close(_) => {
                world.close(handle)?;
                Answer::Done
            }
            Call::Rename(from, to) => {
                world.rename(from, to)?;
                Answer::Done
            }
            Call::RemoveFile(path) => {
                world.remove_file(path)?;
                Answer::Done
            }
            Call::RemoveDir(path) => {
                world.remove_dir(path)?;
                Answer::Done
            }
            Call::CreateDir(path) => {
                world.create_dir(path)?;
                Answer::Done
            }
            Call::CreateDirAll(path) => {
                world.create_dir_all(path)?;
                Answer::Done
            }
            Call::List(path) => Answer::Names(world.list(path)?),
            Call::Metadata(path) => {
                let metadata = world.metadata(path)?;
                Answer::Metadata { len: metadata.len, is_dir: metadata.is_dir }
            }
        })
    }
}
