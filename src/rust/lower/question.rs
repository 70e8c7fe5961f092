//! `?`, and where it may stand.

use super::Lowerer;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::syntax::span;

/// What `?` is known to take apart, or a function to return.
#[derive(Clone, Copy, PartialEq)]
enum Family {
    Option,
    Result,
    /// Certainly neither.
    Other,
    Unknown,
}

impl Lowerer<'_> {
    /// Reports a `?` in a function that returns nothing it could return early, or on a value that it
    /// does not apply to.
    pub(super) fn check_question(&mut self, tree: &syn::ExprTry, of: &Ty) {
        let mark = tree.question_token.spans[0].byte_range();
        let at = self.span(mark.clone());
        let returns = self.context().returns.clone();
        let named = self.context().named;
        let diagnostic = match (family(of), family(&returns)) {
            (Family::Other, _) => {
                let whole = self.span(span::expr(&tree.expr).start..mark.end);
                let message = "the `?` operator can only be applied to values that implement `Try`";
                let label = format!("the `?` operator cannot be applied to type `{}`", of.shown());
                let diagnostic = Diagnostic::wrong(whole, message).code("E0277").label(label);
                diagnostic.hint("it takes a `Result` or an `Option` apart: leave it out here")
            }
            (_, Family::Other) => {
                let message = "the `?` operator can only be used in a function that returns \
                    `Result` or `Option`";
                let label = format!(
                    "cannot use the `?` operator in a function that returns `{}`",
                    returns.shown()
                );
                let diagnostic = Diagnostic::wrong(at, message).code("E0277").label(label);
                diagnostic.hint(
                    "let the function return `Result<()>` and end it with `Ok(())`, or use `match`",
                )
            }
            (Family::Result, Family::Option) => {
                let message = "the `?` operator can only be used on `Option`s, not `Result`s, in a \
                    function that returns `Option`";
                let diagnostic = Diagnostic::wrong(at, message).code("E0277");
                diagnostic.label("this is a `Result`").hint("let go of the error: `.ok()?`")
            }
            (Family::Option, Family::Result) => {
                let message = "the `?` operator can only be used on `Result`s, not `Option`s, in a \
                    function that returns `Result`";
                let diagnostic = Diagnostic::wrong(at, message).code("E0277");
                diagnostic
                    .label("this is an `Option`")
                    .hint("say which error it is: `.ok_or_else(|| Error::other(\"…\"))?`")
            }
            (Family::Result, Family::Result) if let Some(diagnostic) = lost(at, of, &returns) => {
                diagnostic
            }
            _ => return,
        };
        self.report(match named {
            Some(named) => diagnostic.note(named, "in this function"),
            None => diagnostic,
        });
    }
}

/// What is said of an error that cannot become a text, since nothing but a text can.
fn lost(at: Span, of: &Ty, returns: &Ty) -> Option<Diagnostic> {
    let (Ty::Result(_, error), Ty::Result(_, wanted)) = (of, returns) else { return None };
    let name = match &**error {
        Ty::Moves(name) if name.ends_with("Error") => name.to_string(),
        Ty::Error => error.shown(),
        error if error.is_number() => error.shown(),
        _ => return None,
    };
    if !matches!(**wanted, Ty::String) {
        return None;
    }
    let message = "`?` couldn't convert the error to `String`";
    let label = format!("the trait `From<{name}>` is not implemented for `String`");
    let diagnostic = Diagnostic::wrong(at, message).code("E0277").label(label);
    Some(diagnostic.hint("make a text of it first: `.map_err(|error| error.to_string())?`"))
}

fn family(ty: &Ty) -> Family {
    match ty {
        Ty::Option(_) => Family::Option,
        Ty::Result(..) => Family::Result,
        Ty::Str | Ty::String | Ty::File | Ty::Lock | Ty::Vec(_) | Ty::Tuple(_) => Family::Other,
        ty if ty.is_plain() => Family::Other,
        _ => Family::Unknown,
    }
}
