//! Items that contradict themselves or what they name: fields and methods declared twice, `impl` blocks for
//! types of others, bounds that are no traits.

use std::rc::Rc;

use syn::{ImplItem, Item, TypeParamBound, WherePredicate};

use super::defs::ty::{ModuleId, Ty};
use super::defs::{Def, Defs, Namespace, Resolved, name_of, names_of};
use crate::run::diagnostic::{Diagnostic, Lines};
use crate::rust::syntax::span;

/// Checks the items of a file.
pub(in crate::rust) fn check(items: &[Item], defs: &Defs, lines: &Lines<'_>) -> Vec<Diagnostic> {
    let mut items_check = Items { defs, lines, found: Vec::new() };
    items.iter().for_each(|item| items_check.item(item));
    items_check.found
}

struct Items<'a> {
    defs: &'a Defs,
    lines: &'a Lines<'a>,
    found: Vec<Diagnostic>,
}

impl Items<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Struct(item) => {
                self.fields(&item.fields);
                self.bounds(&item.generics);
            }
            Item::Enum(item) => {
                item.variants.iter().for_each(|variant| self.fields(&variant.fields));
                self.bounds(&item.generics);
            }
            Item::Fn(item) => self.bounds(&item.sig.generics),
            Item::Impl(item) => {
                self.bounds(&item.generics);
                match &item.trait_ {
                    Some((path, _)) => self.is_trait(path),
                    None => self.of_own_type(item),
                }
                self.methods(item);
            }
            _ => {}
        }
    }

    fn report(&mut self, at: std::ops::Range<usize>, code: &'static str, message: String) {
        let at = self.lines.span(at.start, at.end);
        self.found.push(Diagnostic::wrong(at, message).code(code));
    }

    fn fields(&mut self, fields: &syn::Fields) {
        let mut seen: Vec<Rc<str>> = Vec::new();
        for field in fields {
            let Some(name) = &field.ident else { continue };
            let known = name_of(name);
            if seen.contains(&known) {
                let message = format!("field `{known}` is already declared");
                let at = name.span().byte_range().start..span::ty(&field.ty).end;
                self.report(at, "E0124", message);
            }
            seen.push(known);
        }
    }

    fn methods(&mut self, item: &syn::ItemImpl) {
        let mut seen: Vec<Rc<str>> = Vec::new();
        for part in &item.items {
            let ImplItem::Fn(method) = part else { continue };
            self.bounds(&method.sig.generics);
            let known = name_of(&method.sig.ident);
            if seen.contains(&known) && item.trait_.is_none() {
                let message = format!("duplicate definitions with name `{known}`");
                self.report(span::signature(&method.sig), "E0592", message);
            }
            seen.push(known);
        }
    }

    /// An `impl` without a trait is for a type of the program.
    fn of_own_type(&mut self, item: &syn::ItemImpl) {
        let syn::Type::Path(path) = &*item.self_ty else { return };
        let is_param = item.generics.type_params().any(|param| path.path.is_ident(&param.ident));
        if path.qself.is_some() || is_param {
            return;
        }
        let ty = span::ty(&item.self_ty);
        match self.named(&path.path) {
            Some(Def::Adt(id)) if !Defs::is_user(id.0) => {
                let message = "cannot define inherent `impl` for a type outside of the crate where the \
                               type is defined";
                let at = item.impl_token.span.byte_range().start..ty.end;
                self.report(at, "E0116", message.into());
            }
            Some(Def::Primitive(of)) if of != Ty::Unknown => {
                let message = "cannot define inherent `impl` for primitive types";
                self.report(ty, "E0390", message.into());
            }
            _ => {}
        }
    }

    fn bounds(&mut self, generics: &syn::Generics) {
        let of_params = generics.type_params().flat_map(|param| &param.bounds);
        let clauses = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
        let of_clauses = clauses.filter_map(|predicate| match predicate {
            WherePredicate::Type(predicate) => Some(&predicate.bounds),
            _ => None,
        });
        for bound in of_params.chain(of_clauses.flatten()) {
            if let TypeParamBound::Trait(bound) = bound {
                self.is_trait(&bound.path);
            }
        }
    }

    /// A type where a trait belongs.
    fn is_trait(&mut self, path: &syn::Path) {
        let kind = match self.named(path) {
            Some(Def::Adt(id)) => match self.defs.adt(id) {
                Some(adt) if adt.is_enum => "enum",
                _ => "struct",
            },
            Some(Def::Primitive(_)) => "builtin type",
            _ => return,
        };
        let at = span::path(path);
        let name = self.lines.text(at.clone()).to_owned();
        self.report(at, "E0404", format!("expected trait, found {kind} `{name}`"));
    }

    fn named(&self, path: &syn::Path) -> Option<Def> {
        let names = names_of(path);
        let found = self.defs.resolve(ModuleId(0), &names, Namespace::Types);
        match found {
            Some(Resolved { def, used }) if used == names.len() => Some(def),
            _ => None,
        }
    }
}
