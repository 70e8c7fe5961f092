//! Methods of `Mutex` and `RwLock`. With one thread a lock that is held stays held for whoever waits.

use std::rc::Rc;

use super::Called;
use crate::run::diagnostic::Diagnostic;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::library::error::{LibraryError, WouldBlock};
use crate::rust::value::{
    Borrow, EXCLUSIVE, EXCLUSIVE_WHILE_PANICKING, Holder, Poisoned, Shared, Step, Target, Value,
};

impl Shared {
    /// Whether it is a lock, which has guards where a `RefCell` has borrows.
    pub(super) fn is_lock(&self) -> bool {
        matches!(self.holder, Holder::Mutex | Holder::RwLock)
    }
}

/// What a lock returns: as it is, or in an error if a panic has left it half changed.
fn checked(poisoned: bool, holds: Value, tried: bool) -> Value {
    match poisoned {
        true => Value::err(Value::Poisoned(Box::new(Poisoned { holds, tried }))),
        false => Value::ok(holds),
    }
}

impl Poisoned {
    /// What a message says of it.
    pub(in crate::rust) fn shown(&self, debug: bool) -> &'static str {
        match (debug, self.tried) {
            (true, false) => "PoisonError { .. }",
            (true, true) => "Poisoned(..)",
            (false, _) => "poisoned lock: another task failed inside",
        }
    }
}

impl Machine {
    pub(super) fn lock_method(&self, called: &Called<'_>, lock: Rc<Shared>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let shared = match (method, lock.holder) {
            (M::Read | M::TryRead, Holder::RwLock) => true,
            (M::Write | M::TryWrite, Holder::RwLock) => false,
            (M::Lock | M::TryLock, Holder::Mutex) => false,
            (M::IsPoisoned, _) => return Ok(Value::Bool(lock.poisoned.get())),
            (M::ClearPoison, _) => {
                lock.poisoned.set(false);
                return Ok(Value::Unit);
            }
            (M::GetMut, _) => {
                let inside = Value::Ref(Target::shared(Rc::clone(&lock)));
                return Ok(checked(lock.poisoned.get(), inside, false));
            }
            (M::IntoInner, _) => {
                let poisoned = lock.poisoned.get();
                drop(lock);
                let inside = match self.take(target, span)? {
                    Value::Cell(shared) => shared.value.replace(Value::Moved),
                    other => other,
                };
                return Ok(checked(poisoned, inside, false));
            }
            _ => return Err(self.no_method(target, call)),
        };
        let tried = matches!(method, M::TryLock | M::TryRead | M::TryWrite);
        let borrows = lock.borrows.get();
        match (shared, borrows) {
            (true, 0..) => lock.borrows.set(borrows + 1),
            (false, 0) if std::thread::panicking() => lock.borrows.set(EXCLUSIVE_WHILE_PANICKING),
            (false, 0) => lock.borrows.set(EXCLUSIVE),
            _ if tried => {
                let error = LibraryError::from(WouldBlock);
                return Ok(Value::err(Value::LibraryError(Box::new(error))));
            }
            _ => {
                let message =
                    "this waits for ever: the program's only thread holds the lock already";
                let hint = "let the guard end first: drop it, or give it a block of its own";
                return Err(self.stop(Diagnostic::stopped(span, message).hint(hint)));
            }
        }
        let poisoned = lock.poisoned.get();
        Ok(checked(poisoned, Value::Borrow(Borrow::of(lock)), tried))
    }

    /// Methods of the error of a poisoned lock.
    pub(super) fn poisoned_method(&self, called: &Called<'_>) -> Eval {
        let &Called { target, method, span, call, .. } = called;
        if self.inspect(target, span, |value| !matches!(value, Value::Poisoned(_)))? {
            return Err(self.no_method(target, call));
        }
        if method != Method::IntoInner {
            return Ok(Value::Ref(target.step(Step::Deref)));
        }
        match self.take(target, span)? {
            Value::Poisoned(error) => Ok(error.holds),
            other => Ok(other),
        }
    }
}
