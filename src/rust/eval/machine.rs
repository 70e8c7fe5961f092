//! The machine that runs a lowered program: its stack, its counters, its way out.
//!
//! How unwinding works here, in one place:
//!
//! 1. A panic of the script is a panic of Rust, with [`ProgramPanic`] as its payload. It unwinds the
//!    frames of the evaluator, and nothing catches it before the top of the run or a `catch_unwind`
//!    of the script.
//! 2. A scope of the script is a [frame](super::scope) on the real stack, whose `Drop` drops the
//!    slots of the scope. So the order of clean-up is the order of the real frames.
//! 3. A value that leaves a slot is dropped by Rust. An [`Object`] whose type has a `Drop` of the
//!    script's own runs it from its Rust `Drop`, before its fields.
//! 4. A panic that leaves such a `drop` while another one unwinds ends a native program. Here that
//!    is [`Machine::abort`]: from then on the machine is dead and no destructor does anything.
//! 5. `return`, `break` and `?` are values ([`Flow`]); so is being stopped.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::scope::OpenScope;
use crate::guard::{ProgramPanic, Session};
use crate::journal::numbers::{count, size};
use crate::journal::{Event, Exit, Kind, Way};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::run::limits::{
    MAX_DEPTH, MAX_EVENTS, MAX_MEMORY, MAX_MEMORY_FREED, MAX_MEMORY_HELD, MAX_OUTPUT, MAX_STEPS,
    STEPS_WATCHED,
};
use crate::run::{STATUS_ABORTED, Watch};
use crate::rust::ir::{Label, Program};
use crate::rust::value::{Object, Shared, Target, Value};

/// Everything a run has.
pub(in crate::rust) struct Machine {
    pub(in crate::rust) program: Rc<Program>,
    pub(in crate::rust) session: Rc<Session>,
    /// The name of the file in messages.
    pub(in crate::rust) file: Rc<str>,
    /// The slots of all calls that are active, one frame above the other.
    pub(in crate::rust) stack: RefCell<Vec<Value>>,
    /// The scopes that are open, the innermost last.
    pub(in crate::rust) scopes: RefCell<Vec<OpenScope>>,
    /// How many scopes were shown in the journal.
    pub(in crate::rust) shown: Cell<u32>,
    /// Which turn of a loop the scope is that is entered next; 0 for none.
    pub(in crate::rust) turn: Cell<u8>,
    /// Where the program aborts, so does whoever runs it; this is called now and then until then.
    watch: Option<Watch>,
    /// A mortal one would have died.
    pub(in crate::rust) would_die: Cell<bool>,
    /// How many steps may still be taken.
    steps: Cell<u64>,
    /// How deep in expressions the calls that are active are together.
    pub(in crate::rust) depth: Cell<u32>,
    /// Bytes of the strings and collections made so far.
    memory: Cell<usize>,
    /// Bytes printed so far, to standard output and to standard error.
    printed: [Cell<usize>; 2],
    /// The program is over: no code of it runs any more, no destructor either.
    dead: Cell<bool>,
    /// How it ended, once it has.
    pub(in crate::rust) ended: Cell<Option<(Exit, i32)>>,
    pub(in crate::rust) problem: RefCell<Option<Diagnostic>>,
    /// What the panic that travels carries.
    pub(in crate::rust) payload: RefCell<Option<Value>>,
    /// The program's own panic hook, if it set one.
    pub(in crate::rust) hook: RefCell<Option<Value>>,
    pub(in crate::rust) in_hook: Cell<bool>,
    /// The values of `static` items that were used, by their function.
    pub(in crate::rust) statics: RefCell<FxHashMap<u32, Rc<Shared>>>,
}

/// Why an expression has no value.
pub(in crate::rust) enum Flow {
    Return(Value, Way),
    Break(Label, Value),
    Continue(Label),
    /// The program is over.
    Stop,
}

pub(in crate::rust) type Eval<T = Value> = Result<T, Flow>;

/// The slots of one call.
#[derive(Debug, Clone, Copy)]
pub(in crate::rust) struct Frame {
    pub(in crate::rust) base: u32,
}

thread_local! {
    static CURRENT: RefCell<Option<Rc<Machine>>> = const { RefCell::new(None) };
}

