//! Random programs over the real guards: nested scopes that end by every way there is.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use leakproof::guard::{ProgramPanic, Session};
use leakproof::prelude::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What a program does next. An index means one of the files that its scope owns.
#[derive(Debug, Clone)]
pub enum Step {
    Open(&'static str, Mode),
    Lock(&'static str, bool),
    Write(Index, Vec<u8>),
    Flush(Index),
    Seek(Index, u64),
    Close(Index),
    Drop(Index),
    Forget(Index),
    /// Into a cycle of `Rc`s.
    Cycle(Index),
    Rename(&'static str, &'static str),
    Remove(&'static str),
    /// A body of its own: a scope, a `with`, or under an exit stack.
    Nested(Around, Vec<Step>),
    /// Goes on after a panic in it.
    Caught(Vec<Step>),
    Fail,
    Panic,
    /// `process::exit`, or being killed: no code of the program runs from here on.
    Die,
}

#[derive(Debug, Clone, Copy)]
pub enum Mode {
    Create,
    Append,
    Update,
}

#[derive(Debug, Clone, Copy)]
pub enum Around {
    Scope,
    With(&'static str),
    Stack(&'static str, &'static str),
}

#[derive(Debug, Clone)]
pub struct Program(Vec<Step>);

const PATHS: &[&str] = &["a", "b", "d/c", "missing/x"];

pub fn program() -> impl Strategy<Value = Program> {
    vec(step(), 1..12).prop_map(Program)
}

fn step() -> impl Strategy<Value = Step> {
    let path = || select(PATHS);
    let one = any::<Index>;
    let mode = select(&[Mode::Create, Mode::Append, Mode::Update][..]);
    // Now and then more than a buffer holds.
    let bytes = prop_oneof![9 => vec(any::<u8>(), 0..30), 1 => (any::<u8>(), 8_000..9_000usize).prop_map(|(byte, count)| vec![byte; count])];
    let flat = prop_oneof![
        6 => (path(), mode).prop_map(|(path, mode)| Step::Open(path, mode)),
        2 => (path(), any::<bool>()).prop_map(|(path, alone)| Step::Lock(path, alone)),
        7 => (one(), bytes).prop_map(|(file, bytes)| Step::Write(file, bytes)),
        2 => one().prop_map(Step::Flush),
        1 => (one(), 0..40u64).prop_map(|(file, to)| Step::Seek(file, to)),
        2 => one().prop_map(Step::Close),
        1 => one().prop_map(Step::Drop),
        1 => one().prop_map(Step::Forget),
        1 => one().prop_map(Step::Cycle),
        1 => (path(), path()).prop_map(|(from, to)| Step::Rename(from, to)),
        1 => path().prop_map(Step::Remove),
        1 => Just(Step::Fail),
        1 => Just(Step::Panic),
        1 => Just(Step::Die),
    ];
    flat.prop_recursive(3, 24, 6, move |step| {
        let around = prop_oneof![
            Just(Around::Scope),
            select(PATHS).prop_map(Around::With),
            (select(PATHS), select(PATHS)).prop_map(|(one, two)| Around::Stack(one, two)),
        ];
        prop_oneof![
            3 => (around, vec(step.clone(), 1..6)).prop_map(|(around, body)| Step::Nested(around, body)),
            1 => vec(step, 1..6).prop_map(Step::Caught),
        ]
    })
}

/// Owns what a scope has acquired; dropped in order of declaration, as a `Vec` is.
#[derive(Default)]
struct Scope {
    files: Vec<ManagedFile>,
    locks: Vec<ManagedLock>,
}

impl Program {
    /// Runs it on the current session. What it returns or panics with is nobody's concern here.
    pub fn run(&self, session: &Session) {
        let _ = catch_unwind(AssertUnwindSafe(|| run_body(&self.0, session)));
    }
}

fn run_body(steps: &[Step], session: &Session) -> Result<()> {
    let mut scope = Scope::default();
    for step in steps {
        scope.take(step, session)?;
    }
    Ok(())
}

impl Scope {
    fn take(&mut self, step: &Step, session: &Session) -> Result<()> {
        let files = &mut self.files;
        match step {
            Step::Open(path, mode) => files.push(open(path, *mode)?),
            Step::Lock(path, true) => self.locks.push(ManagedLock::exclusive(path)?),
            Step::Lock(path, false) => self.locks.push(ManagedLock::shared(path)?),
            // These fail as they may: the program goes on, as many do.
            Step::Rename(from, to) => drop(fs::rename(from, to)),
            Step::Remove(path) => drop(fs::remove_file(path)),
            Step::Nested(around, body) => return nested(*around, body, session),
            Step::Caught(body) => {
                let outcome = catch_unwind(AssertUnwindSafe(|| run_body(body, session)));
                return outcome.unwrap_or(Ok(()));
            }
            Step::Fail => return Err(Error::other("failed")),
            Step::Panic => {
                session.record_panic("panicked");
                ProgramPanic { message: String::from("panicked") }.raise()
            }
            Step::Die => {
                session.seal();
                return Err(Error::other("dead"));
            }
            _ if files.is_empty() => {}
            Step::Write(file, bytes) => file.get_mut(files).write(bytes)?,
            Step::Flush(file) => file.get_mut(files).flush()?,
            Step::Seek(file, to) => {
                file.get_mut(files).seek(std::io::SeekFrom::Start(*to))?;
            }
            Step::Close(file) => files.remove(file.index(files.len())).close()?,
            Step::Drop(file) => drop(files.remove(file.index(files.len()))),
            Step::Forget(file) => std::mem::forget(files.remove(file.index(files.len()))),
            Step::Cycle(file) => cycle(files.remove(file.index(files.len()))),
        }
        Ok(())
    }
}

fn open(path: &str, mode: Mode) -> Result<ManagedFile> {
    match mode {
        Mode::Create => ManagedFile::create(path),
        Mode::Append => ManagedFile::append(path),
        Mode::Update => {
            ManagedFile::with_options(path, OpenOptions::new().read(true).write(true).create(true))
        }
    }
}

fn nested(around: Around, body: &[Step], session: &Session) -> Result<()> {
    match around {
        Around::Scope => run_body(body, session),
        Around::With(path) => with(Opening::create(path), |file| {
            file.write("under `with`")?;
            run_body(body, session)
        }),
        Around::Stack(one, two) => with(ExitStack::new(), |stack| {
            let first = stack.hold(Opening::append(one))?;
            let _second = stack.hold(Locking::shared(two))?;
            first.get()?.write("on the stack")?;
            run_body(body, session)
        }),
    }
}

/// Owns itself, so that nobody ever drops it.
struct Cycle {
    _file: ManagedFile,
    itself: RefCell<Option<Rc<Cycle>>>,
}

fn cycle(file: ManagedFile) {
    let cycle = Rc::new(Cycle { _file: file, itself: RefCell::new(None) });
    *cycle.itself.borrow_mut() = Some(Rc::clone(&cycle));
}
