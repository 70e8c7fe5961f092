//! Methods of integers and floats.

use super::super::builtin::Method;
use super::super::machine::{Eval, Machine};
use super::super::number::{Arithmetic, Int, IntKind};
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
            M::OverflowingAdd => Some(Arithmetic::Add),
            M::OverflowingSub => Some(Arithmetic::Sub),
            M::OverflowingMul => Some(Arithmetic::Mul),
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
                M::OverflowingAdd | M::OverflowingSub | M::OverflowingMul => Value::tuple([
                    Value::Int(Int::wrapped(this.kind, wide)),
                    Value::Bool(Int::new(this.kind, wide).is_none()),
                ]),
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
            M::RemEuclid | M::DivEuclid => {
                let by = other()?;
                let op = if method == M::RemEuclid { Arithmetic::Rem } else { Arithmetic::Div };
                // Whatever fails for the operator fails for its twin.
                this.combine(op, by).map_err(|fault| self.arithmetic_fault(fault, span))?;
                let kind = by.settled(this.kind).unwrap_or(by).kind;
                Value::Int(Int::wrapped(
                    kind,
                    match method {
                        M::RemEuclid => this.value().rem_euclid(by.value()),
                        _ => this.value().div_euclid(by.value()),
                    },
                ))
            }
            M::AbsDiff => {
                let difference = (this.value() - other()?.value()).abs();
                Value::Int(Int::wrapped(this.kind.unsigned(), difference))
            }
            M::Signum => Value::Int(Int::wrapped(this.kind, this.value().signum())),
            M::LeadingZeros | M::TrailingZeros | M::CountOnes => {
                let width = this.kind.bits();
                // The bits of the value's own width, alone.
                let bits = this.value() as u128 & (u128::MAX >> (128 - width));
                Value::Int(Int::wrapped(
                    IntKind::U32,
                    i128::from(match method {
                        M::LeadingZeros => bits.leading_zeros() - (128 - width),
                        M::TrailingZeros => bits.trailing_zeros().min(width),
                        _ => bits.count_ones(),
                    }),
                ))
            }
            M::IsPowerOfTwo => Value::Bool((this.value() as u128).is_power_of_two()),
            M::Clamp => {
                let (least, most) = (other()?, other()?);
                if least > most {
                    return Err(self.panic_with("assertion failed: min <= max", span));
                }
                Value::Int(this.clamp(least, most))
            }
            M::PartialCmp => Value::some(Value::Ordering(this.value().cmp(&other()?.value()))),
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
        let other = match args.first() {
            Some(Value::Ref(target)) => number(&self.copied(target, span)?),
            other => other.map_or(f64::NAN, number),
        };
        match method {
            M::PartialCmp => {
                return Ok(Value::option(this.partial_cmp(&other).map(Value::Ordering)));
            }
            M::IsNan => return Ok(Value::Bool(this.is_nan())),
            M::IsFinite => return Ok(Value::Bool(this.is_finite())),
            _ => {}
        }
        let result = match method {
            M::Abs => this.abs(),
            M::Sqrt => this.sqrt(),
            M::Floor => this.floor(),
            M::Ceil => this.ceil(),
            M::Round => this.round(),
            M::Exp => this.exp(),
            M::Ln => this.ln(),
            M::Powi => this.powi(other as i32),
            M::Powf => this.powf(other),
            M::Sin => this.sin(),
            M::Cos => this.cos(),
            M::Trunc => this.trunc(),
            M::Signum => this.signum(),
            M::RemEuclid => this.rem_euclid(other),
            M::Clamp => this.max(other).min(args.get(1).map_or(f64::INFINITY, number)),
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
