//! Closures.

use std::rc::Rc;

use syn::Expr as Tree;

use super::Lowerer;
use super::context::{ClosureContext, Context};
use crate::run::diagnostic::Span;
use crate::rust::check::types::Ty;
use crate::rust::ir::{Expr, Function, Kind};
use crate::rust::syntax::span;

impl Lowerer<'_> {
    /// Names the closures among some expressions for what they are given to: the function or method
    /// that calls them, or the variable that has them.
    pub(super) fn name_closures<'t>(&mut self, trees: impl Iterator<Item = &'t Tree>, name: &str) {
        for tree in trees {
            if let Some(closure) = closure_in(tree) {
                let address = std::ptr::from_ref(closure).addr();
                // `catch_unwind(AssertUnwindSafe(|| …))`: the outer call comes first.
                self.called_by.entry(address).or_insert_with(|| name.to_owned());
            }
        }
    }

    /// `wanted`: a [`Ty::Mapped`] if it is wanted to return something.
    pub(super) fn closure(&mut self, tree: &syn::ExprClosure, wanted: &Ty) -> (Expr, Ty) {
        let start = tree.capture.as_ref().map_or(tree.inputs_begin.spans[0], |word| word.span);
        let range = start.byte_range().start..span::expr(&tree.body).end;
        let span = self.span(range.clone());
        if tree.asyncness.is_some() {
            return self.not_supported(
                range,
                "`async` is outside of what the playground runs",
                "write a plain closure: the playground has one thread",
            );
        }
        let count = tree.inputs.len() as u32;
        let visible = self.variable_names().len() as u32;
        let mut context = Context::new(Some(ClosureContext {
            moves: tree.capture.is_some(),
            first: count,
            captures: Vec::new(),
            once: None,
        }));
        context.next = count + visible;
        context.slots = context.next;
        let returns = match &tree.output {
            syn::ReturnType::Default => Ty::Unknown,
            syn::ReturnType::Type(_, ty) => self.ty(ty),
        };
        context.returns = returns.clone();
        context.unsafes = self.context().unsafes;
        self.contexts.push(context);
        let mut params = Vec::new();
        let plain = |input: &syn::Pat| match input {
            syn::Pat::Type(typed) => matches!(&*typed.pat, syn::Pat::Ident(_)),
            pat => matches!(pat, syn::Pat::Ident(_)),
        };
        let plain = tree.inputs.iter().all(plain);
        for (slot, input) in tree.inputs.iter().enumerate() {
            let slot = if plain { slot as u32 } else { self.slot() };
            let (pat, ty) = match input {
                syn::Pat::Type(typed) => (&*typed.pat, self.ty(&typed.ty)),
                pat => (pat, Ty::Unknown),
            };
            let shape = ty.shape();
            params.push(self.param(slot, pat, ty, shape));
        }
        self.wanted = match (&returns, wanted) {
            (Ty::Unknown, Ty::Mapped(wanted)) => (**wanted).clone(),
            _ => returns.clone(),
        };
        let (body, gives) = match &*tree.body {
            Tree::Block(tree) if tree.label.is_none() => self.body(&tree.block),
            body => self.terminating(body),
        };
        self.check_tail(&body, &gives, &returns, None);
        let context = self.contexts.pop().expect("it was pushed above");
        let deepest = self.context().depth + context.deepest;
        let outer = self.context();
        outer.deepest = outer.deepest.max(deepest);
        let closure = context.closure.expect("it was made as one above");
        let label = self.called_by.remove(&std::ptr::from_ref(tree).addr());
        let label = label.unwrap_or_else(|| "closure".to_owned());
        let last = self.span(range.end - 1..range.end).line;
        let function = Function {
            name: "closure".into(),
            params,
            receiver: None,
            captures: closure.captures,
            diverges: false,
            gives: None,
            once: closure.once.is_some(),
            slots: context.slots,
            depth: context.deepest,
            // What was taken along belongs to the closure and not to one call of it.
            scope: self.scope(&label, 0..context.slots, span.line, last),
            body,
            returns: returns.shape(),
            declared: context.declared,
            field_types: context.field_types,
        };
        // A variable that is given away is given away where the closure is made.
        for capture in &function.captures {
            if !capture.by_reference.get() {
                self.takes_outer(&capture.name, capture.used);
            }
        }
        let head = self.span(range.start..tree.inputs_end.spans[0].byte_range().end);
        let gives = if matches!(returns, Ty::Unknown) { gives } else { returns };
        let params = tree.inputs.len();
        let ty = Ty::Closure { params, head, returns: Rc::new(gives), once: closure.once };
        (Expr { span, kind: Kind::Closure(Rc::new(function)) }, ty)
    }

    fn takes_outer(&mut self, name: &str, span: Span) {
        if let Some(variable) = self.variable(name) {
            self.takes(&variable, span);
        }
    }
}

/// The closure that an expression is, perhaps within `AssertUnwindSafe(…)`.
fn closure_in(tree: &Tree) -> Option<&syn::ExprClosure> {
    match tree {
        Tree::Closure(closure) => Some(closure),
        Tree::Paren(paren) => closure_in(&paren.expr),
        Tree::Call(call) if call.args.len() == 1 => match &*call.func {
            Tree::Path(path) if path.path.segments.last()?.ident == "AssertUnwindSafe" => {
                closure_in(&call.args[0])
            }
            _ => None,
        },
        _ => None,
    }
}
