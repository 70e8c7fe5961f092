//! Methods of `Option` and `Result`.

use super::Called;
use crate::run::diagnostic::Span;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::Value;

impl Machine {
    pub(super) fn option_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let mut args = args.into_iter();
        // What only looks.
        let looked = self.inspect(target, span, |value| match (method, &*value) {
            (M::IsSome, value) => Some(Value::Bool(matches!(value, Value::Some(_)))),
            (M::IsNone, value) => Some(Value::Bool(matches!(value, Value::None))),
            (M::IsOk, value) => Some(Value::Bool(matches!(value, Value::Ok(_)))),
            (M::IsErr, value) => Some(Value::Bool(matches!(value, Value::Err(_)))),
            (M::AsRef | M::AsMut | M::AsDeref | M::AsDerefMut | M::Iter | M::IterMut, value) => {
                Some(match value {
                    Value::Some(_) => Value::some(Value::Ref(target.field(0))),
                    Value::Ok(_) => Value::ok(Value::Ref(target.field(0))),
                    Value::Err(_) => Value::err(Value::Ref(target.field(0))),
                    _ => Value::None,
                })
            }
            (M::Take, Value::Some(_) | Value::None) => Some(std::mem::replace(value, Value::None)),
            _ => None,
        })?;
        if let Some(value) = looked {
            return match method {
                M::AsDeref | M::AsDerefMut => Ok(match value {
                    Value::Some(inner) => match *inner {
                        Value::Ref(target) => Value::some(Value::Ref(self.behind(&target))),
                        other => Value::some(other),
                    },
                    other => other,
                }),
                M::Iter | M::IterMut => self.iterator(value, span),
                _ => Ok(value),
            };
        }
        if matches!(method, M::Replace | M::Insert) {
            let value = args.next().unwrap_or(Value::Unit);
            let old = self.swap_in(target, Value::some(value), span)?;
            if method == M::Replace {
                return Ok(old);
            }
            drop(old);
            return Ok(Value::Ref(target.field(0)));
        }
        if matches!(method, M::GetOrInsertWith | M::GetOrInsert) {
            let value = args.next().unwrap_or(Value::Unit);
            if self.inspect(target, span, |value| matches!(value, Value::None))? {
                let value = match method {
                    M::GetOrInsert => value,
                    _ => self.call_value(value, vec![], span)?,
                };
                self.swap_in(target, Value::some(value), span)?;
            }
            return Ok(Value::Ref(target.field(0)));
        }
        if method == M::TakeIf {
            if self.inspect(target, span, |value| matches!(value, Value::None))? {
                return Ok(Value::None);
            }
            let inner = Value::Ref(target.field(0));
            let takes = self.call_value(args.next().unwrap_or(Value::Unit), vec![inner], span)?;
            return match self.as_bool(&takes, span)? {
                true => self.swap_in(target, Value::None, span),
                false => Ok(Value::None),
            };
        }
        // Behind a reference only what copies can be used by value.
        let value = self.read(target, span)?;
        let mut argument = || args.next().unwrap_or(Value::Unit);
        Ok(match (method, value) {
            (
                M::Unwrap | M::Expect | M::UnwrapOr | M::UnwrapOrElse | M::UnwrapOrDefault,
                Value::Some(inner) | Value::Ok(inner),
            ) => *inner,
            (M::Unwrap, Value::None) => {
                let message = "called `Option::unwrap()` on a `None` value";
                let payload = Value::str(message);
                return Err(self.panic(message.into(), payload, span));
            }
            (M::Unwrap, Value::Err(error)) => {
                return Err(self.unwrapped(
                    "called `Result::unwrap()` on an `Err` value",
                    *error,
                    span,
                ));
            }
            (M::Expect, Value::None) => {
                let message = self.text_of(&argument(), span)?;
                return Err(self.panic_with(message, span));
            }
            (M::Expect, Value::Err(error)) => {
                let message = self.text_of(&argument(), span)?;
                return Err(self.unwrapped(&message, *error, span));
            }
            (M::UnwrapErr | M::ExpectErr, Value::Err(error)) => *error,
            (M::UnwrapErr, Value::Ok(value)) => {
                return Err(self.unwrapped(
                    "called `Result::unwrap_err()` on an `Ok` value",
                    *value,
                    span,
                ));
            }
            (M::ExpectErr, Value::Ok(value)) => {
                let message = self.text_of(&argument(), span)?;
                return Err(self.unwrapped(&message, *value, span));
            }
            (M::UnwrapOr, Value::None | Value::Err(_)) => argument(),
            (M::UnwrapOrElse, Value::None) => self.call_value(argument(), vec![], span)?,
            (M::UnwrapOrElse, Value::Err(error)) => self.call_with(argument(), *error, span)?,
            (M::UnwrapOrDefault, other) => {
                let default = self.default_of(&call.target, span)?;
                drop(other);
                default
            }
            (M::And, Value::Some(_) | Value::Ok(_)) => argument(),
            (M::And, failure) => failure,
            (M::Transpose, Value::Some(inner)) => match *inner {
                Value::Ok(inner) => Value::ok(Value::Some(inner)),
                Value::Err(error) => Value::Err(error),
                other => return Err(self.mismatch("Option<Result<_, _>>", &other, span)),
            },
            (M::Transpose, Value::None) => Value::ok(Value::None),
            (M::Transpose, Value::Ok(inner)) => match *inner {
                Value::Some(inner) => Value::some(Value::Ok(inner)),
                _ => Value::None,
            },
            (M::Transpose, error @ Value::Err(_)) => Value::some(error),
            (M::Unzip, Value::Some(inner)) => match *inner {
                Value::Tuple(pair) => Value::Tuple(pair.into_iter().map(Value::some).collect()),
                other => return Err(self.mismatch("Option<(_, _)>", &other, span)),
            },
            (M::Unzip, Value::None) => Value::tuple([Value::None, Value::None]),
            (M::Map, Value::Some(inner)) => {
                Value::some(self.call_with(argument(), *inner, span)?)
            }
            (M::Map, Value::Ok(inner)) => Value::ok(self.call_with(argument(), *inner, span)?),
            (M::MapErr, Value::Err(inner)) => {
                Value::err(self.call_with(argument(), *inner, span)?)
            }
            (M::Map | M::MapErr, value) => value,
            (M::MapOr, Value::Some(inner) | Value::Ok(inner)) => {
                let _default = argument();
                self.call_with(argument(), *inner, span)?
            }
            (M::MapOr, _) => argument(),
            (M::MapOrElse, Value::Some(inner) | Value::Ok(inner)) => {
                let _default = argument();
                self.call_with(argument(), *inner, span)?
            }
            (M::MapOrElse, Value::None) => self.call_value(argument(), vec![], span)?,
            (M::MapOrElse, Value::Err(error)) => self.call_with(argument(), *error, span)?,
            (M::IsSomeAnd, Value::Some(inner)) => self.call_with(argument(), *inner, span)?,
            (M::IsSomeAnd, _) => Value::Bool(false),
            (M::IsNoneOr, Value::Some(inner)) | (M::IsOkAnd, Value::Ok(inner)) => {
                self.call_with(argument(), *inner, span)?
            }
            (M::IsErrAnd, Value::Err(inner)) => self.call_with(argument(), *inner, span)?,
            (M::IsNoneOr, Value::None) => Value::Bool(true),
            (M::IsOkAnd | M::IsErrAnd, _) => Value::Bool(false),
            (M::Xor, value) => match (value, argument()) {
                (value @ Value::Some(_), Value::None) | (Value::None, value) => value,
                _ => Value::None,
            },
            (M::Flatten, Value::Some(inner) | Value::Ok(inner)) => *inner,
            (M::Flatten, value) => value,
            (M::Zip, value) => match (value, argument()) {
                (Value::Some(a), Value::Some(b)) => Value::some(Value::tuple([*a, *b])),
                _ => Value::None,
            },
            (M::AndThen, Value::Some(inner) | Value::Ok(inner)) => {
                self.call_with(argument(), *inner, span)?
            }
            (M::AndThen, value) => value,
            (M::Or, Value::None | Value::Err(_)) => argument(),
            (M::OrElse, Value::None) => self.call_value(argument(), vec![], span)?,
            (M::OrElse, Value::Err(error)) => self.call_with(argument(), *error, span)?,
            (M::Or | M::OrElse, value) => value,
            (M::Ok, Value::Ok(inner)) => Value::Some(inner),
            (M::Ok, Value::Err(_)) | (M::Err, Value::Ok(_)) => Value::None,
            (M::Err, Value::Err(inner)) => Value::Some(inner),
            (M::OkOr, Value::Some(inner)) | (M::OkOrElse, Value::Some(inner)) => Value::Ok(inner),
            (M::OkOr, Value::None) => Value::err(argument()),
            (M::OkOrElse, Value::None) => Value::err(self.call_value(argument(), vec![], span)?),
            (M::Inspect, value @ (Value::Some(_) | Value::Ok(_))) => {
                let shared = crate::rust::value::Shared::new(value);
                let target = crate::rust::value::Target::shared(std::rc::Rc::clone(&shared));
                self.call_value(argument(), vec![Value::Ref(target.field(0))], span)?;
                shared.value.replace(Value::Moved)
            }
            (M::Inspect, value) => value,
            (M::InspectErr, Value::Err(error)) => {
                let shared = crate::rust::value::Shared::new(*error);
                let target = crate::rust::value::Target::shared(std::rc::Rc::clone(&shared));
                self.call_value(argument(), vec![Value::Ref(target)], span)?;
                Value::err(shared.value.replace(Value::Moved))
            }
            (M::InspectErr, value) => value,
            (M::Filter, Value::Some(inner)) => {
                let shared = crate::rust::value::Shared::new(*inner);
                let target = crate::rust::value::Target::shared(std::rc::Rc::clone(&shared));
                let keep = self.call_value(argument(), vec![Value::Ref(target)], span)?;
                let keep = self.as_bool(&keep, span)?;
                let inner = shared.value.replace(Value::Moved);
                if keep { Value::some(inner) } else { Value::None }
            }
            (M::Copied | M::Cloned, Value::Some(inner)) => {
                Value::some(self.clone_value(&inner, span)?)
            }
            (M::Filter | M::Copied | M::Cloned, value) => value,
            (M::IntoIter, value) => self.iterator(value, span)?,
            (_, value) => {
                self.swap_in(target, value, span)?;
                return Err(self.no_method(target, called.call));
            }
        })
    }

    /// Calls a function with what is in an option or result.
    fn call_with(&self, function: Value, inner: Value, span: Span) -> Eval {
        self.call_value(function, vec![inner], span)
    }

    /// The panic of `unwrap` and `expect` on the other variant.
    fn unwrapped(
        &self,
        message: &str,
        value: Value,
        span: Span,
    ) -> crate::rust::eval::machine::Flow {
        match self.debug_value(&value, span) {
            Ok(shown) => {
                // The value is dropped while the panic unwinds.
                let _value = value;
                self.panic_with(format!("{message}: {shown}"), span)
            }
            Err(flow) => flow,
        }
    }
}
