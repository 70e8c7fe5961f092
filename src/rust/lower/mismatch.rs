//! Types that certainly differ. The playground does not check types: of two of which one is not known,
//! or may turn into the other by itself, nothing is said.

use std::rc::Rc;

use super::Lowerer;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Expr, Kind};
use crate::rust::syntax::span;
use crate::rust::value::number::{Arithmetic, IntKind};

impl Lowerer<'_> {
    /// Reports a value whose type is not the one wanted at that place. `because`: where that is said.
    pub(super) fn expect(
        &mut self,
        at: Span,
        found: &Ty,
        expected: &Ty,
        because: Option<(Span, &str)>,
    ) {
        if expected.admits(found) {
            return;
        }
        let label = format!("expected {}, found {}", expected.described(), found.described());
        let mut diagnostic = Diagnostic::wrong(at, "mismatched types").code("E0308").label(label);
        if let Some((span, text)) = because {
            diagnostic = diagnostic.note(span, text);
        }
        if let Some(hint) = way_out(expected, found) {
            diagnostic = diagnostic.hint(hint);
        }
        self.report(diagnostic);
    }
}

impl Lowerer<'_> {
    /// Reports a condition that is certainly no `bool`.
    pub(super) fn check_condition(&mut self, tree: &syn::Expr, ty: &Ty) {
        let at = self.span(span::expr(tree));
        if matches!(tree, syn::Expr::Assign(_)) {
            let diagnostic = Diagnostic::wrong(at, "mismatched types").code("E0308");
            let label = "expected `bool`, found `()`";
            self.report(diagnostic.label(label).hint("to compare, write `==`"));
        } else {
            self.expect(at, ty, &Ty::Bool, None);
        }
    }

    /// The operator between two operands, and where it stands.
    pub(super) fn operator(&self, binary: &syn::ExprBinary) -> (Span, String) {
        let (from, to) = (span::expr(&binary.left).end, span::expr(&binary.right).start);
        let between = self.lines.text(from..to);
        // A bracket around the operand to the left is not a part of it.
        let trimmed = between.trim_start_matches([' ', '\n', ')']);
        let start = to - trimmed.len();
        let operator = trimmed.split_whitespace().next().unwrap_or_default();
        (self.span(start..start + operator.len()), operator.to_owned())
    }

    /// Reports an operator between types that it certainly does not take.
    pub(super) fn check_arithmetic(
        &mut self,
        binary: &syn::ExprBinary,
        op: Arithmetic,
        left: &Ty,
        right: &Ty,
    ) {
        if matches!(op, Arithmetic::Shl | Arithmetic::Shr) {
            return;
        }
        let (at, operator) = self.operator(binary);
        let (a, b) = (left.shown(), right.shown());
        match (left, right) {
            (Ty::String, Ty::String) if op == Arithmetic::Add => {
                let right = self.span(span::expr(&binary.right));
                self.expect(right, &Ty::String, &Ty::Str, None);
            }
            (Ty::Str, Ty::Str | Ty::String) if op == Arithmetic::Add => self.report(
                Diagnostic::wrong(at, format!("cannot add `{b}` to `&str`"))
                    .code("E0369")
                    .label("`+` cannot be used to concatenate two `&str` strings")
                    .hint("begin with a `String`: `….to_string() + …`, or use `format!`"),
            ),
            (left, right) if left.is_plain() && right.is_plain() && left.admits(right) => {}
            (left, right)
                if left.is_number()
                    && (right.is_number() || matches!(right, Ty::Str | Ty::String)) =>
            {
                let message = match op {
                    Arithmetic::Add => format!("cannot add `{b}` to `{a}`"),
                    Arithmetic::Sub => format!("cannot subtract `{b}` from `{a}`"),
                    Arithmetic::Mul => format!("cannot multiply `{a}` by `{b}`"),
                    Arithmetic::Div => format!("cannot divide `{a}` by `{b}`"),
                    _ => format!("no implementation for `{a} {operator} {b}`"),
                };
                let diagnostic = Diagnostic::wrong(at, message)
                    .code("E0277")
                    .label(format!("no implementation for `{a} {operator} {b}`"));
                self.report(match right.is_number() {
                    true => diagnostic.hint(format!("convert one of them: `… as {a}`")),
                    false => diagnostic.hint("put texts together with `format!`"),
                });
            }
            (Ty::Option(_) | Ty::Result(..), _) => self.report(
                Diagnostic::wrong(at, format!("cannot apply `{operator}` to `{a}` and `{b}`"))
                    .code("E0369")
                    .label(format!("no implementation for `{a} {operator} {b}`"))
                    .hint("take the value out first: `unwrap`, `?`, `match` or `if let`"),
            ),
            (left, Ty::Option(_) | Ty::Result(..)) if left.is_number() => self.report(
                Diagnostic::wrong(at, format!("cannot apply `{operator}` to `{a}` and `{b}`"))
                    .code("E0277")
                    .label(format!("no implementation for `{a} {operator} {b}`"))
                    .hint("take the value out first: `unwrap`, `?`, `match` or `if let`"),
            ),
            _ => {}
        }
    }

    /// Reports a number that does not fit into the type that is declared for it.
    pub(super) fn check_range(&mut self, value: &Expr, expected: &Ty) {
        let (Kind::Int(int), Ty::Int(kind)) = (&value.kind, expected) else { return };
        let (kind, name) = (*kind, kind.name());
        if int.value() < 0 && kind.min() == 0 {
            return self.report_negated(value.span, name);
        }
        if int.kind == IntKind::Open && int.settled(kind).is_none() {
            let message = format!("literal out of range for `{name}`");
            let label = format!("`{name}` goes from {} to {}", kind.min(), kind.max());
            self.report(Diagnostic::wrong(value.span, message).label(label));
        }
    }

    /// Reports a minus before a number of a type without negative ones.
    pub(super) fn report_negated(&mut self, at: Span, name: &str) {
        let message = format!("cannot apply unary operator `-` to type `{name}`");
        self.report(
            Diagnostic::wrong(at, message)
                .code("E0600")
                .label("cannot apply unary operator `-`")
                .hint("unsigned values cannot be negated: use a type like `i32`"),
        );
    }

    /// Reports a comparison with what is certainly of another type.
    pub(super) fn check_compared_with(&mut self, right: &syn::Expr, left: &Ty, other: &Ty) {
        let is_plain = |ty: &Ty| matches!(ty, Ty::Bool | Ty::Char | Ty::Int(_));
        let certain = match (left, other) {
            (Ty::Option(_) | Ty::Result(..), other) => is_plain(other),
            (left, Ty::Option(_) | Ty::Result(..) | Ty::Str) => is_plain(left),
            (Ty::Bool, other) | (other, Ty::Bool) | (Ty::Char, other) | (other, Ty::Char) => {
                is_plain(other)
            }
            (Ty::Int(_), Ty::Int(_)) => true,
            _ => false,
        };
        if certain {
            let at = self.span(span::expr(right));
            self.expect(at, other, left, None);
        }
    }
}

