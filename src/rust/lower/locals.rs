//! `let`, and the temporaries that it keeps.

use std::rc::Rc;

use syn::{Expr as Tree, Stmt};

use super::Lowerer;
use super::context::Variable;
use super::control::statement;
use super::expr::{enclose, shaped};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Let, Statement, Temps};
use crate::rust::syntax::span;

impl Lowerer<'_> {
    pub(super) fn local(&mut self, local: &syn::Local, statements: &mut Vec<Statement>) {
        let start = local.let_token.span.byte_range().start;
        let span = self.span(start..local.semi_token.spans[0].byte_range().end);
        let (pat, declared) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
            pat => (pat, None),
        };
        let declared_ty = declared.map(|ty| self.ty(ty));
        let shape = declared_ty.as_ref().map_or(crate::rust::ir::Shape::Any, Ty::shape);
        let Some(init) = &local.init else {
            self.declare_unset(pat, declared_ty.unwrap_or(Ty::Unknown), statements);
            return;
        };
        self.extend_temporaries(&init.expr);
        if is_extending(pat) {
            self.extend_operand(&init.expr);
        }
        let otherwise = init.diverge.as_ref();
        self.wanted = declared_ty.clone().unwrap_or_default();
        match pat {
            syn::Pat::Ident(name)
                if name.by_ref.is_none()
                    && name.subpat.is_none()
                    && otherwise.is_none()
                    && !self.is_constant_pattern(&name.ident) =>
            {
                self.name_closures(std::iter::once(&*init.expr), &name.ident.to_string());
                let ((value, ty), temps) = self.with_temps(|this| this.expr(&init.expr));
                if let (Some(expected), Some(tree)) = (&declared_ty, declared)
                    && value.is_single_value()
                {
                    let because = (self.span(span::ty(tree)), "expected due to this");
                    let at = self.span(span::expr(&init.expr));
                    self.expect(at, &ty, expected, Some(because));
                    self.check_range(&value, expected);
                }
                let value = shaped(enclose(temps, value), &shape);
                let slot = self.slot();
                let variable = Variable {
                    name: name.ident.to_string().into(),
                    slot,
                    ty: declared_ty.unwrap_or(ty),
                    mutable: name.mutability.is_some(),
                    set: true,
                    declared: self.span_of(name.ident.span()),
                    captured: None,
                };
                let name = Rc::clone(&variable.name);
                self.declare(variable);
                statements.push(Statement::Bind { slot, name, value, span });
            }
            syn::Pat::Wild(_) if otherwise.is_none() => {
                // `_` binds nothing: a place is left alone, a value is a temporary like another.
                if !self.names_place(&init.expr) {
                    let (value, temps) = self.with_temps(|this| this.unbound(&init.expr));
                    statements.push(statement(value, &Ty::Unknown, temps));
                }
            }
            _ => {
                // The variables outlive the temporaries, so they get the slots above.
                let from = self.context().next;
                let (place, ty) = self.place(&init.expr);
                let to = self.context().next;
                self.wanted = Ty::Unknown;
                let otherwise = otherwise.map(|(_, otherwise)| self.expr(otherwise).0);
                let pattern = self.pattern(pat, &declared_ty.unwrap_or(ty));
                if otherwise.is_none() {
                    let at = self.span(span::pat(pat));
                    self.check_fits(&pattern, at, "local binding");
                }
                let temps = Temps { from, to };
                let let_ = Let { pattern, place, temps, otherwise, span };
                statements.push(Statement::Let(Box::new(let_)));
            }
        }
        self.wanted = Ty::Unknown;
    }

    /// `let name;` or `let (a, b);`, to be assigned later.
    fn declare_unset(&mut self, pat: &syn::Pat, ty: Ty, statements: &mut Vec<Statement>) {
        match pat {
            syn::Pat::Ident(name) => {
                let slot = self.slot();
                let variable = Variable {
                    name: name.ident.to_string().into(),
                    slot,
                    ty,
                    mutable: name.mutability.is_some(),
                    set: false,
                    declared: self.span_of(name.ident.span()),
                    captured: None,
                };
                self.declare(variable);
                let span = self.span(span::pat(pat));
                statements.push(Statement::Declare(slot, span));
            }
            syn::Pat::Wild(_) => {}
            syn::Pat::Paren(pat) => self.declare_unset(&pat.pat, ty, statements),
            syn::Pat::Tuple(tuple) => {
                for (index, pat) in tuple.elems.iter().enumerate() {
                    let ty = match &ty {
                        Ty::Tuple(all) => all.get(index).cloned().unwrap_or_default(),
                        _ => Ty::Unknown,
                    };
                    self.declare_unset(pat, ty, statements);
                }
            }
            _ => {
                self.not_supported(
                    span::pat(pat),
                    "this pattern without a value is outside of what the playground runs",
                    "give the `let` a value, or plain names",
                );
            }
        }
    }

    /// Gives the temporaries that `let` makes live as long as its variables a slot of the block.
    fn extend_temporaries(&mut self, tree: &Tree) {
        match tree {
            Tree::Reference(reference) => self.extend_operand(&reference.expr),
            Tree::Paren(tree) => self.extend_temporaries(&tree.expr),
            Tree::Macro(tree) => self.extend_arguments(&tree.mac),
            Tree::Cast(tree) => self.extend_temporaries(&tree.expr),
            Tree::Tuple(tuple) => {
                for element in &tuple.elems {
                    self.extend_temporaries(element);
                }
            }
            Tree::Array(array) => {
                for element in &array.elems {
                    self.extend_temporaries(element);
                }
            }
            Tree::Struct(literal) => {
                for field in &literal.fields {
                    self.extend_temporaries(&field.expr);
                }
            }
            Tree::Block(tree) if tree.label.is_none() => self.extend_tail(&tree.block),
            Tree::If(tree) => {
                self.extend_tail(&tree.then_branch);
                if let Some((_, otherwise)) = &tree.else_branch {
                    self.extend_temporaries(otherwise);
                }
            }
            Tree::Match(tree) => {
                for arm in &tree.arms {
                    self.extend_temporaries(&arm.body);
                }
            }
            Tree::Call(call) if self.is_constructor(&call.func) => {
                for argument in &call.args {
                    self.extend_temporaries(argument);
                }
            }
            _ => {}
        }
    }

    /// Extends what a `let` borrows.
    pub(super) fn extend_operand(&mut self, tree: &Tree) {
        let mut operand = tree;
        while let Tree::Field(syn::ExprField { base: inner, .. })
        | Tree::Index(syn::ExprIndex { expr: inner, .. })
        | Tree::Paren(syn::ExprParen { expr: inner, .. })
        | Tree::Unary(syn::ExprUnary { op: syn::UnOp::Deref(_), expr: inner, .. }) = operand
        {
            operand = inner;
        }
        self.extend_temporaries(operand);
        if !self.names_place(operand) {
            let slot = self.slot();
            self.extended.insert(std::ptr::from_ref(operand).addr(), slot);
        }
    }

    fn extend_tail(&mut self, block: &syn::Block) {
        if let Some(Stmt::Expr(tail, None)) = block.stmts.last() {
            self.extend_temporaries(tail);
        }
    }
}

/// Whether a pattern borrows from what it is matched with.
fn is_extending(pat: &syn::Pat) -> bool {
    match pat {
        syn::Pat::Ident(name) => name.by_ref.is_some(),
        syn::Pat::Paren(pat) => is_extending(&pat.pat),
        syn::Pat::Type(pat) => is_extending(&pat.pat),
        syn::Pat::Tuple(pat) => pat.elems.iter().any(is_extending),
        syn::Pat::Slice(pat) => pat.elems.iter().any(is_extending),
        syn::Pat::TupleStruct(pat) => pat.elems.iter().any(is_extending),
        syn::Pat::Struct(pat) => pat.fields.iter().any(|field| is_extending(&field.pat)),
        syn::Pat::Or(pat) => pat.cases.iter().any(is_extending),
        _ => false,
    }
}
