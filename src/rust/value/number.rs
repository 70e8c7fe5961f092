//! Integers of all widths, with Rust's behaviour on overflow.

use std::fmt;

/// The type of an integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::rust) enum IntKind {
    I8,
    I16,
    I32,
    I64,
    Isize,
    U8,
    U16,
    U32,
    U64,
    Usize,
    /// A literal that nothing has given a type yet: it becomes the type of what it meets, and is an
    /// `i32` where it meets nothing.
    Open,
}

/// An integer of the script.
#[derive(Debug, Clone, Copy)]
pub(in crate::rust) struct Int {
    pub(in crate::rust) kind: IntKind,
    /// The bits, sign-extended for signed kinds and zero-extended for unsigned ones.
    bits: i64,
}

/// The operators on two integers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Arithmetic {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    BitAnd,
    BitOr,
    BitXor,
    Shl,
    Shr,
}

impl Arithmetic {
    pub(in crate::rust) fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
            Self::Rem => "%",
            Self::BitAnd => "&",
            Self::BitOr => "|",
            Self::BitXor => "^",
            Self::Shl => "<<",
            Self::Shr => ">>",
        }
    }

    /// The method of the trait of that operator.
    pub(in crate::rust) fn method(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Sub => "sub",
            Self::Mul => "mul",
            Self::Div => "div",
            Self::Rem => "rem",
            Self::BitAnd => "bitand",
            Self::BitOr => "bitor",
            Self::BitXor => "bitxor",
            Self::Shl => "shl",
            Self::Shr => "shr",
        }
    }

    /// The method of the trait of that operator with an assignment.
    pub(in crate::rust) fn assign_method(self) -> &'static str {
        match self {
            Self::Add => "add_assign",
            Self::Sub => "sub_assign",
            Self::Mul => "mul_assign",
            Self::Div => "div_assign",
            Self::Rem => "rem_assign",
            Self::BitAnd => "bitand_assign",
            Self::BitOr => "bitor_assign",
            Self::BitXor => "bitxor_assign",
            Self::Shl => "shl_assign",
            Self::Shr => "shr_assign",
        }
    }

    /// The message of the panic that an overflow is.
    pub(in crate::rust) fn overflow(self) -> &'static str {
        match self {
            Self::Add => "attempt to add with overflow",
            Self::Sub => "attempt to subtract with overflow",
            Self::Mul => "attempt to multiply with overflow",
            Self::Div => "attempt to divide with overflow",
            Self::Rem => "attempt to calculate the remainder with overflow",
            Self::Shl => "attempt to shift left with overflow",
            Self::Shr => "attempt to shift right with overflow",
            Self::BitAnd | Self::BitOr | Self::BitXor => "attempt to combine bits with overflow",
        }
    }
}

/// Why two integers cannot be combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Fault {
    /// The message of a panic.
    Panic(&'static str),
    /// They are of different types.
    Types(IntKind, IntKind),
}

impl IntKind {
    pub(in crate::rust) fn name(self) -> &'static str {
        match self {
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 | Self::Open => "i32",
            Self::I64 => "i64",
            Self::Isize => "isize",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::Usize => "usize",
        }
    }

    /// Those that have a name.
    pub(in crate::rust) const ALL: [Self; 10] = [
        Self::I8,
        Self::I16,
        Self::I32,
        Self::I64,
        Self::Isize,
        Self::U8,
        Self::U16,
        Self::U32,
        Self::U64,
        Self::Usize,
    ];

    pub(in crate::rust) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    pub(in crate::rust) fn bits(self) -> u32 {
        match self {
            Self::I8 | Self::U8 => 8,
            Self::I16 | Self::U16 => 16,
            Self::I32 | Self::U32 | Self::Open => 32,
            Self::I64 | Self::Isize | Self::U64 | Self::Usize => 64,
        }
    }

    pub(in crate::rust) fn is_signed(self) -> bool {
        matches!(self, Self::I8 | Self::I16 | Self::I32 | Self::I64 | Self::Isize | Self::Open)
    }

    /// The unsigned type of the same width.
    pub(in crate::rust) fn unsigned(self) -> Self {
        match self {
            Self::I8 => Self::U8,
            Self::I16 => Self::U16,
            Self::I32 | Self::Open => Self::U32,
            Self::I64 => Self::U64,
            Self::Isize => Self::Usize,
            unsigned => unsigned,
        }
    }

    /// Whether a number is one of the kind, which is none of 64 bits without a sign.
    #[inline]
    fn holds(self, value: i64) -> bool {
        match self {
            Self::I8 => i8::try_from(value).is_ok(),
            Self::I16 => i16::try_from(value).is_ok(),
            Self::I32 | Self::Open => i32::try_from(value).is_ok(),
            Self::U8 => u8::try_from(value).is_ok(),
            Self::U16 => u16::try_from(value).is_ok(),
            Self::U32 => u32::try_from(value).is_ok(),
            Self::I64 | Self::Isize => true,
            Self::U64 | Self::Usize => value >= 0,
        }
    }

    pub(in crate::rust) fn min(self) -> i128 {
        if self.is_signed() { -(1 << (self.bits() - 1)) } else { 0 }
    }

    pub(in crate::rust) fn max(self) -> i128 {
        let bits = if self.is_signed() { self.bits() - 1 } else { self.bits() };
        (1 << bits) - 1
    }
}

