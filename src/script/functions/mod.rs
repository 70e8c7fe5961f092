//! The functions of the library and the prelude: each calls the real one.

mod library;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

use super::builtin::Builtin;
use super::diagnostic::{Diagnostic, Span};
use super::machine::{Eval, Flow, Machine};
use super::number::IntKind;
use super::value::{EndingValue, Holder, Opening, Shared, Target, Value};
use crate::guard::{
    self, Ending, Error, ExitStack, Locking, Managed, ManagedFile, ManagedLock, ProgramPanic, fs,
};
use crate::journal::{Event, Exit, Kind};
use crate::world::{LockMode, OpenOptions};

impl Machine {
    #[inline(never)]
    pub(super) fn call_builtin(&self, builtin: Builtin, args: Vec<Value>, span: Span) -> Eval {
        use Builtin as B;
        let mut args = args.into_iter();
        let mut arg = || args.next().unwrap_or(Value::Unit);
        Ok(match builtin {
            B::Some => Value::some(arg()),
            B::Ok => Value::ok(arg()),
            B::Err => Value::err(arg()),
            B::Drop => {
                let value = arg();
                self.session.set_line(span.line);
                if value.drop_is_seen() {
                    self.observe(span)?;
                }
                drop(value);
                Value::Unit
            }
            B::Forget => {
                let value = arg();
                self.record_forgotten(&value, "mem::forget", span)?;
                std::mem::forget(value);
                Value::Unit
            }
            B::BoxLeak => {
                let value = match arg() {
                    Value::Box(value) => *value,
                    value => value,
                };
                self.record_forgotten(&value, "Box::leak", span)?;
                let shared = Shared::new(value);
                // Nobody gives the count back, so nobody drops the value.
                std::mem::forget(Rc::clone(&shared));
                Value::Ref(Target::shared(shared))
            }
            B::Replace => {
                let (target, value) = (self.target_of(&arg(), span)?, arg());
                self.swap_in(&target, value, span)?
            }
            B::Take => {
                let target = self.target_of(&arg(), span)?;
                let default = self.default_like(&target, span)?;
                self.swap_in(&target, default, span)?
            }
            B::Swap => {
                let (a, b) = (self.target_of(&arg(), span)?, self.target_of(&arg(), span)?);
                let first = self.swap_in(&a, Value::Moved, span)?;
                let second = self.swap_in(&b, first, span)?;
                self.swap_in(&a, second, span)?;
                Value::Unit
            }
            B::Exit => {
                self.observe(span)?;
                let status = match arg() {
                    Value::Int(status) => status.value() as i32,
                    _ => 0,
                };
                return Err(self.end(Exit::Called, status));
            }
            B::Abort => {
                self.observe(span)?;
                return Err(self.abort("`process::abort` was called"));
            }
            B::Panicking => Value::Bool(std::thread::panicking() || self.in_hook.get()),
            B::AssertUnwindSafe => arg(),
            B::CatchUnwind => return self.catch(arg(), span),
            B::ResumeUnwind => {
                let payload = match arg() {
                    Value::Payload(payload) | Value::Box(payload) => *payload,
                    payload => payload,
                };
                let message = self.payload_text(&payload);
                *self.payload.borrow_mut() = Some(payload);
                resume_unwind(Box::new(ProgramPanic { message }))
            }
            B::PanicAny => {
                let payload = arg();
                let message = self.payload_text(&payload);
                return Err(self.panic(message, payload, span));
            }
            B::StringNew | B::StringWithCapacity => Value::string(""),
            B::StringFrom => {
                let value = arg();
                if let Some(function) = self.conversion(&"String".into(), "from", &value) {
                    return self.invoke_with(&function, vec![value], span);
                }
                let text = self.text_of(&value, span)?;
                self.take_memory(text.len(), span)?;
                Value::string(text)
            }
            B::VecNew | B::VecWithCapacity => Value::vec(Vec::new()),
            B::BoxNew => {
                let value = arg();
                self.take_memory(size_of::<Value>(), span)?;
                self.check_depth(&value, span)?;
                Value::Box(Box::new(value))
            }
            B::RcNew => {
                let value = arg();
                self.take_memory(size_of::<Shared>(), span)?;
                self.check_depth(&value, span)?;
                Value::Rc(Shared::new(value))
            }
            B::CellNew => Value::Cell(Shared::held(arg(), Holder::Cell)),
            B::RefCellNew => Value::Cell(Shared::new(arg())),
            B::RcClone => {
                let target = self.target_of(&arg(), span)?;
                self.clone_at(&target, span)?
            }
            B::RcDowngrade | B::RcStrongCount | B::RcWeakCount => {
                let target = self.target_of(&arg(), span)?;
                let counted = self.look(&target, span, |value| match (builtin, value) {
                    (B::RcDowngrade, Value::Rc(shared)) => Some(Value::Weak(Rc::downgrade(shared))),
                    (B::RcStrongCount, Value::Rc(shared)) => {
                        Some(Value::usize(Rc::strong_count(shared)))
                    }
                    (_, Value::Rc(shared)) => Some(Value::usize(Rc::weak_count(shared))),
                    _ => None,
                })?;
                counted.ok_or_else(|| self.wrong(span, "mismatched types: expected `&Rc<_>`"))?
            }
            B::RcPtrEq => {
                let (a, b) = (self.target_of(&arg(), span)?, self.target_of(&arg(), span)?);
                let pointer = |value: &mut Value| match value {
                    Value::Rc(shared) => Some(Rc::as_ptr(shared)),
                    _ => None,
                };
                let a = self.look(&a, span, pointer)?;
                Value::Bool(a.is_some() && a == self.look(&b, span, pointer)?)
            }
            B::RcTryUnwrap => match arg() {
                Value::Rc(shared) => match Rc::try_unwrap(shared) {
                    Ok(shared) => Value::ok(shared.value.into_inner()),
                    Err(shared) => Value::err(Value::Rc(shared)),
                },
                other => return Err(self.mismatch("Rc<_>", &other, span)),
            },
            B::WeakNew => Value::Weak(std::rc::Weak::new()),
            B::Min | B::Max => {
                let (a, b) = (arg(), arg());
                let order = self.order(&a, &b, span)?;
                let first = match builtin {
                    B::Min => order != Some(std::cmp::Ordering::Greater),
                    _ => order == Some(std::cmp::Ordering::Greater),
                };
                if first { a } else { b }
            }
            B::Once => super::iterate::once(arg()),
            B::FromMillis => {
                Value::Duration(std::time::Duration::from_millis(self.u64(&arg(), span)?))
            }
            B::FromSecs => Value::Duration(std::time::Duration::from_secs(self.u64(&arg(), span)?)),
            B::OptionsNew => Value::Options(Box::new(OpenOptions::new())),
            B::ErrorOther => Value::Error(Error::other(self.text_of(&arg(), span)?)),
            B::ErrorFrom => match arg() {
                Value::Error(error) => Value::Error(error),
                other => Value::Error(Error::other(self.display_value(&other, span)?)),
            },
            B::OpeningOpen | B::OpeningCreate | B::OpeningAppend => {
                let options = options_of(builtin);
                let path = self.text_of(&arg(), span)?;
                Value::Opening(Box::new(Opening::File(path, options)))
            }
            B::OpeningWithOptions => {
                let (path, options) = (self.text_of(&arg(), span)?, self.options_of(&arg(), span)?);
                Value::Opening(Box::new(Opening::File(path, options)))
            }
            B::LockingExclusive => {
                let path = self.text_of(&arg(), span)?;
                Value::Opening(Box::new(Opening::Lock(path, LockMode::Exclusive)))
            }
            B::LockingShared => {
                let path = self.text_of(&arg(), span)?;
                Value::Opening(Box::new(Opening::Lock(path, LockMode::Shared)))
            }
            B::ExitStackNew => Value::ExitStack(Box::new(ExitStack::new())),
            _ if builtin.reaches_the_system() => {
                self.observe(span)?;
                return self.call_system(builtin, args.collect(), span);
            }
            _ => return self.call_library(builtin, args.collect(), span),
        })
    }