fn way_out(expected: &Ty, found: &Ty) -> Option<&'static str> {
    Some(match (expected, found) {
        (Ty::String, Ty::Str) => "make a `String` of it: `.to_string()`",
        (Ty::Str, Ty::String) | (Ty::Ref(_), Ty::String) => "lend it: `&` before it",
        (Ty::Option(inner), found) if inner.admits(found) => "wrap it: `Some(…)`",
        (Ty::Result(inner, _), found) if inner.admits(found) => "wrap it: `Ok(…)`",
        (Ty::Box(inner), found) if inner.admits(found) => "put it into a box: `Box::new(…)`",
        (Ty::Ref(inner), found) if inner.admits(found) => "lend it: `&` before it",
        (expected, Ty::Result(inner, _)) if expected.admits(inner) => {
            "take the value out of the `Result`: `?`, `unwrap` or `match`"
        }
        (expected, Ty::Option(inner)) if expected.admits(inner) => {
            "take the value out of the `Option`: `unwrap`, `match` or `if let`"
        }
        (Ty::Bool, b) if b.is_number() => "compare it: `… != 0`",
        (a, b) if a.is_number() && b.is_number() => "convert it with `as`",
        _ => return None,
    })
}

impl Ty {
    /// Whether a value of the other type may stand where this one is wanted.
    pub(super) fn admits(&self, found: &Ty) -> bool {
        match (self, found) {
            (wanted, found) if wanted.is_plain() && found.is_plain() => {
                let fits = |literal: &Self, ty: &Self| match literal {
                    Self::Int(IntKind::Open) => matches!(ty, Self::Int(_) | Self::Wide { .. }),
                    Self::OpenFloat => matches!(ty, Self::Float | Self::Float32),
                    _ => false,
                };
                wanted.shown() == found.shown() || fits(found, wanted) || fits(wanted, found)
            }
            (wanted, found) if !wanted.is_certain() || !found.is_certain() => true,
            (Self::Str, Self::Str) => true,
            // A reference to what leads further may become one to what it leads to.
            (Self::Str, Self::Ref(inner) | Self::RefMut(inner)) => {
                inner.leads_on() || !inner.is_certain()
            }
            (Self::Ref(wanted), Self::Ref(found) | Self::RefMut(found))
            | (Self::RefMut(wanted), Self::Ref(found) | Self::RefMut(found)) => {
                wanted.admits(found) || found.leads_on()
            }
            // `&[T]` and `&str` are known by other names here.
            (Self::Ref(_), Self::Str) => true,
            (Self::Option(wanted), Self::Option(found))
            | (Self::Result(wanted, _), Self::Result(found, _))
            | (Self::Vec(wanted), Self::Vec(found)) => wanted.admits(found),
            // A type of a trait may be meant.
            (Self::Box(_), Self::Box(_))
            | (Self::Rc(_), Self::Rc(_))
            | (Self::RefCell(_), Self::RefCell(_))
            | (Self::Cell(_), Self::Cell(_))
            | (Self::Locked(..), Self::Locked(..))
            | (Self::ManuallyDrop(_), Self::ManuallyDrop(_)) => true,
            // One can become the other, behind a pointer.
            (Self::Array(wanted, _), Self::Array(found, _)) => wanted.admits(found),
            (Self::Tuple(wanted), Self::Tuple(found)) => {
                let mut pairs = wanted.iter().zip(found.iter());
                wanted.len() == found.len() && pairs.all(|(wanted, found)| wanted.admits(found))
            }
            (Self::Object(wanted), Self::Object(found)) => Rc::ptr_eq(wanted, found),
            (wanted, found) => std::mem::discriminant(wanted) == std::mem::discriminant(found),
        }
    }

    /// Whether it is known well enough to be compared.
    fn is_certain(&self) -> bool {
        !matches!(
            self,
            Self::Unknown
                | Self::Refused
                | Self::Copy
                | Self::Moves(_)
                | Self::Into(_)
                | Self::Mapped(_)
                | Self::Entry(_)
                | Self::Closure { .. }
        )
    }

    /// Whether a reference to it can become one to something within.
    fn leads_on(&self) -> bool {
        match self {
            Self::Object(class) => class.implements("Deref"),
            Self::File | Self::Lock | Self::Option(_) | Self::Result(..) => false,
            ty if ty.is_plain() => false,
            _ => true,
        }
    }

    /// The type as a message has it.
    fn described(&self) -> String {
        match self {
            Self::Int(IntKind::Open) => "integer".into(),
            Self::OpenFloat => "floating-point number".into(),
            ty => format!("`{}`", ty.shown()),
        }
    }
}
