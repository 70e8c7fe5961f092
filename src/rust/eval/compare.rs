//! Equality and order of values, by the program's own `eq`, `partial_cmp` and `cmp` where it has them.

use std::cmp::Ordering;
use std::rc::Rc;

use super::machine::{Eval, Flow, Machine};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::{Comparison, Type};
use crate::rust::value::{Shared, Target, Value};

/// Which trait is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum By {
    Equality,
    PartialOrder,
    Order,
}

impl By {
    /// The method of the trait.
    fn method(self) -> &'static str {
        match self {
            Self::Equality => "eq",
            Self::PartialOrder => "partial_cmp",
            Self::Order => "cmp",
        }
    }
}

/// One side of a comparison: a value without parts, or the place of one that has some.
enum Side {
    Plain(Value),
    At(Target),
}

/// What is compared of a value that has parts.
enum Parts {
    /// Which variant, of an enum, `Option` or `Result`; and how many parts.
    Of(u32, usize),
    List(usize, Option<(Target, usize)>),
    Object(Rc<Type>, u32, usize),
}

impl Machine {
    pub(in crate::rust) fn compare_values(
        &self,
        op: Comparison,
        a: &Value,
        b: &Value,
        span: Span,
    ) -> Eval<bool> {
        let by = match op {
            Comparison::Equal | Comparison::NotEqual => By::Equality,
            _ => By::PartialOrder,
        };
        let order = match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
            _ => self.order_by(by, a, b, span)?,
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

    /// The order of two values by `Ord`; `None` where they have none, as with NaN.
    pub(in crate::rust) fn order(
        &self,
        a: &Value,
        b: &Value,
        span: Span,
    ) -> Eval<Option<Ordering>> {
        self.order_by(By::Order, a, b, span)
    }

    /// The order of two values by one of the traits. By equality everything that is not equal is as
    /// good as less.
    pub(in crate::rust) fn order_by(
        &self,
        by: By,
        a: &Value,
        b: &Value,
        span: Span,
    ) -> Eval<Option<Ordering>> {
        if let Some(order) = plain_order(a, b) {
            return Ok(order);
        }
        match (a, b) {
            (Value::Some(a), Value::Some(b))
            | (Value::Ok(a), Value::Ok(b))
            | (Value::Err(a), Value::Err(b))
            | (Value::Box(a), Value::Box(b)) => self.order_by(by, a, b, span),
            (Value::Tuple(a), Value::Tuple(b)) => self.order_all(by, a, b, span),
            (Value::Vec(a) | Value::Array(a), Value::Vec(b) | Value::Array(b)) => {
                self.order_all(by, a, b, span)
            }
            (a, b) => match (self.side(a, b, span)?, self.side(b, a, span)?) {
                (Side::Plain(a), Side::Plain(b)) => match plain_order(&a, &b) {
                    Some(order) => Ok(order),
                    None => Err(self.not_comparable(&a, &b, span)),
                },
                (a, b) => self.order_at(by, &a.placed(), &b.placed(), span),
            },
        }
    }

    fn order_all(&self, by: By, a: &[Value], b: &[Value], span: Span) -> Eval<Option<Ordering>> {
        for (a, b) in a.iter().zip(b) {
            match self.order_by(by, a, b, span)? {
                Some(Ordering::Equal) => {}
                order => return Ok(order),
            }
        }
        Ok(Some(a.len().cmp(&b.len())))
    }

    /// Follows references and pointers to what is compared.
    fn side(&self, value: &Value, other: &Value, span: Span) -> Eval<Side> {
        match value {
            Value::Ref(target) => self.side_at(target, span),
            Value::Moved => Err(self.moved(span)),
            Value::Rc(shared) | Value::Cell(shared) => {
                self.side_at(&Target::shared(Rc::clone(shared)), span)
            }
            Value::String(text) => Ok(Side::Plain(Value::str(text.as_str()))),
            Value::Error(error) => Ok(Side::Plain(Value::Error(error.clone()))),
            value => match value.copy() {
                Some(copy) => Ok(Side::At(Target::shared(Shared::new(copy)))),
                None => Err(self.not_comparable(value, other, span)),
            },
        }
    }

    fn side_at(&self, target: &Target, span: Span) -> Eval<Side> {
        let target = self.behind(target);
        let plain = self.look(&target, span, |value| match value {
            Value::String(text) => Some(Value::str(text.as_str())),
            Value::Error(error) => Some(Value::Error(error.clone())),
            Value::LibraryError(error) => Some(Value::LibraryError(error.clone())),
            Value::Int(_) | Value::Str(_) | Value::Float(_) | Value::Bool(_) | Value::Char(_) => {
                value.copy()
            }
            _ => None,
        })?;
        Ok(match plain {
            Some(plain) => Side::Plain(plain),
            None => Side::At(target),
        })
    }

    fn order_at(&self, by: By, a: &Target, b: &Target, span: Span) -> Eval<Option<Ordering>> {
        let (a, b) = (self.behind(a), self.behind(b));
        if let Some(own) = self.own_order(by, &a, &b, span)? {
            return Ok(own);
        }
        let parts = (self.parts_to_compare(&a, span)?, self.parts_to_compare(&b, span)?);
        if let (Some(Parts::Object(class, ..)), _) = &parts {
            let derived = match by {
                By::Equality => class.implements("PartialEq"),
                By::PartialOrder => class.implements("PartialOrd"),
                // A key of a `HashMap` has an order here all the same.
                By::Order => true,
            };
            if !derived {
                let (operator, which) = match by {
                    By::Equality => ("==", "PartialEq"),
                    _ => ("<", "PartialOrd"),
                };
                let name = &class.name;
                let message =
                    format!("binary operation `{operator}` cannot be applied to type `{name}`");
                let hint = format!("add `#[derive({which})]`, or implement it");
                let diagnostic = Diagnostic::wrong(span, message).code("E0369").hint(hint);
                let here = format!("`{name}` is declared here");
                return Err(self.stop(diagnostic.note(class.span, here)));
            }
        }
        let (count, lengths, of_a, of_b) = match &parts {
            (Some(Parts::Of(a, n)), Some(Parts::Of(b, m)))
            | (Some(Parts::Object(_, a, n)), Some(Parts::Object(_, b, m))) => match a.cmp(b) {
                Ordering::Equal => (*n.min(m), n.cmp(m), None, None),
                order => return Ok(Some(order)),
            },
            (Some(Parts::List(n, a)), Some(Parts::List(m, b))) => {
                (*n.min(m), n.cmp(m), a.as_ref(), b.as_ref())
            }
            _ => return self.plain_order_at(&a, &b, span),
        };
        let part = |of: &Target, slice: Option<&(Target, usize)>, index: usize| match slice {
            Some((of, from)) => of.field(from + index),
            None => of.field(index),
        };
        for index in 0..count {
            let (x, y) = (part(&a, of_a, index), part(&b, of_b, index));
            let (x, y) = (Value::Ref(x), Value::Ref(y));
            match self.order_by(by, &x, &y, span)? {
                Some(Ordering::Equal) => {}
                order => return Ok(order),
            }
        }
        Ok(Some(lengths))
    }

    /// What the program's own trait says, for a value of a type of its own on the left.
    fn own_order(
        &self,
        by: By,
        a: &Target,
        b: &Target,
        span: Span,
    ) -> Eval<Option<Option<Ordering>>> {
        let is_object = self.at(a, |value| matches!(value, Value::Object(_))) == Some(true);
        if !is_object {
            return Ok(None);
        }
        let Some(index) = self.user_method(a, by.method()) else { return Ok(None) };
        let function = Rc::clone(&self.program.functions[index as usize]);
        let args = vec![Value::Ref(a.clone()), Value::Ref(b.clone())];
        let answer = self.invoke_with(&function, args, span)?;
        Ok(Some(match answer {
            Value::Bool(true) => Some(Ordering::Equal),
            Value::Bool(false) => Some(Ordering::Less),
            Value::Ordering(order) => Some(order),
            Value::Some(order) => match *order {
                Value::Ordering(order) => Some(order),
                other => return Err(self.mismatch("Ordering", &other, span)),
            },
            Value::None => None,
            other => return Err(self.mismatch("Ordering", &other, span)),
        }))
    }

    fn parts_to_compare(&self, target: &Target, span: Span) -> Eval<Option<Parts>> {
        self.look(target, span, |value| {
            Some(match value {
                Value::None | Value::Ok(_) => {
                    Parts::Of(0, usize::from(matches!(value, Value::Ok(_))))
                }
                Value::Some(_) | Value::Err(_) => Parts::Of(1, 1),
                Value::Tuple(values) => Parts::Of(0, values.len()),
                Value::Unit => Parts::Of(0, 0),
                Value::Vec(values) | Value::Array(values) => Parts::List(values.len(), None),
                Value::Map(map) => Parts::List(map.parts.len(), None),
                Value::Slice(slice) => {
                    let of = Some((slice.of.clone(), slice.from));
                    Parts::List(slice.to - slice.from, of)
                }
                Value::Object(object) => {
                    let class = Rc::clone(&object.class);
                    Parts::Object(class, object.variant, object.fields.len())
                }
                _ => return None,
            })
        })
    }

    fn plain_order_at(&self, a: &Target, b: &Target, span: Span) -> Eval<Option<Ordering>> {
        let plain = |target: &Target| {
            self.look(target, span, |value| match value {
                Value::Cell(shared) => Some(Value::Ref(Target::shared(Rc::clone(shared)))),
                Value::String(text) => Some(Value::str(text.as_str())),
                Value::Error(error) => Some(Value::Error(error.clone())),
                Value::LibraryError(error) => Some(Value::LibraryError(error.clone())),
                value => value.copy(),
            })
        };
        match (plain(a)?, plain(b)?) {
            (Some(a @ Value::Ref(_)), Some(b @ Value::Ref(_))) => self.order(&a, &b, span),
            (Some(a), Some(b)) => match plain_order(&a, &b) {
                Some(order) => Ok(order),
                None => Err(self.not_comparable(&a, &b, span)),
            },
            _ => {
                let name = |target: &Target| self.look(target, span, |value| value.type_name());
                let (a, b) = (name(a)?, name(b)?);
                Err(self.not_comparable_types(&a, &b, span))
            }
        }
    }

    #[cold]
    fn not_comparable(&self, a: &Value, b: &Value, span: Span) -> Flow {
        self.not_comparable_types(&a.type_name(), &b.type_name(), span)
    }

    fn not_comparable_types(&self, a: &str, b: &str, span: Span) -> Flow {
        let message = format!("cannot compare `{a}` with `{b}`");
        self.stop(Diagnostic::wrong(span, message).code("E0308"))
    }
}

impl Side {
    fn placed(self) -> Target {
        match self {
            Self::Plain(value) => Target::shared(Shared::new(value)),
            Self::At(target) => target,
        }
    }
}

/// The order of two values without parts; the outer `None` if they are no such values.
fn plain_order(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    Some(match (a, b) {
        (Value::Unit, Value::Unit) | (Value::None, Value::None) => Some(Ordering::Equal),
        (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(b)),
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
        (Value::Wide(a), Value::Wide(b)) => Some(a.cmp(b)),
        (Value::Wide(a), Value::Int(b)) => {
            Some((**a).cmp(&crate::rust::value::int128::Wide::from_int(*b, true)))
        }
        (Value::Int(a), Value::Wide(b)) => {
            Some(crate::rust::value::int128::Wide::from_int(*a, true).cmp(b))
        }
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
        (Value::Some(_), Value::None) | (Value::Err(_), Value::Ok(_)) => Some(Ordering::Greater),
        (Value::ErrorKind(a), Value::ErrorKind(b)) => Some(a.cmp(b)),
        (Value::Ordering(a), Value::Ordering(b)) => Some(a.cmp(b)),
        (Value::Duration(a), Value::Duration(b)) => Some(a.cmp(b)),
        (Value::ExitCode(a), Value::ExitCode(b)) => Some(a.cmp(b)),
        (Value::Error(a), Value::Error(b)) => {
            Some(if a == b { Ordering::Equal } else { Ordering::Less })
        }
        (Value::LibraryError(a), Value::LibraryError(b)) => {
            Some(if a == b { Ordering::Equal } else { Ordering::Less })
        }
        (Value::Range(a), Value::Range(b)) => {
            let starts = plain_order(&a.from, &b.from).unwrap_or(Some(Ordering::Equal));
            let ends = plain_order(&a.to, &b.to).unwrap_or(Some(Ordering::Equal));
            Some(starts?.then(ends?))
        }
        _ => return None,
    })
}