impl Int {
    #[inline]
    pub(in crate::rust) fn new(kind: IntKind, value: i128) -> Option<Self> {
        let bits = value as i64;
        let fits = match kind {
            IntKind::U64 | IntKind::Usize => i128::from(bits as u64) == value,
            _ => i128::from(bits) == value && kind.holds(bits),
        };
        fits.then_some(Self { kind, bits })
    }

    /// The value cut to the width of the kind, as `as` does.
    pub(in crate::rust) fn wrapped(kind: IntKind, value: i128) -> Self {
        let shift = 128 - kind.bits();
        let cut = value << shift;
        let value = if kind.is_signed() { cut >> shift } else { ((cut as u128) >> shift) as i128 };
        Self { kind, bits: value as i64 }
    }

    pub(in crate::rust) fn usize(value: usize) -> Self {
        Self { kind: IntKind::Usize, bits: value as i64 }
    }

    pub(in crate::rust) fn u64(value: u64) -> Self {
        Self { kind: IntKind::U64, bits: value as i64 }
    }

    #[inline]
    pub(in crate::rust) fn value(self) -> i128 {
        if self.kind.is_signed() { i128::from(self.bits) } else { i128::from(self.bits as u64) }
    }

    /// The value as an index or count; `None` if it is negative.
    pub(in crate::rust) fn as_usize(self) -> Option<usize> {
        usize::try_from(self.value()).ok()
    }

    /// The same number with a declared type, if it was open before and fits.
    #[inline]
    pub(in crate::rust) fn settled(self, kind: IntKind) -> Option<Self> {
        if self.kind == IntKind::Open { Self::new(kind, self.value()) } else { Some(self) }
    }

    /// The kind both have, an open one taking that of the other.
    #[inline]
    fn common(self, other: Self) -> Result<IntKind, Fault> {
        match (self.kind, other.kind) {
            (a, b) if a == b => Ok(a),
            (IntKind::Open, kind) | (kind, IntKind::Open) => Ok(kind),
            (a, b) => Err(Fault::Types(a, b)),
        }
    }

    /// Combines two integers, or says why that panics.
    #[inline]
    pub(in crate::rust) fn combine(self, op: Arithmetic, other: Self) -> Result<Self, Fault> {
        if matches!(op, Arithmetic::Shl | Arithmetic::Shr) {
            return self.shift(op, other);
        }
        let kind = self.common(other)?;
        if kind.bits() <= 32 {
            // Nothing here can leave 64 bits but a product of two `u32`.
            let (a, b) = (self.bits, other.bits);
            let value = match op {
                Arithmetic::Add => a + b,
                Arithmetic::Sub => a - b,
                Arithmetic::Mul => a.checked_mul(b).ok_or(Fault::Panic(op.overflow()))?,
                Arithmetic::Div | Arithmetic::Rem => return self.divide(kind, op, other),
                Arithmetic::BitAnd => a & b,
                Arithmetic::BitOr => a | b,
                _ => a ^ b,
            };
            return if kind.holds(value) {
                Ok(Self { kind, bits: value })
            } else {
                Err(Fault::Panic(op.overflow()))
            };
        }
        let (a, b) = (self.value(), other.value());
        let value = match op {
            Arithmetic::Add => a + b,
            Arithmetic::Sub => a - b,
            Arithmetic::Mul => a.checked_mul(b).ok_or(Fault::Panic(op.overflow()))?,
            Arithmetic::Div | Arithmetic::Rem => return self.divide(kind, op, other),
            Arithmetic::BitAnd => a & b,
            Arithmetic::BitOr => a | b,
            _ => a ^ b,
        };
        Self::new(kind, value).ok_or(Fault::Panic(op.overflow()))
    }

    fn divide(self, kind: IntKind, op: Arithmetic, other: Self) -> Result<Self, Fault> {
        let (a, b) = (self.value(), other.value());
        match (op, b) {
            (Arithmetic::Div, 0) => Err(Fault::Panic("attempt to divide by zero")),
            (_, 0) => {
                Err(Fault::Panic("attempt to calculate the remainder with a divisor of zero"))
            }
            // The one division that overflows; its remainder is refused as well.
            (_, -1) if a == kind.min() => Err(Fault::Panic(op.overflow())),
            (Arithmetic::Div, _) => Ok(Self { kind, bits: (a / b) as i64 }),
            _ => Ok(Self { kind, bits: (a % b) as i64 }),
        }
    }

