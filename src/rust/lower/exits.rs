//! The loops and blocks that `break` and `continue` lead out of.

use super::Lowerer;
use super::context::Exit;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::Label;

/// How something can be left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    /// A `while` or `for`, by its word: `break` takes no value along.
    Loop(&'static str),
    /// `loop`
    ValueLoop,
    /// A block with a label, which cannot be continued.
    Block,
}

impl Lowerer<'_> {
    pub(super) fn enter(
        &mut self,
        name: Option<String>,
        label: Label,
        leaving: Leaving,
        span: Span,
    ) {
        self.context().exits.push(Exit { name, label, leaving, span });
    }

    /// What a `break` or `continue` leads out of.
    pub(super) fn exit(
        &mut self,
        word: &str,
        label: Option<&syn::Lifetime>,
        with_value: bool,
        at: Span,
    ) -> Option<Label> {
        let name = label.map(|label| label.ident.to_string());
        let exits = &self.context().exits;
        let exit = exits.iter().rev().find(|exit| match &name {
            Some(name) => exit.name.as_ref() == Some(name),
            None => exit.leaving != Leaving::Block,
        });
        let Some(exit) = exit else {
            let diagnostic = self.no_exit(word, label, at);
            self.report(diagnostic);
            return None;
        };
        let (to, leaving, begins) = (exit.label, exit.leaving, exit.span);
        match (leaving, word) {
            (Leaving::Block, "continue") => {
                let message = "`continue` pointing to a labeled block";
                let diagnostic = Diagnostic::wrong(at, message).code("E0696");
                self.report(
                    diagnostic
                        .label("labeled blocks cannot be `continue`'d")
                        .hint("leave the block with `break`"),
                );
                None
            }
            (Leaving::Loop(of), "break") if with_value => {
                let message = format!("`break` with value from a `{of}` loop");
                let label = "can only break with a value inside `loop` or breakable block";
                let head = Span { end: begins.start + of.len() as u32, ..begins };
                self.report(
                    Diagnostic::wrong(at, message)
                        .code("E0571")
                        .label(label)
                        .note(head, format!("you can't `break` with a value in a `{of}` loop"))
                        .hint("put the value into a variable that was declared before the loop"),
                );
                None
            }
            _ => Some(to),
        }
    }

    /// There is nothing to be left.
    fn no_exit(&mut self, word: &str, label: Option<&syn::Lifetime>, at: Span) -> Diagnostic {
        if let Some(label) = label {
            let range = label.apostrophe.byte_range().start..label.ident.span().byte_range().end;
            let at = self.span(range);
            let name = &label.ident;
            let diagnostic = Diagnostic::wrong(at, format!("use of undeclared label `'{name}`"))
                .code("E0426")
                .label(format!("undeclared label `'{name}`"));
            let exits = &self.context().exits;
            let names = exits.iter().filter_map(|exit| exit.name.as_deref());
            return match crate::rust::library::builtin::nearest(&name.to_string(), names) {
                Some(near) => diagnostic.hint(format!("there is a label `'{near}` around")),
                None => diagnostic,
            };
        }
        if self.contexts.last().is_some_and(|context| context.closure.is_some()) {
            let message = format!("`{word}` inside of a closure");
            return Diagnostic::wrong(at, message)
                .code("E0267")
                .label(format!("cannot `{word}` inside of a closure"))
                .hint("`return` leaves the closure; a loop around it is left from outside of it");
        }
        let of = if word == "break" { "a loop or labeled block" } else { "a loop" };
        Diagnostic::wrong(at, format!("`{word}` outside of {of}"))
            .code("E0268")
            .label(format!("cannot `{word}` outside of {of}"))
            .hint("to leave the function, use `return`")
    }
}
