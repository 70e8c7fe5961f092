//! Expressions without control flow of their own.

use std::rc::Rc;

use syn::{Expr as Tree, UnOp};

use super::unresolved::unknown_field;
use super::{Lowerer, Named};
use crate::run::diagnostic::Diagnostic;
use crate::rust::check::types::Ty;
use crate::rust::ir::{
    Cast, Expr, Form, Kind, Moves, ObjectExpr, PlaceStep, Sequence, Temps, Unary,
};
use crate::rust::syntax::span;

impl Lowerer<'_> {
    /// Lowers an expression, and says what is known of its type.
    pub(super) fn expr(&mut self, tree: &Tree) -> (Expr, Ty) {
        let context = self.context();
        context.depth += 1;
        context.deepest = context.deepest.max(context.depth);
        let wanted = std::mem::take(&mut self.wanted);
        let found = self.found(&span::expr(tree));
        let wanted = if matches!(found, Ty::Unknown) { wanted } else { found.clone() };
        // What may be nested deeply is not led through the frame of all the others.
        let lowered = match tree {
            Tree::Paren(tree) => self.expr_as(&tree.expr, &wanted),
            Tree::Binary(binary) => self.binary(binary, &wanted),
            Tree::Call(call) => {
                if let Tree::Path(path) = &*call.func
                    && let Some(last) = path.path.segments.last()
                {
                    self.name_closures(call.args.iter(), &last.ident.to_string());
                }
                self.call(call, &wanted)
            }
            Tree::MethodCall(call) => {
                self.name_closures(call.args.iter(), &call.method.to_string());
                self.method_call(call, wanted)
            }
            _ => self.expr_of(tree, wanted),
        };
        self.context().depth -= 1;
        match (lowered, found) {
            ((lowered, ty), Ty::Unknown) => (lowered, ty),
            ((lowered, Ty::Refused), _) => (lowered, Ty::Refused),
            ((lowered, _), found) => (lowered, found),
        }
    }

    /// Lowers an expression that is wanted to have a type.
    pub(super) fn expr_as(&mut self, tree: &Tree, wanted: &Ty) -> (Expr, Ty) {
        self.wanted = wanted.clone();
        self.expr(tree)
    }

    fn expr_of(&mut self, tree: &Tree, wanted: Ty) -> (Expr, Ty) {
        let range = span::expr(tree);
        let span = self.span(range.clone());
        let (kind, ty) = match tree {
            Tree::Lit(tree) => return self.literal_as(&tree.lit, false, &wanted),
            Tree::Group(tree) => return self.expr_as(&tree.expr, &wanted),
            Tree::Path(path) => return self.path(tree, path, &wanted),
            Tree::Field(_) | Tree::Index(_) => return self.read(tree),
            Tree::Unary(unary) => match unary.op {
                UnOp::Deref(_) => return self.read(tree),
                UnOp::Neg(_) => {
                    if let Tree::Lit(literal) = &*unary.expr {
                        let (mut value, ty) = self.literal_as(&literal.lit, true, &wanted);
                        value.span = span;
                        return (value, ty);
                    }
                    let (value, ty) = self.expr_as(&unary.expr, &wanted);
                    (Kind::Unary(Unary::Negate, Box::new(value)), operated(&ty))
                }
                _ => {
                    let (value, ty) = self.expr_as(&unary.expr, &wanted);
                    // `!0` has as many bits as its type.
                    let value = match wanted {
                        Ty::Int(_) => shaped(value, &wanted.shape()),
                        _ => value,
                    };
                    (Kind::Unary(Unary::Not, Box::new(value)), operated(&ty))
                }
            },
            Tree::Assign(assign) => return self.assign(assign),
            Tree::Reference(reference)
                if reference.mutability.is_none() && is_promoted(&reference.expr) =>
            {
                let (value, ty) = self.expr(&reference.expr);
                let ty = Self::reference_to(ty, false);
                (Kind::Promoted(Box::new(value)), ty)
            }
            Tree::Reference(reference) => {
                let mutable = reference.mutability.is_some();
                if mutable {
                    self.check_mutable(&reference.expr, span);
                }
                self.wanted = wanted.referred().clone();
                let (mut place, ty) = self.place(&reference.expr);
                place.mutable = mutable;
                self.wanted = Ty::Unknown;
                let is_slice = matches!(place.steps.last(), Some(PlaceStep::Index(_)));
                let ty = if is_slice { Ty::Unknown } else { Self::reference_to(ty, mutable) };
                (Kind::Reference(place), ty)
            }
            Tree::RawAddr(_) => {
                let hint = "use a reference, `Box` or `Rc`";
                let message = "raw pointers are outside of what the playground runs";
                return self.not_supported(range, message, hint);
            }
            Tree::Cast(cast) if matches!(*cast.ty, syn::Type::Ptr(_)) => {
                let hint = "use a reference, `Box` or `Rc`";
                let message = "raw pointers are outside of what the playground runs";
                return self.not_supported(span::ty(&cast.ty), message, hint);
            }
            Tree::Cast(cast) => {
                let (value, ty) = self.expr(&cast.expr);
                let to = self.ty(&cast.ty);
                let (cast, ty) = match to {
                    Ty::Int(kind) => (Cast::Int(kind), to),
                    Ty::Wide { signed } => (Cast::Wide { signed }, to),
                    Ty::Float32 => (Cast::Float32, to),
                    Ty::Float => (Cast::Float, to),
                    Ty::Char => (Cast::Char, to),
                    _ => (Cast::None, ty),
                };
                (Kind::Cast(Box::new(value), cast), ty)
            }
            Tree::Tuple(tuple) => {
                let all = match wanted {
                    Ty::Tuple(all) => all.to_vec(),
                    _ => Vec::new(),
                };
                let (values, types) = self.exprs_as(tuple.elems.iter(), &all);
                if values.is_empty() {
                    (Kind::Unit, Ty::Unit)
                } else {
                    (Kind::Tuple(values), Ty::Tuple(types.into()))
                }
            }
            Tree::Array(array) => {
                let all = vec![wanted.element(); array.elems.len()];
                let (values, types) = self.exprs_as(array.elems.iter(), &all);
                let inner = Rc::new(types.into_iter().next().unwrap_or(Ty::Unknown));
                let length = values.len();
                (Kind::List(Sequence::Array, values), Ty::Array(inner, Some(length)))
            }
            Tree::Repeat(repeat) => {
                let (value, ty) = self.expr_as(&repeat.expr, &wanted.element());
                let (count, _) = self.expr(&repeat.len);
                let kind = Kind::Repeat(Sequence::Array, Box::new(value), Box::new(count));
                (kind, Ty::Array(Rc::new(ty), None))
            }
            Tree::Range(range) => {
                let start = range.start.as_ref().map(|start| Box::new(self.expr(start).0));
                let end = range.end.as_ref().map(|end| Box::new(self.expr(end).0));
                let inclusive = matches!(range.limits, syn::RangeLimits::Closed(_));
                (Kind::Range(start, end, inclusive), Ty::Unknown)
            }
            Tree::Struct(literal) => return self.object(literal),
            Tree::Closure(closure) => return self.closure(closure, &wanted),
            Tree::Macro(tree) => {
                self.wanted = wanted;
                return self.macro_call(&tree.mac);
            }
            Tree::Try(tree) => {
                let wanted = Ty::Result(Rc::new(wanted), Rc::new(Ty::Unknown));
                let (value, ty) = self.expr_as(&tree.expr, &wanted);
                self.check_question(tree, &ty);
                let ty = match ty {
                    Ty::Result(inner, _) | Ty::Option(inner) => (*inner).clone(),
                    Ty::Refused => Ty::Refused,
                    _ => Ty::Unknown,
                };
                let into = match &self.context().returns {
                    Ty::Result(_, error) => error.name().map(Into::into),
                    _ => None,
                };
                (Kind::Question(Box::new(value), into), ty)
            }
            Tree::Return(_)
            | Tree::Break(_)
            | Tree::Continue(_)
            | Tree::Block(_)
            | Tree::Const(_)
            | Tree::Unsafe(_)
            | Tree::If(_)
            | Tree::While(_)
            | Tree::Loop(_)
            | Tree::ForLoop(_)
            | Tree::Match(_)
            | Tree::Let(_) => return self.control(tree, wanted),
            Tree::Async(_) | Tree::Await(_) => {
                let hint = "write it without: the playground has one thread";
                return self.not_supported(
                    range,
                    "`async` is outside of what the playground runs",
                    hint,
                );
            }
            _ => {
                return self.not_supported(
                    range,
                    "this kind of expression is outside of what the playground runs",
                    "write it with blocks, `match`, loops and calls",
                );
            }
        };
        (Expr { span, kind }, ty)
    }

    pub(super) fn exprs<'t>(
        &mut self,
        trees: impl Iterator<Item = &'t Tree>,
    ) -> (Vec<Expr>, Vec<Ty>) {
        self.exprs_as(trees, &[])
    }

    /// Lowers expressions that are wanted to have types, as far as there are some.
    pub(super) fn exprs_as<'t>(
        &mut self,
        trees: impl Iterator<Item = &'t Tree>,
        wanted: &[Ty],
    ) -> (Vec<Expr>, Vec<Ty>) {
        let wanted = wanted.iter().cloned().chain(std::iter::repeat(Ty::Unknown));
        trees.zip(wanted).map(|(tree, wanted)| self.expr_as(tree, &wanted)).unzip()
    }

    /// Lowers with temporaries of its own, which end with the expression.
    pub(super) fn terminating(&mut self, tree: &Tree) -> (Expr, Ty) {
        let ((value, ty), temps) = self.with_temps(|this| this.expr(tree));
        (enclose(temps, value), ty)
    }

    /// An operand that is only looked at: a place is not read, but referred to.
    pub(super) fn borrowed(&mut self, tree: &Tree) -> Expr {
        self.borrowed_with_type(tree).0
    }

    /// The same, and what is known of the type of what is looked at.
    pub(super) fn borrowed_with_type(&mut self, tree: &Tree) -> (Expr, Ty) {
        if self.names_place(tree) {
            let (place, ty) = self.place(tree);
            let span = place.span;
            // Reading what copies is cheaper than referring to it.
            if ty.moves() == Moves::No && place.steps.is_empty() {
                return (Expr { span, kind: Kind::Use(place, Moves::No) }, ty);
            }
            return (Expr { span, kind: Kind::Reference(place) }, ty);
        }
        if self.extended.contains_key(&std::ptr::from_ref(tree).addr()) {
            let (place, ty) = self.place(tree);
            return (Expr { span: place.span, kind: Kind::Reference(place) }, ty);
        }
        let (value, ty) = self.expr(tree);
        if ty.moves() == Moves::No {
            return (value, ty);
        }
        let place = self.in_temporary(value);
        (Expr { span: place.span, kind: Kind::Reference(place) }, ty)
    }

    fn object(&mut self, literal: &syn::ExprStruct) -> (Expr, Ty) {
        let range =
            span::path(&literal.path).start..literal.brace_token.span.close().byte_range().end;
        let span = self.span(range);
        let Some((class, variant)) = self.variant_of(&literal.path) else {
            return self.unknown_struct(&literal.path);
        };
        let shape = &class.variants[variant as usize];
        let mut fields = Vec::new();
        let mut is_known = true;
        for field in &literal.fields {
            let name = member_name(&field.member);
            let Some(index) = shape.fields.iter().position(|field| *field.name == *name) else {
                let at = self.span(span::member(&field.member));
                let diagnostic = unknown_field(&class, variant, &name, at);
                self.report(diagnostic);
                is_known = false;
                continue;
            };
            let ty = self.field_ty(&class, variant, index);
            let (value, found) = self.expr_as(&field.expr, &ty);
            let because = (shape.fields[index].span, "the field has this type");
            self.expect(value.span, &found, &ty, Some(because));
            fields.push((index as u32, shaped(value, &ty.shape())));
        }
        let base = literal.rest.as_ref().map(|rest| {
            self.wanted = Ty::Object(Rc::clone(&class));
            let (base, _) = self.place(rest);
            self.wanted = Ty::Unknown;
            base
        });
        let missing = (0..shape.fields.len() as u32)
            .filter(|index| !fields.iter().any(|(given, _)| given == index))
            .map(|index| format!("`{}`", shape.fields[index as usize].name));
        let missing: Vec<_> = missing.collect();
        if base.is_none() && is_known && !missing.is_empty() {
            let of = match class.is_enum {
                true => format!("{}::{}", class.name, shape.name),
                false => class.name.to_string(),
            };
            let fields = if missing.len() == 1 { "field" } else { "fields" };
            let missing = missing.join(", ");
            let message = format!("missing {fields} {missing} in initializer of `{of}`");
            let at = self.span(span::path(&literal.path));
            let diagnostic = Diagnostic::wrong(at, message).code("E0063");
            self.report(
                diagnostic
                    .label(format!("missing {missing}"))
                    .hint("a value has all of its fields"),
            );
        }
        let ty = Ty::Object(Rc::clone(&class));
        let object = ObjectExpr { class, variant, fields, base };
        (Expr { span, kind: Kind::Object(Box::new(object)) }, ty)
    }

    /// The struct or variant that a path names.
    pub(super) fn variant_of(
        &mut self,
        path: &syn::Path,
    ) -> Option<(Rc<crate::rust::ir::Type>, u32)> {
        let segments = self.segments(path);
        let names: Vec<&str> = segments.iter().map(String::as_str).collect();
        match names[..] {
            [name] => match self.names.get(name) {
                Some(Named::Type(class)) if !class.is_enum => Some((Rc::clone(class), 0)),
                Some(_) => None,
                None => self.imported_variant(name),
            },
            [.., name, variant] => match self.names.get(name) {
                Some(Named::Type(class)) => {
                    let index = class.variants.iter().position(|known| *known.name == *variant)?;
                    Some((Rc::clone(class), index as u32))
                }
                _ => None,
            },
            [] => None,
        }
    }

    /// A variant that `use Type::*` brought in.
    fn imported_variant(&self, name: &str) -> Option<(Rc<crate::rust::ir::Type>, u32)> {
        self.uses.iter().filter(|(key, _)| key.ends_with("::*")).find_map(|(_, path)| {
            let Some(Named::Type(class)) = self.names.get(path.last()?) else { return None };
            let index = class.variants.iter().position(|variant| *variant.name == *name)?;
            Some((Rc::clone(class), index as u32))
        })
    }

    /// A unit struct or variant, or the function that a tuple struct or variant is.
    pub(super) fn constructor(
        &mut self,
        path: &syn::Path,
        span: super::Span,
    ) -> Option<(Expr, Ty)> {
        let (class, variant) = self.variant_of(path)?;
        let form = class.variants[variant as usize].form;
        let ty = Ty::Object(Rc::clone(&class));
        Some(match form {
            Form::Unit => {
                let object = ObjectExpr { class, variant, fields: Vec::new(), base: None };
                (Expr { span, kind: Kind::Object(Box::new(object)) }, ty)
            }
            Form::Tuple => (Expr { span, kind: Kind::Constructor(class, variant) }, Ty::Unknown),
            Form::Named => return None,
        })
    }
}

