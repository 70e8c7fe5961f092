//! Resources of the program's own for `with` and for `ExitStack`.

use std::rc::Rc;

use crate::guard::{self, Ending, Error, ExitStack, Locking, Managed, ManagedFile, ManagedLock};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::value::{EndingValue, Opening, Shared, Value};
use crate::world::LockMode;

/// A manager of the script as one of the guards.
pub(in crate::rust) struct ScriptManager {
    value: Value,
    span: Span,
}

/// What a manager entered: its resource, in a place that the body can refer to.
pub(in crate::rust) struct Entered {
    pub(in crate::rust) shared: Rc<Shared>,
    /// The type whose `exit` is to be called, if it is one of the script's own.
    class: Option<Rc<str>>,
    span: Span,
}

pub(in crate::rust) fn ending_value(ending: Ending<'_>) -> EndingValue {
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
pub(in crate::rust) fn deferred(
    body: Value,
    span: Span,
) -> impl FnOnce(Ending<'_>) -> guard::Result<()> {
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

impl ScriptManager {
    pub(in crate::rust) fn of(machine: &Machine, value: Value, span: Span) -> Eval<Self> {
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
