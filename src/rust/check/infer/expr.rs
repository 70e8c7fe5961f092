//! Types of expressions.

use std::ops::Range;
use std::rc::Rc;

use syn::Expr as Tree;

use super::coerce::blamed;
use super::report::ErrorKind;
use super::table::VarKind;
use super::{Expected, Infer, Loop};
use crate::rust::check::defs::ty::{FloatTy, IntTy, Ty};
use crate::rust::check::defs::{Conversion, Form};
use crate::rust::syntax::span;

impl Infer<'_> {
    /// The type of an expression, before it is coerced to what is expected.
    pub(super) fn expr(&mut self, tree: &Tree, expected: &Expected) -> Ty {
        let ty = self.expr_of(tree, expected);
        let ty = self.table.shallow(&ty);
        if ty == Ty::Never {
            self.diverges = true;
        }
        if !matches!(tree, Tree::Group(_)) {
            self.record(&span::expr(tree), &ty);
        }
        ty
    }

    /// The type of an expression of which nothing is expected.
    pub(super) fn plain(&mut self, tree: &Tree) -> Ty {
        self.expr(tree, &Expected::Nothing)
    }

    fn expr_of(&mut self, tree: &Tree, expected: &Expected) -> Ty {
        match tree {
            Tree::Lit(tree) => self.literal(&tree.lit, expected),
            Tree::Paren(tree) => self.expr(&tree.expr, expected),
            Tree::Group(tree) => self.expr(&tree.expr, expected),
            Tree::Path(path) => self.path(path, &span::expr(tree)),
            Tree::Call(call) => self.call(call, expected),
            Tree::MethodCall(call) => self.method_call(call, expected),
            Tree::Field(field) => self.field(field),
            Tree::Index(index) => self.index(index, &span::expr(tree)),
            Tree::Unary(unary) => self.unary(unary, expected, span::expr(tree)),
            Tree::Binary(binary) => self.binary(binary, &span::expr(tree)),
            Tree::Assign(assign) => self.assign(assign),
            Tree::Reference(reference) => self.reference(reference, expected),
            Tree::Cast(cast) => self.cast(cast, span::expr(tree)),
            Tree::Tuple(tuple) => {
                let wanted = expected.ty().map(|ty| self.table.shallow(ty));
                let parts = tuple.elems.iter().enumerate().map(|(index, part)| {
                    let wanted = match &wanted {
                        Some(Ty::Tuple(all)) => all.get(index).cloned(),
                        _ => None,
                    };
                    match wanted {
                        Some(wanted) => self.element(part, &wanted, expected),
                        None => self.plain(part),
                    }
                });
                let parts: Vec<_> = parts.collect();
                Ty::Tuple(parts.into())
            }
            Tree::Array(array) => {
                let length = Ty::Len(array.elems.len() as u64);
                let of = self.elements(array.elems.iter(), expected);
                Ty::Array(Rc::new(of), Rc::new(length))
            }
            Tree::Repeat(repeat) => {
                let of = self.elements(std::iter::once(&*repeat.expr), expected);
                Ty::Array(Rc::new(of), Rc::new(self.length(&repeat.len)))
            }
            Tree::Range(range) => self.range(range, expected),
            Tree::Struct(literal) => self.structure(literal, expected),
            Tree::Closure(closure) => self.closure(closure, expected),
            Tree::Macro(tree) => self.macro_call(&tree.mac, expected),
            Tree::Try(question) => self.question(question),
            Tree::Block(tree) => match &tree.label {
                Some(label) => self.labelled(&label.name.ident.to_string(), &tree.block, expected),
                None => self.block(&tree.block, expected),
            },
            Tree::Unsafe(tree) => self.block(&tree.block, expected),
            Tree::Const(tree) => self.block(&tree.block, expected),
            Tree::If(it) => self.condition(it, expected, &span::expr(tree)),
            Tree::Let(tree) => {
                let ty = self.plain(&tree.expr);
                self.pattern(&tree.pat, &ty);
                Ty::Bool
            }
            Tree::Match(tree) => self.matches(tree, expected),
            Tree::While(tree) => self.while_loop(tree),
            Tree::Loop(tree) => self.endless_loop(tree, expected),
            Tree::ForLoop(tree) => self.for_loop(tree),
            Tree::Return(tree) => self.return_value(tree),
            Tree::Break(it) => self.break_loop(it, &span::expr(tree)),
            Tree::Continue(_) => Ty::Never,
            _ => Ty::Unknown,
        }
    }

    /// A part of a value, which has to have its type if the whole has to.
    fn element(&mut self, tree: &Tree, wanted: &Ty, expected: &Expected) -> Ty {
        match expected {
            Expected::Must(_) => {
                let ty = self.expr(tree, &Expected::Must(wanted.clone()));
                if self.table.kind(wanted) != Some(VarKind::Any) && ty != Ty::Unknown {
                    self.coerce(&ty, wanted, &blamed(tree));
                    return wanted.clone();
                }
                ty
            }
            _ => self.expr(tree, &Expected::Hint(wanted.clone())),
        }
    }

    /// What several elements are together.
    pub(super) fn elements<'t>(
        &mut self,
        trees: impl Iterator<Item = &'t Tree>,
        expected: &Expected,
    ) -> Ty {
        let wanted = expected.ty().map(|ty| self.table.shallow(ty));
        let wanted = match wanted {
            Some(Ty::Array(of, _) | Ty::Slice(of)) => Some(self.table.shallow(&of)),
            _ => None,
        };
        let mut joined = wanted
            .clone()
            .filter(|ty| matches!(expected, Expected::Must(_)) && !matches!(ty, Ty::Var(_)));
        let must = joined.is_some();
        for tree in trees {
            let wanted = match (&joined, &wanted) {
                (Some(ty), _) if must => Expected::Must(ty.clone()),
                (Some(ty), _) | (None, Some(ty)) => Expected::Hint(ty.clone()),
                _ => Expected::Nothing,
            };
            let ty = self.expr(tree, &wanted);
            joined = Some(self.join(joined, &ty, &blamed(tree)));
        }
        match joined {
            Some(joined) => joined,
            None => self.fresh(),
        }
    }

    pub(super) fn length(&mut self, tree: &Tree) -> Ty {
        let scope = self.scope.clone();
        let table = &mut self.table;
        let mut fresh = || table.fresh(VarKind::Any);
        let mut conversion = Conversion::new(self.defs, &scope);
        conversion.fresh = Some(&mut fresh);
        let length = conversion.length(tree);
        // The expression has a type, too.
        if !matches!(tree, Tree::Infer(_)) {
            self.coerced(tree, &Self::usize());
        }
        length
    }

    /// A type that is written in a body.
    pub(super) fn written(&mut self, tree: &syn::Type) -> Ty {
        let scope = self.scope.clone();
        let table = &mut self.table;
        let mut fresh = || table.fresh(VarKind::Any);
        let mut conversion = Conversion::new(self.defs, &scope);
        conversion.fresh = Some(&mut fresh);
        let ty = conversion.ty(tree);
        if ty.any(&mut |ty| *ty == Ty::Unknown) {
            self.incomplete("a type that is written");
        }
        self.normalize(&ty, &span::ty(tree))
    }

    pub(super) fn literal(&mut self, lit: &syn::Lit, expected: &Expected) -> Ty {
        let wanted = expected.ty().map(|ty| self.table.shallow(ty));
        match lit {
            syn::Lit::Bool(_) => Ty::Bool,
            syn::Lit::Char(_) => Ty::Char,
            syn::Lit::Str(_) => Ty::reference(false, Ty::Str),
            syn::Lit::Byte(_) => Ty::Int(IntTy::U8),
            syn::Lit::ByteStr(bytes) => {
                let length = Ty::Len(bytes.value().len() as u64);
                let bytes = Ty::Array(Rc::new(Ty::Int(IntTy::U8)), Rc::new(length));
                Ty::reference(false, bytes)
            }
            syn::Lit::Int(lit) => match (lit.suffix(), wanted) {
                ("", Some(ty @ Ty::Int(_))) => ty,
                ("", _) => self.table.fresh(VarKind::Int),
                (suffix, _) => Ty::primitive(suffix).unwrap_or(Ty::Unknown),
            },
            syn::Lit::Float(lit) => match (lit.suffix(), wanted) {
                ("", Some(ty @ Ty::Float(_))) => ty,
                ("", _) => self.table.fresh(VarKind::Float),
                ("f32", _) => Ty::Float(FloatTy::F32),
                ("f64", _) => Ty::Float(FloatTy::F64),
                _ => Ty::Unknown,
            },
            _ => Ty::Unknown,
        }
    }

    fn reference(&mut self, tree: &syn::ExprReference, expected: &Expected) -> Ty {
        let mutable = tree.mutability.is_some();
        let wanted = match expected.ty().map(|ty| self.table.shallow(ty)) {
            Some(Ty::Ref(_, to)) => {
                let to = self.table.shallow(&to);
                match to {
                    // `&[1, 2]` may become a slice, and `&x` a `dyn`: only literals gain by that.
                    Ty::Dyn(_) | Ty::Str | Ty::Var(_) => Expected::Nothing,
                    to => Expected::Hint(to),
                }
            }
            _ => Expected::Nothing,
        };
        let ty = self.expr(&tree.expr, &wanted);
        Ty::reference(mutable, ty)
    }

    fn cast(&mut self, tree: &syn::ExprCast, at: Range<usize>) -> Ty {
        let to = self.written(&tree.ty);
        let wanted = match self.table.shallow(&to) {
            Ty::Char => Ty::Int(IntTy::U8),
            to => to,
        };
        let from = self.expr(&tree.expr, &Expected::Hint(wanted));
        if matches!(to, Ty::Var(_)) {
            self.coerce(&from, &to, &span::expr(&tree.expr));
        } else {
            if !matches!(to, Ty::Int(_) | Ty::Float(_) | Ty::Char) {
                let before = self.table.snapshot();
                if self.coerces(&from, &to) {
                    self.table.commit(before);
                } else {
                    self.table.rollback(before);
                }
            }
            self.casts.push((from, to.clone(), at));
        }
        to
    }

    fn range(&mut self, tree: &syn::ExprRange, expected: &Expected) -> Ty {
        let wanted = match expected.ty().map(|ty| self.table.shallow(ty)) {
            Some(Ty::Adt(_, args)) if args.len() == 1 => Expected::Hint(args[0].clone()),
            _ => Expected::Nothing,
        };
        let start = tree.start.as_ref().map(|start| self.expr(start, &wanted));
        let wanted = match &start {
            Some(start) => Expected::Hint(start.clone()),
            None => wanted,
        };
        let end = tree.end.as_ref().map(|end| (self.expr(end, &wanted), blamed(end)));
        let of = match (start, end) {
            (Some(start), Some((end, at))) => self.join(Some(start), &end, &at),
            (Some(ty), None) | (None, Some((ty, _))) => ty,
            (None, None) => return self.std("std::ops::RangeFull", []),
        };
        let closed = matches!(tree.limits, syn::RangeLimits::Closed(_));
        let path = match (&tree.start, &tree.end, closed) {
            (Some(_), Some(_), false) => "std::ops::Range",
            (Some(_), Some(_), true) => "std::ops::RangeInclusive",
            (Some(_), None, _) => "std::ops::RangeFrom",
            (None, _, false) => "std::ops::RangeTo",
            (None, _, true) => "std::ops::RangeToInclusive",
        };
        self.std(path, [of])
    }

    fn structure(&mut self, tree: &syn::ExprStruct, expected: &Expected) -> Ty {
        let at = span::path(&tree.path);
        let found = match &tree.qself {
            None => self.variant_of(&tree.path),
            Some(_) => None,
        };
        let Some((id, variant, args)) = found else {
            for field in &tree.fields {
                self.plain(&field.expr);
            }
            self.incomplete("a struct that is not known");
            return Ty::Unknown;
        };
        let Some(adt) = self.defs.adt(id) else { return Ty::Unknown };
        let ty = Ty::Adt(id, Rc::clone(&args));
        if let Some(wanted) = expected.ty() {
            let before = self.table.snapshot();
            match self.table.unify(&ty, wanted) {
                true => self.table.commit(before),
                false => self.table.rollback(before),
            }
        }
        let of = &adt.variants[variant as usize];
        for field in &tree.fields {
            let name = member(&field.member);
            match of.fields.iter().find(|(known, _)| **known == *name) {
                Some((_, declared)) => {
                    let declared = self.normalize(&declared.subst(&args), &at);
                    self.coerced(&field.expr, &declared);
                }
                None => {
                    self.plain(&field.expr);
                    self.incomplete("a field that is not there");
                }
            }
        }
        if let Some(rest) = &tree.rest {
            self.coerced(rest, &ty);
        }
        self.require_bounds(&adt.generics, &args, &at);
        ty
    }

    fn field(&mut self, tree: &syn::ExprField) -> Ty {
        let of = self.plain(&tree.base);
        let of = self.expect_known(&of);
        let name = member(&tree.member);
        for step in self.autoderef(&of) {
            match &step {
                Ty::Tuple(parts) => {
                    if let Some(part) = name.parse::<usize>().ok().and_then(|at| parts.get(at)) {
                        return part.clone();
                    }
                }
                Ty::Adt(id, args) => {
                    let Some(adt) = self.defs.adt(*id) else { continue };
                    if adt.is_enum {
                        continue;
                    }
                    let fields = &adt.variants[0].fields;
                    if let Some((_, ty)) = fields.iter().find(|(known, _)| **known == *name) {
                        return self.instantiate(&ty.clone(), args);
                    }
                }
                Ty::Unknown | Ty::Var(_) => {
                    self.incomplete("the type of a field");
                    return Ty::Unknown;
                }
                _ => {}
            }
        }
        self.error(ErrorKind::NoField, &span::member(&tree.member), [of], &name);
        self.incomplete("a field that is not there");
        Ty::Unknown
    }

    /// `?`
    fn question(&mut self, tree: &syn::ExprTry) -> Ty {
        let ty = self.plain(&tree.expr);
        let at = tree.question_token.spans[0].byte_range();
        let ty = self.expect_known(&ty);
        let returns = self.returns.last().cloned().unwrap_or(Ty::Unknown);
        let (option, result) =
            (self.library_adt("std::option::Option"), self.library_adt("std::result::Result"));
        match &ty {
            Ty::Adt(id, args) if Some(*id) == option => {
                let other = self.fresh();
                let wanted = self.std("std::option::Option", [other]);
                if !self.table.unify(&returns, &wanted) {
                    self.error(ErrorKind::Question, &at, [ty.clone(), returns], "");
                }
                args[0].clone()
            }
            Ty::Adt(id, args) if Some(*id) == result => {
                let (value, error) = (self.fresh(), self.fresh());
                let wanted = self.std("std::result::Result", [value, error.clone()]);
                if !self.table.unify(&returns, &wanted) {
                    self.error(ErrorKind::Question, &at, [ty.clone(), returns], "");
                } else if let Some(from) = self.defs.lang("std::convert::From") {
                    let args = Rc::new([error, args[1].clone()]);
                    let of = crate::rust::check::defs::ty::TraitRef { id: from, args };
                    self.require(crate::rust::check::defs::ty::Predicate::Trait(of), at);
                }
                args[0].clone()
            }
            _ => {
                self.incomplete("`?` on another type");
                Ty::Unknown
            }
        }
    }

    fn return_value(&mut self, tree: &syn::ExprReturn) -> Ty {
        let returns = self.returns.last().cloned().unwrap_or(Ty::Unknown);
        match &tree.expr {
            Some(value) => self.coerced(value, &returns),
            None => {
                let at: Range<usize> = tree.return_token.span.byte_range();
                let returns = self.table.resolve(&returns);
                if !self.table.unify(&returns, &Ty::unit()) {
                    self.error(ErrorKind::NoValue, &at, [returns], "");
                }
            }
        }
        Ty::Never
    }

    fn break_loop(&mut self, tree: &syn::ExprBreak, at: &Range<usize>) -> Ty {
        let label = tree.label.as_ref().map(|label| label.ident.to_string());
        let index = match &label {
            Some(_) => self.loops.iter().rposition(|it| it.label == label),
            None => self.loops.iter().rposition(|it| it.is_loop),
        };
        let Some(index) = index else {
            if let Some(value) = &tree.expr {
                self.plain(value);
            }
            return Ty::Never;
        };
        self.loops[index].left = true;
        let wanted = self.loops[index].value.clone();
        match (&tree.expr, wanted) {
            (Some(value), Some(wanted)) => self.coerced(value, &wanted),
            (Some(value), None) => {
                self.plain(value);
            }
            (None, Some(wanted)) => {
                self.coerce(&Ty::unit(), &wanted, at);
            }
            (None, None) => {}
        }
        Ty::Never
    }

    fn labelled(&mut self, label: &str, block: &syn::Block, expected: &Expected) -> Ty {
        let value = match expected {
            Expected::Must(ty) => ty.clone(),
            _ => self.fresh(),
        };
        let label = Some(label.to_owned());
        self.loops.push(Loop { label, value: Some(value.clone()), left: false, is_loop: false });
        let ty = self.block(block, &Expected::Must(value.clone()));
        let at = match block.stmts.last() {
            Some(syn::Stmt::Expr(tree, None)) => blamed(tree),
            _ => span::block(block),
        };
        self.coerce(&ty, &value, &at);
        self.loops.pop();
        self.diverges = false;
        value
    }

    /// A field's struct has to be known: the form of a variant.
    pub(super) fn form_of(&self, id: crate::rust::check::defs::ty::AdtId, variant: u32) -> Form {
        let adt = self.defs.adt(id);
        adt.map_or(Form::Unit, |adt| adt.variants[variant as usize].form)
    }
}

/// The name of a field, or its number.
pub(super) fn member(member: &syn::Member) -> String {
    match member {
        syn::Member::Named(name) => {
            let name = name.to_string();
            name.strip_prefix("r#").map_or(name.clone(), ToOwned::to_owned)
        }
        syn::Member::Unnamed(index) => index.index.to_string(),
    }
}
