//! Methods of integers and floats.

use super::Called;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::number::{Arithmetic, Fault, Int, IntKind};
use crate::rust::value::{Shared, Target, Value};

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
            M::CheckedDiv | M::WrappingDiv => Some(Arithmetic::Div),
            M::CheckedRem | M::WrappingRem => Some(Arithmetic::Rem),
            M::CheckedShl | M::WrappingShl => Some(Arithmetic::Shl),
            M::CheckedShr | M::WrappingShr => Some(Arithmetic::Shr),
            M::OverflowingAdd => Some(Arithmetic::Add),
            M::OverflowingSub => Some(Arithmetic::Sub),
            M::OverflowingMul => Some(Arithmetic::Mul),
            _ => None,
        };
        if let Some(op) = op {
            let other = other()?;
            if matches!(op, Arithmetic::Shl | Arithmetic::Shr) {
                let bits = i128::from(this.kind.bits());
                let cut = Int::wrapped(IntKind::U32, other.value().rem_euclid(bits));
                let wraps = matches!(method, M::WrappingShl | M::WrappingShr);
                let shifted = this.combine(op, if wraps { cut } else { other }).ok();
                return Ok(match wraps {
                    true => Value::Int(shifted.unwrap_or(this)),
                    false => Value::option(shifted.map(Value::Int)),
                });
            }
            let kind = other.settled(this.kind).unwrap_or(other).kind;
            let this = this.settled(kind).unwrap_or(this);
            let wide = match op {
                Arithmetic::Add => this.value() + other.value(),
                Arithmetic::Sub => this.value() - other.value(),
                _ => this.value().saturating_mul(other.value()),
            };
            return Ok(match method {
                M::CheckedAdd | M::CheckedSub | M::CheckedMul | M::CheckedDiv | M::CheckedRem => {
                    Value::option(this.combine(op, other).ok().map(Value::Int))
                }
                M::WrappingDiv | M::WrappingRem => match this.combine(op, other) {
                    Ok(int) => Value::Int(int),
                    Err(fault) if other.value() == 0 => {
                        return Err(self.arithmetic_fault(fault, span));
                    }
                    Err(_) if method == M::WrappingDiv => Value::Int(this),
                    Err(_) => Value::Int(Int::wrapped(this.kind, 0)),
                },
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
            M::Pow | M::CheckedPow | M::WrappingPow | M::SaturatingPow | M::OverflowingPow => {
                let exponent = other()?.value();
                let (wrapped, overflows) = this.power(exponent);
                let kind = this.kind;
                let below = this.value() < 0 && exponent % 2 == 1;
                match method {
                    M::Pow if overflows => {
                        let fault = Fault::Panic(Arithmetic::Mul.overflow());
                        return Err(self.arithmetic_fault(fault, span));
                    }
                    M::CheckedPow if overflows => Value::None,
                    M::CheckedPow => Value::some(Value::Int(wrapped)),
                    M::SaturatingPow if overflows => {
                        let limit = if below { kind.min() } else { kind.max() };
                        Value::Int(Int::wrapped(kind, limit))
                    }
                    M::OverflowingPow => {
                        Value::tuple([Value::Int(wrapped), Value::Bool(overflows)])
                    }
                    _ => Value::Int(wrapped),
                }
            }
            M::CheckedNeg => Value::option(this.negated().ok().map(Value::Int)),
            M::WrappingNeg => Value::Int(Int::wrapped(this.kind, -this.value())),
            M::OverflowingNeg => Value::tuple([
                Value::Int(Int::wrapped(this.kind, -this.value())),
                Value::Bool(this.negated().is_err()),
            ]),
            M::SaturatingNeg => Value::Int(match this.negated() {
                Ok(int) => int,
                Err(_) => Int::wrapped(this.kind, this.kind.max()),
            }),
            M::CheckedAbs if this.value() < 0 => Value::option(this.negated().ok().map(Value::Int)),
            M::CheckedAbs => Value::some(Value::Int(this)),
            M::WrappingAbs => Value::Int(Int::wrapped(this.kind, this.value().abs())),
            M::UnsignedAbs => Value::Int(Int::wrapped(this.kind.unsigned(), this.value().abs())),
            M::IsPositive => Value::Bool(this.value() > 0),
            M::IsNegative => Value::Bool(this.value() < 0),
            M::RotateLeft | M::RotateRight | M::SwapBytes | M::ReverseBits => {
                let by = if matches!(method, M::RotateLeft | M::RotateRight) {
                    other()?.value() as u32
                } else {
                    0
                };
                let width = this.kind.bits();
                let bits = this.value() as u128 & (u128::MAX >> (128 - width));
                let by = match method {
                    M::RotateRight => (width - by % width) % width,
                    _ => by % width,
                };
                let turned = match method {
                    M::SwapBytes => bits.swap_bytes() >> (128 - width),
                    M::ReverseBits => bits.reverse_bits() >> (128 - width),
                    _ => (bits << by) | (bits >> (width - by)),
                };
                Value::Int(Int::wrapped(this.kind, turned as i128))
            }
            M::NextPowerOfTwo => {
                let power = (this.value() as u128).next_power_of_two() as i128;
                match Int::new(this.kind, power) {
                    Some(power) => Value::Int(power),
                    None => {
                        let fault = Fault::Panic(Arithmetic::Add.overflow());
                        return Err(self.arithmetic_fault(fault, span));
                    }
                }
            }
            M::Isqrt if this.value() < 0 => {
                let message = "argument of integer square root cannot be negative";
                return Err(self.panic_with(message, span));
            }
            M::Isqrt => Value::Int(Int::wrapped(this.kind, this.value().isqrt())),
            M::Ilog2 | M::Ilog10 | M::Ilog => {
                let base = match method {
                    M::Ilog2 => 2,
                    M::Ilog10 => 10,
                    _ => other()?.value(),
                };
                if this.value() <= 0 {
                    let message = "argument of integer logarithm must be positive";
                    return Err(self.panic_with(message, span));
                }
                if base < 2 {
                    let message = "base of integer logarithm must be at least 2";
                    return Err(self.panic_with(message, span));
                }
                Value::Int(Int::wrapped(IntKind::U32, this.value().ilog(base).into()))
            }
            M::DivCeil | M::NextMultipleOf => {
                let by = other()?;
                this.combine(Arithmetic::Rem, by)
                    .map_err(|fault| self.arithmetic_fault(fault, span))?;
                let kind = by.settled(this.kind).unwrap_or(by).kind;
                let (a, b) = (this.value(), by.value());
                let up = a.div_euclid(b) + i128::from(a.rem_euclid(b) != 0);
                Value::Int(Int::wrapped(kind, if method == M::DivCeil { up } else { up * b }))
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
            M::LeadingZeros
            | M::TrailingZeros
            | M::CountOnes
            | M::CountZeros
            | M::LeadingOnes
            | M::TrailingOnes => {
                let width = this.kind.bits();
                // The bits of the value's own width, alone.
                let bits = this.value() as u128 & (u128::MAX >> (128 - width));
                Value::Int(Int::wrapped(
                    IntKind::U32,
                    i128::from(match method {
                        M::LeadingZeros => bits.leading_zeros() - (128 - width),
                        M::TrailingZeros => bits.trailing_zeros().min(width),
                        M::CountZeros => width - bits.count_ones(),
                        M::LeadingOnes => (bits << (128 - width)).leading_ones(),
                        M::TrailingOnes => bits.trailing_ones(),
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
            M::Min => Value::Int(this.min(other()?)),
            M::Max => Value::Int(this.max(other()?)),
            // A byte is a character, too.
            _ => match u8::try_from(this.value()) {
                Ok(byte) if matches!(this.kind, IntKind::U8 | IntKind::Open) => {
                    let char = Target::shared(Shared::new(Value::Char(char::from(byte))));
                    let args: Vec<_> = args.collect();
                    let found = self.char_method(&Called { target: &char, ..*called }, &args)?;
                    match found {
                        Value::Char(char) => {
                            Value::Int(Int::wrapped(this.kind, u32::from(char).into()))
                        }
                        found => found,
                    }
                }
                _ => return Err(self.no_method(target, called.call)),
            },
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
            M::TotalCmp => return Ok(Value::Ordering(this.total_cmp(&other))),
            M::IsInfinite => return Ok(Value::Bool(this.is_infinite())),
            M::IsSignNegative => return Ok(Value::Bool(this.is_sign_negative())),
            M::IsSignPositive => return Ok(Value::Bool(this.is_sign_positive())),
            M::IsNan => return Ok(Value::Bool(this.is_nan())),
            M::IsFinite => return Ok(Value::Bool(this.is_finite())),
            _ => {}
        }
        let result = match method {
            M::Abs => this.abs(),
            M::Sqrt => this.sqrt(),
            M::Fract => this.fract(),
            M::Cbrt => this.cbrt(),
            M::Tan => this.tan(),
            M::Asin => this.asin(),
            M::Acos => this.acos(),
            M::Atan => this.atan(),
            M::Atan2 => this.atan2(other),
            M::Sinh => this.sinh(),
            M::Cosh => this.cosh(),
            M::Tanh => this.tanh(),
            M::Log10 => this.log10(),
            M::Log2 => this.log2(),
            M::Log => this.log(other),
            M::Exp2 => this.exp2(),
            M::Hypot => this.hypot(other),
            M::MulAdd => this.mul_add(other, args.get(1).map_or(f64::NAN, number)),
            M::ToDegrees => this.to_degrees(),
            M::ToRadians => this.to_radians(),
            M::Recip => this.recip(),
            M::DivEuclid => this.div_euclid(other),
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
            M::Clamp => {
                let most = args.get(1).map_or(f64::INFINITY, number);
                if other.is_nan() || most.is_nan() || other > most {
                    let message =
                        format!("min > max, or either was NaN. min = {other:?}, max = {most:?}");
                    return Err(self.panic_with(message, span));
                }
                this.clamp(other, most)
            }
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
