//! What functions of the library take out of values, and the conversions of the program's own.

use std::rc::Rc;

use crate::journal::numbers::count;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::eval::machine::{Eval, Flow, Machine};
use crate::rust::value::number::IntKind;
use crate::rust::value::{Target, Value};

impl Machine {
    /// The place that a reference leads to.
    pub(in crate::rust) fn target_of(&self, value: &Value, span: Span) -> Eval<Target> {
        match value {
            Value::Ref(target) => Ok(self.behind_references(target)),
            other => Err(self.mismatch("&_", other, span)),
        }
    }

    pub(in crate::rust) fn mismatch(&self, expected: &str, found: &Value, span: Span) -> Flow {
        let message =
            format!("mismatched types: expected `{expected}`, found `{}`", found.type_name());
        self.stop(Diagnostic::wrong(span, message).code("E0308"))
    }

    /// A text given as `&str`, `String` or a reference to one.
    pub(in crate::rust) fn text_of(&self, value: &Value, span: Span) -> Eval<String> {
        match value {
            Value::Str(text) => Ok(text.to_string()),
            Value::String(text) => Ok(text.to_string()),
            Value::Char(char) => Ok(char.to_string()),
            Value::Ref(target) => {
                let target = self.behind(target);
                let text = self.inspect(&target, span, |value| match value {
                    Value::Str(text) => Some(text.to_string()),
                    Value::String(text) => Some(text.to_string()),
                    Value::Char(char) => Some(char.to_string()),
                    _ => None,
                })?;
                text.ok_or_else(|| self.mismatch("&str", value, span))
            }
            other => Err(self.mismatch("&str", other, span)),
        }
    }

    /// The bytes of a text, or of a `Vec` or array of `u8`.
    pub(in crate::rust) fn bytes_of(&self, value: &Value, span: Span) -> Eval<Vec<u8>> {
        let bytes = |values: &[Value]| -> Option<Vec<u8>> {
            let byte = |value: &Value| match value {
                Value::Int(int) => u8::try_from(int.value()).ok(),
                _ => None,
            };
            values.iter().map(byte).collect()
        };
        let found = match value {
            Value::Vec(values) | Value::Array(values) => bytes(values),
            Value::Ref(target) => {
                let target = self.behind(target);
                self.inspect(&target, span, |value| match value {
                    Value::Vec(values) | Value::Array(values) => bytes(values),
                    _ => None,
                })?
            }
            _ => None,
        };
        match found {
            Some(bytes) => Ok(bytes),
            None => self.text_of(value, span).map(String::into_bytes),
        }
    }

    pub(in crate::rust) fn u64(&self, value: &Value, span: Span) -> Eval<u64> {
        match value {
            Value::Int(int) => Ok(u64::try_from(int.value()).unwrap_or(0)),
            other => Err(self.mismatch("u64", other, span)),
        }
    }

    pub(in crate::rust) fn usize(&self, value: &Value, span: Span) -> Eval<usize> {
        // Where a number of this machine has 32 bits, those beyond mean the same: more than there is.
        Ok(usize::try_from(self.whole(value, span)?).unwrap_or(usize::MAX))
    }

    /// A number that is at least 0, as the program has it: its `usize` has 64 bits.
    pub(in crate::rust) fn whole(&self, value: &Value, span: Span) -> Eval<u64> {
        match value {
            Value::Int(int) => Ok(u64::try_from(int.value()).unwrap_or(0)),
            Value::Ref(target) => {
                let value = self.copied(target, span)?;
                self.whole(&value, span)
            }
            other => Err(self.mismatch("usize", other, span)),
        }
    }

    /// The error of a `?` in a function that returns an error of the program's own: `From` makes one
    /// of the other.
    pub(in crate::rust) fn converted(
        &self,
        error: Value,
        into: Option<&Rc<str>>,
        span: Span,
    ) -> Eval {
        let Some(into) = into else { return Ok(error) };
        if *error.type_name() == **into {
            return Ok(error);
        }
        match self.conversion(into, "from", &error) {
            Some(function) => self.invoke_with(&function, vec![error], span),
            None => Ok(error),
        }
    }

    /// The program's own `from` or `try_from` that makes a type of a value.
    pub(in crate::rust) fn conversion(
        &self,
        into: &Rc<str>,
        method: &str,
        value: &Value,
    ) -> Option<Rc<crate::rust::ir::Function>> {
        let of = self.argument_name(value);
        let found = |of: &str| self.own_function(into, &argument_key(method, of));
        let exactly = found(&of).or_else(|| found("T"));
        exactly.or_else(|| match value {
            // A literal is of any type that there is one for.
            Value::Int(int) if int.kind == IntKind::Open => {
                IntKind::ALL.iter().find_map(|kind| found(kind.name()))
            }
            Value::Float(_) => found("f32"),
            _ => None,
        })
    }

    /// The name that the type of an argument has in `impl Trait<…>`.
    pub(in crate::rust) fn argument_name(&self, value: &Value) -> String {
        let name = match value {
            Value::Ref(target) => {
                let target = self.behind_references(target);
                match self.at(&target, |value| value.type_name()) {
                    Some(name) => format!("&{}", name.trim_start_matches('&')),
                    None => String::new(),
                }
            }
            value => value.type_name(),
        };
        name.split('<').next().unwrap_or_default().to_owned()
    }

    /// Values within values within values: dropping them recurses.
    pub(in crate::rust) fn check_depth(&self, value: &Value, span: Span) -> Eval<()> {
        /// Values that are looked at: there are more ways through counted pointers than values.
        const LOOK_AT: u32 = 1_000;
        if depth_of(value, crate::run::limits::MAX_VALUE_DEPTH, &mut { LOOK_AT }) == 0 {
            let most = count(crate::run::limits::MAX_VALUE_DEPTH.into());
            let message = format!("values are nested more than {most} deep");
            let hint = "keep the values side by side in a `Vec`: to drop values within each other takes stack";
            return Err(self.stop(Diagnostic::stopped(span, message).hint(hint)));
        }
        Ok(())
    }
}

/// The name under which a method of a trait with a parameter is kept, as the `from` of
/// `impl From<T>`: a type can have several.
pub(in crate::rust) fn argument_key(method: &str, of: &str) -> Rc<str> {
    format!("{method}({of})").into()
}

/// How many levels are left below a value, of so many. A value on the way to itself is no level.
fn depth_of(value: &Value, left: u32, look_at: &mut u32) -> u32 {
    if left == 0 {
        return 0;
    }
    *look_at = match look_at.checked_sub(1) {
        Some(rest) => rest,
        None => return left,
    };
    let mut below = |value: &Value| depth_of(value, left - 1, look_at);
    match value {
        Value::Box(inner) | Value::Some(inner) | Value::Ok(inner) | Value::Err(inner) => {
            below(inner)
        }
        Value::Object(object) => object.fields.iter().map(below).min().unwrap_or(left),
        Value::Tuple(values) => values.iter().map(below).min().unwrap_or(left),
        Value::Vec(values) | Value::Array(values) => values.last().map_or(left, below),
        Value::Map(map) => map.parts.last().map_or(left, below),
        Value::ManuallyDrop(manual) => below(manual.look()),
        Value::Rc(shared) | Value::Cell(shared) => match shared.value.try_borrow_mut() {
            Ok(value) => below(&value),
            Err(_) => left,
        },
        _ => left,
    }
}
