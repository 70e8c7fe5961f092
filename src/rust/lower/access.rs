//! What may be done with a place: changed, assigned, moved out of.

use syn::Expr as Tree;

use super::Lowerer;
use super::context::Variable;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Moves, Owning};
use crate::rust::syntax::span;

/// What keeps a value from being moved out of a place.
enum Obstacle {
    /// It is behind a reference, which may be mutable.
    Reference {
        mutable: bool,
    },
    Rc,
    Index(Ty),
    /// It is in a `Vec` or slice behind a reference, whichever of these it is.
    Element,
    /// A part of a type with a destructor, by its name.
    Destructor(String),
}

impl Lowerer<'_> {
    /// Reports if a place is borrowed to be changed, and its variable was not declared with `mut`, or
    /// is a reference that lends for looking only.
    pub(super) fn check_mutable(&mut self, tree: &Tree, at: Span) {
        if matches!(self.obstacle(tree), Some(Obstacle::Rc)) {
            return self.check_not_counted(at, false);
        }
        let text = self.lines.text(span::expr(tree)).to_owned();
        if let Some(variable) = self.root(tree).filter(Variable::is_fixed) {
            let name = &variable.name;
            let message = format!(
                "cannot borrow `{text}` as mutable, as `{name}` is not declared as mutable"
            );
            let message = match text == **name {
                true => {
                    format!("cannot borrow `{name}` as mutable, as it is not declared as mutable")
                }
                false => message,
            };
            self.report(
                Diagnostic::wrong(at, message)
                    .code("E0596")
                    .label("cannot borrow as mutable")
                    .note(variable.declared, "declared here, without `mut`")
                    .hint(format!("declare it as `mut {name}`")),
            );
        } else if let Some(variable) = self.shared_reference(tree) {
            let name = &variable.name;
            let text = if text == **name { format!("*{name}") } else { text };
            let message =
                format!("cannot borrow `{text}` as mutable, as it is behind a `&` reference");
            self.report(
                Diagnostic::wrong(at, message)
                    .code("E0596")
                    .label(format!(
                        "`{name}` is a `&` reference, so it cannot be borrowed as mutable"
                    ))
                    .note(variable.declared, "declared here")
                    .hint(by_mutable_reference(name)),
            );
        }
    }

    /// Reports if a place gets a value that may not change.
    pub(super) fn check_assigned(&mut self, tree: &Tree, at: Span) {
        if matches!(self.obstacle(tree), Some(Obstacle::Rc)) {
            return self.check_not_counted(at, true);
        }
        let text = self.lines.text(span::expr(tree)).to_owned();
        if let Some(variable) = self.root(tree).filter(Variable::is_fixed) {
            let name = &variable.name;
            let diagnostic = if text == **name {
                let is_parameter = variable.declared.end <= self.context().body_starts;
                let (what, first) = match is_parameter {
                    true => ("cannot assign to immutable argument", "declared here".to_owned()),
                    false => (
                        "cannot assign twice to immutable variable",
                        format!("first assignment to `{name}`"),
                    ),
                };
                Diagnostic::wrong(at, format!("{what} `{name}`"))
                    .code("E0384")
                    .label(what)
                    .note(variable.declared, first)
            } else {
                let message =
                    format!("cannot assign to `{text}`, as `{name}` is not declared as mutable");
                Diagnostic::wrong(at, message)
                    .code("E0594")
                    .label("cannot assign")
                    .note(variable.declared, "declared here, without `mut`")
            };
            self.report(diagnostic.hint(format!("declare it as `mut {name}`")));
        } else if let Some(variable) = self.shared_reference(tree)
            && text != *variable.name
        {
            let name = &variable.name;
            let message = format!("cannot assign to `{text}`, which is behind a `&` reference");
            self.report(
                Diagnostic::wrong(at, message)
                    .code("E0594")
                    .label(format!("`{name}` is a `&` reference, so it cannot be written to"))
                    .note(variable.declared, "declared here")
                    .hint(by_mutable_reference(name)),
            );
        }
    }

    /// Reports if a value is read out of a place that it cannot be moved out of.
    pub(super) fn check_moved_out(&mut self, tree: &Tree, ty: &Ty) {
        if ty.moves() != Moves::Yes {
            return;
        }
        if let Some(obstacle) = self.obstacle(tree) {
            let text = self.lines.text(span::expr(tree)).to_owned();
            self.report_moved_out(tree, &text, ty, &obstacle, None);
        }
    }

    /// The same for a method that takes its receiver by value.
    pub(super) fn check_moved_by_method(&mut self, call: &syn::ExprMethodCall, ty: &Ty) {
        let text = self.lines.text(span::expr(&call.receiver)).to_owned();
        let (obstacle, text) = match ty {
            Ty::Ref(_) => (Some(Obstacle::Reference { mutable: false }), format!("*{text}")),
            Ty::RefMut(_) => (Some(Obstacle::Reference { mutable: true }), format!("*{text}")),
            Ty::Rc(_) => (Some(Obstacle::Rc), text),
            _ => (self.obstacle(&call.receiver), text),
        };
        if let Some(obstacle) = obstacle {
            let name = self.span_of(call.method.span());
            self.report_moved_out(&call.receiver, &text, ty.behind(), &obstacle, Some(name));
        }
    }

    fn report_moved_out(
        &mut self,
        tree: &Tree,
        text: &str,
        ty: &Ty,
        obstacle: &Obstacle,
        method: Option<Span>,
    ) {
        let at = self.span(span::expr(tree));
        let (code, message) = match obstacle {
            Obstacle::Reference { mutable } => {
                let kind = if *mutable { "mutable" } else { "shared" };
                let what =
                    format!("cannot move out of `{text}` which is behind a {kind} reference");
                (Some("E0507"), what)
            }
            Obstacle::Rc => {
                (Some("E0507"), format!("cannot move out of an `{}`", self.counted_name()))
            }
            Obstacle::Index(of @ Ty::Array(..)) => (
                Some("E0508"),
                format!("cannot move out of type `{}`, a non-copy array", of.shown()),
            ),
            Obstacle::Index(of) => {
                (Some("E0507"), format!("cannot move out of index of `{}`", of.shown()))
            }
            Obstacle::Element => (None, "cannot move out of an element of a list".to_owned()),
            Obstacle::Destructor(class) => {
                let what =
                    format!("cannot move out of type `{class}`, which implements the `Drop` trait");
                (Some("E0509"), what)
            }
        };
        let ty_text = ty.shown();
        let label = format!(
            "move occurs because `{text}` has type `{ty_text}`, which does not implement the `Copy` trait"
        );
        let mut diagnostic = Diagnostic { code, ..Diagnostic::wrong(at, message).label(label) };
        if let Some(method) = method {
            diagnostic = diagnostic.note(method, format!("`{text}` moved due to this method call"));
        }
        let is_option = matches!(ty, Ty::Option(_));
        let hint = match (obstacle, method, ty.owning()) {
            (Obstacle::Reference { mutable: true } | Obstacle::Destructor(_), _, _)
                if is_option =>
            {
                format!("leave `None` there: `{text}.take()`")
            }
            (_, Some(_), _) if matches!(ty, Ty::Option(_) | Ty::Result(..)) => {
                format!("look inside without taking it: `{text}.as_ref()`")
            }
            (Obstacle::Reference { mutable: true }, None, _) => {
                format!(
                    "borrow it with `&`, or put another value there: `mem::replace(&mut {text}, …)`"
                )
            }
            (_, None, Owning::Cloned | Owning::Counted) => {
                let of = text.trim_start_matches('*');
                format!("borrow it with `&`, or clone it: `{of}.clone()`")
            }
            (_, Some(_), _) => "only its owner can give it away: take it by value".to_owned(),
            _ => "borrow it with `&`".to_owned(),
        };
        self.report(diagnostic.hint(hint));
    }

    /// What keeps a value from being moved out of a place, if anything does.
    fn obstacle(&mut self, tree: &Tree) -> Option<Obstacle> {
        match tree {
            Tree::Paren(tree) => self.obstacle(&tree.expr),
            Tree::Field(field) => match self.place_type(&field.base) {
                Ty::Ref(_) => Some(Obstacle::Reference { mutable: false }),
                Ty::RefMut(_) => Some(Obstacle::Reference { mutable: true }),
                Ty::Rc(_) => Some(Obstacle::Rc),
                Ty::Object(class) if class.drop.get().is_some() => {
                    Some(Obstacle::Destructor(class.name.to_string()))
                }
                _ => self.obstacle(&field.base),
            },
            Tree::Index(index) => match self.place_type(&index.expr) {
                list @ (Ty::Vec(_) | Ty::Array(..)) => Some(Obstacle::Index(list)),
                list if matches!(list.behind(), Ty::Vec(_)) => Some(Obstacle::Element),
                list if matches!(list.behind(), Ty::Array(..)) => {
                    Some(Obstacle::Index(list.behind().clone()))
                }
                _ => None,
            },
            Tree::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => {
                match self.place_type(&unary.expr) {
                    Ty::Ref(_) => Some(Obstacle::Reference { mutable: false }),
                    Ty::RefMut(_) => Some(Obstacle::Reference { mutable: true }),
                    Ty::Rc(_) => Some(Obstacle::Rc),
                    Ty::Box(_) => self.obstacle(&unary.expr),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// What is known of the type of a place that is written with names, fields and indexes only.
    pub(super) fn place_type(&mut self, tree: &Tree) -> Ty {
        match tree {
            Tree::Paren(tree) => self.place_type(&tree.expr),
            Tree::Path(path) => {
                let name = path.path.get_ident().map(ToString::to_string);
                let variable = name.and_then(|name| self.variable(&name));
                variable.map_or(Ty::Unknown, |variable| variable.ty)
            }
            Tree::Field(field) => match (self.place_type(&field.base).behind(), &field.member) {
                (Ty::Object(class), syn::Member::Named(name)) => {
                    let name = name.to_string();
                    self.field_named(class, &name)
                }
                (Ty::Object(class), syn::Member::Unnamed(index)) => {
                    let name = index.index.to_string();
                    self.field_named(class, &name)
                }
                (Ty::Tuple(all), syn::Member::Unnamed(index)) => {
                    all.get(index.index as usize).cloned().unwrap_or(Ty::Unknown)
                }
                _ => Ty::Unknown,
            },
            Tree::Index(index) => self.place_type(&index.expr).behind().element(),
            Tree::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => {
                match self.place_type(&unary.expr) {
                    Ty::Ref(inner) | Ty::RefMut(inner) | Ty::Box(inner) | Ty::Rc(inner) => {
                        (*inner).clone()
                    }
                    _ => Ty::Unknown,
                }
            }
            _ => Ty::Unknown,
        }
    }

    /// The variable a place begins with, if it is a `&` reference.
    fn shared_reference(&mut self, tree: &Tree) -> Option<Variable> {
        match tree {
            Tree::Paren(tree) => self.shared_reference(&tree.expr),
            Tree::Path(path) => {
                let variable = self.variable(&path.path.get_ident()?.to_string())?;
                matches!(variable.ty, Ty::Ref(_)).then_some(variable)
            }
            // A field that is a reference itself has a say of its own.
            Tree::Field(field) if !self.place_type(tree).is_reference() => {
                self.shared_reference(&field.base)
            }
            Tree::Index(index) => self.shared_reference(&index.expr),
            Tree::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => {
                self.shared_reference(&unary.expr)
            }
            _ => None,
        }
    }
}

impl Variable {
    /// Whether it has a value that may not change.
    fn is_fixed(&self) -> bool {
        !self.mutable && !self.ty.is_reference() && self.set
    }
}

fn by_mutable_reference(name: &str) -> String {
    match name {
        "self" => "take `&mut self`".to_owned(),
        name => format!("let `{name}` be a `&mut` reference"),
    }
}