    fn shift(self, op: Arithmetic, by: Self) -> Result<Self, Fault> {
        let by = by.value();
        if by < 0 || by >= i128::from(self.kind.bits()) {
            return Err(Fault::Panic(op.overflow()));
        }
        let value = self.value();
        Ok(match op {
            Arithmetic::Shl => Self::wrapped(self.kind, value << by),
            _ => Self::wrapped(self.kind, value >> by),
        })
    }

    /// A power, cut to the width; and whether it had to be.
    pub(in crate::rust) fn power(self, exponent: i128) -> (Self, bool) {
        let (mut power, mut base) = (Self::wrapped(self.kind, 1), self);
        let (mut overflows, mut exponent) = (false, exponent);
        let mut times = |a: Self, b: Self| {
            // 64 by 64 bits are no more than 128, of which the sign may take one too many.
            let (product, over) = a.value().overflowing_mul(b.value());
            overflows |= over || Self::new(self.kind, product).is_none();
            Self::wrapped(self.kind, product)
        };
        while exponent > 0 {
            if exponent % 2 == 1 {
                power = times(power, base);
            }
            exponent /= 2;
            if exponent > 0 {
                base = times(base, base);
            }
        }
        (power, overflows)
    }

    pub(in crate::rust) fn negated(self) -> Result<Self, Fault> {
        Self::new(self.kind, -self.value()).ok_or(Fault::Panic("attempt to negate with overflow"))
    }

    pub(in crate::rust) fn inverted(self) -> Self {
        Self::wrapped(self.kind, !self.value())
    }
}

impl PartialEq for Int {
    fn eq(&self, other: &Self) -> bool {
        self.value() == other.value()
    }
}

impl Eq for Int {}

impl PartialOrd for Int {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Int {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.value().cmp(&other.value())
    }
}

impl fmt::Display for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(kind: IntKind, value: i128) -> Int {
        Int::new(kind, value).unwrap()
    }

    #[test]
    fn every_operation_on_i8_is_that_of_the_machine() {
        for a in i8::MIN..=i8::MAX {
            for b in i8::MIN..=i8::MAX {
                let (x, y) = (int(IntKind::I8, a.into()), int(IntKind::I8, b.into()));
                let ours = |op| x.combine(op, y).ok().map(|int| int.value() as i8);
                assert_eq!(ours(Arithmetic::Add), a.checked_add(b), "{a} + {b}");
                assert_eq!(ours(Arithmetic::Sub), a.checked_sub(b), "{a} - {b}");
                assert_eq!(ours(Arithmetic::Mul), a.checked_mul(b), "{a} * {b}");
                assert_eq!(ours(Arithmetic::Div), a.checked_div(b), "{a} / {b}");
                assert_eq!(ours(Arithmetic::Rem), a.checked_rem(b), "{a} % {b}");
                assert_eq!(ours(Arithmetic::BitXor), Some(a ^ b), "{a} ^ {b}");
                let by = u32::try_from(b).ok();
                assert_eq!(ours(Arithmetic::Shl), by.and_then(|b| a.checked_shl(b)), "{a} << {b}");
                assert_eq!(ours(Arithmetic::Shr), by.and_then(|b| a.checked_shr(b)), "{a} >> {b}");
            }
        }
    }

    #[test]
    fn the_ends_of_the_wide_kinds_overflow() {
        let max = int(IntKind::U64, u64::MAX.into());
        assert_eq!(max.to_string(), "18446744073709551615");
        let one = int(IntKind::Open, 1);
        assert_eq!(
            max.combine(Arithmetic::Add, one),
            Err(Fault::Panic("attempt to add with overflow"))
        );
        assert_eq!(max.combine(Arithmetic::Sub, one).unwrap().value(), u64::MAX as i128 - 1);
        for max in [max, int(IntKind::U32, u32::MAX.into()), int(IntKind::I64, i64::MIN.into())] {
            let square = max.combine(Arithmetic::Mul, max);
            assert_eq!(square, Err(Fault::Panic("attempt to multiply with overflow")));
        }
        assert!(int(IntKind::I64, i64::MIN.into()).negated().is_err());
    }

    #[test]
    fn an_open_literal_takes_the_kind_it_meets() {
        let sum = int(IntKind::Open, 1).combine(Arithmetic::Add, int(IntKind::U8, 2)).unwrap();
        assert_eq!(sum.kind, IntKind::U8);
        let apart = int(IntKind::I64, 1).combine(Arithmetic::Add, int(IntKind::U8, 2));
        assert_eq!(apart, Err(Fault::Types(IntKind::I64, IntKind::U8)));
    }

    #[test]
    fn a_cast_cuts_and_extends_as_rust_does() {
        assert_eq!(Int::wrapped(IntKind::U8, -1).value(), 255);
        assert_eq!(Int::wrapped(IntKind::I8, 200).value(), i128::from(200_u8 as i8));
        assert_eq!(Int::wrapped(IntKind::U64, -1).value(), u64::MAX.into());
    }
}
