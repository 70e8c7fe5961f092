//! Calls against what is called: how many arguments, and of which types.

use syn::Expr as Tree;
use syn::punctuated::Punctuated;

use super::{Lowerer, Parameter};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::syntax::span;

/// What is called.
pub(super) struct Callee<'c> {
    /// `function`, `method`, `closure`, …
    pub(super) what: &'static str,
    /// How it is named in the call.
    pub(super) name: Span,
    pub(super) declared: Option<Span>,
    /// Of a method that is written as a function: `self` comes first, and is not among `params`.
    pub(super) with_self: bool,
    /// Its parameters, as far as they are known; else their number is all.
    pub(super) params: Params<'c>,
}

pub(super) enum Params<'c> {
    Known(&'c [Parameter]),
    Count(usize),
}

impl Callee<'_> {
    fn count(&self) -> usize {
        let params = match &self.params {
            Params::Known(params) => params.len(),
            Params::Count(count) => *count,
        };
        params + usize::from(self.with_self)
    }

    fn param(&self, index: usize) -> Option<&Parameter> {
        match &self.params {
            Params::Known(params) => params.get(index.checked_sub(usize::from(self.with_self))?),
            Params::Count(_) => None,
        }
    }
}

impl Lowerer<'_> {
    /// Reports if a call has more or fewer arguments than what is called takes.
    pub(super) fn check_count<P>(
        &mut self,
        callee: &Callee<'_>,
        args: &Punctuated<Tree, P>,
        paren: &syn::token::Paren,
    ) {
        let (expected, found) = (callee.count(), args.len());
        if expected == found {
            return;
        }
        let message = format!(
            "this {} takes {} but {} supplied",
            callee.what,
            arguments(expected),
            if found == 1 {
                "1 argument was".to_owned()
            } else {
                format!("{} were", arguments(found))
            }
        );
        let code = if callee.what == "closure" { "E0057" } else { "E0061" };
        let mut diagnostic = Diagnostic::wrong(callee.name, message).code(code);
        if let Some(first) = args.iter().nth(expected) {
            let at = self.span(span::expr(first));
            diagnostic =
                diagnostic.note(at, format!("unexpected argument #{}", expected + 1)).hint(
                    if found - expected == 1 { "remove it" } else { "remove those from there on" },
                );
        } else {
            let (open, close) = (paren.span.open().byte_range(), paren.span.close().byte_range());
            let at = self.span(open.start..close.end);
            let of = callee.param(found).map(|param| self.lines.text(range(param.span)));
            let of = of.map_or(String::new(), |ty| format!(" of type `{ty}`"));
            let missing = match expected - found {
                1 => format!("argument #{expected}{of} is missing"),
                _ => format!("arguments #{} to #{expected} are missing", found + 1),
            };
            diagnostic = diagnostic.note(at, missing).hint("provide what is missing");
        }
        if let Some(declared) = callee.declared {
            diagnostic = diagnostic.note(declared, format!("{} defined here", callee.what));
        }
        self.report(diagnostic);
    }

    /// Reports arguments of types that are certainly not those of the parameters.
    pub(super) fn check_arguments<P>(
        &mut self,
        callee: &Callee<'_>,
        args: &Punctuated<Tree, P>,
        types: &[Ty],
    ) {
        if callee.count() != args.len() {
            return;
        }
        for (index, (arg, found)) in args.iter().zip(types).enumerate() {
            if let Some(param) = callee.param(index) {
                let at = self.span(span::expr(arg));
                let because = (param.span, "the parameter has this type");
                self.expect(at, found, &param.ty, Some(because));
            }
        }
    }
}

fn arguments(count: usize) -> String {
    format!("{count} argument{}", if count == 1 { "" } else { "s" })
}

fn range(span: Span) -> std::ops::Range<usize> {
    span.start as usize..span.end as usize
}