    /// What reaches the system, and so the journal.
    fn call_system(&self, builtin: Builtin, args: Vec<Value>, span: Span) -> Eval {
        use Builtin as B;
        let path = |index: usize| match args.get(index) {
            Some(value) => self.text_of(value, span),
            None => Ok(String::new()),
        };
        let unit = |result: guard::Result<()>| Value::result(result, |()| Value::Unit);
        Ok(match builtin {
            B::FileOpen => Value::result(ManagedFile::open(path(0)?), Value::File),
            B::FileCreate => Value::result(ManagedFile::create(path(0)?), Value::File),
            B::FileAppend => Value::result(ManagedFile::append(path(0)?), Value::File),
            B::FileWithOptions => {
                let options = self.options_of(&args[1], span)?;
                Value::result(ManagedFile::with_options(path(0)?, options), Value::File)
            }
            B::LockExclusive => Value::result(ManagedLock::exclusive(path(0)?), Value::Lock),
            B::LockShared => Value::result(ManagedLock::shared(path(0)?), Value::Lock),
            B::ReadToString => Value::result(fs::read_to_string(path(0)?), Value::string),
            B::Write => unit(fs::write(path(0)?, self.bytes_of(&args[1], span)?)),
            B::Rename => unit(fs::rename(path(0)?, path(1)?)),
            B::RemoveFile => unit(fs::remove_file(path(0)?)),
            B::RemoveDir => unit(fs::remove_dir(path(0)?)),
            B::CreateDir => unit(fs::create_dir(path(0)?)),
            B::CreateDirAll => unit(fs::create_dir_all(path(0)?)),
            B::ReadDir => Value::result(fs::read_dir(path(0)?), |names| {
                Value::vec(names.into_iter().map(Value::string).collect::<Vec<_>>())
            }),
            B::Exists => Value::Bool(fs::exists(path(0)?)),
            B::Metadata => Value::result(fs::metadata(path(0)?), Value::Metadata),
            B::Sleep => {
                guard::fs::sleep(self.u64(&args[0], span)?);
                Value::Unit
            }
            B::With => {
                let mut args = args;
                let (Some(body), Some(manager)) = (args.pop(), args.pop()) else {
                    return Ok(Value::Unit);
                };
                return self.run_with(manager, body, span);
            }
            _ => return Err(self.stop(Diagnostic::bug(span, "a function was not called"))),
        })
    }

