//! `parse`, `try_from`, `into`: values made of others by the type that is wanted.

use super::Called;
use crate::run::diagnostic::Span;
use crate::rust::check::types::Ty;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::error::LibraryError;
use crate::rust::value::Value;
use crate::rust::value::int128::Wide;
use crate::rust::value::number::{Int, IntKind};

fn failed(error: impl Into<LibraryError>) -> Value {
    Value::err(Value::LibraryError(Box::new(error.into())))
}

/// What is wanted of a conversion that may fail, without the `Result` around it.
fn within_result(wanted: &Ty) -> &Ty {
    match wanted {
        Ty::Result(inner, _) | Ty::Option(inner) => within_result(inner),
        wanted => wanted,
    }
}

impl Machine {
    pub(super) fn parse(&self, text: &str, wanted: &Ty, span: Span) -> Eval {
        macro_rules! parsed {
            ($ty:ty, $value:expr) => {
                match text.parse::<$ty>() {
                    Ok(value) => Value::ok($value(value)),
                    Err(error) => failed(error),
                }
            };
        }
        Ok(match within_result(wanted) {
            Ty::Int(kind) => int_of(text, *kind, 10),
            Ty::Wide { signed: true } => {
                parsed!(i128, |it| Value::Wide(Box::new(Wide::Signed(it))))
            }
            Ty::Wide { .. } => parsed!(u128, |it| Value::Wide(Box::new(Wide::Unsigned(it)))),
            Ty::Float => parsed!(f64, Value::Float),
            Ty::Float32 => parsed!(f32, Value::Float32),
            Ty::Bool => parsed!(bool, Value::Bool),
            Ty::Char => parsed!(char, Value::Char),
            Ty::String => Value::ok(Value::string(text)),
            Ty::Object(class) => match self.own_function(&class.name, "from_str") {
                Some(function) => {
                    return self.invoke_with(&function, vec![Value::str(text)], span);
                }
                None => {
                    let message =
                        format!("the trait bound `{}: FromStr` is not satisfied", class.name);
                    return Err(self.wrong(span, message));
                }
            },
            _ if text.contains('.') => parsed!(f64, Value::Float),
            // What is too large for an `i32` is meant to be something wider, as a literal is.
            _ if text.parse::<i32>().is_err() && text.parse::<i64>().is_ok() => {
                int_of(text, IntKind::I64, 10)
            }
            _ => int_of(text, IntKind::Open, 10),
        })
    }

    pub(super) fn parse_in_radix(
        &self,
        text: &str,
        radix: &Value,
        wanted: &Ty,
        span: Span,
    ) -> Eval {
        let radix = self.u64(radix, span)? as u32;
        if !(2..=36).contains(&radix) {
            let message = "from_ascii_radix: radix must lie in the range `[2, 36]`";
            return Err(self.panic_with(message, span));
        }
        let kind = match within_result(wanted) {
            Ty::Int(kind) => *kind,
            _ => IntKind::I32,
        };
        Ok(int_of(text, kind, radix))
    }

    /// `into` converts where the wanted type is known, and is nothing otherwise.
    pub(super) fn into(&self, called: &Called<'_>) -> Eval {
        let value = self.read_receiver(called)?;
        self.converted_to(value, &called.call.target, called.span)
    }

    fn converted_to(&self, value: Value, wanted: &Ty, span: Span) -> Eval {
        if let Some(name) = wanted.name()
            && let Some(into) = name.split('<').next()
            && let Some(function) = self.conversion(&into.into(), "from", &value)
        {
            return self.invoke_with(&function, vec![value], span);
        }
        Ok(match (value, wanted) {
            (Value::Str(text), Ty::Error) => {
                Value::Error(crate::guard::Error::other(text.to_string()))
            }
            (Value::String(text), Ty::Error) => Value::Error(crate::guard::Error::other(*text)),
            // An error of any type is its text.
            (Value::Str(text), Ty::Box(inner) | Ty::Rc(inner))
                if matches!(**inner, Ty::Unknown | Ty::Str) =>
            {
                Value::Str(text)
            }
            (Value::String(text), Ty::Rc(inner) | Ty::Box(inner)) if matches!(**inner, Ty::Str) => {
                Value::str(*text)
            }
            (Value::String(text), Ty::Vec(_)) => octets(&text),
            (Value::Str(text), Ty::Vec(_)) => octets(&text),
            (Value::Str(text), _) => Value::string(text.to_string()),
            (Value::Int(int), Ty::Int(kind)) => Value::Int(Int::wrapped(*kind, int.value())),
            (Value::Int(int), Ty::Wide { signed }) => {
                Value::Wide(Box::new(Wide::from_int(int, *signed)))
            }
            (Value::Bool(value), Ty::Int(kind)) => Value::Int(Int::wrapped(*kind, value.into())),
            (Value::Bool(value), Ty::Wide { signed }) => {
                Value::Wide(Box::new(Wide::from_int(Int::usize(value.into()), *signed)))
            }
            (Value::Int(int), Ty::Float) => Value::Float(int.value() as f64),
            (Value::Int(int), Ty::Float32) => Value::Float32(int.value() as f32),
            (Value::Int(int), Ty::Char) => {
                Value::Char(char::from(u8::try_from(int.value()).unwrap_or(0)))
            }
            (Value::Float32(value), Ty::Float) => Value::Float(value.into()),
            (Value::Char(char), Ty::Int(kind)) => {
                Value::Int(Int::wrapped(*kind, u32::from(char).into()))
            }
            (Value::Char(char), Ty::String) => Value::string(char.to_string()),
            (Value::Array(values), Ty::Vec(_)) => Value::Vec(values),
            (Value::Array(values) | Value::Vec(values), Ty::Map(collection, ..)) => {
                self.map_of(*collection, false, *values, span)?
            }
            (Value::Array(values) | Value::Vec(values), Ty::Set(collection, _)) => {
                self.map_of(*collection, true, *values, span)?
            }
            (value, Ty::Option(inner)) if !matches!(value, Value::Some(_) | Value::None) => {
                Value::some(self.converted_to(value, inner, span)?)
            }
            (value @ Value::Box(_), Ty::Box(_)) => value,
            (value, Ty::Box(inner)) if !matches!(**inner, Ty::Unknown) => {
                Value::Box(Box::new(self.converted_to(value, inner, span)?))
            }
            (value, Ty::Rc(inner)) if !matches!(value, Value::Rc(_)) => {
                let inner = self.converted_to(value, inner, span)?;
                Value::Rc(crate::rust::value::Shared::new(inner))
            }
            (value, _) => value,
        })
    }

