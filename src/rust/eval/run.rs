//! One run of a lowered program: `main` is called, and its end becomes an exit status.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use super::machine::{Eval, Machine, STATUS_STOPPED};
use crate::guard::{ProgramPanic, Session, message_of};
use crate::journal::{Event, Exit, Kind};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::run::{Ending, Executable, Outcome, Watch};
use crate::rust::ir::Program;
use crate::rust::value::Value;

/// The status of a process whose `main` returns an error.
const STATUS_FAILED: i32 = 1;
/// The status of a process that a panic ends.
const STATUS_PANICKED: i32 = 101;

/// A lowered program, shared by its runs.
pub(in crate::rust) struct Lowered(pub(in crate::rust) Rc<Program>);

impl Executable for Lowered {
    fn run(&self, session: &Rc<Session>, file: &Rc<str>, watch: Option<Watch>) -> Ending {
        let (program, file) = (Rc::clone(&self.0), Rc::clone(file));
        let machine = Machine::new(program, Rc::clone(session), file, watch);
        machine.enter(|| {
            let result = catch_unwind(AssertUnwindSafe(|| machine.run_main()));
            machine.conclude(result);
            machine.clear();
        });
        let (exit, status) = machine.ended.get().unwrap_or((Exit::Stopped, STATUS_STOPPED));
        Ending {
            outcome: Outcome { exit, status },
            problem: machine.problem.take(),
            would_die: machine.would_die.get(),
        }
    }
}

/// The status of a process whose `main` returns that.
fn status_of(value: &Value) -> i32 {
    match value {
        Value::ExitCode(code) => i32::from(*code),
        Value::Ok(value) => status_of(value),
        _ => 0,
    }
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