    /// `with(manager, |resource| …)`, by the real one.
    fn run_with(&self, manager: Value, body: Value, span: Span) -> Eval {
        let manager = ScriptManager::of(self, manager, span)?;
        let mut stopped = false;
        let result = guard::with(manager, |entered: &mut Entered| {
            let resource = Value::Ref(Target::shared(Rc::clone(&entered.shared)));
            match self.call_value(body, vec![resource], span) {
                Ok(Value::Ok(value)) => Ok(*value),
                Ok(Value::Err(error)) => match *error {
                    Value::Error(error) => Err(error),
                    other => {
                        Err(Error::other(self.display_value(&other, span).unwrap_or_default()))
                    }
                },
                Ok(other) => {
                    let _ = self.mismatch("Result<_>", &other, span);
                    stopped = true;
                    Err(Error::other("stopped"))
                }
                Err(_) => {
                    stopped = true;
                    Err(Error::other("stopped"))
                }
            }
        });
        if stopped {
            return Err(Flow::Stop);
        }
        Ok(Value::result(result, |value| value))
    }

    /// `catch_unwind`, by the real one.
    fn catch(&self, body: Value, span: Span) -> Eval {
        let depth = self.depth.get();
        let caught = catch_unwind(AssertUnwindSafe(|| self.call_value(body, Vec::new(), span)));
        match caught {
            Ok(value) => Ok(Value::ok(value?)),
            Err(payload) => {
                self.depth.set(depth);
                let Some(panic) = payload.downcast_ref::<ProgramPanic>() else {
                    resume_unwind(payload)
                };
                if self.is_dead() {
                    return Err(Flow::Stop);
                }
                self.observe(span)?;
                let text = self.session.intern(&panic.message);
                self.session.record(Event { text, ..Event::of(Kind::PanicCaught) });
                let value = self.payload.borrow_mut().take();
                let value = value.unwrap_or_else(|| Value::string(panic.message.as_str()));
                Ok(Value::err(Value::Payload(Box::new(value))))
            }
        }
    }

    /// The message of a panic with that payload, as the default hook of Rust has it.
    fn payload_text(&self, payload: &Value) -> String {
        match payload {
            Value::Str(text) => text.to_string(),
            Value::String(text) => text.to_string(),
            _ => String::from("Box<dyn Any>"),
        }
    }

