//! Literals.

use syn::Lit;

use super::Lowerer;
use crate::run::diagnostic::Diagnostic;
use crate::rust::check::types::Ty;
use crate::rust::ir::{Constant, Expr, Kind, Sequence};
use crate::rust::syntax::span;
use crate::rust::value::int128::Wide;
use crate::rust::value::number::{Int, IntKind};

impl Lowerer<'_> {
    /// A literal that may be one of 128 bits.
    pub(super) fn literal_as(&mut self, lit: &Lit, negative: bool, wanted: &Ty) -> (Expr, Ty) {
        if let (Lit::Float(literal), "", Ty::Float32) = (lit, suffix(lit), wanted) {
            let kind = self.float(literal.base10_digits(), "f32", negative);
            return (Expr { span: self.span(span::literal(lit)), kind }, Ty::Float32);
        }
        let Lit::Int(literal) = lit else { return self.literal(lit, negative) };
        // The type that inference found, and no other.
        if let ("", Ty::Int(kind)) = (literal.suffix(), self.found(&span::literal(lit))) {
            return self.integer(literal, kind, negative);
        }
        let signed = match (literal.suffix(), wanted) {
            ("i128", _) => true,
            ("u128", _) => false,
            ("", Ty::Wide { signed }) => *signed,
            _ => return self.literal(lit, negative),
        };
        let digits = literal.base10_digits();
        let wide = match (signed, negative) {
            (true, true) => format!("-{digits}").parse().ok().map(Wide::Signed),
            (true, false) => digits.parse().ok().map(Wide::Signed),
            (false, _) => digits.parse().ok().map(Wide::Unsigned),
        };
        let span = self.span(span::literal(lit));
        match wide {
            Some(wide) => {
                let kind = Kind::Constant(Constant::Wide(wide));
                (Expr { span, kind }, Ty::Wide { signed })
            }
            None => {
                let name = if signed { "i128" } else { "u128" };
                let message = format!("literal out of range for `{name}`");
                self.refuse(Diagnostic::wrong(span, message))
            }
        }
    }

    /// A literal of a type that is known.
    fn integer(&mut self, literal: &syn::LitInt, kind: IntKind, negative: bool) -> (Expr, Ty) {
        let range = literal.span().byte_range();
        let span = self.span(range.clone());
        let digits: i128 = literal.base10_parse().unwrap_or(i128::MAX);
        match Int::new(kind, if negative { -digits } else { digits }) {
            Some(int) => (Expr { span, kind: Kind::Int(int) }, Ty::Int(kind)),
            None if negative && kind.min() == 0 => {
                let with_minus = range.start.saturating_sub(1)..range.end;
                self.report_negated(self.span(with_minus), kind.name());
                self.say_nothing(range)
            }
            None => {
                let message = format!("literal out of range for `{}`", kind.name());
                let label = format!("`{}` goes from {} to {}", kind.name(), kind.min(), kind.max());
                self.refuse(Diagnostic::wrong(span, message).label(label))
            }
        }
    }

    /// A literal. The minus before it belongs to it, since `-128_i8` fits and `128_i8` does not.
    pub(super) fn literal(&mut self, lit: &Lit, negative: bool) -> (Expr, Ty) {
        let range = span::literal(lit);
        let span = self.span(range.clone());
        let (kind, ty) = match lit {
            Lit::Bool(lit) => (Kind::Bool(lit.value), Ty::Bool),
            Lit::Char(lit) => (Kind::Char(lit.value()), Ty::Char),
            Lit::Str(lit) => (Kind::Str(lit.value().into()), Ty::Str),
            Lit::Byte(lit) => {
                let value = Int::wrapped(IntKind::U8, lit.value().into());
                (Kind::Int(value), Ty::Int(IntKind::U8))
            }
            Lit::ByteStr(lit) => {
                let bytes = lit.value().into_iter().map(|byte| Expr {
                    span,
                    kind: Kind::Int(Int::wrapped(IntKind::U8, byte.into())),
                });
                (Kind::List(Sequence::Array, bytes.collect()), Ty::Unknown)
            }
            Lit::Int(lit) if matches!(lit.suffix(), "f64" | "f32") => {
                let kind = self.float(lit.base10_digits(), lit.suffix(), negative);
                let ty = float_type(lit.suffix());
                (kind, ty)
            }
            Lit::Int(lit) => {
                let kind = match lit.suffix() {
                    "" => Some(IntKind::Open),
                    suffix => IntKind::from_name(suffix),
                };
                let digits: i128 = lit.base10_parse().unwrap_or(i128::MAX);
                let value = if negative { -digits } else { digits };
                match kind.map(|kind| (kind, open_int(kind, value))) {
                    Some((_, Some(int))) => (Kind::Int(int), Ty::Int(int.kind)),
                    Some((kind, None)) if negative && kind.min() == 0 => {
                        let with_minus = range.start.saturating_sub(1)..range.end;
                        self.report_negated(self.span(with_minus), kind.name());
                        return self.say_nothing(range);
                    }
                    Some((kind, None)) => {
                        let message = format!("literal out of range for `{}`", kind.name());
                        return self.refuse(Diagnostic::wrong(span, message));
                    }
                    None => {
                        return self.not_supported(
                            range,
                            "this type of number is outside of what the playground runs",
                            "use `i64` or `u64`",
                        );
                    }
                }
            }
            Lit::Float(lit) => {
                let kind = self.float(lit.base10_digits(), lit.suffix(), negative);
                let ty = float_type(lit.suffix());
                (kind, ty)
            }
            _ => {
                return self.not_supported(
                    range,
                    "this kind of literal is outside of what the playground runs",
                    "write a text, a number, a `char` or a `bool`",
                );
            }
        };
        (Expr { span, kind }, ty)
    }

    fn float(&self, digits: &str, suffix: &str, negative: bool) -> Kind {
        let sign = if negative { -1.0 } else { 1.0 };
        match suffix {
            "f32" => Kind::Float32(digits.parse::<f32>().unwrap_or(0.0) * sign as f32),
            _ => Kind::Float(digits.parse::<f64>().unwrap_or(0.0) * sign),
        }
    }
}

/// The suffix of a number.
fn suffix(lit: &Lit) -> &str {
    match lit {
        Lit::Int(lit) => lit.suffix(),
        Lit::Float(lit) => lit.suffix(),
        _ => "",
    }
}

/// An open literal may be as large as the largest kind it can still become.
fn open_int(kind: IntKind, value: i128) -> Option<Int> {
    match (kind, Int::new(kind, value)) {
        (IntKind::Open, None) => {
            Int::new(IntKind::I64, value).or_else(|| Int::new(IntKind::U64, value))
        }
        (_, int) => int,
    }
}

/// The type of a number with that suffix.
fn float_type(suffix: &str) -> Ty {
    match suffix {
        "f32" => Ty::Float32,
        "f64" => Ty::Float,
        _ => Ty::OpenFloat,
    }
}
