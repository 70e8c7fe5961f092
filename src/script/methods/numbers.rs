//! Methods of integers and floats.

use super::super::builtin::Method;
use super::super::machine::{Eval, Machine};
use super::super::number::{Arithmetic, Int};
use super::super::value::Value;
use super::Called;

impl Machine {
    pub(super) fn int_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, .. } = called;
        let Value::Int(this) = self.read(target, span)? else { return Ok(Value::Unit) };
        let mut args = args.into_iter();
        let mut other = || match args.next() {
            Some(Value::Int(other)) => Ok(other),
            Some(Value::Ref(target)) => match self.copied(&target, span)? {
                Value::Int(other) => Ok(other),
                found => Err(self.mismatch(this.kind.name(), &found, span)),
            },
            found => Err(self.mismatch(this.kind.name(), &found.unwrap_or(Value::Unit), span)),
        };
        let op = match method {
            M::CheckedAdd | M::WrappingAdd | M::SaturatingAdd => Some(Arithmetic::Add),
            M::CheckedSub | M::WrappingSub | M::SaturatingSub => Some(Arithmetic::Sub),
            M::CheckedMul | M::WrappingMul | M::SaturatingMul => Some(Arithmetic::Mul),
            M::CheckedDiv => Some(Arithmetic::Div),
            _ => None,
        };
        if let Some(op) = op {
            let other = other()?;
            let kind = other.settled(this.kind).unwrap_or(other).kind;
            let this = this.settled(kind).unwrap_or(this);
            let wide = match op {
                Arithmetic::Add => this.value() + other.value(),
                Arithmetic::Sub => this.value() - other.value(),
                _ => this.value().saturating_mul(other.value()),
            };
            return Ok(match method {
                M::CheckedAdd | M::CheckedSub | M::CheckedMul | M::CheckedDiv => {
                    Value::option(this.combine(op, other).ok().map(Value::Int))
                }
                M::WrappingAdd | M::WrappingSub | M::WrappingMul => {
                    Value::Int(Int::wrapped(this.kind, wide))
                }
                _ => {
                    let kind = this.kind;
                    Value::Int(Int::wrapped(kind, wide.clamp(kind.min(), kind.max())))
                }
            });
        }
        Ok(match method {
            M::Abs if this.value() < 0 => {
                let negated = this.negated();
                Value::Int(negated.map_err(|fault| self.arithmetic_fault(fault, span))?)
            }
            M::Abs => Value::Int(this),
            M::Pow => {
                let exponent = other()?.value();
                let mut power = Int::wrapped(this.kind, 1);
                for _ in 0..exponent.min(128) {
                    power = power
                        .combine(Arithmetic::Mul, this)
                        .map_err(|fault| self.arithmetic_fault(fault, span))?;
                }
                Value::Int(power)
            }
            M::Min => Value::Int(this.min(other()?)),
            M::Max => Value::Int(this.max(other()?)),
            _ => return Err(self.no_method(target, called.call)),
        })
    }

    pub(super) fn float_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, .. } = called;
        let receiver = self.read(target, span)?;
        let number = |value: &Value| match value {
            Value::Float(value) => *value,
            Value::Float32(value) => f64::from(*value),
            Value::Int(value) => value.value() as f64,
            _ => f64::NAN,
        };
        let this = number(&receiver);
        let other = args.first().map_or(f64::NAN, number);
        let result = match method {
            M::Abs => this.abs(),
            M::Sqrt => this.sqrt(),
            M::Floor => this.floor(),
            M::Ceil => this.ceil(),
            M::Round => this.round(),
            M::Exp => this.exp(),
            M::Ln => this.ln(),
            M::Powi => this.powi(other as i32),
            M::Min => this.min(other),
            M::Max => this.max(other),
            _ => return Err(self.no_method(target, called.call)),
        };
        Ok(match receiver {
            Value::Float32(_) => Value::Float32(result as f32),
            _ => Value::Float(result),
        })
    }
}