    fn record_forgotten(&self, value: &Value, means: &str, span: Span) -> Eval<()> {
        self.session.set_line(span.line);
        if let Some(resource) = value.resource() {
            self.observe(span)?;
            let text = self.session.intern(means);
            self.session.record(Event { resource, text, ..Event::of(Kind::Forgotten) });
        }
        Ok(())
    }

    /// The place that a reference leads to.
    pub(super) fn target_of(&self, value: &Value, span: Span) -> Eval<Target> {
        match value {
            Value::Ref(target) => Ok(self.behind_references(target)),
            other => Err(self.mismatch("&_", other, span)),
        }
    }

    pub(super) fn mismatch(&self, expected: &str, found: &Value, span: Span) -> Flow {
        let message =
            format!("mismatched types: expected `{expected}`, found `{}`", found.type_name());
        self.stop(Diagnostic::wrong(span, message).code("E0308"))
    }

    /// Puts a value at a place and gives back what was there.
    pub(super) fn swap_in(&self, target: &Target, value: Value, span: Span) -> Eval {
        let mut value = Some(value);
        self.look(target, span, |place| {
            std::mem::replace(place, value.take().unwrap_or(Value::Moved))
        })
    }

    /// A text given as `&str`, `String` or a reference to one.
    pub(super) fn text_of(&self, value: &Value, span: Span) -> Eval<String> {
        match value {
            Value::Str(text) => Ok(text.to_string()),
            Value::String(text) => Ok(text.to_string()),
            Value::Char(char) => Ok(char.to_string()),
            Value::Ref(target) => {
                let target = self.behind(target);
                let text = self.look(&target, span, |value| match value {
                    Value::Str(text) => Some(text.to_string()),
                    Value::String(text) => Some(text.to_string()),
                    Value::Char(char) => Some(char.to_string()),
                    _ => None,
                })?;
                text.ok_or_else(|| self.mismatch("&str", value, span))
            }
            other => Err(self.mismatch("&str", other, span)),
        }
    }

    /// The bytes of a text, or of a `Vec` or array of `u8`.
    pub(super) fn bytes_of(&self, value: &Value, span: Span) -> Eval<Vec<u8>> {
        let bytes = |values: &[Value]| -> Option<Vec<u8>> {
            let byte = |value: &Value| match value {
                Value::Int(int) => u8::try_from(int.value()).ok(),
                _ => None,
            };
            values.iter().map(byte).collect()
        };
        let found = match value {
            Value::Vec(values) | Value::Array(values) => bytes(values),
            Value::Ref(target) => {
                let target = self.behind(target);
                self.look(&target, span, |value| match value {
                    Value::Vec(values) | Value::Array(values) => bytes(values),
                    _ => None,
                })?
            }
            _ => None,
        };
        match found {
            Some(bytes) => Ok(bytes),
            None => self.text_of(value, span).map(String::into_bytes),
        }
    }

    pub(super) fn u64(&self, value: &Value, span: Span) -> Eval<u64> {
        match value {
            Value::Int(int) => Ok(u64::try_from(int.value()).unwrap_or(0)),
            other => Err(self.mismatch("u64", other, span)),
        }
    }

    pub(super) fn usize(&self, value: &Value, span: Span) -> Eval<usize> {
        match value {
            Value::Int(int) => Ok(int.as_usize().unwrap_or(0)),
            Value::Ref(target) => {
                let value = self.copied(target, span)?;
                self.usize(&value, span)
            }
            other => Err(self.mismatch("usize", other, span)),
        }
    }

    fn options_of(&self, value: &Value, span: Span) -> Eval<OpenOptions> {
        match value {
            Value::Options(options) => Ok(**options),
            other => Err(self.mismatch("OpenOptions", other, span)),
        }
    }

    /// The error of a `?` in a function that returns an error of the program's own: `From` makes one
    /// of the other.
    pub(super) fn converted(&self, error: Value, into: Option<&Rc<str>>, span: Span) -> Eval {
        let Some(into) = into else { return Ok(error) };
        if *error.type_name() == **into {
            return Ok(error);
        }
        match self.conversion(into, "from", &error) {
            Some(function) => self.invoke_with(&function, vec![error], span),
            None => Ok(error),
        }
    }

