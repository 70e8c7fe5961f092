//! Methods of `Ordering`, `bool`, integers of 128 bits, and those that all values that can be compared
//! have.

use std::cmp::Ordering;

use super::Called;
use super::consuming::ordered;
use crate::rust::eval::compare::By;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::Value;
use crate::rust::value::int128::Wide;
use crate::rust::value::number::{Arithmetic, Fault};

impl Machine {
    pub(super) fn ordering_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let order = self.inspect(target, span, |value| match value {
            Value::Ordering(order) => *order,
            _ => Ordering::Equal,
        })?;
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        Ok(match method {
            M::Reverse => Value::Ordering(order.reverse()),
            M::Then => {
                let next = argument();
                if order == Ordering::Equal { next } else { Value::Ordering(order) }
            }
            M::ThenWith if order == Ordering::Equal => {
                self.call_value(argument(), Vec::new(), span)?
            }
            M::ThenWith => Value::Ordering(order),
            M::IsLt => Value::Bool(order.is_lt()),
            M::IsLe => Value::Bool(order.is_le()),
            M::IsGt => Value::Bool(order.is_gt()),
            M::IsGe => Value::Bool(order.is_ge()),
            M::IsEq => Value::Bool(order.is_eq()),
            M::IsNe => Value::Bool(order.is_ne()),
            _ => return Err(self.no_method(target, call)),
        })
    }

    pub(super) fn bool_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        let &Called { target, method, span, call, .. } = called;
        let [argument] = self.exactly(args, called)?;
        let holds = self.inspect(target, span, |value| matches!(value, Value::Bool(true)))?;
        Ok(match (method, holds) {
            (Method::ThenSome, true) => Value::some(argument),
            (Method::Then, true) => Value::some(self.call_value(argument, Vec::new(), span)?),
            (Method::ThenSome | Method::Then, false) => Value::None,
            _ => return Err(self.no_method(target, call)),
        })
    }

    /// `a.eq(&b)`, `a.cmp(&b)`, `a.max(b)` and the like.
    pub(super) fn comparing_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, .. } = called;
        let [other] = self.exactly(args, called)?;
        let this = Value::Ref(target.clone());
        let by = match method {
            M::Eq | M::Ne => By::Equality,
            M::Cmp | M::Max | M::Min => By::Order,
            _ => By::PartialOrder,
        };
        if !matches!(method, M::Max | M::Min) {
            let order = self.order_by(by, &this, &other, span)?;
            return Ok(ordered(method, order));
        }
        let other = super::consuming::placed(other);
        let order = self.order(&this, &super::consuming::referring(&other), span)?;
        let value = match called.by_reference {
            true => Value::Ref(target.clone()),
            false => self.read(target, span)?,
        };
        let first = match method {
            // Of equal ones, `max` gives the second and `min` the first.
            M::Max => order == Some(Ordering::Greater),
            _ => order != Some(Ordering::Greater),
        };
        Ok(if first { value } else { other.value.replace(Value::Moved) })
    }

    pub(super) fn wide_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let this = self.inspect(target, span, |value| match value {
            Value::Wide(wide) => **wide,
            _ => Wide::Signed(0),
        })?;
        let wide = |wide: Wide| Value::Wide(Box::new(wide));
        let other = match args.into_iter().next() {
            Some(Value::Wide(other)) => *other,
            Some(Value::Int(other)) => Self::as_wide(this, other),
            _ => this,
        };
        let op = match method {
            M::CheckedAdd | M::WrappingAdd | M::SaturatingAdd | M::OverflowingAdd => {
                Arithmetic::Add
            }
            M::CheckedSub | M::WrappingSub | M::SaturatingSub | M::OverflowingSub => {
                Arithmetic::Sub
            }
            M::CheckedMul | M::WrappingMul | M::SaturatingMul | M::OverflowingMul => {
                Arithmetic::Mul
            }
            M::CheckedDiv => Arithmetic::Div,
            M::CheckedRem => Arithmetic::Rem,
            M::Pow => {
                let mut power = Self::as_wide(this, crate::rust::value::number::Int::usize(1));
                let exponent = other.signed_value().unwrap_or(0);
                for _ in 0..exponent.min(200) {
                    power = match power.combine(Arithmetic::Mul, this) {
                        Ok(power) => power,
                        Err(fault) => return Err(self.arithmetic_fault(fault, span)),
                    };
                }
                return Ok(wide(power));
            }
            M::Abs => {
                let negative = matches!(this, Wide::Signed(value) if value < 0);
                return match if negative { this.negated() } else { Ok(this) } {
                    Ok(abs) => Ok(wide(abs)),
                    Err(fault) => Err(self.arithmetic_fault(fault, span)),
                };
            }
            _ => return Err(self.no_method(target, call)),
        };
        let checked = || match this.combine(op, other) {
            Ok(result) => Value::some(wide(result)),
            Err(Fault::Panic(_) | Fault::Types(..)) => Value::None,
        };
        if matches!(op, Arithmetic::Div | Arithmetic::Rem) {
            return Ok(checked());
        }
        let result = this.overflowing(op, other);
        Ok(match method {
            M::CheckedAdd | M::CheckedSub | M::CheckedMul => checked(),
            M::WrappingAdd | M::WrappingSub | M::WrappingMul => wide(result.wrapped),
            M::OverflowingAdd | M::OverflowingSub | M::OverflowingMul => {
                Value::tuple([wide(result.wrapped), Value::Bool(result.overflows)])
            }
            _ if result.overflows => wide(this.limit(op, other)),
            _ => wide(result.wrapped),
        })
    }
}
