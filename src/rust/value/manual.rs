//! `ManuallyDrop`: what is in it is dropped by hand, or not at all.

use std::mem::ManuallyDrop;

use crate::journal::{Event, Kind};
use crate::run::diagnostic::Span;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::value::{Target, Value};

/// A value that is not dropped with what holds it.
pub(in crate::rust) struct Manual(ManuallyDrop<Value>);

impl Manual {
    pub(in crate::rust) fn new(value: Value) -> Self {
        Self(ManuallyDrop::new(value))
    }

    pub(in crate::rust) fn inner(&mut self) -> &mut Value {
        &mut self.0
    }

    pub(in crate::rust) fn look(&self) -> &Value {
        &self.0
    }

    /// Takes the value out; a hole is left.
    pub(in crate::rust) fn take(&mut self) -> Value {
        std::mem::replace(&mut *self.0, Value::Moved)
    }
}

/// What is still in it now is never dropped. If that is a resource, this is the moment at which it is
/// lost.
impl Drop for Manual {
    fn drop(&mut self) {
        let Some(resource) = self.0.resource() else { return };
        if let Some(machine) = Machine::current()
            && !machine.is_dead()
        {
            let text = machine.session.intern("ManuallyDrop");
            machine.session.record(Event { resource, text, ..Event::of(Kind::Forgotten) });
        }
    }
}

impl Machine {
    /// `ManuallyDrop::into_inner`.
    pub(in crate::rust) fn unwrap_manual(&self, value: Value, span: Span) -> Eval {
        match value {
            Value::ManuallyDrop(mut manual) => Ok(manual.take()),
            other => Err(self.mismatch("ManuallyDrop<_>", &other, span)),
        }
    }

    /// `ManuallyDrop::take`, and what `ManuallyDrop::drop` drops.
    pub(in crate::rust) fn take_manual(&self, target: &Target, span: Span) -> Eval {
        let taken = self.inspect(target, span, |value| match value {
            Value::ManuallyDrop(manual) => Some(manual.take()),
            _ => None,
        })?;
        match taken {
            Some(Value::Moved) => Err(self.wrong(span, "this was dropped by hand before")),
            Some(value) => Ok(value),
            None => {
                let of = self.inspect(target, span, |value| value.type_name())?;
                Err(self.wrong(
                    span,
                    format!("mismatched types: expected `&mut ManuallyDrop<_>`, found `&mut {of}`"),
                ))
            }
        }
    }
}
