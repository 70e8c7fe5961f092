//! Operators with two operands.

use syn::{BinOp, Expr as Tree};

use super::Lowerer;
use crate::run::diagnostic::Span;
use crate::rust::check::types::Ty;
use crate::rust::ir::{Comparison, Expr, Kind};
use crate::rust::syntax::span;
use crate::rust::value::number::{Arithmetic, IntKind};

impl Lowerer<'_> {
    pub(super) fn binary(&mut self, binary: &syn::ExprBinary, wanted: &Ty) -> (Expr, Ty) {
        use Comparison as C;
        let range = span::expr(&binary.left).start..span::expr(&binary.right).end;
        let span = self.span(range);
        let kind = match binary.op {
            BinOp::And(_) | BinOp::Or(_) => self.lazy(binary),
            BinOp::Eq(_) => self.comparison(binary, C::Equal),
            BinOp::Ne(_) => self.comparison(binary, C::NotEqual),
            BinOp::Lt(_) => self.comparison(binary, C::Less),
            BinOp::Le(_) => self.comparison(binary, C::LessOrEqual),
            BinOp::Gt(_) => self.comparison(binary, C::Greater),
            BinOp::Ge(_) => self.comparison(binary, C::GreaterOrEqual),
            _ => {
                return match operation(&binary.op) {
                    (op, true) => self.assign_with(binary, op, span),
                    (op, false) => self.arithmetic(binary, op, wanted, span),
                };
            }
        };
        (Expr { span, kind }, Ty::Bool)
    }

    /// The operands of lazy operators have temporaries of their own.
    fn lazy(&mut self, binary: &syn::ExprBinary) -> Kind {
        let (left, _) = self.terminating(&binary.left);
        let (right, _) = self.terminating(&binary.right);
        let (left, right) = (Box::new(left), Box::new(right));
        match binary.op {
            BinOp::And(_) => Kind::And(left, right),
            _ => Kind::Or(left, right),
        }
    }

    /// Comparing borrows both sides.
    fn comparison(&mut self, binary: &syn::ExprBinary, op: Comparison) -> Kind {
        let (left, ty) = self.borrowed_with_type(&binary.left);
        let (right, other) = self.borrowed_with_type(&binary.right);
        let right = Box::new(right);
        let (at, operator) = self.operator(binary);
        self.check_compared(at, &ty, &operator);
        self.check_compared_with(&binary.right, &ty, &other);
        Kind::Compare(op, Box::new(left), right)
    }

    fn assign_with(&mut self, binary: &syn::ExprBinary, op: Arithmetic, span: Span) -> (Expr, Ty) {
        let (at, operator) = self.operator(binary);
        if self.check_not_constant(&binary.left, span, (at, &operator))
            && self.check_not_reference(binary, span)
        {
            self.check_assigned(&binary.left, span);
        }
        let value = Box::new(self.expr(&binary.right).0);
        let (place, _) = self.mutable_place(&binary.left);
        (Expr { span, kind: Kind::AssignWith(op, place, value) }, Ty::Copy)
    }

    fn arithmetic(
        &mut self,
        binary: &syn::ExprBinary,
        op: Arithmetic,
        wanted: &Ty,
        span: Span,
    ) -> (Expr, Ty) {
        let wanted = if wanted.is_number() { wanted.clone() } else { Ty::Unknown };
        let (left, ty) = self.boxed(&binary.left, wanted.clone());
        let shifts = matches!(op, Arithmetic::Shl | Arithmetic::Shr);
        let wanted = if shifts { Ty::Unknown } else { wanted };
        let (right, other) = self.boxed(&binary.right, wanted);
        self.check_arithmetic(binary, op, &ty, &other);
        (Expr { span, kind: Kind::Arithmetic(op, left, right) }, combined(&ty, &other))
    }

    fn boxed(&mut self, tree: &Tree, wanted: Ty) -> (Box<Expr>, Ty) {
        self.wanted = wanted;
        let (value, ty) = self.expr(tree);
        (Box::new(value), ty)
    }
}

/// What an operator does, and whether it assigns the outcome.
fn operation(op: &BinOp) -> (Arithmetic, bool) {
    use Arithmetic as A;
    match op {
        BinOp::Add(_) => (A::Add, false),
        BinOp::Sub(_) => (A::Sub, false),
        BinOp::Mul(_) => (A::Mul, false),
        BinOp::Div(_) => (A::Div, false),
        BinOp::Rem(_) => (A::Rem, false),
        BinOp::BitAnd(_) => (A::BitAnd, false),
        BinOp::BitOr(_) => (A::BitOr, false),
        BinOp::BitXor(_) => (A::BitXor, false),
        BinOp::Shl(_) => (A::Shl, false),
        BinOp::Shr(_) => (A::Shr, false),
        BinOp::AddAssign(_) => (A::Add, true),
        BinOp::SubAssign(_) => (A::Sub, true),
        BinOp::MulAssign(_) => (A::Mul, true),
        BinOp::DivAssign(_) => (A::Div, true),
        BinOp::RemAssign(_) => (A::Rem, true),
        BinOp::BitAndAssign(_) => (A::BitAnd, true),
        BinOp::BitOrAssign(_) => (A::BitOr, true),
        BinOp::BitXorAssign(_) => (A::BitXor, true),
        BinOp::ShlAssign(_) => (A::Shl, true),
        _ => (A::Shr, true),
    }
}

/// The type that an operator makes of its operands.
fn combined(left: &Ty, right: &Ty) -> Ty {
    match (left, right) {
        (Ty::String, _) => Ty::String,
        (Ty::Int(IntKind::Open) | Ty::OpenFloat, right) if right.is_number() => right.clone(),
        (left, right) if left.is_plain() && right.is_plain() => left.clone(),
        _ => Ty::Unknown,
    }
}
