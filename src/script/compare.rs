//! Equality and order of values.

use std::cmp::Ordering;

use super::diagnostic::{Diagnostic, Span};
use super::ir::Comparison;
use super::machine::{Eval, Machine};
use super::value::{Target, Value};

impl Machine {
    pub(super) fn compare_values(
        &self,
        op: Comparison,
        a: &Value,
        b: &Value,
        span: Span,
    ) -> Eval<bool> {
        let order = match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
            _ => self.order(a, b, span)?,
        };
        Ok(match op {
            Comparison::Equal => order == Some(Ordering::Equal),
            Comparison::NotEqual => order != Some(Ordering::Equal),
            Comparison::Less => order == Some(Ordering::Less),
            Comparison::LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            Comparison::Greater => order == Some(Ordering::Greater),
            Comparison::GreaterOrEqual => {
                matches!(order, Some(Ordering::Greater | Ordering::Equal))
            }
        })
    }

    /// The order of two values; `None` where they have none, as with NaN.
    pub(super) fn order(&self, a: &Value, b: &Value, span: Span) -> Eval<Option<Ordering>> {
        Ok(match (a, b) {
            (Value::Ref(a), b) => {
                let a = self.shown(a, span)?;
                return self.order(&a, b, span);
            }
            (a, Value::Ref(b)) => {
                let b = self.shown(b, span)?;
                return self.order(a, &b, span);
            }
            (Value::Unit, Value::Unit) | (Value::None, Value::None) => Some(Ordering::Equal),
            (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(b)),
            (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
            (Value::Float(a), Value::Float(b)) => a.partial_cmp(b),
            (Value::Float32(a), Value::Float32(b)) => a.partial_cmp(b),
            (Value::Float32(a), Value::Float(b)) => a.partial_cmp(&(*b as f32)),
            (Value::Float(a), Value::Float32(b)) => (*a as f32).partial_cmp(b),
            (Value::Char(a), Value::Char(b)) => Some(a.cmp(b)),
            (Value::Str(a), Value::Str(b)) => Some((**a).cmp(&**b)),
            (Value::Str(a), Value::String(b)) => Some((**a).cmp(b.as_str())),
            (Value::String(a), Value::Str(b)) => Some(a.as_str().cmp(b)),
            (Value::String(a), Value::String(b)) => Some(a.cmp(b)),
            (Value::None, Value::Some(_)) | (Value::Ok(_), Value::Err(_)) => Some(Ordering::Less),
            (Value::Some(_), Value::None) | (Value::Err(_), Value::Ok(_)) => {
                Some(Ordering::Greater)
            }
            (Value::Some(a), Value::Some(b))
            | (Value::Ok(a), Value::Ok(b))
            | (Value::Err(a), Value::Err(b))
            | (Value::Box(a), Value::Box(b)) => return self.order(a, b, span),
            (Value::Tuple(a), Value::Tuple(b)) => return self.order_all(a, b, span),
            (Value::Vec(a), Value::Vec(b)) => return self.order_all(a, b, span),
            (Value::Object(a), Value::Object(b)) => match a.variant.cmp(&b.variant) {
                Ordering::Equal => return self.order_all(&a.fields, &b.fields, span),
                order => Some(order),
            },
            (Value::Rc(a) | Value::Cell(a), Value::Rc(b) | Value::Cell(b)) => {
                let (a, b) = (a.value.borrow(), b.value.borrow());
                return self.order(&a, &b, span);
            }
            (Value::ErrorKind(a), Value::ErrorKind(b)) => Some(a.cmp(b)),
            (Value::Ordering(a), Value::Ordering(b)) => Some(a.cmp(b)),
            (Value::Duration(a), Value::Duration(b)) => Some(a.cmp(b)),
            (Value::Error(a), Value::Error(b)) => {
                Some(if a == b { Ordering::Equal } else { Ordering::Less })
            }
            (Value::Moved, _) | (_, Value::Moved) => return Err(self.moved(span)),
            (a, b) => {
                let message =
                    format!("cannot compare `{}` with `{}`", a.type_name(), b.type_name());
                return Err(self.stop(Diagnostic::wrong(span, message).code("E0308")));
            }
        })
    }

    fn order_all(&self, a: &[Value], b: &[Value], span: Span) -> Eval<Option<Ordering>> {
        for (a, b) in a.iter().zip(b) {
            match self.order(a, b, span)? {
                Some(Ordering::Equal) => {}
                order => return Ok(order),
            }
        }
        Ok(Some(a.len().cmp(&b.len())))
    }

    /// A likeness of what is at a place, to compare or sort by: it shares nothing that has an owner.
    fn shown(&self, target: &Target, span: Span) -> Eval {
        let target = self.behind(target);
        match self.likeness(&target, span)? {
            Value::Ref(_) => Err(self.dangling(span)),
            likeness => Ok(likeness),
        }
    }

    pub(super) fn likeness(&self, target: &Target, span: Span) -> Eval {
        enum Parts {
            Done(Value),
            Fields(usize),
        }
        let parts = self.look(target, span, |value| match value {
            Value::String(text) => Parts::Done(Value::str(text.as_str())),
            Value::Error(error) => Parts::Done(Value::Error(error.clone())),
            Value::Vec(values) => Parts::Fields(values.len()),
            Value::Tuple(values) => Parts::Fields(values.len()),
            Value::Some(_) | Value::Ok(_) | Value::Err(_) => Parts::Fields(1),
            Value::Object(object) => Parts::Fields(object.fields.len()),
            Value::Slice(slice) => Parts::Fields(slice.to - slice.from),
            value => Parts::Done(value.copy().unwrap_or(Value::Moved)),
        })?;
        let count = match parts {
            Parts::Done(Value::Moved) => {
                let behind = self.behind(target);
                if !behind.is(target) {
                    return self.likeness(&behind, span);
                }
                return Err(self.moved(span));
            }
            Parts::Done(value) => return Ok(value),
            Parts::Fields(count) => count,
        };
        self.take_memory(count * size_of::<Value>(), span)?;
        let slice = self.look(target, span, |value| match value {
            Value::Slice(slice) => Some((slice.of.clone(), slice.from)),
            _ => None,
        })?;
        let mut all = Vec::with_capacity(count);
        for index in 0..count {
            let part = match &slice {
                Some((of, from)) => of.field(from + index),
                None => target.field(index),
            };
            all.push(self.likeness(&self.behind(&part), span)?);
        }
        let one = |all: &mut Vec<Value>| all.pop().unwrap_or(Value::Moved);
        self.look(target, span, |value| match value {
            Value::Tuple(_) => Value::tuple(std::mem::take(&mut all)),
            Value::Some(_) => Value::some(one(&mut all)),
            Value::Ok(_) => Value::ok(one(&mut all)),
            Value::Err(_) => Value::err(one(&mut all)),
            Value::Object(object) => Value::Object(Box::new(super::value::Object {
                class: std::rc::Rc::clone(&object.class),
                variant: object.variant,
                fields: std::mem::take(&mut all).into(),
                // It is not the object itself: nothing runs when it ends.
                dropped: true,
            })),
            _ => Value::vec(std::mem::take(&mut all)),
        })
    }
}