impl Machine {
    pub(in crate::rust) fn new(
        program: Rc<Program>,
        session: Rc<Session>,
        file: Rc<str>,
        watch: Option<Watch>,
    ) -> Rc<Self> {
        let steps = if watch.is_some() { STEPS_WATCHED } else { MAX_STEPS };
        Rc::new(Self {
            program,
            session,
            file,
            watch,
            would_die: Cell::new(false),
            stack: RefCell::default(),
            scopes: RefCell::default(),
            shown: Cell::new(0),
            turn: Cell::new(0),
            steps: Cell::new(steps),
            depth: Cell::new(0),
            memory: Cell::new(0),
            printed: Default::default(),
            dead: Cell::new(false),
            ended: Cell::new(None),
            problem: RefCell::new(None),
            payload: RefCell::new(None),
            hook: RefCell::new(None),
            in_hook: Cell::new(false),
            statics: RefCell::default(),
        })
    }

    /// Runs `body` with this machine as the one that destructors of the script run on.
    pub(in crate::rust) fn enter<T>(self: &Rc<Self>, body: impl FnOnce() -> T) -> T {
        struct Restore(Option<Rc<Machine>>);
        impl Drop for Restore {
            fn drop(&mut self) {
                CURRENT.set(self.0.take());
            }
        }
        let _restore = Restore(CURRENT.replace(Some(Rc::clone(self))));
        body()
    }

    /// The machine that runs on this thread.
    pub(in crate::rust) fn current() -> Option<Rc<Self>> {
        CURRENT.try_with(|current| current.try_borrow().ok()?.clone()).ok()?
    }

    fn is_mortal(&self) -> bool {
        self.watch.is_some()
    }

    pub(in crate::rust) fn is_dead(&self) -> bool {
        self.dead.get()
    }

    /// From here on nothing of the program runs any more.
    pub(in crate::rust) fn die(&self) {
        self.dead.set(true);
        self.session.seal();
        self.steps.set(0);
    }

    /// Ends the program where it stands: no destructor does anything from here on.
    pub(in crate::rust) fn end(&self, exit: Exit, status: i32) -> Flow {
        self.end_saying(exit, status, "")
    }

    fn end_saying(&self, exit: Exit, status: i32, text: &str) -> Flow {
        if !self.is_dead() {
            self.ended.set(Some((exit, status)));
            let text = self.session.intern(text);
            self.session.record(Event {
                text,
                amount: status as u32,
                detail: exit as u8,
                ..Event::of(Kind::Exited)
            });
            self.die();
        }
        Flow::Stop
    }

    /// Ends the program because of something it should be told about.
    pub(in crate::rust) fn stop(&self, diagnostic: Diagnostic) -> Flow {
        if self.is_dead() {
            return Flow::Stop;
        }
        self.session.set_line(diagnostic.span.line);
        let flow = self.end_saying(Exit::Stopped, STATUS_STOPPED, &diagnostic.message);
        *self.problem.borrow_mut() = Some(diagnostic);
        flow
    }

    /// What `rustc` would have refused, met while running.
    pub(in crate::rust) fn wrong(&self, span: Span, message: impl Into<String>) -> Flow {
        self.stop(Diagnostic::wrong(span, message))
    }

    pub(in crate::rust) fn not_supported(
        &self,
        span: Span,
        message: impl Into<String>,
        hint: &str,
    ) -> Flow {
        self.stop(Diagnostic::not_supported(span, message).hint(hint))
    }

    /// Ends the program as `abort` ends a process. Where the machine is mortal it does not return:
    /// whoever runs it is gone, and what is left is the journal in memory.
    pub(in crate::rust) fn abort(&self, cause: &str) -> Flow {
        let flow = self.end_saying(Exit::Aborted, STATUS_ABORTED, cause);
        if self.is_mortal() {
            std::process::abort();
        }
        self.would_die.set(true);
        flow
    }

