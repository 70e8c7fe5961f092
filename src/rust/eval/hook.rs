//! The panic hook: what is called first when the program panics.

use std::rc::Rc;

use super::machine::{Eval, Machine};
use crate::run::diagnostic::Span;
use crate::rust::value::{Shared, Target, Value};

/// What a hook is told of a panic.
pub(in crate::rust) struct HookInfo {
    /// What the panic carries, as a [`Value::Payload`].
    pub(in crate::rust) payload: Rc<Shared>,
    pub(in crate::rust) message: Rc<str>,
    pub(in crate::rust) file: Rc<str>,
    pub(in crate::rust) line: u32,
    pub(in crate::rust) column: u32,
}

impl HookInfo {
    /// What the default hook prints.
    fn default_text(&self) -> String {
        let Self { message, file, line, column, .. } = self;
        format!("\nthread 'main' panicked at {file}:{line}:{column}:\n{message}\n")
    }

    /// What `{}` makes of it.
    pub(in crate::rust) fn shown(&self) -> String {
        let Self { message, file, line, column, .. } = self;
        format!("panicked at {file}:{line}:{column}:\n{message}")
    }
}

impl Machine {
    /// `set_hook`; the hook that was there before goes.
    pub(in crate::rust) fn set_hook(&self, hook: Value) {
        let old = self.hook.replace(Some(hook));
        drop(old);
    }

    /// `take_hook`: the default one takes its place.
    pub(in crate::rust) fn take_hook(&self) -> Value {
        let hook = self.hook.take();
        hook.unwrap_or(Value::Builtin(crate::rust::library::builtin::Builtin::DefaultHook))
    }

    /// Tells the hook of a panic, and gives back what the panic carries.
    pub(in crate::rust) fn tell_hook(&self, message: &str, payload: Value, span: Span) -> Eval {
        let payload = Shared::new(Value::Payload(Box::new(payload)));
        let info = HookInfo {
            payload: Rc::clone(&payload),
            message: message.into(),
            file: Rc::clone(&self.file),
            line: span.line,
            column: span.column,
        };
        if self.in_hook.get() {
            self.print_error(&info.default_text(), span)?;
            self.print_error("thread panicked while processing panic. aborting.\n", span)?;
            return Err(self.abort("a panic within a panic hook"));
        }
        match self.hook.take() {
            None => self.print_error(&info.default_text(), span)?,
            Some(hook) => {
                let told = Shared::new(Value::HookInfo(Box::new(info)));
                let hook = Shared::new(hook);
                self.in_hook.set(true);
                let reference = Value::Ref(Target::shared(told));
                let called = self.call_at(
                    &self.behind(&Target::shared(Rc::clone(&hook))),
                    vec![reference],
                    span,
                );
                self.in_hook.set(false);
                *self.hook.borrow_mut() = Some(hook.value.replace(Value::Moved));
                called?;
            }
        }
        Ok(match payload.value.replace(Value::Moved) {
            Value::Payload(payload) => *payload,
            other => other,
        })
    }

    /// The hook of Rust itself, called by one of the program's own.
    pub(in crate::rust) fn default_hook(&self, info: &Target, span: Span) -> Eval {
        let text = self.inspect(info, span, |value| match value {
            Value::HookInfo(info) => info.default_text(),
            _ => String::new(),
        })?;
        self.print_error(&text, span)?;
        Ok(Value::Unit)
    }

    /// The methods of what a hook is told, and of the location within it.
    pub(in crate::rust) fn hook_info_method(&self, called: &super::methods::Called<'_>) -> Eval {
        use crate::rust::library::builtin::Method as M;
        use crate::rust::value::number::{Int, IntKind};
        let number = |value: u32| Value::Int(Int::wrapped(IntKind::U32, value.into()));
        let found = self.inspect(called.target, called.span, |value| {
            let Value::HookInfo(info) = value else { return None };
            Some(match called.method {
                M::Payload => Value::Ref(Target::shared(Rc::clone(&info.payload))),
                M::PayloadAsStr => {
                    let payload = info.payload.value.try_borrow().ok()?;
                    match &*payload {
                        Value::Payload(payload) => match &**payload {
                            Value::Str(text) => Value::some(Value::Str(Rc::clone(text))),
                            Value::String(text) => Value::some(Value::str(text.as_str())),
                            _ => Value::None,
                        },
                        _ => Value::None,
                    }
                }
                // It is its own location.
                M::Location => Value::some(Value::Ref(called.target.clone())),
                M::Line => number(info.line),
                M::Column => number(info.column),
                M::File => Value::Str(Rc::clone(&info.file)),
                _ => return None,
            })
        })?;
        found.ok_or_else(|| self.no_method(called.target, called.call))
    }
}
