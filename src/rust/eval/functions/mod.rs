//! The functions of the library and the prelude: each calls the real one.

pub(in crate::rust) mod arguments;
mod library;
pub(in crate::rust) mod managers;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

use self::managers::{Entered, ScriptManager};
use super::machine::{Eval, Flow, Machine};
use crate::guard::{self, Error, ExitStack, ManagedFile, ManagedLock, ProgramPanic, fs};
use crate::journal::{Event, Exit, Kind};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::eval::capacity::Each;
use crate::rust::library::builtin::Builtin;
use crate::rust::value::{Holder, Opening, Shared, Target, Value};
use crate::world::{LockMode, OpenOptions};

impl Machine {
    #[inline(never)]
    pub(in crate::rust) fn call_builtin(
        &self,
        builtin: Builtin,
        args: Vec<Value>,
        span: Span,
    ) -> Eval {
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
            B::StringNew => Value::string(""),
            B::StringWithCapacity => {
                self.capacity(&arg(), Each::Room("bytes"), span)?;
                Value::string("")
            }
            B::StringFrom => {
                let value = arg();
                if let Some(function) = self.conversion(&"String".into(), "from", &value) {
                    return self.invoke_with(&function, vec![value], span);
                }
                let text = self.text_of(&value, span)?;
                self.take_memory(text.len(), span)?;
                Value::string(text)
            }
            B::VecNew => Value::vec(Vec::new()),
            B::VecWithCapacity => {
                self.capacity(&arg(), Each::Room("values"), span)?;
                Value::vec(Vec::new())
            }
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
            B::MutexNew => Value::Cell(Shared::held(arg(), Holder::Mutex)),
            B::RwLockNew => Value::Cell(Shared::held(arg(), Holder::RwLock)),
            B::RcClone => {
                let target = self.target_of(&arg(), span)?;
                self.clone_at(&target, span)?
            }
            B::RcDowngrade | B::RcStrongCount | B::RcWeakCount => {
                let target = self.target_of(&arg(), span)?;
                let counted = self.inspect(&target, span, |value| match (builtin, value) {
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
                let a = self.inspect(&a, span, pointer)?;
                Value::Bool(a.is_some() && a == self.inspect(&b, span, pointer)?)
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
            B::Zip => {
                let (a, b) = (self.iterator(arg(), span)?, self.iterator(arg(), span)?);
                super::iterate::iter(super::iterate::Iter::Zip(a, b))
            }
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

    /// Puts a value at a place and gives back what was there.
    pub(in crate::rust) fn swap_in(&self, target: &Target, value: Value, span: Span) -> Eval {
        let mut value = Some(value);
        self.inspect(target, span, |place| {
            std::mem::replace(place, value.take().unwrap_or(Value::Moved))
        })
    }

    fn options_of(&self, value: &Value, span: Span) -> Eval<OpenOptions> {
        match value {
            Value::Options(options) => Ok(**options),
            other => Err(self.mismatch("OpenOptions", other, span)),
        }
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
