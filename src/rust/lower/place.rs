//! Expressions that name a place, and the temporaries that others get when a place is wanted.

use std::rc::Rc;

use syn::Expr as Tree;

use super::context::Variable;
use super::{Lowerer, Named};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Expr, FieldName, Kind, Moves, Place, PlaceBase, PlaceStep};
use crate::rust::library::suggestions::suggestion;
use crate::rust::syntax::span;
use crate::rust::value::number::IntKind;

impl Lowerer<'_> {
    /// Lowers an expression to the place it names; a value gets a temporary of the statement around.
    pub(super) fn place(&mut self, tree: &Tree) -> (Place, Ty) {
        let span = self.span(span::expr(tree));
        match tree {
            Tree::Paren(tree) => self.place(&tree.expr),
            Tree::Group(tree) => self.place(&tree.expr),
            Tree::Path(path) => match path.path.get_ident().map(ToString::to_string) {
                Some(name) => match self.variable(&name) {
                    Some(variable) => {
                        if variable.captured.is_some() {
                            self.context().uses_part(variable.slot, Vec::new(), span);
                        }
                        (Place::new(variable.base(), span), variable.ty)
                    }
                    None => match self.names.get(&name) {
                        Some(Named::Static(index)) => {
                            let index = *index;
                            let ty = self.signatures[index as usize].returns.clone();
                            (Place::new(PlaceBase::Static(index), span), ty)
                        }
                        _ => self.temporary(tree),
                    },
                },
                None => self.temporary(tree),
            },
            Tree::Field(field) => {
                let (mut place, ty) = self.place(&field.base);
                let name = super::expr::member_name(&field.member);
                self.check_field(ty.behind(), &name, span::member(&field.member));
                let name: Rc<str> = name.into();
                let part = Rc::clone(&name);
                let of_a_field = place.steps.iter().all(|step| matches!(step, PlaceStep::Field(_)));
                if let (PlaceBase::Captured(slot, _), true) = (&place.base, of_a_field) {
                    self.context().uses_field(*slot, &name);
                }
                place.steps.push(PlaceStep::Field(FieldName::new(part)));
                place.span = span;
                let ty = self.type_of_field(ty.behind(), &field.member);
                (place, ty)
            }
            Tree::Index(index) => {
                let (mut place, ty) = self.place(&index.expr);
                let (at, of_index) = self.expr(&index.index);
                self.check_index(&ty, &of_index, at.span);
                place.steps.push(PlaceStep::Index(at));
                place.span = span;
                let ty = match ty.behind() {
                    Ty::Map(_, _, value) => (**value).clone(),
                    list => list.element(),
                };
                (place, ty)
            }
            Tree::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => {
                let (mut place, ty) = self.place(&unary.expr);
                if ty.is_plain() || matches!(ty, Ty::Option(_) | Ty::File) {
                    let message = format!("type `{}` cannot be dereferenced", ty.shown());
                    let diagnostic = Diagnostic::wrong(span, message).code("E0614");
                    self.report(
                        diagnostic
                            .label("can't be dereferenced")
                            .hint("it is no reference: leave out the `*`"),
                    );
                }
                place.steps.push(PlaceStep::Deref);
                place.span = span;
                let ty = match ty {
                    Ty::Ref(inner)
                    | Ty::RefMut(inner)
                    | Ty::Box(inner)
                    | Ty::Rc(inner)
                    | Ty::ManuallyDrop(inner) => (*inner).clone(),
                    Ty::Str => Ty::Str,
                    _ => Ty::Unknown,
                };
                (place, ty)
            }
            _ => self.temporary(tree),
        }
    }

    /// A value in a temporary of the statement around.
    fn temporary(&mut self, tree: &Tree) -> (Place, Ty) {
        let extended = self.extended.remove(&std::ptr::from_ref(tree).addr());
        let (value, ty) = self.expr(tree);
        match extended {
            Some(slot) => {
                let span = value.span;
                let base = PlaceBase::Temp(slot, Box::new(value));
                (Place::new(base, span), ty)
            }
            None => (self.in_temporary(value), ty),
        }
    }

    pub(super) fn in_temporary(&mut self, value: Expr) -> Place {
        let slot = self.slot();
        let span = value.span;
        Place::new(PlaceBase::Temp(slot, Box::new(value)), span)
    }

    /// Whether the expression names a place and makes no temporary.
    pub(super) fn names_place(&mut self, tree: &Tree) -> bool {
        match tree {
            Tree::Paren(tree) => self.names_place(&tree.expr),
            Tree::Group(tree) => self.names_place(&tree.expr),
            Tree::Path(path) => {
                path.path.get_ident().is_some_and(|name| self.is_variable(&name.to_string()))
            }
            Tree::Field(field) => self.names_place(&field.base),
            Tree::Index(index) => self.names_place(&index.expr),
            Tree::Unary(unary) => {
                matches!(unary.op, syn::UnOp::Deref(_)) && self.names_place(&unary.expr)
            }
            _ => false,
        }
    }

    /// Whether a name is that of a variable or `static`.
    pub(super) fn is_variable(&mut self, name: &str) -> bool {
        self.variable(name).is_some() || matches!(self.names.get(name), Some(Named::Static(_)))
    }

    /// Lowers an expression to a place that is to be changed.
    pub(super) fn mutable_place(&mut self, tree: &Tree) -> (Place, Ty) {
        let (mut place, ty) = self.place(tree);
        place.mutable = true;
        (place, ty)
    }

    /// Whether the expression is a place, be it one within a temporary.
    pub(super) fn is_place(&mut self, tree: &Tree) -> bool {
        match tree {
            Tree::Paren(tree) => self.is_place(&tree.expr),
            Tree::Field(_) | Tree::Index(_) => true,
            Tree::Unary(unary) => matches!(unary.op, syn::UnOp::Deref(_)),
            _ => self.names_place(tree),
        }
    }

    /// The variable that a place is, or is a part of, without passing through a pointer.
    pub(super) fn root(&mut self, tree: &Tree) -> Option<Variable> {
        match tree {
            Tree::Paren(tree) => self.root(&tree.expr),
            Tree::Path(path) => self.variable(&path.path.get_ident()?.to_string()),
            Tree::Field(field) => {
                let root = self.root(&field.base)?;
                // What is behind a pointer has rules of its own.
                matches!(root.ty, Ty::Object(_) | Ty::Tuple(_)).then_some(root)
            }
            _ => None,
        }
    }

    /// The type of a field of a value of that type.
    pub(super) fn type_of_field(&self, ty: &Ty, member: &syn::Member) -> Ty {
        let name = super::expr::member_name(member);
        match (ty, member) {
            (Ty::Tuple(all), syn::Member::Unnamed(index)) => {
                all.get(index.index as usize).cloned().unwrap_or(Ty::Unknown)
            }
            (Ty::Object(class), _) if !class.is_enum => self.field_named(class, &name),
            _ => Ty::Unknown,
        }
    }

    /// Reports an index of a type that certainly does not lead into a list or text.
    fn check_index(&mut self, of: &Ty, index: &Ty, at: Span) {
        let Ty::Int(kind) = index else { return };
        let (what, hint) = match of.behind() {
            Ty::Str | Ty::String => (
                "str".to_owned(),
                "a character: `.chars().nth(…)`, or a part, by its bytes: `&text[0..1]`",
            ),
            list @ (Ty::Vec(_) | Ty::Array(..))
                if !matches!(kind, IntKind::Open | IntKind::Usize) =>
            {
                (format!("[{}]", list.element().shown()), "convert it: `… as usize`")
            }
            _ => return,
        };
        let by = if *kind == IntKind::Open { "{integer}" } else { kind.name() };
        let message = format!("the type `{what}` cannot be indexed by `{by}`");
        let label = match what.as_str() {
            "str" => "string indices are ranges of `usize`",
            _ => "slice indices are of type `usize` or ranges of `usize`",
        };
        self.report(Diagnostic::wrong(at, message).code("E0277").label(label).hint(hint));
    }

    fn check_field(&mut self, ty: &Ty, name: &str, range: std::ops::Range<usize>) {
        if let Ty::Tuple(all) = ty
            && !name.parse::<usize>().is_ok_and(|index| index < all.len())
        {
            let message = format!("no field `{name}` on type `{}`", ty.shown());
            let known: Vec<_> = (0..all.len()).map(|index| format!("`{index}`")).collect();
            let hint = format!("it has {}", known.join(", "));
            let at = self.span(range);
            let diagnostic = Diagnostic::wrong(at, message).code("E0609").label("unknown field");
            self.report(diagnostic.hint(hint));
            return;
        }
        let Ty::Object(class) = ty else { return };
        let fields = || class.variants.iter().flat_map(|variant| &variant.fields);
        // It may lead to something that has the field.
        let leads_on = class.implements("Deref");
        if class.is_enum || leads_on || fields().any(|field| &*field.name == name) {
            return;
        }
        let span = self.span(range);
        if self.methods.contains_key(&(Rc::clone(&class.name), name.into())) {
            let message =
                format!("attempted to take value of method `{name}` on type `{}`", class.name);
            let diagnostic = Diagnostic::wrong(span, message).code("E0615");
            self.report(
                diagnostic.label("method, not a field").hint(format!("call it: `{name}(…)`")),
            );
            return;
        }
        let known: Vec<&str> = fields().map(|field| &*field.name).collect();
        let message = format!("no field `{name}` on type `{}`", class.name);
        let hint = suggestion("field", name, &class.name, &known);
        let hint = hint.unwrap_or_else(|| format!("`{}` has no fields", class.name));
        self.report(
            Diagnostic::wrong(span, message).code("E0609").label("unknown field").hint(hint),
        );
    }

    /// Reads a place by value.
    pub(super) fn read(&mut self, tree: &Tree) -> (Expr, Ty) {
        let root = self.root(tree);
        let (place, ty) = self.place(tree);
        if let Some(variable) = root
            && place.steps.is_empty()
        {
            self.takes(&variable, place.span);
        }
        let span = place.span;
        let moves = ty.moves();
        self.check_moved_out(tree, &ty);
        if moves == Moves::Yes && !place.steps.is_empty() {
            let shown = ty.shown().into();
            self.context().field_types.push((span, shown));
        }
        (Expr { span, kind: Kind::Use(place, moves) }, ty)
    }

    /// The type of a reference to something of that type.
    pub(super) fn reference_to(ty: Ty, mutable: bool) -> Ty {
        match (ty, mutable) {
            (Ty::Unknown, _) => Ty::Unknown,
            (ty, true) => Ty::RefMut(Rc::new(ty)),
            (ty, false) => Ty::Ref(Rc::new(ty)),
        }
    }
}
