//! Operators: those of numbers are known, others are methods of traits.

use std::rc::Rc;

use syn::{BinOp, Expr as Tree, UnOp};

use super::coerce::blamed;
use super::report::ErrorKind;
use super::select::Projected;
use super::table::VarKind;
use super::{Expected, Infer};
use crate::rust::check::defs::ty::{Predicate, TraitRef, Ty};
use crate::rust::syntax::span;

/// What kind of operator it is.
enum Operator {
    And,
    Compare(&'static str),
    Arithmetic(&'static str),
    Shift(&'static str),
    Assign(&'static str),
    AssignShift(&'static str),
}

fn operator(op: &BinOp) -> Option<Operator> {
    use Operator as O;
    Some(match op {
        BinOp::And(_) | BinOp::Or(_) => O::And,
        BinOp::Eq(_) | BinOp::Ne(_) => O::Compare("std::cmp::PartialEq"),
        BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
            O::Compare("std::cmp::PartialOrd")
        }
        BinOp::Add(_) => O::Arithmetic("std::ops::Add"),
        BinOp::Sub(_) => O::Arithmetic("std::ops::Sub"),
        BinOp::Mul(_) => O::Arithmetic("std::ops::Mul"),
        BinOp::Div(_) => O::Arithmetic("std::ops::Div"),
        BinOp::Rem(_) => O::Arithmetic("std::ops::Rem"),
        BinOp::BitAnd(_) => O::Arithmetic("std::ops::BitAnd"),
        BinOp::BitOr(_) => O::Arithmetic("std::ops::BitOr"),
        BinOp::BitXor(_) => O::Arithmetic("std::ops::BitXor"),
        BinOp::Shl(_) => O::Shift("std::ops::Shl"),
        BinOp::Shr(_) => O::Shift("std::ops::Shr"),
        BinOp::AddAssign(_) => O::Assign("std::ops::AddAssign"),
        BinOp::SubAssign(_) => O::Assign("std::ops::SubAssign"),
        BinOp::MulAssign(_) => O::Assign("std::ops::MulAssign"),
        BinOp::DivAssign(_) => O::Assign("std::ops::DivAssign"),
        BinOp::RemAssign(_) => O::Assign("std::ops::RemAssign"),
        BinOp::BitAndAssign(_) => O::Assign("std::ops::BitAndAssign"),
        BinOp::BitOrAssign(_) => O::Assign("std::ops::BitOrAssign"),
        BinOp::BitXorAssign(_) => O::Assign("std::ops::BitXorAssign"),
        BinOp::ShlAssign(_) => O::AssignShift("std::ops::ShlAssign"),
        BinOp::ShrAssign(_) => O::AssignShift("std::ops::ShrAssign"),
        _ => return None,
    })
}

impl Infer<'_> {
    pub(super) fn binary(&mut self, tree: &syn::ExprBinary, at: &std::ops::Range<usize>) -> Ty {
        let Some(operator) = operator(&tree.op) else { return Ty::Unknown };
        if let Operator::And = operator {
            self.coerced(&tree.left, &Ty::Bool);
            let before = self.diverges;
            self.coerced(&tree.right, &Ty::Bool);
            self.diverges = before;
            return Ty::Bool;
        }
        let left = self.plain(&tree.left);
        let left = self.open(&left);
        let wanted = match &operator {
            Operator::Shift(_) | Operator::AssignShift(_) => Expected::Nothing,
            // A literal beside a number is most likely one of its type.
            _ if matches!(left, Ty::Int(_) | Ty::Float(_)) => match &*tree.right {
                Tree::Lit(_) | Tree::Unary(_) | Tree::Paren(_) => Expected::Hint(left.clone()),
                _ => Expected::Nothing,
            },
            _ => Expected::Nothing,
        };
        let right = self.expr(&tree.right, &wanted);
        let right = self.open(&right);
        match operator {
            Operator::Compare(path) => {
                if self.are_scalars(&left, &right) {
                    if !self.table.unify(&left, &right) {
                        let at = blamed(&tree.right);
                        self.error(ErrorKind::Mismatch, &at, [left, right], "");
                    }
                    return Ty::Bool;
                }
                self.overloaded(path, &left, &right, tree, at, false);
                Ty::Bool
            }
            Operator::Arithmetic(path) => {
                if self.are_scalars(&left, &right) && self.table.unify(&left, &right) {
                    let output = self.table.shallow(&left);
                    if self.is_arithmetic(&output, path) {
                        return output;
                    }
                }
                self.overloaded(path, &left, &right, tree, at, true)
            }
            Operator::Shift(path) => {
                if self.is_integer(&left) && self.is_integer(&right) {
                    return left;
                }
                self.overloaded(path, &left, &right, tree, at, true)
            }
            Operator::Assign(path) => {
                if self.are_scalars(&left, &right) && self.table.unify(&left, &right) {
                    return Ty::unit();
                }
                self.overloaded(path, &left, &right, tree, at, false);
                Ty::unit()
            }
            Operator::AssignShift(path) => {
                if !(self.is_integer(&left) && self.is_integer(&right)) {
                    self.overloaded(path, &left, &right, tree, at, false);
                }
                Ty::unit()
            }
            Operator::And => Ty::Bool,
        }
    }

    /// The type, with what was required looked at if nothing is known of it.
    fn open(&mut self, ty: &Ty) -> Ty {
        let found = self.table.shallow(ty);
        if self.table.kind(&found) == Some(VarKind::Any) {
            self.select();
            return self.table.shallow(&found);
        }
        found
    }

    fn is_integer(&self, ty: &Ty) -> bool {
        matches!(self.table.shallow(ty), Ty::Int(_)) || self.table.kind(ty) == Some(VarKind::Int)
    }

    fn is_scalar(&self, ty: &Ty) -> bool {
        matches!(self.table.shallow(ty), Ty::Int(_) | Ty::Float(_) | Ty::Bool | Ty::Char)
            || matches!(self.table.kind(ty), Some(VarKind::Int | VarKind::Float))
    }

    fn are_scalars(&self, a: &Ty, b: &Ty) -> bool {
        self.is_scalar(a) && self.is_scalar(b)
    }

    fn is_arithmetic(&self, ty: &Ty, path: &str) -> bool {
        let is_bitwise = path.starts_with("std::ops::Bit");
        match ty {
            Ty::Bool => is_bitwise,
            Ty::Float(_) => !is_bitwise,
            Ty::Char => false,
            ty => !is_bitwise || self.table.kind(ty) != Some(VarKind::Float),
        }
    }

    /// An operator that is a method of a trait.
    fn overloaded(
        &mut self,
        path: &'static str,
        left: &Ty,
        right: &Ty,
        tree: &syn::ExprBinary,
        at: &std::ops::Range<usize>,
        has_output: bool,
    ) -> Ty {
        if *left == Ty::Never || *right == Ty::Never {
            return if has_output { self.fresh() } else { Ty::unit() };
        }
        if [left, right].into_iter().any(|ty| *ty == Ty::Unknown) {
            self.incomplete("an operand");
            return Ty::Unknown;
        }
        let Some(id) = self.defs.lang(path) else { return Ty::Unknown };
        let mut right = right.clone();
        // An operand is coerced to the only type that fits, as `&String` to `&str`.
        if let (Ty::Adt(..), Ty::Ref(false, _)) = (left, &right) {
            let wanted = Ty::reference(false, Ty::Str);
            let of = TraitRef { id, args: Rc::new([left.clone(), wanted.clone()]) };
            let plain = TraitRef { id, args: Rc::new([left.clone(), right.clone()]) };
            if self.holds(&Predicate::Trait(of), 0) == Some(true)
                && self.holds(&Predicate::Trait(plain), 0) == Some(false)
                && self.coerces(&right, &wanted)
            {
                right = wanted;
            }
        }
        let of = TraitRef { id, args: Rc::new([left.clone(), right.clone()]) };
        if self.holds(&Predicate::Trait(of.clone()), 0) == Some(false) {
            let kind = match self.table.shallow(left) {
                _ if path.ends_with("Assign") => ErrorKind::AssignOperator,
                // Of a type that has the operator for others, `rustc` says which is not among them.
                own if self.has_some_impl(id, &own) && !path.starts_with("std::cmp") => {
                    ErrorKind::Unmet
                }
                own if self.has_some_impl(id, &own) => ErrorKind::Mismatch,
                _ => ErrorKind::Operator,
            };
            match kind {
                ErrorKind::Unmet => {
                    let name = self.name_of(&of);
                    let at = operator_span(tree);
                    self.error(kind, &at, [left.clone()], &name);
                }
                ErrorKind::Mismatch => {
                    let at = blamed(&tree.right);
                    self.error(kind, &at, [left.clone(), right], "");
                }
                ErrorKind::Operator => {
                    self.error(kind, &operator_span(tree), [left.clone(), right], path);
                }
                kind => self.error(kind, at, [left.clone(), right], path),
            }
            self.incomplete("the result of an operator");
            return Ty::Unknown;
        }
        self.require(Predicate::Trait(of.clone()), operator_span(tree));
        if !has_output {
            return Ty::unit();
        }
        match self.project(&of, 0) {
            Projected::Is(output, nested) => {
                for predicate in nested {
                    self.require(predicate, operator_span(tree));
                }
                output
            }
            _ => {
                let output = self.fresh();
                self.require(Predicate::Projection(of, 0, output.clone()), operator_span(tree));
                output
            }
        }
    }

    fn name_of(&self, of: &TraitRef) -> String {
        let args = of.args.iter().map(|arg| self.table.resolve(arg)).collect();
        self.defs.show_trait(&TraitRef { id: of.id, args })
    }

    /// Whether a type has a trait for some argument.
    fn has_some_impl(&mut self, id: crate::rust::check::defs::ty::TraitId, own: &Ty) -> bool {
        let any = self.fresh();
        let of = TraitRef { id, args: Rc::new([own.clone(), any]) };
        self.may_hold(&Predicate::Trait(of))
    }

    pub(super) fn unary(
        &mut self,
        tree: &syn::ExprUnary,
        expected: &Expected,
        at: std::ops::Range<usize>,
    ) -> Ty {
        match tree.op {
            UnOp::Deref(_) => {
                let ty = self.plain(&tree.expr);
                let ty = self.expect_known(&ty);
                if ty == Ty::Unknown || matches!(ty, Ty::Var(_)) {
                    self.incomplete("what is dereferenced");
                    return Ty::Unknown;
                }
                match self.deref(&ty) {
                    Some(to) => to,
                    None => {
                        self.error(ErrorKind::NotDereferenceable, &at, [ty], "");
                        self.incomplete("what is dereferenced");
                        Ty::Unknown
                    }
                }
            }
            UnOp::Not(_) | UnOp::Neg(_) => {
                let wanted = match expected {
                    Expected::Must(ty) | Expected::Hint(ty) => Expected::Hint(ty.clone()),
                    Expected::Nothing => Expected::Nothing,
                };
                let ty = self.expr(&tree.expr, &wanted);
                let ty = self.open(&ty);
                let is_not = matches!(tree.op, UnOp::Not(_));
                match &ty {
                    Ty::Bool if is_not => return Ty::Bool,
                    Ty::Int(int) if is_not || int.is_signed() => return ty,
                    Ty::Float(_) if !is_not => return ty,
                    Ty::Never | Ty::Unknown => return ty,
                    _ => {}
                }
                match self.table.kind(&ty) {
                    Some(VarKind::Int) => return ty,
                    Some(VarKind::Float) if !is_not => return ty,
                    _ => {}
                }
                let path = if is_not { "std::ops::Not" } else { "std::ops::Neg" };
                let Some(id) = self.defs.lang(path) else { return Ty::Unknown };
                if let (Ty::Ref(_, to), false) = (&ty, is_not)
                    && let Ty::Int(int) = self.table.shallow(to)
                    && int.is_signed()
                {
                    return Ty::Int(int);
                }
                let of = TraitRef { id, args: Rc::new([ty.clone()]) };
                if self.holds(&Predicate::Trait(of.clone()), 0) == Some(false) {
                    let name = if is_not { "!" } else { "-" };
                    self.error(ErrorKind::Unary, &at, [ty], name);
                    self.incomplete("the result of an operator");
                    return Ty::Unknown;
                }
                let output = self.fresh();
                self.require(Predicate::Trait(of.clone()), at.clone());
                self.require(Predicate::Projection(of, 0, output.clone()), at);
                self.select();
                output
            }
            _ => Ty::Unknown,
        }
    }

    pub(super) fn assign(&mut self, tree: &syn::ExprAssign) -> Ty {
        match &*tree.left {
            Tree::Infer(_) => {
                self.plain(&tree.right);
            }
            Tree::Tuple(_) | Tree::Array(_) | Tree::Call(_) | Tree::Struct(_) => {
                let ty = self.plain(&tree.right);
                self.assigned(&tree.left, &ty);
            }
            left => {
                let ty = self.plain(left);
                self.coerced(&tree.right, &ty);
            }
        }
        Ty::unit()
    }

    /// The left side of an assignment that takes a value apart.
    fn assigned(&mut self, tree: &Tree, ty: &Ty) {
        let ty = self.table.shallow(ty);
        match (tree, &ty) {
            (Tree::Infer(_), _) => {}
            (Tree::Tuple(tree), Ty::Tuple(parts)) if tree.elems.len() == parts.len() => {
                for (tree, ty) in tree.elems.iter().zip(parts.iter()) {
                    self.assigned(tree, ty);
                }
            }
            (Tree::Array(tree), Ty::Array(of, _)) => {
                for tree in &tree.elems {
                    self.assigned(tree, of);
                }
            }
            (Tree::Tuple(_) | Tree::Array(_) | Tree::Call(_) | Tree::Struct(_), _) => {
                self.incomplete("an assignment that takes a value apart");
            }
            (tree, ty) => {
                let place = self.plain(tree);
                self.coerce(ty, &place, &span::expr(tree));
            }
        }
    }

    pub(super) fn index(&mut self, tree: &syn::ExprIndex, at: &std::ops::Range<usize>) -> Ty {
        let of = self.plain(&tree.expr);
        let of = self.expect_known(&of);
        let index = self.plain(&tree.index);
        let index = self.open(&index);
        let Some(id) = self.defs.lang("std::ops::Index") else { return Ty::Unknown };
        let mut steps = self.autoderef(&of);
        if let Some(Ty::Array(of, _)) = steps.last() {
            steps.push(Ty::Slice(Rc::clone(of)));
        }
        if steps.iter().any(|step| matches!(step, Ty::Unknown | Ty::Var(_))) {
            self.incomplete("what is indexed");
            return Ty::Unknown;
        }
        for step in &steps {
            if let Ty::Array(element, _) | Ty::Slice(element) = step
                && (self.is_integer(&index) || matches!(index, Ty::Var(_)))
                && self.table.unify(&index, &Self::usize())
            {
                return self.table.resolve(element);
            }
            let of = TraitRef { id, args: Rc::new([step.clone(), index.clone()]) };
            if self.may_hold(&Predicate::Trait(of.clone())) {
                let at = span::expr(&tree.index);
                let output = self.fresh();
                self.require(Predicate::Trait(of.clone()), at.clone());
                self.require(Predicate::Projection(of, 0, output.clone()), at);
                self.select();
                return self.table.resolve(&output);
            }
            // The type can be indexed, but not by that.
            if self.has_some_impl(id, step) {
                let name = self.name_of(&of);
                let at = span::expr(&tree.index);
                self.error(ErrorKind::NotIndexable, &at, [of.of().clone(), index.clone()], &name);
                self.incomplete("what is indexed");
                return Ty::Unknown;
            }
        }
        self.error(ErrorKind::NotIndexable, at, [of], "");
        self.incomplete("what is indexed");
        Ty::Unknown
    }
}

/// The bytes of the operator itself.
fn operator_span(tree: &syn::ExprBinary) -> std::ops::Range<usize> {
    macro_rules! token {
        ($($variant:ident),*) => {
            match &tree.op {
                $(BinOp::$variant(token) => token.spans.map(|span| span.byte_range()).to_vec(),)*
                _ => Vec::new(),
            }
        };
    }
    let all = token!(
        Add,
        Sub,
        Mul,
        Div,
        Rem,
        And,
        Or,
        BitXor,
        BitAnd,
        BitOr,
        Shl,
        Shr,
        Eq,
        Lt,
        Le,
        Ne,
        Ge,
        Gt,
        AddAssign,
        SubAssign,
        MulAssign,
        DivAssign,
        RemAssign,
        BitXorAssign,
        BitAndAssign,
        BitOrAssign,
        ShlAssign,
        ShrAssign
    );
    match (all.first(), all.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => span::expr(&tree.left).end..span::expr(&tree.right).start,
    }
}