/// The type that an operator makes of its only operand.
fn operated(ty: &Ty) -> Ty {
    if ty.is_plain() || matches!(ty, Ty::Copy) { ty.clone() } else { Ty::Unknown }
}

/// The name of a field, or its number.
pub(super) fn member_name(member: &syn::Member) -> String {
    match member {
        syn::Member::Named(name) => name.to_string(),
        syn::Member::Unnamed(index) => index.index.to_string(),
    }
}

/// Puts temporaries around an expression that has some.
pub(super) fn enclose(temps: Temps, value: Expr) -> Expr {
    if temps.from == temps.to {
        return value;
    }
    Expr { span: value.span, kind: Kind::Temps(temps, Box::new(value)) }
}

/// Gives a value the type declared for it, where that can matter.
pub(super) fn shaped(value: Expr, shape: &crate::rust::ir::Shape) -> Expr {
    use crate::rust::ir::Shape;
    match (&value.kind, shape) {
        (_, Shape::Any) | (Kind::Float(_), Shape::Float) | (Kind::Str(_), Shape::Text) => value,
        (Kind::Int(int), Shape::Int(kind)) => match int.settled(*kind) {
            Some(int) => Expr { span: value.span, kind: Kind::Int(int) },
            None => value,
        },
        (Kind::Float(float), Shape::Float32) => {
            Expr { span: value.span, kind: Kind::Float32(*float as f32) }
        }
        _ => Expr { span: value.span, kind: Kind::Shaped(Box::new(value), shape.clone()) },
    }
}

/// Whether a borrowed expression is a constant without a destructor, so that it needs no temporary.
fn is_promoted(tree: &Tree) -> bool {
    match tree {
        Tree::Lit(_) => true,
        Tree::Paren(tree) => is_promoted(&tree.expr),
        Tree::Path(path) => path.path.is_ident("None"),
        Tree::Unary(unary) => !matches!(unary.op, syn::UnOp::Deref(_)) && is_promoted(&unary.expr),
        Tree::Tuple(tuple) => tuple.elems.iter().all(is_promoted),
        Tree::Array(array) => array.elems.iter().all(is_promoted),
        _ => false,
    }
}