    /// The calls are nested more deeply than there is stack for.
    #[cold]
    pub(in crate::rust) fn overflow(&self, function: &str, span: Span) -> Flow {
        if self.is_mortal() {
            if let Err(flow) = self.observe(span) {
                return flow;
            }
            exhaust_stack(0);
        }
        self.would_die.set(true);
        let message = format!(
            "the calls are nested too deeply in `{function}`: more than {} expressions are within \
            each other",
            count(MAX_DEPTH.into())
        );
        let hint = format!("check that `{function}` stops calling itself; a loop needs no stack");
        self.stop(Diagnostic::stopped(span, message).hint(hint))
    }

    /// Counts a statement, call or turn.
    #[inline]
    pub(in crate::rust) fn step(&self, span: Span) -> Eval<()> {
        match self.steps.get() {
            0 => self.out_of_steps(span),
            steps => {
                self.steps.set(steps - 1);
                Ok(())
            }
        }
    }

    #[cold]
    fn out_of_steps(&self, span: Span) -> Eval<()> {
        if self.is_dead() {
            return Err(Flow::Stop);
        }
        if let Some(watch) = &self.watch {
            watch(&self.session);
            self.steps.set(STEPS_WATCHED);
            return Ok(());
        }
        self.would_die.set(true);
        let message = format!("the program was stopped after {} steps", count(MAX_STEPS));
        let hint = "look for a loop that does not end; each statement, call and turn is a step";
        Err(self.stop(Diagnostic::stopped(span, message).hint(hint)))
    }

    /// Counts bytes that a text or collection takes.
    #[inline]
    pub(in crate::rust) fn take_memory(&self, bytes: usize, span: Span) -> Eval<()> {
        let memory = self.memory.get().saturating_add(bytes);
        self.memory.set(memory);
        if self.is_mortal() && memory_held() > MAX_MEMORY_HELD {
            self.observe(span)?;
            exhaust_memory();
        }
        // A mortal one may go on for as long as it frees what it takes.
        let most = if self.is_mortal() { MAX_MEMORY_FREED } else { MAX_MEMORY };
        if memory > most {
            self.would_die.set(!self.is_mortal());
            let most = size(most as u64);
            let message = format!("the program was stopped after taking {most} of memory");
            let hint =
                "make fewer or smaller texts and collections; those that are freed count too";
            return Err(self.stop(Diagnostic::stopped(span, message).hint(hint)));
        }
        Ok(())
    }

    /// To be called before anything that the journal can see: says where the program is.
    #[inline]
    pub(in crate::rust) fn observe(&self, span: Span) -> Eval<()> {
        self.session.set_line(span.line);
        self.show_scopes();
        if self.session.with_journal(|journal| journal.len()) > MAX_EVENTS {
            let most = count(MAX_EVENTS as u64);
            let message = format!("the program was stopped after {most} events");
            let hint = "let it do less: each file, scope and line of output is an event or more";
            return Err(self.stop(Diagnostic::stopped(span, message).hint(hint)));
        }
        Ok(())
    }

    /// Prints for the program.
    pub(in crate::rust) fn print(&self, text: &str, to_stderr: bool, span: Span) -> Eval<()> {
        self.observe(span)?;
        self.write(text, to_stderr, span)
    }

    /// Prints as an error what the runtime of Rust prints, and not the program.
    pub(in crate::rust) fn print_error(&self, text: &str, span: Span) -> Eval<()> {
        self.write(text, true, span)
    }

    fn write(&self, text: &str, to_stderr: bool, span: Span) -> Eval<()> {
        let printed = &self.printed[usize::from(to_stderr)];
        if printed.get() + text.len() > MAX_OUTPUT {
            let most = size(MAX_OUTPUT as u64);
            let message = format!("the program was stopped after printing {most}");
            let hint = "print less, or look for a loop that does not end";
            return Err(self.stop(Diagnostic::stopped(span, message).hint(hint)));
        }
        printed.set(printed.get() + text.len());
        let detail = u8::from(to_stderr);
        let text = self.session.intern(text);
        self.session.record(Event { text, detail, ..Event::of(Kind::Output) });
        Ok(())
    }

    /// Panics for the program, with what `catch_unwind` would find.
    pub(in crate::rust) fn panic(&self, message: String, payload: Value, span: Span) -> Flow {
        if let Err(flow) = self.observe(span) {
            return flow;
        }
        self.session.record_panic(&message);
        match self.tell_hook(&message, payload, span) {
            Ok(payload) => *self.payload.borrow_mut() = Some(payload),
            Err(flow) => return flow,
        }
        ProgramPanic { message }.raise()
    }

