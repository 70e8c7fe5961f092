//! Structs and enums.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use syn::Item;

use super::{Lowerer, Named, Signature};
use crate::run::diagnostic::Diagnostic;
use crate::rust::check::types::Ty;
use crate::rust::ir::{Expr, Field, Form, Function, Kind, ObjectExpr, Type, Variant};
use crate::rust::syntax::span;

impl Lowerer<'_> {
    pub(super) fn declare_struct(&mut self, item: &syn::ItemStruct) {
        let variant = self.variant(&item.ident, &item.fields, 0);
        self.declare_type(&item.ident, &item.attrs, vec![variant], false);
    }

    pub(super) fn declare_enum(&mut self, item: &syn::ItemEnum) {
        let mut next = 0;
        let mut variants = Vec::new();
        for tree in &item.variants {
            if let Some((_, value)) = &tree.discriminant {
                next = discriminant(value).unwrap_or(next);
            }
            variants.push(self.variant(&tree.ident, &tree.fields, next));
            next += 1;
        }
        self.declare_type(&item.ident, &item.attrs, variants, true);
    }

    fn variant(&self, name: &syn::Ident, fields: &syn::Fields, discriminant: i128) -> Variant {
        let form = match fields {
            syn::Fields::Named(_) => Form::Named,
            syn::Fields::Unnamed(_) => Form::Tuple,
            syn::Fields::Unit => Form::Unit,
        };
        let fields = fields.iter().enumerate().map(|(index, field)| Field {
            name: match &field.ident {
                Some(name) => name.to_string().into(),
                None => index.to_string().into(),
            },
            span: self.span(span::ty(&field.ty)),
        });
        let fields = fields.collect();
        let span = self.span_of(name.span());
        Variant { name: name.to_string().into(), fields, form, span, discriminant }
    }

    fn declare_type(
        &mut self,
        ident: &syn::Ident,
        attributes: &[syn::Attribute],
        variants: Vec<Variant>,
        is_enum: bool,
    ) {
        let traits: Vec<Rc<str>> = derived(attributes).into_iter().map(Rc::from).collect();
        let derives = |name: &str| traits.iter().any(|known| **known == *name);
        let name: Rc<str> = ident.to_string().into();
        let class = Type {
            name: Rc::clone(&name),
            is_enum,
            is_copy: Cell::new(derives("Copy")),
            variants,
            drop: Cell::new(None),
            traits: RefCell::new(traits),
            span: self.span_of(ident.span()),
        };
        self.names.insert(name.to_string(), Named::Type(Rc::new(class)));
    }

    /// Writes what is derived, once the types of the fields are known.
    pub(super) fn derive(&mut self, item: &Item) {
        let (ident, attributes) = match item {
            Item::Struct(item) => (&item.ident, &item.attrs),
            Item::Enum(item) => (&item.ident, &item.attrs),
            _ => return,
        };
        if let Some(Named::Type(class)) = self.names.get(&ident.to_string()).cloned()
            && derived(attributes).iter().any(|derived| derived == "Default")
        {
            self.derive_default(item, &class);
        }
    }

    /// Writes the `default` that `#[derive(Default)]` stands for.
    fn derive_default(&mut self, item: &Item, class: &Rc<Type>) {
        let (ident, variant) = match item {
            Item::Enum(item) => {
                let is_default = |variant: &syn::Variant| {
                    variant.attrs.iter().any(|it| it.path().is_ident("default"))
                };
                let Some(variant) = item.variants.iter().position(is_default) else {
                    let span = self.span_of(item.ident.span());
                    let message = "`#[derive(Default)]` on enum with no `#[default]`";
                    self.report(Diagnostic::wrong(span, message).code("E0665"));
                    return;
                };
                (&item.ident, variant as u32)
            }
            Item::Struct(item) => (&item.ident, 0),
            _ => return,
        };
        let span = self.span_of(ident.span());
        let count = class.variants[variant as usize].fields.len();
        let fields = (0..count).map(|index| {
            let ty = self.field_ty(class, variant, index);
            let value = Expr { span, kind: Kind::Default(ty) };
            (index as u32, value)
        });
        let object =
            ObjectExpr { class: Rc::clone(class), variant, fields: fields.collect(), base: None };
        let index = self.functions.len() as u32;
        let name: Rc<str> = "default".into();
        self.signatures.push(Signature {
            name: Rc::clone(&name),
            params: Vec::new(),
            receiver: None,
            receiver_mutable: false,
            returns: Ty::Object(Rc::clone(class)),
            span,
            head: span,
            self_span: None,
            diverges: false,
        });
        self.functions.push(Some(Rc::new(Function {
            name: Rc::clone(&name),
            params: Vec::new(),
            receiver: None,
            captures: Vec::new(),
            diverges: false,
            gives: None,
            once: false,
            slots: 0,
            depth: 1,
            // Nobody wrote it, so nobody sees it run.
            scope: self.scope("", 0..0, span.line, span.line),
            body: Expr { span, kind: Kind::Object(Box::new(object)) },
            returns: crate::rust::ir::Shape::Any,
            declared: Vec::new(),
            field_types: Vec::new(),
        })));
        self.methods.insert((Rc::clone(&class.name), name), index);
    }
}

/// The value of a discriminant that is a literal.
fn discriminant(value: &syn::Expr) -> Option<i128> {
    match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(value), .. }) => value.base10_parse().ok(),
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Byte(value), .. }) => {
            Some(value.value().into())
        }
        syn::Expr::Unary(syn::ExprUnary { op: syn::UnOp::Neg(_), expr, .. }) => {
            discriminant(expr).map(|value| -value)
        }
        _ => None,
    }
}

/// The names in `#[derive(…)]`.
fn derived(attributes: &[syn::Attribute]) -> Vec<String> {
    let lists = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let lists = lists.filter_map(|attribute| match &attribute.meta {
        syn::Meta::List(list) => Some(list.tokens.to_string()),
        _ => None,
    });
    let words = |list: String| {
        let words = list.split([',', ' ', ':']).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    lists.flat_map(words).collect()
}
