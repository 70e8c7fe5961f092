//! Blocks and statements, branches, loops, and the ways out of them.

use syn::{Expr as Tree, Stmt};

use super::Lowerer;
use super::exits::Leaving;
use super::expr::enclose;
use super::handed_on::wanted_of;
use crate::run::diagnostic::Diagnostic;
use crate::rust::check::types::Ty;
use crate::rust::ir::{
    Arm, Block, Condition, Expr, For, Guard, If, Kind, Label, Loop, Match, Moves, Statement, Temps,
    While,
};
use crate::rust::syntax::cfg::is_left_out;
use crate::rust::syntax::span;

impl Lowerer<'_> {
    pub(super) fn control(&mut self, tree: &Tree, wanted: Ty) -> (Expr, Ty) {
        let span = self.span(span::expr(tree));
        let (kind, ty) = match tree {
            Tree::Block(tree) => {
                let name = tree.label.as_ref().map(|label| label.name.ident.to_string());
                self.wanted = wanted;
                return self.labelled_block(&tree.block, name);
            }
            Tree::Const(tree) => {
                self.wanted = wanted;
                return self.block(&tree.block, "const", None);
            }
            Tree::Unsafe(tree) => {
                self.wanted = wanted;
                self.context().unsafes += 1;
                let lowered = self.block(&tree.block, "unsafe", None);
                self.context().unsafes -= 1;
                return lowered;
            }
            Tree::If(tree) => self.if_else(tree, wanted),
            Tree::While(tree) => {
                let label = self.new_label();
                let name = tree.label.as_ref().map(|label| label.name.ident.to_string());
                let ((conditions, body), temps) = self.with_temps(|this| {
                    this.with_variables(|this| {
                        let conditions = this.conditions(&tree.cond);
                        this.enter(name, label, Leaving::Loop("while"), span);
                        let (body, _) = this.block(&tree.body, "while", None);
                        this.context().exits.pop();
                        (conditions, body)
                    })
                });
                (Kind::While(Box::new(While { label, conditions, temps, body })), Ty::Copy)
            }
            Tree::Loop(tree) => {
                let label = self.new_label();
                let name = tree.label.as_ref().map(|label| label.name.ident.to_string());
                self.enter(name, label, Leaving::ValueLoop, span);
                let (body, _) = self.block(&tree.body, "loop", None);
                self.context().exits.pop();
                (Kind::Loop(Box::new(Loop { label, body })), Ty::Unknown)
            }
            Tree::ForLoop(tree) => self.for_loop(tree),
            Tree::Match(tree) => self.match_(tree, wanted),
            Tree::Return(tree) => {
                let returns = self.context().returns.clone();
                let value = tree.expr.as_ref().map(|value| {
                    let (lowered, ty) = self.expr_as(value, &returns);
                    if lowered.is_single_value() {
                        self.expect(lowered.span, &ty, &returns, None);
                    }
                    Box::new(lowered)
                });
                (Kind::Return(value), Ty::Copy)
            }
            Tree::Break(tree) => {
                let value = tree.expr.as_ref().map(|value| Box::new(self.expr(value).0));
                match self.exit("break", tree.label.as_ref(), value.is_some(), span) {
                    Some(label) => (Kind::Break(label, value), Ty::Copy),
                    None => (Kind::Unit, Ty::Unknown),
                }
            }
            Tree::Continue(tree) => match self.exit("continue", tree.label.as_ref(), false, span) {
                Some(label) => (Kind::Continue(label), Ty::Copy),
                None => (Kind::Unit, Ty::Unknown),
            },
            _ => {
                let message = "expected expression, found `let` statement";
                return self.refuse(
                    Diagnostic::wrong(span, message)
                        .hint("`let` stands in the condition of an `if` or `while`"),
                );
            }
        };
        (Expr { span, kind }, ty)
    }

    fn labelled_block(&mut self, block: &syn::Block, name: Option<String>) -> (Expr, Ty) {
        let Some(name) = name else { return self.block(block, "block", None) };
        let label = self.new_label();
        let at = self.span(span::block(block));
        self.enter(Some(name), label, Leaving::Block, at);
        let lowered = self.block(block, "block", Some(label));
        self.context().exits.pop();
        (lowered.0, Ty::Unknown)
    }

    /// The body of a function, whose scope is the function's own.
    pub(super) fn body(&mut self, block: &syn::Block) -> (Expr, Ty) {
        self.block(block, "", None)
    }

    /// A block, shown as that; a scope without a name is not shown.
    pub(super) fn block(
        &mut self,
        block: &syn::Block,
        name: &str,
        label: Option<Label>,
    ) -> (Expr, Ty) {
        let range = span::block(block);
        let first = self.span(range.clone());
        let last = self.span(range.end - 1..range.end).line;
        let from = self.context().next;
        let wanted = std::mem::take(&mut self.wanted);
        let (statements, tail, ty) =
            self.with_variables(|this| this.statements(&block.stmts, wanted));
        let context = self.context();
        // A body is dropped by the scope around it, which is shown.
        let is_body = name.is_empty();
        let to = if is_body { from } else { context.next };
        if !is_body {
            context.next = from;
        }
        let scope = self.scope(name, from..to, first.line, last);
        let kind = Kind::Block(Box::new(Block { scope, label, statements, tail }));
        (Expr { span: first, kind }, ty)
    }

    /// What stands in a block. The names of its items mean nothing outside of it.
    fn statements(&mut self, trees: &[Stmt], wanted: Ty) -> (Vec<Statement>, Option<Expr>, Ty) {
        let has_items = trees.iter().any(|tree| matches!(tree, Stmt::Item(_)));
        let outside = has_items.then(|| (self.names.clone(), self.uses.clone()));
        let lowered = self.statements_within(trees, wanted);
        if let Some((names, uses)) = outside {
            (self.names, self.uses) = (names, uses);
        }
        lowered
    }

    fn statements_within(
        &mut self,
        trees: &[Stmt],
        wanted: Ty,
    ) -> (Vec<Statement>, Option<Expr>, Ty) {
        let items: Vec<_> = trees
            .iter()
            .filter_map(|tree| match tree {
                Stmt::Item(item) => Some(item),
                _ => None,
            })
            .collect();
        let is_there = |tree: &&Stmt| match tree {
            Stmt::Local(local) => !is_left_out(&local.attrs),
            Stmt::Macro(tree) => !is_left_out(&tree.attrs),
            Stmt::Expr(Tree::Block(tree), _) => !is_left_out(&tree.attrs),
            _ => true,
        };
        let trees: Vec<&Stmt> = trees.iter().filter(is_there).collect();
        if !items.is_empty() {
            self.declare_items(&items);
        }
        let mut statements = Vec::new();
        for (index, tree) in trees.iter().enumerate() {
            let is_last = index + 1 == trees.len();
            match *tree {
                Stmt::Local(local) => self.local(local, &mut statements),
                Stmt::Item(_) => {}
                Stmt::Expr(tree, None) if is_last => {
                    self.wanted = wanted;
                    let (tail, ty) = self.terminating(tree);
                    return (statements, Some(tail), ty);
                }
                Stmt::Macro(tree) if is_last && tree.semi_token.is_none() => {
                    self.wanted = wanted;
                    let ((tail, ty), temps) = self.with_temps(|this| this.macro_call(&tree.mac));
                    return (statements, Some(enclose(temps, tail)), ty);
                }
                Stmt::Expr(tree, _) => {
                    let ((value, ty), temps) = self.with_temps(|this| this.expr(tree));
                    statements.push(statement(value, &ty, temps));
                }
                Stmt::Macro(tree) => {
                    let ((value, ty), temps) = self.with_temps(|this| this.macro_call(&tree.mac));
                    statements.push(statement(value, &ty, temps));
                }
            }
        }
        (statements, None, Ty::Unit)
    }

    fn if_else(&mut self, tree: &syn::ExprIf, wanted: Ty) -> (Kind, Ty) {
        let ((conditions, then, ty), temps) = self.with_temps(|this| {
            this.with_variables(|this| {
                if let (Tree::Let(condition), [Stmt::Expr(then, None)]) =
                    (&*tree.cond, &tree.then_branch.stmts[..])
                {
                    this.wanted = wanted_of(&condition.pat, then, &wanted).unwrap_or_default();
                }
                let conditions = this.conditions(&tree.cond);
                this.wanted = wanted.clone();
                let (then, ty) = this.block(&tree.then_branch, "if", None);
                (conditions, then, ty)
            })
        });
        let otherwise = tree.else_branch.as_ref().map(|(_, otherwise)| match &**otherwise {
            Tree::Block(tree) => {
                self.wanted = wanted;
                self.block(&tree.block, "else", None)
            }
            otherwise => self.expr_as(otherwise, &wanted),
        });
        if let Some((branch, other)) = &otherwise {
            self.check_branch(&ty, branch, other, "`if` and `else`");
        }
        let (otherwise, other_ty) = otherwise.unzip();
        let ty = joined(ty, other_ty);
        (Kind::If(Box::new(If { conditions, temps, then, otherwise })), ty)
    }

    /// A condition, with the `let`s that are joined by `&&`.
    fn conditions(&mut self, tree: &Tree) -> Vec<Condition> {
        match tree {
            Tree::Let(tree) => {
                let (place, ty) = self.place(&tree.expr);
                vec![Condition::Let(self.pattern(&tree.pat, &ty), place)]
            }
            Tree::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) && has_let(tree) => {
                let mut conditions = self.conditions(&binary.left);
                conditions.extend(self.conditions(&binary.right));
                conditions
            }
            tree => {
                let (condition, ty) = self.terminating(tree);
                self.check_condition(tree, &ty);
                vec![Condition::Bool(condition)]
            }
        }
    }

    fn for_loop(&mut self, tree: &syn::ExprForLoop) -> (Kind, Ty) {
        let label = self.new_label();
        let name = tree.label.as_ref().map(|label| label.name.ident.to_string());
        // The temporaries of the iterated expression live as long as the loop does.
        let (iterated, ty) = self.expr(&tree.expr);
        let start = tree.for_token.span.byte_range().start;
        let head = self.span(start..span::expr(&tree.expr).end);
        let iterator = self.slot();
        let item_ty = match &ty {
            Ty::Unknown => self.item_of_call(&tree.expr),
            Ty::Vec(_) | Ty::Array(..) => ty.element(),
            Ty::Ref(of) => Self::reference_to(of.behind().element(), false),
            Ty::RefMut(of) => Self::reference_to(of.behind().element(), true),
            _ => Ty::Unknown,
        };
        let ((item, pattern, variable, body), turn) = self.with_temps(|this| {
            this.with_variables(|this| {
                let item = this.slot();
                let shape = crate::rust::ir::Shape::Any;
                let param = this.param(item, &tree.pat, item_ty, shape);
                this.enter(name, label, Leaving::Loop("for"), head);
                let (body, _) = this.block(&tree.body, "for", None);
                this.context().exits.pop();
                (item, param.pattern, param.name, body)
            })
        });
        let for_ = For { label, iterated, iterator, item, pattern, name: variable, turn, body };
        (Kind::For(Box::new(for_)), Ty::Copy)
    }

    /// The type of the items of `list.iter()` and `list.iter_mut()`.
    fn item_of_call(&mut self, tree: &Tree) -> Ty {
        let Tree::MethodCall(call) = tree else { return Ty::Unknown };
        let mutable = match call.method.to_string().as_str() {
            "iter" => false,
            "iter_mut" => true,
            _ => return Ty::Unknown,
        };
        Self::reference_to(self.place_type(&call.receiver).behind().element(), mutable)
    }

    /// Reports a branch that gives another type than the ones before it.
    fn check_branch(&mut self, before: &Ty, branch: &Expr, ty: &Ty, what: &str) {
        let is_simple =
            |ty: &Ty| ty.is_number() || matches!(ty, Ty::Bool | Ty::Char | Ty::Str | Ty::String);
        let value = match &branch.kind {
            Kind::Block(block) => block.tail.as_ref(),
            _ => Some(branch),
        };
        let Some(value) = value.filter(|value| value.is_single_value()) else { return };
        if !is_simple(before) || !is_simple(ty) || before.admits(ty) {
            return;
        }
        let count = self.diagnostics.len();
        self.expect(value.span, ty, before, None);
        if let Some(said) = self.diagnostics.pop()
            && self.diagnostics.len() == count
        {
            let message = format!("{what} have incompatible types");
            let said = Diagnostic { message, ..said };
            self.report(match (before, ty) {
                (Ty::Str, Ty::String) | (Ty::String, Ty::Str) => {
                    said.hint("let each of them be a `String`: `.to_string()`")
                }
                _ => said,
            });
        }
    }

    fn match_(&mut self, tree: &syn::ExprMatch, wanted: Ty) -> (Kind, Ty) {
        let mut handed_on = tree.arms.iter();
        let handed_on = handed_on.find_map(|arm| wanted_of(&arm.pat, &arm.body, &wanted));
        self.wanted = handed_on.unwrap_or_default();
        let (place, scrutinee) = self.place(&tree.expr);
        self.wanted = Ty::Unknown;
        let mut result: Option<Ty> = None;
        let mut arms = Vec::new();
        for arm in &tree.arms {
            let (pat, guard) = match &arm.pat {
                syn::Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
                pat => (pat, None),
            };
            let first = self.span(span::pat(pat)).line;
            let body_range = span::expr(&arm.body);
            let last = self.span(body_range.end.saturating_sub(1)..body_range.end).line;
            let from = self.context().next;
            let (pattern, guard, body, ty) = self.with_variables(|this| {
                let pattern = this.pattern(pat, &scrutinee);
                let guard = guard.map(|guard| {
                    let from = this.context().next;
                    let conditions = this.conditions(guard);
                    // They stay with the arm: nothing of it gets their slots.
                    Guard { conditions, temps: Temps { from, to: this.context().next } }
                });
                this.wanted = wanted.clone();
                let (body, ty) = match &*arm.body {
                    // The arm is the scope; its braces are not another one.
                    Tree::Block(tree) if tree.label.is_none() => this.body(&tree.block),
                    body => this.terminating(body),
                };
                (pattern, guard, body, ty)
            });
            let context = self.context();
            let to = context.next;
            context.next = from;
            let scope = self.scope("match", from..to, first, last);
            if let Some(before) = &result {
                self.check_branch(before, &body, &ty, "`match` arms");
            }
            result = Some(match result {
                Some(before) => joined(before, Some(ty)),
                None => ty,
            });
            arms.push(Arm { pattern, guard, scope, body });
        }
        if !matches!(scrutinee, Ty::Refused) {
            let at = self.span(span::expr(&tree.expr));
            self.check_arms(&arms, at);
        }
        (Kind::Match(Box::new(Match { place, arms })), result.unwrap_or(Ty::Copy))
    }
}

/// The type of a value that comes from one of two branches, of which one may not come back.
fn joined(a: Ty, b: Option<Ty>) -> Ty {
    match (a, b) {
        (a, None) => a,
        (Ty::Copy | Ty::Unit | Ty::Unknown, Some(b)) => b,
        (Ty::Refused, _) | (_, Some(Ty::Refused)) => Ty::Refused,
        (a, Some(_)) => a,
    }
}

fn has_let(tree: &Tree) -> bool {
    match tree {
        Tree::Let(_) => true,
        Tree::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

/// A statement, whose value is dropped before its temporaries are.
pub(super) fn statement(value: Expr, ty: &Ty, temps: Temps) -> Statement {
    let value = if ty.moves() == Moves::No {
        value
    } else {
        Expr { span: value.span, kind: Kind::Discard(Box::new(value)) }
    };
    Statement::Expr(enclose(temps, value))
}
