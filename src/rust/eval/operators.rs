//! Operators on values: arithmetic, casts, assignment with an operator.

use std::rc::Rc;

use super::machine::{Eval, Flow, Frame, Machine};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::{Cast, Expr, Function, Place, Unary};
use crate::rust::value::number::{Arithmetic, Fault, Int, IntKind};
use crate::rust::value::{Target, Value};

impl Machine {
    pub(in crate::rust) fn arithmetic(
        &self,
        op: Arithmetic,
        left: Value,
        right: Value,
        span: Span,
    ) -> Eval {
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => match a.combine(op, b) {
                Ok(int) => Ok(Value::Int(int)),
                Err(fault) => Err(self.arithmetic_fault(fault, span)),
            },
            (Value::Float(a), Value::Float(b)) => Ok(Value::Float(float(op, a, b))),
            (Value::Float32(a), Value::Float32(b)) => {
                Ok(Value::Float32(float(op, a.into(), b.into()) as f32))
            }
            (Value::Float32(a), Value::Float(b)) => {
                Ok(Value::Float32(float(op, a.into(), b) as f32))
            }
            (Value::Float(a), Value::Float32(b)) => {
                Ok(Value::Float32(float(op, a, b.into()) as f32))
            }
            (Value::Bool(a), Value::Bool(b)) if op == Arithmetic::BitAnd => Ok(Value::Bool(a & b)),
            (Value::Bool(a), Value::Bool(b)) if op == Arithmetic::BitOr => Ok(Value::Bool(a | b)),
            (Value::Bool(a), Value::Bool(b)) if op == Arithmetic::BitXor => Ok(Value::Bool(a ^ b)),
            (left @ Value::Wide(_), right @ (Value::Wide(_) | Value::Int(_)))
            | (left @ Value::Int(_), right @ Value::Wide(_)) => {
                self.wide_arithmetic(op, left, right, span)
            }
            (Value::String(mut text), right) if op == Arithmetic::Add => {
                let more = self.text_of(&right, span)?;
                self.take_memory(text.len() + more.len(), span)?;
                text.push_str(&more);
                Ok(Value::String(text))
            }
            (left, right)
                if let Some(function) = self.operator(&left, op.method(), Some(&right)) =>
            {
                self.invoke_with(&function, vec![left, right], span)
            }
            (Value::Ref(target), right) => {
                let left = self.copied(&target, span)?;
                self.arithmetic(op, left, right, span)
            }
            (left, Value::Ref(target)) => {
                let right = self.copied(&target, span)?;
                self.arithmetic(op, left, right, span)
            }
            (left, right) => {
                let (symbol, a, b) = (op.symbol(), left.type_name(), right.type_name());
                let message = format!("cannot apply `{symbol}` to `{a}` and `{b}`");
                let mut diagnostic = Diagnostic::wrong(span, message).code("E0369");
                if matches!(left, Value::Str(_)) && op == Arithmetic::Add {
                    diagnostic = diagnostic.hint("use `format!(\"{}{}\", …)`");
                }
                Err(self.stop(diagnostic))
            }
        }
    }

    /// The program's own operator for a value of a type of its own.
    fn operator(&self, left: &Value, name: &str, right: Option<&Value>) -> Option<Rc<Function>> {
        let class = match self.own_class(left) {
            Some(class) => class,
            // `impl Mul<Vector> for f64`
            None => {
                self.own_class(right?)?;
                left.type_name().into()
            }
        };
        // For a reference there can be another one than for the value.
        if matches!(left, Value::Ref(_))
            && let Some(function) = self.own_function(&format!("&{class}"), name)
        {
            return Some(function);
        }
        let with = right.and_then(|right| self.conversion(&class, name, right));
        with.or_else(|| self.own_function(&class, name))
    }

    /// The name of the program's own type that a value or what it refers to is of.
    fn own_class(&self, value: &Value) -> Option<Rc<str>> {
        let name = |value: &Value| match value {
            Value::Object(object) => Some(Rc::clone(&object.class.name)),
            _ => None,
        };
        match value {
            Value::Ref(target) => self.at(&self.behind_references(target), |value| name(value))?,
            value => name(value),
        }
    }

    #[cold]
    pub(in crate::rust) fn arithmetic_fault(&self, fault: Fault, span: Span) -> Flow {
        match fault {
            Fault::Panic(message) => {
                let payload = Value::str(message);
                self.panic(message.to_owned(), payload, span)
            }
            Fault::Types(a, b) => {
                let message =
                    format!("mismatched types: expected `{}`, found `{}`", a.name(), b.name());
                let hint = format!("convert one of them with `as {}`", a.name());
                self.stop(Diagnostic::wrong(span, message).code("E0308").hint(hint))
            }
        }
    }

    pub(in crate::rust) fn assign_with(
        &self,
        op: Arithmetic,
        place: &Place,
        value: &Expr,
        span: Span,
        frame: Frame,
    ) -> Eval {
        let right = self.eval(value, frame)?;
        let target = self.locate(place, frame)?;
        let target = self.behind_references(&target);
        let left = self.look(&target, span, |value| match value {
            Value::String(_) => Some(std::mem::replace(value, Value::Moved)),
            Value::Object(_) => None,
            value => value.copy(),
        })?;
        let left = match left {
            Some(left) => left,
            None => {
                let reference = Value::Ref(target.clone());
                if let Some(function) = self.operator(&reference, op.assign_method(), Some(&right))
                {
                    return self.invoke_with(&function, vec![reference, right], span);
                }
                self.read(&target, span)?
            }
        };
        let result = self.arithmetic(op, left, right, span)?;
        self.assign(&target, result, span)?;
        Ok(Value::Unit)
    }

    /// An open integer takes the type of the one it replaces.
    pub(in crate::rust) fn assigned(&self, target: &Target, value: Value) -> Value {
        match value {
            Value::Int(int) if int.kind == IntKind::Open => {
                let kind = self.at(target, |old| match old {
                    Value::Int(old) => Some(old.kind),
                    _ => None,
                });
                let settled = kind.flatten().and_then(|kind| int.settled(kind));
                Value::Int(settled.unwrap_or(int))
            }
            Value::Float(float) => match self.at(target, |old| matches!(old, Value::Float32(_))) {
                Some(true) => Value::Float32(float as f32),
                _ => Value::Float(float),
            },
            value => value,
        }
    }

    pub(in crate::rust) fn unary(&self, op: Unary, value: Value, span: Span) -> Eval {
        match (op, value) {
            (Unary::Not, Value::Bool(value)) => Ok(Value::Bool(!value)),
            (Unary::Not, Value::Int(int)) => Ok(Value::Int(int.inverted())),
            (Unary::Negate, Value::Int(int)) => {
                int.negated().map(Value::Int).map_err(|fault| self.arithmetic_fault(fault, span))
            }
            (Unary::Negate, Value::Float(value)) => Ok(Value::Float(-value)),
            (Unary::Negate, Value::Float32(value)) => Ok(Value::Float32(-value)),
            (Unary::Negate, Value::Wide(wide)) => match wide.negated() {
                Ok(wide) => Ok(Value::Wide(Box::new(wide))),
                Err(fault) => Err(self.arithmetic_fault(fault, span)),
            },
            (Unary::Not, Value::Wide(wide)) => Ok(Value::Wide(Box::new(wide.inverted()))),
            (op, value) if let Some(function) = self.operator(&value, op.method(), None) => {
                self.invoke_with(&function, vec![value], span)
            }
            (op, Value::Ref(target)) => {
                let value = self.copied(&target, span)?;
                self.unary(op, value, span)
            }
            (op, value) => {
                let symbol = if op == Unary::Not { "!" } else { "-" };
                let message =
                    format!("cannot apply unary operator `{symbol}` to `{}`", value.type_name());
                Err(self.stop(Diagnostic::wrong(span, message).code("E0600")))
            }
        }
    }

    pub(in crate::rust) fn cast(&self, value: Value, cast: Cast, span: Span) -> Eval {
        Ok(match (cast, value) {
            (Cast::None, value) => value,
            (Cast::Int(kind), Value::Int(int)) => Value::Int(Int::wrapped(kind, int.value())),
            (Cast::Int(kind), Value::Bool(value)) => Value::Int(Int::wrapped(kind, value.into())),
            (Cast::Int(kind), Value::Char(char)) => {
                Value::Int(Int::wrapped(kind, u32::from(char).into()))
            }
            (Cast::Int(kind), Value::Float(value)) => Value::Int(saturated(kind, value)),
            (Cast::Int(kind), Value::Float32(value)) => Value::Int(saturated(kind, value.into())),
            (Cast::Int(kind), Value::Object(object)) => {
                let variant = &object.class.variants[object.variant as usize];
                Value::Int(Int::wrapped(kind, variant.discriminant))
            }
            (Cast::Int(kind), Value::Ordering(order)) => {
                Value::Int(Int::wrapped(kind, (order as i8).into()))
            }
            (Cast::Float, Value::Int(int)) => Value::Float(int.value() as f64),
            (Cast::Float, Value::Float32(value)) => Value::Float(value.into()),
            (Cast::Float, Value::Float(value)) => Value::Float(value),
            (Cast::Float32, Value::Int(int)) => Value::Float32(int.value() as f32),
            (Cast::Float32, Value::Float(value)) => Value::Float32(value as f32),
            (Cast::Float32, Value::Float32(value)) => Value::Float32(value),
            (Cast::Char, Value::Int(int)) => {
                let char = u8::try_from(int.value()).map(char::from);
                Value::Char(char.unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            (cast, Value::Ref(target)) => {
                let value = self.copied(&target, span)?;
                self.cast(value, cast, span)?
            }
            (cast, value @ Value::Wide(_)) | (cast @ Cast::Wide { .. }, value) => {
                self.wide_cast(value, cast, span)?
            }
            (_, value) => {
                let message = format!("non-primitive cast of a `{}`", value.type_name());
                return Err(self.stop(Diagnostic::wrong(span, message).code("E0605")));
            }
        })
    }
}

fn float(op: Arithmetic, a: f64, b: f64) -> f64 {
    match op {
        Arithmetic::Add => a + b,
        Arithmetic::Sub => a - b,
        Arithmetic::Mul => a * b,
        Arithmetic::Div => a / b,
        Arithmetic::Rem => a % b,
        _ => f64::NAN,
    }
}

fn saturated(kind: IntKind, value: f64) -> Int {
    // `as` itself saturates, and 128 bits hold every kind.
    let wide = (value as i128).clamp(kind.min(), kind.max());
    Int::wrapped(kind, wide)
}

/// Both ends of a range are of one type.
pub(in crate::rust) fn match_kinds(from: &mut Value, to: &mut Value) {
    if let (Value::Int(a), Value::Int(b)) = (from, to) {
        if let Some(settled) = a.settled(b.kind) {
            *a = settled;
        }
        if let Some(settled) = b.settled(a.kind) {
            *b = settled;
        }
    }
}