    /// Panics with a message, as `panic!("{…}")` does.
    pub(in crate::rust) fn panic_with(&self, message: impl Into<String>, span: Span) -> Flow {
        let message = message.into();
        let payload = Value::string(message.as_str());
        self.panic(message, payload, span)
    }

    /// Runs the script's own `drop` of an object.
    fn run_drop(self: &Rc<Self>, object: &mut Object, function: u32) {
        let inner = Object {
            class: Rc::clone(&object.class),
            variant: object.variant,
            fields: std::mem::take(&mut object.fields),
            dropped: true,
        };
        let unwinding = std::thread::panicking();
        let name = Rc::clone(&object.class.name);
        let run = || {
            let function = Rc::clone(&self.program.functions[function as usize]);
            // What the value holds is dropped within this, and a value that its `drop` puts in its
            // place: calls within each other, though no call is active then.
            let Some(_deeper) = Deeper::than(self) else {
                let _ = self.overflow(&function.name, function.body.span);
                return;
            };
            let base = self.stack.borrow().len() as u32;
            let _operands = self.operands();
            self.push(Value::Object(Box::new(inner)));
            let _frame = self.operands();
            self.push(Value::Ref(Target::Slot(base)));
            // Whatever it returns, nobody is there to get it.
            let _ = self.invoke(&function, base + 1, function.body.span);
        };
        let span = self.program.functions[function as usize].body.span;
        if unwinding {
            // Rust would abort when a second panic leaves a destructor; WebAssembly would let it
            // replace the first one. Neither may happen to the evaluator.
            if catch_unwind(AssertUnwindSafe(run)).is_err() {
                let _ = self.print_error("thread caused non-unwinding panic. aborting.\n", span);
                let cause = format!("a panic left `drop` of `{name}` while a panic was unwinding");
                let _ = self.abort(&cause);
            }
        } else {
            run();
        }
    }
}

/// One level more of what is within each other, as long as it lives.
struct Deeper<'m>(&'m Machine);

impl<'m> Deeper<'m> {
    /// `None` if that is too deep.
    fn than(machine: &'m Machine) -> Option<Self> {
        let depth = machine.depth.get() + 1;
        (depth <= MAX_DEPTH).then(|| {
            machine.depth.set(depth);
            Self(machine)
        })
    }
}

impl Drop for Deeper<'_> {
    fn drop(&mut self) {
        self.0.depth.set(self.0.depth.get() - 1);
    }
}

/// Calls itself until there is no stack left: a real overflow, at a moment when nothing is being
/// recorded. Left to itself the evaluator might overflow in the middle of that.
#[inline(never)]
#[allow(unconditional_recursion, reason = "that is what it is for")]
fn exhaust_stack(depth: u64) -> u64 {
    let mut frame = [depth; 32];
    std::hint::black_box(&mut frame);
    exhaust_stack(depth + 1) + frame[0]
}

/// Bytes that the instance of WebAssembly has from its engine. Elsewhere nobody runs a mortal program.
fn memory_held() -> usize {
    #[cfg(target_arch = "wasm32")]
    return core::arch::wasm32::memory_size::<0>() * 65_536;
    #[cfg(not(target_arch = "wasm32"))]
    0
}

/// Takes memory until an allocation is refused, and does not check for that, as a program does not.
#[cold]
fn exhaust_memory() -> ! {
    let mut hoard = Vec::new();
    loop {
        hoard.push(std::hint::black_box(Vec::<u8>::with_capacity(isize::MAX as usize)));
    }
}

/// What a run that was stopped by a cap ends with: that of a killed process.
pub(in crate::rust) const STATUS_STOPPED: i32 = 124;

impl Drop for Object {
    fn drop(&mut self) {
        if self.dropped {
            return;
        }
        let Some(function) = self.class.drop.get() else { return };
        if let Some(machine) = Machine::current()
            && !machine.is_dead()
        {
            self.dropped = true;
            machine.run_drop(self, function);
        }
    }
}
