//! One run of a program: a fresh world, a fresh session, and what came of it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use super::Program;
use super::diagnostic::{Diagnostic, Span};
use super::machine::{Eval, Machine, STATUS_STOPPED, Watch};
use super::value::Value;
use crate::guard::{ProgramPanic, Session, install_panic_hook, message_of};
use crate::journal::{Event, Exit, Journal, Kind};
use crate::world::{Disk, World};

/// What came of a run.
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
    /// What is to be said beyond that: a cap was reached, something is wrong that could be seen only
    /// while running, or the playground has a bug.
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

/// The status of a process whose `main` returns an error.
const STATUS_FAILED: i32 = 1;
/// The status of a process that a panic ends.
const STATUS_PANICKED: i32 = 101;

impl Program {
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
        let (program, file) = (Rc::clone(&self.lowered), Rc::clone(&self.file));
        let machine = Machine::new(program, Rc::clone(&session), file, watch);
        session.enter(|| {
            if let Some(disk) = &self.disk {
                record_disk(&session, disk);
            }
            machine.enter(|| {
                let result = catch_unwind(AssertUnwindSafe(|| machine.run_main()));
                machine.conclude(result);
                machine.clear();
            });
        });
        let (journal, world) = session.finish();
        let (stdout, stderr) = printed(&journal);
        let (exit, status) = machine.ended.get().unwrap_or((Exit::Stopped, STATUS_STOPPED));
        Run {
            journal,
            outcome: Outcome { exit, status },
            stdout,
            stderr,
            problem: machine.problem.take(),
            would_die: machine.would_die.get(),
            world,
        }
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

/// The status of a process whose `main` returns that.
fn status_of(value: &Value) -> i32 {
    match value {
        Value::ExitCode(code) => i32::from(*code),
        Value::Ok(value) => status_of(value),
        _ => 0,
    }
}

/// Records that the disk is that of another program, and what is on it.
fn record_disk(session: &Session, disk: &Disk) {
    let names: Vec<_> = disk.entries().map(|(path, _)| path.trim_start_matches('/')).collect();
    let bytes: usize = disk.entries().filter_map(|(_, bytes)| Some(bytes?.len())).sum();
    let text = session.intern(&names.join(", "));
    let (amount, at) = (bytes as u32, disk.runs);
    session.record(Event { text, amount, at, ..Event::of(Kind::DiskCarriedOn) });
}

impl Machine {
    fn run_main(&self) -> Eval {
        let main = Rc::clone(&self.program.functions[self.program.main as usize]);
        self.invoke_with(&main, Vec::new(), Span::default())
    }

    /// Records how `main` ended.
    fn conclude(&self, result: std::thread::Result<Eval>) {
        match result {
            Ok(Ok(Value::Err(error))) => match self.debug_owned(*error, Span::default()) {
                Ok(shown) => {
                    if self.print_error(&format!("Error: {shown}\n"), Span::default()).is_ok() {
                        self.conclude_with(Exit::Failed, STATUS_FAILED, &shown);
                    }
                }
                Err(_) => {
                    self.end(Exit::Failed, STATUS_FAILED);
                }
            },
            Ok(Ok(value)) => self.conclude_with(Exit::Returned, status_of(&value), ""),
            // It has been said already.
            Ok(Err(_)) => {}
            Err(payload) => match payload.downcast_ref::<ProgramPanic>() {
                Some(panic) => {
                    self.conclude_with(Exit::Panicked, STATUS_PANICKED, &panic.message);
                }
                None => {
                    let message = format!("the playground failed: {}", message_of(&*payload));
                    let hint = "please report the program that did it";
                    let _ = self.stop(Diagnostic::bug(Span::default(), message).hint(hint));
                }
            },
        }
    }

    fn conclude_with(&self, exit: Exit, status: i32, text: &str) {
        if self.is_dead() {
            return;
        }
        let text = self.session.intern(text);
        self.session.record(Event {
            text,
            amount: status as u32,
            detail: exit as u8,
            ..Event::of(Kind::Exited)
        });
        self.ended.set(Some((exit, status)));
    }

    /// Lets go of everything the machine still has. Nothing of the program runs any more.
    fn clear(&self) {
        self.die();
        let stack = std::mem::take(&mut *self.stack.borrow_mut());
        drop(stack);
        drop(self.payload.take());
        drop(self.hook.take());
        drop(self.statics.take());
    }
}