    /// `try_into`, and `try_from` written as a function.
    pub(super) fn try_into(&self, called: &Called<'_>) -> Eval {
        let span = called.span;
        let value = self.read_receiver(called)?;
        let wanted = within_result(&called.call.target);
        Ok(match (value, wanted) {
            (value, Ty::Object(class)) => match self.conversion(&class.name, "try_from", &value) {
                Some(function) => self.invoke_with(&function, vec![value], span)?,
                None => Value::ok(self.converted_to(value, wanted, span)?),
            },
            (Value::Int(int), Ty::Int(kind)) => match Int::new(*kind, int.value()) {
                Some(int) => Value::ok(Value::Int(int)),
                None => failed(u8::try_from(256_i32).unwrap_err()),
            },
            (Value::Wide(wide), Ty::Int(kind)) => {
                match wide.signed_value().and_then(|value| Int::new(*kind, value)) {
                    Some(int) => Value::ok(Value::Int(int)),
                    None => failed(u8::try_from(256_i32).unwrap_err()),
                }
            }
            (Value::Int(int), Ty::Wide { signed }) => match (signed, int.value() < 0) {
                (false, true) => failed(u8::try_from(256_i32).unwrap_err()),
                _ => Value::ok(Value::Wide(Box::new(Wide::from_int(int, *signed)))),
            },
            (Value::Int(int), Ty::Char) => {
                let char = u32::try_from(int.value()).ok().and_then(char::from_u32);
                match char {
                    Some(char) => Value::ok(Value::Char(char)),
                    None => failed(char::try_from(0xD800_u32).unwrap_err()),
                }
            }
            (Value::Char(char), Ty::Int(kind)) => match Int::new(*kind, u32::from(char).into()) {
                Some(int) => Value::ok(Value::Int(int)),
                None => failed(u8::try_from(char::MAX).unwrap_err()),
            },
            (value @ (Value::Vec(_) | Value::Ref(_) | Value::Slice(_)), Ty::Array(_, length)) => {
                self.array_of(value, *length, span)?
            }
            (_, Ty::Unknown) => {
                let message = "what `try_into` is to make is not known to the playground";
                let hint = "write `T::try_from(value)`, or the type of the `let`";
                return Err(self.not_supported(span, message, hint));
            }
            (value, _) => Value::ok(self.converted_to(value, wanted, span)?),
        })
    }

    /// An array of so many elements, or what there was instead.
    fn array_of(&self, value: Value, length: Option<usize>, span: Span) -> Eval {
        let Some(length) = length else {
            let message = "the length of this array is not known to the playground";
            return Err(self.not_supported(span, message, "write it as a number"));
        };
        let is_reference = !matches!(value, Value::Vec(_));
        let list = if is_reference { self.to_vec(value, span)? } else { value };
        Ok(match list {
            Value::Vec(values) if values.len() == length => Value::ok(Value::Array(values)),
            list if is_reference => {
                drop(list);
                failed(<[u8; 1]>::try_from(&[][..]).unwrap_err())
            }
            list => Value::err(list),
        })
    }

    /// The receiver of a method that takes it by value; of a reference to what copies, a copy.
    fn read_receiver(&self, called: &Called<'_>) -> Eval {
        if called.by_reference {
            let copy = self.inspect(called.target, called.span, |value| value.copy())?;
            return Ok(match copy {
                Some(copy) => copy,
                None => Value::Ref(called.target.clone()),
            });
        }
        self.read(called.target, called.span)
    }
}

/// A text as an integer. `FromStr` is the same in radix 10.
fn int_of(text: &str, kind: IntKind, radix: u32) -> Value {
    macro_rules! parsed {
        ($($kind:pat => $ty:ty,)*) => {
            match kind {
                $($kind => match <$ty>::from_str_radix(text, radix) {
                    Ok(value) => Value::ok(Value::Int(Int::wrapped(kind, value.into()))),
                    Err(error) => failed(error),
                },)*
            }
        };
    }
    parsed! {
        IntKind::I8 => i8,
        IntKind::I16 => i16,
        IntKind::I32 | IntKind::Open => i32,
        IntKind::I64 | IntKind::Isize => i64,
        IntKind::U8 => u8,
        IntKind::U16 => u16,
        IntKind::U32 => u32,
        IntKind::U64 | IntKind::Usize => u64,
    }
}

/// The bytes of a text.
fn octets(text: &str) -> Value {
    let bytes = text.bytes().map(|byte| Value::Int(Int::wrapped(IntKind::U8, byte.into())));
    Value::vec(bytes.collect::<Vec<_>>())
}