    /// The program's own `from` or `try_from` that makes a type of a value.
    pub(super) fn conversion(
        &self,
        into: &Rc<str>,
        method: &str,
        value: &Value,
    ) -> Option<Rc<super::ir::Function>> {
        let of = self.argument_name(value);
        let found = |of: &str| self.own_function(into, &argument_key(method, of));
        let exactly = found(&of).or_else(|| found("T"));
        exactly.or_else(|| match value {
            // A literal is of any type that there is one for.
            Value::Int(int) if int.kind == IntKind::Open => {
                IntKind::ALL.iter().find_map(|kind| found(kind.name()))
            }
            Value::Float(_) => found("f32"),
            _ => None,
        })
    }

    /// The name that the type of an argument has in `impl Trait<…>`.
    pub(super) fn argument_name(&self, value: &Value) -> String {
        let name = match value {
            Value::Ref(target) => {
                let target = self.behind_references(target);
                match self.at(&target, |value| value.type_name()) {
                    Some(name) => format!("&{}", name.trim_start_matches('&')),
                    None => String::new(),
                }
            }
            value => value.type_name(),
        };
        name.split('<').next().unwrap_or_default().to_owned()
    }

    /// Values within values within values: dropping them recurses.
    pub(super) fn check_depth(&self, value: &Value, span: Span) -> Eval<()> {
        /// Values that are looked at: there are more ways through counted pointers than values.
        const LOOK_AT: u32 = 1_000;
        if depth_of(value, super::limits::MAX_VALUE_DEPTH, &mut { LOOK_AT }) == 0 {
            let message =
                format!("values are nested more than {} deep", super::limits::MAX_VALUE_DEPTH);
            return Err(self.stop(Diagnostic::stopped(span, message)));
        }
        Ok(())
    }
}

/// The name under which a method of a trait with a parameter is kept, as the `from` of
/// `impl From<T>`: a type can have several.
pub(super) fn argument_key(method: &str, of: &str) -> Rc<str> {
    format!("{method}({of})").into()
}

/// How many levels are left below a value, of so many. A value on the way to itself is no level.
fn depth_of(value: &Value, left: u32, look_at: &mut u32) -> u32 {
    if left == 0 {
        return 0;
    }
    *look_at = match look_at.checked_sub(1) {
        Some(rest) => rest,
        None => return left,
    };
    let mut below = |value: &Value| depth_of(value, left - 1, look_at);
    match value {
        Value::Box(inner) | Value::Some(inner) | Value::Ok(inner) | Value::Err(inner) => {
            below(inner)
        }
        Value::Object(object) => object.fields.iter().map(below).min().unwrap_or(left),
        Value::Tuple(values) => values.iter().map(below).min().unwrap_or(left),
        Value::Vec(values) | Value::Array(values) => values.last().map_or(left, below),
        Value::Map(map) => map.parts.last().map_or(left, below),
        Value::ManuallyDrop(manual) => below(manual.look()),
        Value::Rc(shared) | Value::Cell(shared) => match shared.value.try_borrow_mut() {
            Ok(value) => below(&value),
            Err(_) => left,
        },
        _ => left,
    }
}

fn options_of(builtin: Builtin) -> OpenOptions {
    let options = OpenOptions::new();
    match builtin {
        Builtin::OpeningOpen => options.read(true),
        Builtin::OpeningCreate => options.write(true).create(true).truncate(true),
        _ => options.append(true).create(true),
    }
}

/// A manager of the script as one of the guards.
pub(super) struct ScriptManager {
    value: Value,
    span: Span,
}

/// What a manager entered: its resource, in a place that the body can refer to.
pub(super) struct Entered {
    pub(super) shared: Rc<Shared>,
    /// The type whose `exit` is to be called, if it is one of the script's own.
    class: Option<Rc<str>>,
    span: Span,
}

impl ScriptManager {
    pub(super) fn of(machine: &Machine, value: Value, span: Span) -> Eval<Self> {
        let known = match &value {
            Value::File(_) | Value::Lock(_) | Value::Opening(_) | Value::ExitStack(_) => true,
            Value::Object(object) => {
                machine.program.methods.get(&object.class.name, "enter").is_some()
            }
            _ => false,
        };
        if !known {
            let message =
                format!("the trait `Managed` is not implemented for `{}`", value.type_name());
            let hint = "`Opening`, `Locking`, an open `ManagedFile` or `ManagedLock`, `ExitStack` can be managed";
            return Err(machine.stop(Diagnostic::wrong(span, message).code("E0277").hint(hint)));
        }
        Ok(Self { value, span })
    }
}

