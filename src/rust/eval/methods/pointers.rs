//! Methods of `Box`, `Rc`, `Weak`, `Cell` and `RefCell`, and of what a caught panic carried.

use std::rc::Rc;

use super::Called;
use crate::rust::check::types::Ty;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::library::error::{Borrowed, LibraryError};
use crate::rust::value::number::IntKind;
use crate::rust::value::{Borrow, Shared, Target, Value};

impl Machine {
    pub(super) fn pointer_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let mut args = args.into_iter();
        let cell = self.inspect(target, span, |value| match value {
            Value::Cell(shared) => Some(Rc::clone(shared)),
            _ => None,
        })?;
        if let Some(lock) = cell.as_ref().filter(|cell| cell.is_lock()) {
            return self.lock_method(called, Rc::clone(lock));
        }
        if let Some(cell) = cell {
            return self.cell_method(called, cell, &mut args);
        }
        if method == M::Downcast {
            return match self.take(target, span)? {
                Value::Payload(payload) if is_of(&payload, &call.target) => {
                    Ok(Value::ok(Value::Box(payload)))
                }
                Value::Box(error) if is_of(&error, &call.target) => {
                    Ok(Value::ok(Value::Box(error)))
                }
                other => Ok(Value::err(other)),
            };
        }
        let found = self.inspect(target, span, |value| match (&*value, method) {
            (Value::Weak(weak), M::Upgrade) => Some(Value::option(weak.upgrade().map(Value::Rc))),
            (Value::Weak(weak), M::StrongCount) => Some(Value::usize(weak.strong_count())),
            (Value::Weak(weak), M::WeakCount) => Some(Value::usize(weak.weak_count())),
            (Value::Box(_) | Value::Rc(_), M::AsRef | M::AsMut) => {
                Some(Value::Ref(target.step(crate::rust::value::Step::Deref)))
            }
            _ => None,
        })?;
        found.ok_or_else(|| self.no_method(target, call))
    }

    /// The methods of `dyn Any`, which any value can be behind a pointer.
    pub(super) fn any_method(&self, called: &Called<'_>) -> Eval {
        let wanted = &called.call.target;
        let mut target = called.target.clone();
        let leads_on = |value: &mut Value| match value {
            Value::Box(_) => !matches!(wanted, Ty::Box(_)),
            Value::Payload(_) => true,
            _ => false,
        };
        while self.inspect(&target, called.span, leads_on)? {
            target = target.step(crate::rust::value::Step::Deref);
        }
        let is = self.inspect(&target, called.span, |value| is_of(value, wanted))?;
        Ok(match called.method {
            Method::Is => Value::Bool(is),
            _ => Value::option(is.then_some(Value::Ref(target))),
        })
    }

    fn cell_method(
        &self,
        called: &Called<'_>,
        cell: Rc<Shared>,
        args: &mut dyn Iterator<Item = Value>,
    ) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let mut argument = || args.next().unwrap_or(Value::Unit);
        let inside = Target::shared(Rc::clone(&cell));
        Ok(match method {
            M::Borrow | M::BorrowMut => {
                let exclusive = method == M::BorrowMut;
                let borrows = cell.borrows.get();
                match (exclusive, borrows) {
                    (false, 0..) => cell.borrows.set(borrows + 1),
                    (true, 0) => cell.borrows.set(-1),
                    (true, _) => {
                        return Err(self.panic_with("RefCell already borrowed", span));
                    }
                    _ => {
                        return Err(self.panic_with("RefCell already mutably borrowed", span));
                    }
                }
                Value::Borrow(Borrow::of(cell))
            }
            M::TryBorrow | M::TryBorrowMut => {
                let exclusive = method == M::TryBorrowMut;
                let borrows = cell.borrows.get();
                match (exclusive, borrows) {
                    (false, 0..) => cell.borrows.set(borrows + 1),
                    (true, 0) => cell.borrows.set(-1),
                    (_, _) => {
                        let error = match exclusive {
                            true => Borrowed::BorrowMutError,
                            false => Borrowed::BorrowError,
                        };
                        let error = LibraryError::from(error);
                        return Ok(Value::err(Value::LibraryError(Box::new(error))));
                    }
                }
                Value::ok(Value::Borrow(Borrow::of(cell)))
            }
            M::Get => self.copied(&inside, span)?,
            M::Set => {
                let value = argument();
                let value = self.assigned_in(&inside, value);
                self.assign(&inside, value, span)?;
                Value::Unit
            }
            M::Replace => self.swap_in(&inside, argument(), span)?,
            M::Take => {
                let default = self.default_like(&inside, span)?;
                self.swap_in(&inside, default, span)?
            }
            M::IntoInner => {
                drop(cell);
                let taken = self.take(target, span)?;
                match taken {
                    Value::Cell(shared) => shared.value.replace(Value::Moved),
                    other => other,
                }
            }
            M::GetMut => Value::Ref(inside),
            M::Swap => {
                let other = match argument() {
                    Value::Ref(other) => self.behind(&other),
                    value => {
                        let mut value = Some(value);
                        let given = || value.take().unwrap_or(Value::Unit);
                        return self.atomic_method(called, &cell, given);
                    }
                };
                let other = self.inspect(&other, span, |value| match value {
                    Value::Cell(other) => Some(Target::shared(Rc::clone(other))),
                    _ => None,
                })?;
                let Some(other) = other else { return Err(self.no_method(target, call)) };
                let first = self.swap_in(&inside, Value::Moved, span)?;
                let second = self.swap_in(&other, first, span)?;
                self.swap_in(&inside, second, span)?;
                Value::Unit
            }
            M::Update => {
                let value = self.copied(&inside, span)?;
                let value = self.call_value(argument(), vec![value], span)?;
                self.assign(&inside, value, span)?;
                Value::Unit
            }
            _ => return self.atomic_method(called, &cell, argument),
        })
    }

    /// Methods of atomics, which are cells here: the playground has one thread.
    fn atomic_method(
        &self,
        called: &Called<'_>,
        cell: &Rc<Shared>,
        mut argument: impl FnMut() -> Value,
    ) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let inside = Target::shared(Rc::clone(cell));
        let old = match method {
            M::Load => return self.copied(&inside, span),
            M::Store
            | M::Swap
            | M::FetchAdd
            | M::FetchSub
            | M::FetchMax
            | M::FetchMin
            | M::FetchAnd
            | M::FetchOr
            | M::FetchXor
            | M::CompareExchange => self.copied(&inside, span)?,
            _ => return Err(self.no_method(target, call)),
        };
        let given = self.assigned_in(&inside, argument());
        let new = match (method, &old, given) {
            (M::Store | M::Swap, _, given) => given,
            (M::CompareExchange, old, given) => {
                let new = self.assigned_in(&inside, argument());
                let same = self.order(old, &given, span)? == Some(std::cmp::Ordering::Equal);
                if !same {
                    return Ok(Value::err(old.copy().unwrap_or(Value::Unit)));
                }
                self.assign(&inside, new, span)?;
                return Ok(Value::ok(old.copy().unwrap_or(Value::Unit)));
            }
            (_, Value::Int(old), Value::Int(given)) => {
                let (a, b) = (old.value(), given.value());
                let value = match method {
                    M::FetchAdd => a + b,
                    M::FetchSub => a - b,
                    M::FetchMax => a.max(b),
                    M::FetchMin => a.min(b),
                    M::FetchAnd => a & b,
                    M::FetchOr => a | b,
                    _ => a ^ b,
                };
                Value::Int(crate::rust::value::number::Int::wrapped(old.kind, value))
            }
            (M::FetchAnd, Value::Bool(old), Value::Bool(given)) => Value::Bool(old & given),
            (M::FetchOr, Value::Bool(old), Value::Bool(given)) => Value::Bool(old | given),
            (M::FetchXor, Value::Bool(old), Value::Bool(given)) => Value::Bool(old ^ given),
            (_, _, given) => return Err(self.mismatch("an atomic number", &given, span)),
        };
        self.assign(&inside, new, span)?;
        Ok(if method == M::Store { Value::Unit } else { old })
    }

    fn assigned_in(&self, target: &Target, value: Value) -> Value {
        match value {
            Value::Int(int) => {
                let kind = self.at(target, |old| match old {
                    Value::Int(old) => Some(old.kind),
                    _ => None,
                });
                Value::Int(kind.flatten().and_then(|kind| int.settled(kind)).unwrap_or(int))
            }
            value => value,
        }
    }
}

/// Whether a value is of a type, as `downcast_ref` asks.
fn is_of(value: &Value, ty: &Ty) -> bool {
    match (value, ty) {
        (Value::Str(_), Ty::Str)
        | (Value::String(_), Ty::String)
        | (Value::Error(_), Ty::Error)
        | (Value::Float(_), Ty::Float)
        | (Value::Float32(_), Ty::Float32)
        | (Value::Bool(_), Ty::Bool)
        | (Value::Char(_), Ty::Char)
        | (Value::Unit, Ty::Unit)
        | (Value::Vec(_), Ty::Vec(_)) => true,
        (Value::Str(_), Ty::Ref(inner)) => matches!(**inner, Ty::Str),
        (Value::Int(int), Ty::Int(kind)) => {
            // A literal that met nothing is an `i32`.
            let own = if int.kind == IntKind::Open { IntKind::I32 } else { int.kind };
            own == *kind
        }
        (Value::Object(object), Ty::Object(class)) => Rc::ptr_eq(&object.class, class),
        (Value::LibraryError(error), Ty::Moves(name)) => error.type_name() == &**name,
        (Value::Box(inner), Ty::Box(of)) => is_of(inner, of),
        _ => false,
    }
}
