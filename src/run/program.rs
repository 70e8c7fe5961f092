//! A program and its runs: a fresh world, a fresh session, and the result.

use std::rc::Rc;

use super::diagnostic::Diagnostic;
use super::directives::Directives;
use crate::guard::{Session, beginning, install_panic_hook};
use crate::journal::{Beginning, Event, Exit, Journal, Kind};
use crate::world::{Disk, World};

/// A program that can be run any number of times.
pub struct Program {
    code: Rc<dyn Executable>,
    directives: Directives,
    /// Left by another program; none for the files that the directives name.
    disk: Option<Disk>,
    file: Rc<str>,
}

/// Code that a front end has compiled.
pub(crate) trait Executable {
    /// Runs the code in the current session. `file`: the name of its file in messages. With a `watch`
    /// it dies where a process would die.
    fn run(&self, session: &Rc<Session>, file: &Rc<str>, watch: Option<Watch>) -> Ending;
}

/// The end of a run, as the front end knows it; the fields are those of [`Run`].
pub(crate) struct Ending {
    pub(crate) outcome: Outcome,
    pub(crate) problem: Option<Diagnostic>,
    pub(crate) would_die: bool,
}

/// Called while a program runs that may die, at least every
/// [`STEPS_WATCHED`](super::limits::STEPS_WATCHED) steps.
pub type Watch = Box<dyn Fn(&Session)>;

/// The result of a run.
pub struct Run {
    /// Everything that happened, balanced.
    pub journal: Journal,
    /// How it ended.
    pub outcome: Outcome,
    /// What the program printed.
    pub stdout: String,
    /// What the program printed as errors, and what Rust prints for it on a panic or an error from
    /// `main`.
    pub stderr: String,
    /// A diagnostic of the run: it reached a cap, something is wrong that could be seen only while
    /// running, or the playground has a bug.
    pub problem: Option<Diagnostic>,
    /// Whether a process would have died, with no more than a message of the operating system:
    /// `abort`, no stack or memory left, or somebody who kills it because it does not end. Only
    /// [`Program::run_mortal`] dies of it.
    pub would_die: bool,
    /// The world as the program left it, with nothing open.
    pub world: World,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// By which way.
    pub exit: Exit,
    /// The exit status of the process: 0, 1 for an `Err` from `main`, 101 for a panic, what
    /// `process::exit` was given; 124 where the playground stopped it, 134 for an abort.
    pub status: i32,
}

impl Program {
    /// A program of code that a front end has compiled, with the settings of its `//@` lines.
    pub(crate) fn new(code: Rc<dyn Executable>, directives: Directives) -> Self {
        Self { code, directives, disk: None, file: "main.rs".into() }
    }

    /// The same program, with the name its file has in messages (`main.rs` otherwise).
    #[must_use]
    pub fn named(self, file: &str) -> Self {
        Self { file: file.into(), ..self }
    }

    /// The same program, on a disk that another one has left instead of one with the files that its
    /// directives name. Limits and faults are as the directives say, and count anew.
    #[must_use]
    pub fn on(self, disk: Option<Disk>) -> Self {
        Self { disk, ..self }
    }

    /// A world as the program finds it.
    pub fn world(&self) -> World {
        self.directives.world(self.disk.as_ref())
    }

    /// What the program finds when it begins: what a replay has to know beside the journal.
    pub fn beginning(&self) -> Beginning {
        beginning(&self.world())
    }

    /// What its `//@` lines say.
    pub fn directives(&self) -> &Directives {
        &self.directives
    }

    /// Runs the program in a fresh world, as it finds it.
    pub fn run(&self) -> Run {
        self.run_in(Session::new(self.world()), None)
    }

    /// The same, with each event sent to `tracing` as well.
    pub fn run_traced(&self) -> Run {
        let session = Session::new(self.world());
        session.set_tracing(true);
        self.run_in(session, None)
    }

    /// Runs the program as [`Program::run`] does, and dies with it: where a process would abort
    /// (`abort`, a panic in a destructor while a panic unwinds, no stack or memory left), whoever
    /// called this aborts. In WebAssembly that ends the instance, whose memory then still has the
    /// journal ([`Session::remains`]).
    ///
    /// It may also run without an end: somebody watches, and can kill it. With a number of events it
    /// dies as soon as it has recorded so many, whatever it was about to do ([`Session::die_at`]).
    pub fn run_mortal(&self, watch: Watch, dies_at: Option<usize>) -> Run {
        let session = Session::new(self.world());
        if let Some(events) = dies_at {
            session.die_at(events);
        }
        self.run_in(session, Some(watch))
    }

    fn run_in(&self, session: Rc<Session>, watch: Option<Watch>) -> Run {
        install_panic_hook();
        session.set_interpreted(true);
        let ending = session.enter(|| {
            if let Some(disk) = &self.disk {
                record_disk(&session, disk);
            }
            self.code.run(&session, &self.file, watch)
        });
        let Ending { outcome, problem, would_die } = ending;
        let (journal, world) = session.finish();
        let (stdout, stderr) = printed(&journal);
        Run { journal, outcome, stdout, stderr, problem, would_die, world }
    }
}

/// What a program printed, to standard output and to standard error.
fn printed(journal: &Journal) -> (String, String) {
    let (mut stdout, mut stderr) = (String::new(), String::new());
    for event in journal.events().iter().filter(|event| event.kind == Kind::Output) {
        let to = if event.detail == 0 { &mut stdout } else { &mut stderr };
        to.push_str(journal.text(event.text));
    }
    (stdout, stderr)
}

/// Records that the disk is that of another program, and what is on it.
fn record_disk(session: &Session, disk: &Disk) {
    let names: Vec<_> = disk.entries().map(|(path, _)| path.trim_start_matches('/')).collect();
    let bytes: usize = disk.entries().filter_map(|(_, bytes)| Some(bytes?.len())).sum();
    let text = session.intern(&names.join(", "));
    let (amount, at) = (bytes as u32, disk.runs);
    session.record(Event { text, amount, at, ..Event::of(Kind::DiskCarriedOn) });
}
