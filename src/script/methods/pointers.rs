//! Methods of `Box`, `Rc`, `Weak`, `Cell` and `RefCell`, and of what a caught panic carried.

use std::rc::Rc;

use super::super::builtin::Method;
use super::super::ir::Wanted;
use super::super::machine::{Eval, Machine};
use super::super::value::{Borrow, Shared, Target, Value};
use super::Called;

impl Machine {
    pub(super) fn pointer_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call } = called;
        let mut args = args.into_iter();
        let cell = self.look(target, span, |value| match value {
            Value::Cell(shared) => Some(Rc::clone(shared)),
            _ => None,
        })?;
        if let Some(cell) = cell {
            return self.cell_method(called, cell, &mut args);
        }
        let found = self.look(target, span, |value| match (&*value, method) {
            (Value::Weak(weak), M::Upgrade) => Some(Value::option(weak.upgrade().map(Value::Rc))),
            (Value::Box(_) | Value::Rc(_), M::AsRef | M::AsMut) => {
                Some(Value::Ref(target.step(super::super::value::Step::Deref)))
            }
            (Value::Payload(payload), M::DowncastRef | M::Is) => {
                let is = match (&**payload, &call.target) {
                    (Value::Str(_), Some(Wanted::Str)) => true,
                    (Value::String(_), Some(Wanted::String)) => true,
                    (Value::Int(int), Some(Wanted::Int(kind))) => {
                        int.settled(*kind).is_some_and(|int| int.kind == *kind)
                    }
                    (Value::Object(object), Some(Wanted::Named(name))) => {
                        object.class.name == *name
                    }
                    (Value::Error(_), Some(Wanted::Named(name))) => **name == *"Error",
                    _ => false,
                };
                Some(match (method, is) {
                    (M::Is, is) => Value::Bool(is),
                    (_, true) => {
                        Value::some(Value::Ref(target.step(super::super::value::Step::Deref)))
                    }
                    (_, false) => Value::None,
                })
            }
            _ => None,
        })?;
        found.ok_or_else(|| self.no_method(target, call))
    }

    fn cell_method(
        &self,
        called: &Called<'_>,
        cell: Rc<Shared>,
        args: &mut dyn Iterator<Item = Value>,
    ) -> Eval {
        use Method as M;
        let &Called { target, method, span, call } = called;
        let mut argument = || args.next().unwrap_or(Value::Unit);
        let inside = Target::shared(Rc::clone(&cell));
        Ok(match method {
            M::Borrow | M::BorrowMut => {
                let exclusive = method == M::BorrowMut;
                let borrows = cell.borrows.get();
                match (exclusive, borrows) {
                    (false, 0..) => cell.borrows.set(borrows + 1),
                    (true, 0) => cell.borrows.set(-1),
                    (true, 1..) => {
                        return Err(self.panic_with("RefCell already borrowed", span));
                    }
                    _ if exclusive => {
                        return Err(self.panic_with("RefCell already mutably borrowed", span));
                    }
                    _ => {
                        return Err(self.panic_with("RefCell already mutably borrowed", span));
                    }
                }
                Value::Borrow(Box::new(Borrow { cell, exclusive }))
            }
            M::TryBorrow | M::TryBorrowMut => {
                let exclusive = method == M::TryBorrowMut;
                let borrows = cell.borrows.get();
                match (exclusive, borrows) {
                    (false, 0..) => cell.borrows.set(borrows + 1),
                    (true, 0) => cell.borrows.set(-1),
                    (true, _) => return Ok(Value::err(Value::str("BorrowMutError"))),
                    (false, _) => return Ok(Value::err(Value::str("BorrowError"))),
                }
                Value::ok(Value::Borrow(Box::new(Borrow { cell, exclusive })))
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
            _ => return Err(self.no_method(target, call)),
        })
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