impl Managed for ScriptManager {
    type Resource = Entered;

    fn enter(self) -> guard::Result<Entered> {
        let span = self.span;
        let entered = |value| Entered { shared: Shared::new(value), class: None, span };
        match self.value {
            Value::Opening(opening) => match *opening {
                Opening::File(path, options) => {
                    let opening = guard::Opening::with_options(&path, options);
                    opening.enter().map(Value::File).map(entered)
                }
                Opening::Lock(path, LockMode::Exclusive) => {
                    Locking::exclusive(&path).enter().map(Value::Lock).map(entered)
                }
                Opening::Lock(path, LockMode::Shared) => {
                    Locking::shared(&path).enter().map(Value::Lock).map(entered)
                }
            },
            Value::Object(object) => {
                let class = Rc::clone(&object.class.name);
                let value = own_method(&class, "enter", vec![Value::Object(object)], span)?;
                Ok(Entered { shared: Shared::new(value), class: Some(class), span })
            }
            value => Ok(entered(value)),
        }
    }

    fn exit(entered: Entered, ending: Ending<'_>) -> guard::Result<()> {
        match entered.left(ending)? {
            Value::File(file) => ManagedFile::exit(file, ending),
            Value::Lock(lock) => ManagedLock::exit(lock, ending),
            Value::ExitStack(stack) => ExitStack::exit(*stack, ending),
            _ => Ok(()),
        }
    }

    fn exit_from_stack(entered: Entered, ending: Ending<'_>) -> guard::Result<()> {
        match entered.left(ending)? {
            Value::File(file) => ManagedFile::exit_from_stack(file, ending),
            Value::Lock(lock) => ManagedLock::exit_from_stack(lock, ending),
            Value::ExitStack(stack) => ExitStack::exit_from_stack(*stack, ending),
            _ => Ok(()),
        }
    }
}

impl Entered {
    /// Calls the script's own `exit` if it has one; else gives the guard that has to be exited.
    fn left(self, ending: Ending<'_>) -> guard::Result<Value> {
        let resource = self.shared.value.replace(Value::Moved);
        let Some(class) = self.class else { return Ok(resource) };
        let ending = Value::Ending(Box::new(ending_value(ending)));
        own_method(&class, "exit", vec![resource, ending], self.span)?;
        Ok(Value::Unit)
    }
}

pub(super) fn ending_value(ending: Ending<'_>) -> EndingValue {
    match ending {
        Ending::Returned => EndingValue::Returned,
        Ending::Failed(error) => EndingValue::Failed(error.clone()),
        Ending::Panicked => EndingValue::Panicked,
    }
}

/// Calls a method of the script on the machine of this thread, where the guards cannot hand it on.
fn own_method(class: &Rc<str>, name: &str, args: Vec<Value>, span: Span) -> guard::Result<Value> {
    let dead = || Error::other("the program is over");
    let machine = Machine::current().ok_or_else(dead)?;
    let function = machine.own_function(class, name).ok_or_else(dead)?;
    match machine.invoke_with(&function, args, span) {
        Ok(Value::Ok(value)) => Ok(*value),
        Ok(Value::Err(error)) => match *error {
            Value::Error(error) => Err(error),
            other => Err(Error::other(machine.display_value(&other, span).unwrap_or_default())),
        },
        Ok(value) => Ok(value),
        Err(_) => Err(dead()),
    }
}

/// Calls a closure of the script as the clean-up of an exit stack.
pub(super) fn deferred(body: Value, span: Span) -> impl FnOnce(Ending<'_>) -> guard::Result<()> {
    move |ending| {
        let Some(machine) = Machine::current() else { return Ok(()) };
        let ending = Value::Ending(Box::new(ending_value(ending)));
        match machine.call_value(body, vec![ending], span) {
            Ok(Value::Err(error)) => match *error {
                Value::Error(error) => Err(error),
                other => Err(Error::other(machine.display_value(&other, span).unwrap_or_default())),
            },
            _ => Ok(()),
        }
    }
}
