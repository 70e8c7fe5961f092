//! What an assignment cannot change: constants, what is counted, and a reference where what it leads to
//! is meant.

use syn::Expr as Tree;

use super::{Lowerer, Named};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::syntax::span;

impl Lowerer<'_> {
    /// Reports an assignment to a constant, or to a `static`. `operator`: where it stands.
    pub(super) fn check_not_constant(
        &mut self,
        tree: &Tree,
        at: Span,
        operator: (Span, &str),
    ) -> bool {
        let Tree::Path(path) = tree else { return true };
        let Some(name) = path.path.get_ident().map(ToString::to_string) else { return true };
        if self.variable(&name).is_some() {
            return true;
        }
        let diagnostic = match self.names.get(&name) {
            Some(Named::Constant(_)) => {
                let code = if operator.1 == "=" { "E0070" } else { "E0067" };
                Diagnostic::wrong(operator.0, "invalid left-hand side of assignment")
                    .code(code)
                    .label("cannot assign to this expression")
                    .hint(format!("`{name}` is a constant: its value stands in for it everywhere"))
            }
            Some(Named::Static(_)) => {
                let message = format!("cannot assign to immutable static item `{name}`");
                Diagnostic::wrong(at, message)
                    .code("E0594")
                    .label("cannot assign")
                    .hint("put a `Mutex` or an atomic into it")
            }
            _ => return true,
        };
        self.report(diagnostic);
        false
    }

    /// Reports an operator that would change a reference, as `x += 1` where `x` is a `&mut i32`.
    pub(super) fn check_not_reference(&mut self, binary: &syn::ExprBinary, at: Span) -> bool {
        let ty = self.place_type(&binary.left);
        let (Ty::Ref(inner) | Ty::RefMut(inner)) = &ty else { return true };
        if !inner.is_number() && !matches!(**inner, Ty::String) {
            return true;
        }
        let (_, operator) = self.operator(binary);
        let shown = ty.shown();
        let message =
            format!("binary assignment operation `{operator}` cannot be applied to type `{shown}`");
        let left = self.lines.text(span::expr(&binary.left)).to_owned();
        self.report(
            Diagnostic::wrong(at, message)
                .code("E0368")
                .label(format!("cannot use `{operator}` on type `{shown}`"))
                .hint(format!("change what it refers to: `*{left} {operator} …`")),
        );
        false
    }

    /// Reports a value of another type than the variable has it is assigned to.
    pub(super) fn check_assigned_type(&mut self, assign: &syn::ExprAssign, to: &Ty, found: &Ty) {
        let is_simple = |ty: &Ty| ty.is_plain() || matches!(ty, Ty::Str | Ty::String);
        if !is_simple(found) || !is_simple(to.referred()) {
            return;
        }
        let at = self.span(span::expr(&assign.right));
        let count = self.diagnostics.len();
        self.expect(at, found, to, None);
        if self.diagnostics.len() > count && to.is_reference() && to.referred().admits(found) {
            let left = self.lines.text(span::expr(&assign.left));
            let hint = format!("change what it refers to: `*{left} = …`");
            if let Some(said) = self.diagnostics.pop() {
                self.report(said.hint(hint));
            }
        }
    }

    /// Reports a change of what is counted, which nobody has alone. `assigned`: by an assignment.
    pub(super) fn check_not_counted(&mut self, at: Span, assigned: bool) {
        let name = self.counted_name();
        let (code, what, label) = match assigned {
            true => ("E0594", format!("cannot assign to data in an `{name}`"), "cannot assign"),
            false => (
                "E0596",
                format!("cannot borrow data in an `{name}` as mutable"),
                "cannot borrow as mutable",
            ),
        };
        let cell = if name == "Arc" { "Mutex" } else { "RefCell" };
        self.report(
            Diagnostic::wrong(at, what)
                .code(code)
                .label(label)
                .hint(format!("put what changes into a `{cell}` within it: `{name}<{cell}<…>>`")),
        );
    }

    /// What the program calls a counted pointer. It has one thread, so the two are one here.
    pub(super) fn counted_name(&self) -> &'static str {
        match self.uses.contains_key("Arc") && !self.uses.contains_key("Rc") {
            true => "Arc",
            false => "Rc",
        }
    }
}
