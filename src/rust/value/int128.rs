//! Integers of 128 bits. They are rare, so they live apart from the others, which stay small.

use std::cmp::Ordering;
use std::fmt;

use super::number::{Arithmetic, Fault, Int, IntKind};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::ir::Cast;
use crate::rust::value::Value;

/// An `i128` or `u128`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Wide {
    Signed(i128),
    Unsigned(u128),
}

/// What became of an operation that can leave the width.
pub(in crate::rust) struct Overflowing {
    pub(in crate::rust) wrapped: Wide,
    pub(in crate::rust) overflows: bool,
}

impl Wide {
    pub(in crate::rust) fn name(self) -> &'static str {
        match self {
            Self::Signed(_) => "i128",
            Self::Unsigned(_) => "u128",
        }
    }

    /// The value of a narrower integer, extended as `as` does.
    pub(in crate::rust) fn from_int(int: Int, signed: bool) -> Self {
        match signed {
            true => Self::Signed(int.value()),
            false => Self::Unsigned(int.value() as u128),
        }
    }

    pub(in crate::rust) fn from_float(value: f64, signed: bool) -> Self {
        // `as` itself saturates.
        if signed { Self::Signed(value as i128) } else { Self::Unsigned(value as u128) }
    }

    pub(in crate::rust) fn with_sign(self, signed: bool) -> Self {
        match (self, signed) {
            (Self::Signed(value), false) => Self::Unsigned(value as u128),
            (Self::Unsigned(value), true) => Self::Signed(value as i128),
            (value, _) => value,
        }
    }

    /// Cut to a narrower kind.
    pub(in crate::rust) fn cut(self, kind: IntKind) -> Int {
        Int::wrapped(kind, self.bits() as i128)
    }

    pub(in crate::rust) fn to_float(self) -> f64 {
        match self {
            Self::Signed(value) => value as f64,
            Self::Unsigned(value) => value as f64,
        }
    }

    pub(in crate::rust) fn bits(self) -> u128 {
        match self {
            Self::Signed(value) => value as u128,
            Self::Unsigned(value) => value,
        }
    }

    /// The value as an `i128`; `None` if it is larger.
    pub(in crate::rust) fn signed_value(self) -> Option<i128> {
        match self {
            Self::Signed(value) => Some(value),
            Self::Unsigned(value) => i128::try_from(value).ok(),
        }
    }

    /// Combines two of the same type, or says why that panics.
    pub(in crate::rust) fn combine(self, op: Arithmetic, other: Self) -> Result<Self, Fault> {
        let zero = other.bits() == 0;
        match op {
            Arithmetic::Div if zero => return Err(Fault::Panic("attempt to divide by zero")),
            Arithmetic::Rem if zero => {
                let message = "attempt to calculate the remainder with a divisor of zero";
                return Err(Fault::Panic(message));
            }
            _ => {}
        }
        let result = self.overflowing(op, other);
        if result.overflows { Err(Fault::Panic(op.overflow())) } else { Ok(result.wrapped) }
    }

    /// Combines two of the same type; a division by zero is for the caller to keep away.
    pub(in crate::rust) fn overflowing(self, op: Arithmetic, other: Self) -> Overflowing {
        macro_rules! combined {
            ($wrap:path, $a:ident, $b:ident) => {{
                let by = u32::try_from($b).unwrap_or(u32::MAX);
                let (value, overflows) = match op {
                    Arithmetic::Add => $a.overflowing_add($b),
                    Arithmetic::Sub => $a.overflowing_sub($b),
                    Arithmetic::Mul => $a.overflowing_mul($b),
                    Arithmetic::Div => $a.overflowing_div($b),
                    Arithmetic::Rem => $a.overflowing_rem($b),
                    Arithmetic::BitAnd => ($a & $b, false),
                    Arithmetic::BitOr => ($a | $b, false),
                    Arithmetic::BitXor => ($a ^ $b, false),
                    Arithmetic::Shl => $a.overflowing_shl(by),
                    Arithmetic::Shr => $a.overflowing_shr(by),
                };
                Overflowing { wrapped: $wrap(value), overflows }
            }};
        }
        match (self, other.with_sign(matches!(self, Self::Signed(_)))) {
            (Self::Signed(a), Self::Signed(b)) => combined!(Self::Signed, a, b),
            (Self::Unsigned(a), other) => {
                let b = other.bits();
                combined!(Self::Unsigned, a, b)
            }
            (this, _) => Overflowing { wrapped: this, overflows: false },
        }
    }

    /// The end of its range that an operation which overflows went beyond.
    pub(in crate::rust) fn limit(self, op: Arithmetic, other: Self) -> Self {
        match (self, other) {
            (Self::Unsigned(_), _) if op == Arithmetic::Sub => Self::Unsigned(0),
            (Self::Unsigned(_), _) => Self::Unsigned(u128::MAX),
            (Self::Signed(a), Self::Signed(b)) => {
                let below = match op {
                    Arithmetic::Mul => (a < 0) != (b < 0),
                    _ => a < 0,
                };
                Self::Signed(if below { i128::MIN } else { i128::MAX })
            }
            (this, _) => this,
        }
    }

    pub(in crate::rust) fn negated(self) -> Result<Self, Fault> {
        let negated = match self {
            Self::Signed(value) => value.checked_neg().map(Self::Signed),
            Self::Unsigned(value) => value.checked_neg().map(Self::Unsigned),
        };
        negated.ok_or(Fault::Panic("attempt to negate with overflow"))
    }

    pub(in crate::rust) fn inverted(self) -> Self {
        match self {
            Self::Signed(value) => Self::Signed(!value),
            Self::Unsigned(value) => Self::Unsigned(!value),
        }
    }
}

