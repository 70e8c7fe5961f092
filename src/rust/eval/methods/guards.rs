//! Methods of the guards: each calls the real one.

use super::Called;
use crate::guard;
use crate::rust::eval::functions::managers::{ScriptManager, deferred};
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::number::Int;
use crate::rust::value::{Target, Value};

impl Machine {
    pub(super) fn guard_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        self.observe(span)?;
        let unit = |result: guard::Result<()>| Value::result(result, |()| Value::Unit);
        // Options have methods of the same names as files: `write(true)`.
        let is_options = self.inspect(target, span, |value| matches!(value, Value::Options(_)))?;
        match method {
            M::Close => {
                let [] = self.exactly(args, called)?;
                return Ok(match self.take(target, span)? {
                    Value::File(file) => unit(file.close()),
                    Value::Lock(lock) => unit(lock.close()),
                    Value::ExitStack(stack) => unit(stack.close()),
                    _ => return Err(self.no_method(target, call)),
                });
            }
            M::Write | M::WriteAll if !is_options => {
                let [bytes] = self.exactly(args, called)?;
                let bytes = self.bytes_of(&bytes, span)?;
                self.take_memory(bytes.len(), span)?;
                return self.on_file(called, |file| unit(file.write(bytes)));
            }
            M::Read if !is_options => {
                let [buffer] = self.exactly(args, called)?;
                let into = self.behind(&self.target_of(&buffer, span)?);
                let length = self.inspect(&into, span, |value| match value {
                    Value::Vec(values) | Value::Array(values) => values.len(),
                    _ => 0,
                })?;
                let mut bytes = vec![0; length];
                let count = self
                    .on_file(called, |file| Value::result(file.read(&mut bytes), Value::usize))?;
                self.inspect(&into, span, |value| {
                    if let Value::Vec(values) | Value::Array(values) = value {
                        for (value, byte) in values.iter_mut().zip(&bytes) {
                            *value = Value::Int(Int::wrapped(
                                crate::rust::value::number::IntKind::U8,
                                (*byte).into(),
                            ));
                        }
                    }
                })?;
                return Ok(count);
            }
            M::ReadToString if args.is_empty() => {
                return self
                    .on_file(called, |file| Value::result(file.read_to_string(), Value::string));
            }
            M::Flush => return self.on_file(called, |file| unit(file.flush())),
            M::Hold => {
                let [manager] = self.exactly(args, called)?;
                let manager = ScriptManager::of(self, manager, span)?;
                // The stack is taken out while a manager of the script may run.
                return self.on_stack(called, |stack| {
                    Value::result(stack.hold(manager), |held| Value::Held(Box::new(held)))
                });
            }
            M::Defer => {
                let [body] = self.exactly(args, called)?;
                return self.on_stack(called, |stack| {
                    stack.defer(deferred(body, span));
                    Value::Unit
                });
            }
            _ => {}
        }
        let mut args = args.into_iter();
        let found = self.inspect(target, span, |value| match (value, method) {
            (Value::File(file), M::Path) => Some(Value::string(file.path())),
            (Value::Lock(lock), M::Path) => Some(Value::string(lock.path())),
            (Value::File(file), M::OpenFor) => Some(Value::Duration(file.open_for())),
            (Value::Lock(lock), M::OpenFor) => Some(Value::Duration(lock.open_for())),
            (Value::ExitStack(stack), M::Len) => Some(Value::usize(stack.len())),
            (Value::ExitStack(stack), M::IsEmpty) => Some(Value::Bool(stack.is_empty())),
            (Value::Held(held), M::Get) => Some(Value::result(held.get(), |entered| {
                Value::Ref(Target::shared(std::rc::Rc::clone(&entered.shared)))
            })),
            (Value::Error(error), M::Kind) => {
                Some(Value::option(error.kind().map(Value::ErrorKind)))
            }
            (Value::Error(error), M::Path) => Some(Value::option(error.path().map(Value::str))),
            (Value::Error(error), M::Suppressed) => {
                let errors = error.suppressed().iter().cloned().map(Value::Error);
                Some(Value::vec(errors.collect::<Vec<_>>()))
            }
            (Value::Error(error), M::Suppress) => {
                if let Some(Value::Error(later)) = args.next() {
                    error.suppress(later);
                }
                Some(Value::Unit)
            }
            (Value::Options(options), method) => {
                let on = matches!(args.next(), Some(Value::Bool(true)));
                let options = match method {
                    M::Read => options.read(on),
                    M::Write => options.write(on),
                    M::Append => options.append(on),
                    M::Truncate => options.truncate(on),
                    M::Create => options.create(on),
                    M::CreateNew => options.create_new(on),
                    _ => return None,
                };
                Some(Value::Options(Box::new(options)))
            }
            _ => None,
        })?;
        found.ok_or_else(|| self.no_method(target, call))
    }

    /// Uses the file at the place of a receiver.
    fn on_file(
        &self,
        called: &Called<'_>,
        operate: impl FnOnce(&mut guard::ManagedFile) -> Value,
    ) -> Eval {
        let found = self.inspect(called.target, called.span, |value| match value {
            Value::File(file) => Some(operate(file)),
            Value::Options(_) => None,
            _ => None,
        })?;
        match found {
            Some(value) => Ok(value),
            None => Err(self.no_method(called.target, called.call)),
        }
    }

    /// Uses the exit stack at the place of a receiver; it is taken out meanwhile, since entering a
    /// manager can run code of the script.
    fn on_stack(
        &self,
        called: &Called<'_>,
        operate: impl FnOnce(&mut guard::ExitStack) -> Value,
    ) -> Eval {
        let taken = self.take(called.target, called.span)?;
        let Value::ExitStack(mut stack) = taken else {
            let name = called.call.name.as_ref();
            return Err(self.wrong(called.span, format!("no method named `{name}` found here")));
        };
        let value = operate(&mut stack);
        self.swap_in(called.target, Value::ExitStack(stack), called.span)?;
        Ok(value)
    }
}
