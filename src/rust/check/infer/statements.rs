//! Blocks, statements, branches and loops.

use std::rc::Rc;

use syn::{Expr as Tree, Stmt};

use super::coerce::blamed;
use super::report::ErrorKind;
use super::table::VarKind;
use super::{Expected, Infer, Loop};
use crate::rust::check::defs::ty::{Predicate, TraitRef, Ty};
use crate::rust::syntax::cfg::is_left_out;
use crate::rust::syntax::span;

impl Infer<'_> {
    pub(super) fn block(&mut self, block: &syn::Block, expected: &Expected) -> Ty {
        let locals = self.locals.len();
        let module = self.scope.module;
        let start = block.brace_token.span.open().byte_range().start;
        if let Some(of_block) = self.collected.blocks.get(&start) {
            self.scope.module = Some(*of_block);
        }
        let before = std::mem::take(&mut self.diverges);
        let mut ty = None;
        let is_there = |stmt: &&Stmt| match stmt {
            Stmt::Local(local) => !is_left_out(&local.attrs),
            Stmt::Macro(tree) => !is_left_out(&tree.attrs),
            Stmt::Expr(Tree::Block(tree), _) => !is_left_out(&tree.attrs),
            _ => true,
        };
        let stmts: Vec<&Stmt> = block.stmts.iter().filter(is_there).collect();
        for (index, stmt) in stmts.iter().enumerate() {
            let is_last = index + 1 == stmts.len();
            match *stmt {
                Stmt::Local(local) => self.local(local),
                Stmt::Expr(tree, None) if is_last => ty = Some(self.tail(tree, expected)),
                Stmt::Expr(tree, semicolon) => self.statement(tree, semicolon.is_some()),
                Stmt::Macro(tree) if is_last && tree.semi_token.is_none() => {
                    let of = self.macro_call(&tree.mac, expected);
                    self.record(&span::mac(&tree.mac), &of);
                    if of == Ty::Never {
                        self.diverges = true;
                    }
                    ty = Some(of);
                }
                Stmt::Macro(tree) => {
                    let of = self.macro_call(&tree.mac, &Expected::Nothing);
                    self.record(&span::mac(&tree.mac), &of);
                    if of == Ty::Never {
                        self.diverges = true;
                    }
                }
                Stmt::Item(_) => {}
            }
        }
        let ty = match ty {
            Some(ty) if self.diverges && ty.is_unit() => Ty::Never,
            Some(ty) => ty,
            None if self.diverges => Ty::Never,
            None => Ty::unit(),
        };
        self.diverges = before || self.diverges;
        self.locals.truncate(locals);
        self.scope.module = module;
        ty
    }

    /// What a block ends with.
    fn tail(&mut self, tree: &Tree, expected: &Expected) -> Ty {
        match expected {
            Expected::Must(to) => {
                let ty = self.expr(tree, expected);
                // Where the type is known, that is what the block has.
                if ty != Ty::Never && self.table.kind(to) != Some(VarKind::Any) {
                    self.coerce(&ty, to, &blamed(tree));
                    return to.clone();
                }
                ty
            }
            _ => self.expr(tree, expected),
        }
    }

    fn statement(&mut self, tree: &Tree, has_semicolon: bool) {
        match has_semicolon {
            true => {
                self.plain(tree);
            }
            // A statement like `if … { … }` without a semicolon is `()`.
            false => self.coerced(tree, &Ty::unit()),
        }
    }

    fn local(&mut self, local: &syn::Local) {
        let (pat, written) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some(self.written(&typed.ty))),
            pat => (pat, None),
        };
        let ty = match (&local.init, written) {
            (Some(init), Some(ty)) => {
                self.coerced(&init.expr, &ty);
                ty
            }
            (Some(init), None) => self.plain(&init.expr),
            (None, Some(ty)) => ty,
            (None, None) => self.fresh(),
        };
        if let Some((_, otherwise)) = local.init.as_ref().and_then(|init| init.diverge.as_ref()) {
            let before = self.diverges;
            self.coerced(otherwise, &Ty::Never);
            self.diverges = before;
        }
        self.pattern(pat, &ty);
    }

    pub(super) fn condition(
        &mut self,
        tree: &syn::ExprIf,
        expected: &Expected,
        whole: &std::ops::Range<usize>,
    ) -> Ty {
        let locals = self.locals.len();
        self.conditions(&tree.cond);
        let before = self.diverges;
        let wanted = self.of_branches(expected);
        let then = self.block(&tree.then_branch, &wanted);
        self.locals.truncate(locals);
        let then_diverges = std::mem::replace(&mut self.diverges, before);
        let at = block_blame(&tree.then_branch);
        let Some((_, otherwise)) = &tree.else_branch else {
            self.diverges = before;
            let then = self.table.resolve(&then);
            if then != Ty::Never && !self.table.unify(&then, &Ty::unit()) {
                match expected {
                    Expected::Must(to) if self.table.resolve(to).is_unit() => {
                        self.error(ErrorKind::Mismatch, &at, [Ty::unit(), then], "");
                    }
                    _ => self.error(ErrorKind::NoElse, whole, [then], ""),
                }
            }
            return Ty::unit();
        };
        let first = self.branch(None, &then, &wanted, &at);
        let ty = self.expr(otherwise, &wanted);
        self.diverges = before || (then_diverges && self.diverges);
        let joined = self.branch(Some(first), &ty, &wanted, &blamed(otherwise));
        joined.unwrap_or(Ty::Never)
    }

    /// The conditions of an `if` or `while`, with the variables that they bind.
    fn conditions(&mut self, tree: &Tree) {
        match tree {
            Tree::Let(_) => {
                self.plain(tree);
            }
            Tree::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
                self.conditions(&binary.left);
                self.conditions(&binary.right);
                self.record(&span::expr(tree), &Ty::Bool);
            }
            Tree::Paren(inner) if matches!(*inner.expr, Tree::Let(_)) => {
                self.conditions(&inner.expr);
            }
            tree => self.coerced(tree, &Ty::Bool),
        }
    }

    /// What a branch is expected to be: a type that is not known yet is only a hint.
    fn of_branches(&self, expected: &Expected) -> Expected {
        match expected {
            Expected::Must(ty) if self.table.kind(ty) == Some(VarKind::Any) => {
                Expected::Hint(ty.clone())
            }
            expected => expected.clone(),
        }
    }

    /// Adds a branch to those before; `None` while all of them never end.
    fn branch(
        &mut self,
        joined: Option<Option<Ty>>,
        ty: &Ty,
        wanted: &Expected,
        at: &std::ops::Range<usize>,
    ) -> Option<Ty> {
        let joined = joined.flatten();
        let ty = self.table.shallow(ty);
        if ty == Ty::Never {
            return joined;
        }
        if let Expected::Must(to) = wanted {
            self.coerce(&ty, to, at);
            return Some(to.clone());
        }
        Some(self.join(joined, &ty, at))
    }

    pub(super) fn matches(&mut self, tree: &syn::ExprMatch, expected: &Expected) -> Ty {
        let of = self.plain(&tree.expr);
        let before = self.diverges;
        let wanted = self.of_branches(expected);
        let mut joined: Option<Option<Ty>> = None;
        let mut all_diverge = true;
        for arm in &tree.arms {
            if is_left_out(&arm.attrs) {
                continue;
            }
            let locals = self.locals.len();
            self.diverges = before;
            match &arm.pat {
                syn::Pat::Guard(guarded) => {
                    self.pattern(&guarded.pat, &of);
                    self.conditions(&guarded.guard);
                    self.diverges = before;
                }
                pat => self.pattern(pat, &of),
            }
            let ty = self.expr(&arm.body, &wanted);
            all_diverge = all_diverge && (self.diverges || ty == Ty::Never);
            joined = Some(self.branch(joined, &ty, &wanted, &blamed(&arm.body)));
            self.locals.truncate(locals);
        }
        self.diverges = before || all_diverge;
        joined.flatten().unwrap_or(Ty::Never)
    }

    /// Begins a loop; `value` is what `break` gives it, if it can.
    fn enter_loop(&mut self, label: Option<&syn::Label>, value: Option<Ty>) {
        let label = label.map(|label| label.name.ident.to_string());
        self.loops.push(Loop { label, value, left: false, is_loop: true });
    }

    /// Checks the body of the innermost loop and ends the loop. Returns whether some `break` leaves it.
    fn loop_body(&mut self, body: &syn::Block) -> bool {
        let ty = self.block(body, &Expected::Must(Ty::unit()));
        self.coerce(&ty, &Ty::unit(), &block_blame(body));
        self.loops.pop().is_some_and(|it| it.left)
    }

    pub(super) fn while_loop(&mut self, tree: &syn::ExprWhile) -> Ty {
        let locals = self.locals.len();
        let before = self.diverges;
        self.enter_loop(tree.label.as_ref(), None);
        self.conditions(&tree.cond);
        self.loop_body(&tree.body);
        self.locals.truncate(locals);
        self.diverges = before;
        Ty::unit()
    }

    pub(super) fn endless_loop(&mut self, tree: &syn::ExprLoop, expected: &Expected) -> Ty {
        let before = self.diverges;
        let value = match expected {
            Expected::Must(ty) => ty.clone(),
            _ => self.fresh(),
        };
        self.enter_loop(tree.label.as_ref(), Some(value.clone()));
        let left = self.loop_body(&tree.body);
        self.diverges = before || !left;
        if left { value } else { Ty::Never }
    }

    pub(super) fn for_loop(&mut self, tree: &syn::ExprForLoop) -> Ty {
        let locals = self.locals.len();
        let ty = self.plain(&tree.expr);
        let at = span::expr(&tree.expr);
        let before = self.diverges;
        let item = match self.defs.lang("std::iter::IntoIterator") {
            Some(id) => {
                let of = TraitRef { id, args: Rc::new([ty]) };
                let item = self.fresh();
                self.require(Predicate::Trait(of.clone()), at.clone());
                self.require(Predicate::Projection(of, 0, item.clone()), at);
                self.select();
                self.table.resolve(&item)
            }
            None => Ty::Unknown,
        };
        self.pattern(&tree.pat, &item);
        self.enter_loop(tree.label.as_ref(), None);
        self.loop_body(&tree.body);
        self.locals.truncate(locals);
        self.diverges = before;
        Ty::unit()
    }
}

/// Where the type of a block is blamed.
fn block_blame(block: &syn::Block) -> std::ops::Range<usize> {
    match block.stmts.last() {
        Some(Stmt::Expr(tree, None)) => blamed(tree),
        _ => span::block(block),
    }
}