impl PartialOrd for Wide {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Wide {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Unsigned(a), Self::Unsigned(b)) => a.cmp(b),
            (a, b) => match (a.signed_value(), b.signed_value()) {
                (Some(a), Some(b)) => a.cmp(&b),
                (a, b) => a.is_none().cmp(&b.is_none()),
            },
        }
    }
}

impl fmt::Display for Wide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Signed(value) => value.fmt(f),
            Self::Unsigned(value) => value.fmt(f),
        }
    }
}

impl Machine {
    /// Combines two integers of which one has 128 bits; the other one is a literal, or counts a shift.
    pub(in crate::rust) fn wide_arithmetic(
        &self,
        op: Arithmetic,
        left: Value,
        right: Value,
        span: Span,
    ) -> Eval {
        let shifts = matches!(op, Arithmetic::Shl | Arithmetic::Shr);
        let result = match (left, right) {
            (Value::Wide(a), Value::Wide(b)) if shifts || a.name() == b.name() => a.combine(op, *b),
            (Value::Wide(a), Value::Int(b)) if shifts || b.kind == IntKind::Open => {
                a.combine(op, Self::as_wide(*a, b))
            }
            (Value::Int(a), Value::Wide(b)) if shifts => {
                let by = b.signed_value().and_then(|by| Int::new(IntKind::U64, by));
                let by = by.unwrap_or(Int::u64(u64::MAX));
                let shifted = a.combine(op, by);
                return match shifted {
                    Ok(int) => Ok(Value::Int(int)),
                    Err(fault) => Err(self.arithmetic_fault(fault, span)),
                };
            }
            (Value::Int(a), Value::Wide(b)) if a.kind == IntKind::Open => {
                Self::as_wide(*b, a).combine(op, *b)
            }
            (a, b) => {
                let (a, b) = (a.type_name(), b.type_name());
                let message = format!("mismatched types: expected `{a}`, found `{b}`");
                return Err(self.stop(Diagnostic::wrong(span, message).code("E0308")));
            }
        };
        match result {
            Ok(wide) => Ok(Value::Wide(Box::new(wide))),
            Err(fault) => Err(self.arithmetic_fault(fault, span)),
        }
    }

    /// A literal beside a wide integer.
    pub(in crate::rust) fn as_wide(beside: Wide, int: Int) -> Wide {
        Wide::from_int(int, matches!(beside, Wide::Signed(_)))
    }

    pub(in crate::rust) fn wide_cast(&self, value: Value, cast: Cast, span: Span) -> Eval {
        let wide = match (&value, cast) {
            (Value::Wide(wide), _) => **wide,
            (Value::Int(int), Cast::Wide { signed }) => Wide::from_int(*int, signed),
            (Value::Bool(it), Cast::Wide { signed }) => {
                Wide::from_int(Int::usize((*it).into()), signed)
            }
            (Value::Char(it), Cast::Wide { signed }) => {
                Wide::from_int(Int::usize(*it as usize), signed)
            }
            (Value::Float(it), Cast::Wide { signed }) => Wide::from_float(*it, signed),
            (Value::Float32(it), Cast::Wide { signed }) => Wide::from_float((*it).into(), signed),
            _ => {
                let message = format!("non-primitive cast of a `{}`", value.type_name());
                return Err(self.stop(Diagnostic::wrong(span, message).code("E0605")));
            }
        };
        Ok(match cast {
            Cast::Wide { signed } => Value::Wide(Box::new(wide.with_sign(signed))),
            Cast::Int(kind) => Value::Int(wide.cut(kind)),
            Cast::Float => Value::Float(wide.to_float()),
            Cast::Float32 => Value::Float32(wide.to_float() as f32),
            Cast::Char | Cast::None => value,
        })
    }
}
