//! Assignment, to a place and to several at once.

use syn::Expr as Tree;

use super::Lowerer;
use super::unresolved::unknown_field;
use crate::run::diagnostic::Span;
use crate::rust::check::types::Ty;
use crate::rust::ir::{
    Block, Expr, Kind, Let, Moves, Pattern, Place, PlaceBase, Rest, Statement, Temps,
};
use crate::rust::syntax::span;

/// A place that an assignment to a pattern assigns to, and the slot its value waits in.
type Assignee<'t> = (u32, &'t Tree);

impl Lowerer<'_> {
    pub(super) fn assign(&mut self, assign: &syn::ExprAssign) -> (Expr, Ty) {
        let range = span::expr(&assign.left).start..span::expr(&assign.right).end;
        let span = self.span(range);
        if matches!(&*assign.left, Tree::Infer(_)) {
            let value = self.unbound(&assign.right);
            return (Expr { span, kind: Kind::Discard(Box::new(value)) }, Ty::Unit);
        }
        if self.is_assignee_pattern(&assign.left) {
            return self.assign_to_pattern(assign, span);
        }
        let equals = (self.span_of(assign.eq_token.spans[0]), "=");
        if !self.check_not_constant(&assign.left, span, equals) {
            let (value, _) = self.expr(&assign.right);
            return (value, Ty::Refused);
        }
        let to = self.place_type(&assign.left);
        self.wanted = to.clone();
        let (value, found) = self.expr(&assign.right);
        self.check_assigned_type(assign, &to, &found);
        let kind = self.assignment(&assign.left, value, span);
        (Expr { span, kind }, Ty::Unit)
    }

    fn assignment(&mut self, to: &Tree, value: Expr, span: Span) -> Kind {
        self.check_assigned(to, span);
        let (place, _) = self.mutable_place(to);
        Kind::Assign(place, Box::new(value))
    }

    fn is_assignee_pattern(&mut self, tree: &Tree) -> bool {
        match tree {
            Tree::Paren(tree) => self.is_assignee_pattern(&tree.expr),
            Tree::Tuple(_) | Tree::Array(_) | Tree::Struct(_) => true,
            Tree::Call(call) => self.is_constructor(&call.func),
            _ => false,
        }
    }

    /// `(a, b) = value` is `{ let (x, y) = value; a = x; b = y; }`.
    fn assign_to_pattern(&mut self, assign: &syn::ExprAssign, span: Span) -> (Expr, Ty) {
        let from = self.context().next;
        let (place, ty) = self.place(&assign.right);
        let to = self.context().next;
        let mut assignees = Vec::new();
        let pattern = self.assignee(&assign.left, &ty, &mut assignees);
        let temps = Temps { from, to };
        let let_ = Let { pattern, place, temps, otherwise: None, span };
        let mut statements = vec![Statement::Let(Box::new(let_))];
        for (slot, to) in assignees {
            let range = span::expr(to);
            let span = self.span(range);
            let place = Place::new(PlaceBase::Local(slot), span);
            let value = Expr { span, kind: Kind::Use(place, Moves::Unknown) };
            let kind = self.assignment(to, value, span);
            statements.push(Statement::Expr(Expr { span, kind }));
        }
        let to = self.context().next;
        self.context().next = from;
        // The block is not one that a person sees.
        let scope = self.scope("", from..to, span.line, span.line);
        let block = Block { scope, label: None, statements, tail: None };
        (Expr { span, kind: Kind::Block(Box::new(block)) }, Ty::Unit)
    }

    /// The pattern that takes a value apart for an assignment.
    fn assignee<'t>(
        &mut self,
        tree: &'t Tree,
        ty: &Ty,
        assignees: &mut Vec<Assignee<'t>>,
    ) -> Pattern {
        match tree {
            Tree::Paren(tree) => self.assignee(&tree.expr, ty, assignees),
            Tree::Infer(_) => Pattern::Wild,
            Tree::Tuple(tuple) => {
                let types = match ty {
                    Ty::Tuple(all) => all.to_vec(),
                    _ => Vec::new(),
                };
                let (all, rest) = self.assignee_sequence(tuple.elems.iter(), &types, assignees);
                Pattern::Tuple(all, rest)
            }
            Tree::Array(array) => {
                let (all, rest) = self.assignee_sequence(array.elems.iter(), &[], assignees);
                Pattern::Slice(all, rest.map(|at| Rest { at, bound: None }))
            }
            Tree::Call(call) if self.is_constructor(&call.func) => {
                let Tree::Path(path) = &*call.func else { return Pattern::Wild };
                let (all, rest) = self.assignee_sequence(call.args.iter(), &[], assignees);
                self.constructor_pattern(&path.path, all, rest, span::expr(tree))
            }
            Tree::Struct(literal) => {
                let Some((class, variant)) = self.variant_of(&literal.path) else {
                    let (_, _) = self.expr(tree);
                    return Pattern::Wild;
                };
                let mut fields = Vec::new();
                for field in &literal.fields {
                    let name = super::expr::member_name(&field.member);
                    let known = &class.variants[variant as usize].fields;
                    let index = known.iter().position(|known| *known.name == *name);
                    let pattern = self.assignee(&field.expr, &Ty::Unknown, assignees);
                    match index {
                        Some(index) => fields.push((index as u32, pattern)),
                        None => {
                            let at = self.span(span::member(&field.member));
                            let diagnostic = unknown_field(&class, variant, &name, at);
                            self.report(diagnostic);
                        }
                    }
                }
                Pattern::Object(class, variant, fields)
            }
            place => {
                let slot = self.slot();
                assignees.push((slot, place));
                Pattern::Bind {
                    slot,
                    // Nobody named it: the journal has the place it goes to.
                    name: "".into(),
                    by_reference: false,
                    moves: ty.moves(),
                    span: self.span(span::expr(place)),
                    within: None,
                }
            }
        }
    }

    fn assignee_sequence<'t>(
        &mut self,
        trees: impl Iterator<Item = &'t Tree>,
        types: &[Ty],
        assignees: &mut Vec<Assignee<'t>>,
    ) -> (Vec<Pattern>, Option<usize>) {
        let mut rest = None;
        let mut all = Vec::new();
        for (index, tree) in trees.enumerate() {
            match tree {
                Tree::Range(range) if range.start.is_none() && range.end.is_none() => {
                    rest = Some(index);
                }
                tree => {
                    let ty = types.get(index).filter(|_| rest.is_none()).cloned();
                    all.push(self.assignee(tree, &ty.unwrap_or_default(), assignees));
                }
            }
        }
        (all, rest)
    }

    /// What `_` is given: a place is looked at and nothing is taken out of it, a value is made.
    pub(super) fn unbound(&mut self, tree: &Tree) -> Expr {
        match tree {
            Tree::Paren(tree) => self.unbound(&tree.expr),
            Tree::Path(_) | Tree::Field(_) | Tree::Index(_) | Tree::Unary(_)
                if self.is_place(tree) =>
            {
                let (place, _) = self.place(tree);
                Expr { span: place.span, kind: Kind::Reference(place) }
            }
            tree => self.expr(tree).0,
        }
    }
}
