//! Traits: what they ask for, and whether a type gives it.

use std::rc::Rc;

use syn::{ImplItem, Item, TraitItem};

use super::{Lowerer, Named};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Moves, Type};
use crate::rust::library::builtin::{nearest, slip};
use crate::rust::syntax::span;

/// What a trait asks for.
#[derive(Clone, Default)]
pub(super) struct Trait {
    /// The methods that it has bodies for.
    pub(super) defaults: Vec<Rc<str>>,
    /// All of its methods: their names, and where they are declared, if that is in the program.
    pub(super) methods: Vec<(Rc<str>, Option<Span>)>,
}

/// Traits of the library and the prelude that one may implement: the methods that an `impl` must have,
/// and others that it may have. Of those with more than a few, `..` stands for the rest.
const KNOWN: &[(&str, &[&str], &[&str])] = &[
    ("Add", &["add"], &[]),
    ("AddAssign", &["add_assign"], &[]),
    ("Any", &[], &[".."]),
    ("AsMut", &["as_mut"], &[]),
    ("AsRef", &["as_ref"], &[]),
    ("Borrow", &["borrow"], &[]),
    ("Clone", &["clone"], &["clone_from"]),
    ("Copy", &[], &[]),
    ("Debug", &["fmt"], &[]),
    ("Default", &["default"], &[]),
    ("Deref", &["deref"], &[]),
    ("DerefMut", &["deref_mut"], &[]),
    ("Display", &["fmt"], &[]),
    ("Div", &["div"], &[]),
    ("Drop", &["drop"], &[]),
    ("Eq", &[], &[]),
    ("Error", &[], &[".."]),
    ("Extend", &["extend"], &[]),
    ("From", &["from"], &[]),
    ("FromIterator", &["from_iter"], &[]),
    ("FromStr", &["from_str"], &[]),
    ("Hash", &["hash"], &["hash_slice"]),
    ("Index", &["index"], &[]),
    ("IndexMut", &["index_mut"], &[]),
    ("Into", &["into"], &[]),
    ("IntoIterator", &["into_iter"], &[]),
    ("Iterator", &["next"], &[".."]),
    ("Managed", &["enter", "exit"], &[".."]),
    ("Mul", &["mul"], &[]),
    ("MulAssign", &["mul_assign"], &[]),
    ("Neg", &["neg"], &[]),
    ("Not", &["not"], &[]),
    ("Ord", &["cmp"], &["max", "min", "clamp"]),
    ("PartialEq", &["eq"], &["ne"]),
    ("PartialOrd", &["partial_cmp"], &["lt", "le", "gt", "ge"]),
    ("Read", &["read"], &[".."]),
    ("Rem", &["rem"], &[]),
    ("Send", &[], &[]),
    ("Sub", &["sub"], &[]),
    ("SubAssign", &["sub_assign"], &[]),
    ("Sync", &[], &[]),
    ("Termination", &["report"], &[]),
    ("ToString", &["to_string"], &[]),
    ("TryFrom", &["try_from"], &[]),
    ("TryInto", &["try_into"], &[]),
    ("Write", &[], &[".."]),
];

/// What a trait of the library asks for.
fn of_the_library(name: &str) -> Option<Trait> {
    let (_, required, provided) = KNOWN.iter().find(|(known, ..)| *known == name)?;
    let named = |name: &&str| (Rc::from(*name), None);
    Some(Trait {
        methods: required.iter().chain(*provided).map(named).collect(),
        defaults: provided.iter().map(|name| Rc::from(*name)).collect(),
    })
}

impl Lowerer<'_> {
    /// The methods that a trait declares.
    fn trait_methods(&self, item: &syn::ItemTrait) -> Vec<(Rc<str>, Option<Span>)> {
        let methods = item.items.iter().filter_map(|item| match item {
            TraitItem::Fn(method) => Some(&method.sig),
            _ => None,
        });
        let named = |sig: &syn::Signature| {
            (Rc::from(sig.ident.to_string()), Some(self.span(span::signature(sig))))
        };
        methods.map(named).collect()
    }

    /// Notes what a trait of the program's own asks for.
    pub(super) fn note_trait(&mut self, item: &syn::ItemTrait) {
        let methods = self.trait_methods(item);
        let defaults = item.items.iter().filter_map(|item| match item {
            TraitItem::Fn(method) if method.default.is_some() => {
                Some(Rc::from(method.sig.ident.to_string()))
            }
            _ => None,
        });
        let defaults = defaults.collect();
        self.traits.insert(item.ident.to_string(), Trait { defaults, methods });
    }

    /// Reports an `impl` of a trait that lacks one of its methods, or has one too many.
    pub(super) fn check_impl(&mut self, item: &syn::ItemImpl) {
        let Some((path, _)) = &item.trait_ else { return };
        let Some(name) = path.segments.last().map(|last| last.ident.to_string()) else { return };
        let Some(of) = self.traits.get(&name).cloned().or_else(|| of_the_library(&name)) else {
            if path.get_ident().is_some() {
                self.check_trait_is_known(path, &name);
            }
            return;
        };
        let given: Vec<_> = item
            .items
            .iter()
            .filter_map(|item| match item {
                ImplItem::Fn(method) => Some(method),
                _ => None,
            })
            .collect();
        for method in &given {
            let word = method.sig.ident.to_string();
            if of.methods.iter().all(|(known, _)| ![&*word, ".."].contains(&&**known)) {
                let start = method.sig.fn_token.span.byte_range().start;
                let at = self.span(start..span::block(&method.block).end);
                let message = format!("method `{word}` is not a member of trait `{name}`");
                let diagnostic = Diagnostic::wrong(at, message)
                    .code("E0407")
                    .label(format!("not a member of trait `{name}`"));
                let known = of.methods.iter().map(|(known, _)| &**known);
                self.report(match nearest(&word, known) {
                    Some(near) => diagnostic.hint(format!("the trait has a method `{near}`")),
                    None => diagnostic.hint("put it into an `impl` of the type itself"),
                });
            }
        }
        let is_missing = |method: &Rc<str>| {
            let has_body = of.defaults.contains(method);
            !has_body && given.iter().all(|one| one.sig.ident != **method)
        };
        let missing: Vec<_> = of.methods.iter().filter(|(method, _)| is_missing(method)).collect();
        if missing.is_empty() {
            return;
        }
        let names: Vec<_> = missing.iter().map(|(name, _)| format!("`{name}`")).collect();
        let listed = names.join(", ");
        let start = item.impl_token.span.byte_range().start;
        let at = self.span(start..span::ty(&item.self_ty).end);
        let mut diagnostic =
            Diagnostic::wrong(at, format!("not all trait items implemented, missing: {listed}"))
                .code("E0046")
                .label(format!("missing {listed} in implementation"))
                .hint(match missing.iter().all(|(_, declared)| declared.is_some()) {
                    true => "write what is missing, or give the trait a default for it",
                    false => "write what is missing",
                });
        for (name, declared) in missing {
            if let Some(declared) = declared {
                diagnostic = diagnostic.note(*declared, format!("`{name}` from trait"));
            }
        }
        self.report(diagnostic);
    }

    /// Reports a trait that is not there, where another one was meant. Others are not known here.
    fn check_trait_is_known(&mut self, path: &syn::Path, name: &str) {
        if self.uses.contains_key(name) || self.names.contains_key(name) {
            return;
        }
        let own = self.traits.keys().map(String::as_str);
        if let Some(near) = slip(name, own.chain(KNOWN.iter().map(|(name, ..)| *name))) {
            let at = self.span(span::path(path));
            self.report(
                Diagnostic::wrong(at, format!("cannot find trait `{name}` in this scope"))
                    .code("E0405")
                    .label("not found in this scope")
                    .hint(format!("there is a trait of a similar name: `{near}`")),
            );
        }
    }

    /// Reports types that say they are `Copy`, and cannot be.
    pub(super) fn check_copies(&mut self, items: &[&Item]) {
        for item in items {
            let (Item::Struct(syn::ItemStruct { ident, .. })
            | Item::Enum(syn::ItemEnum { ident, .. })) = item
            else {
                continue;
            };
            if let Some(Named::Type(class)) = self.names.get(&ident.to_string()) {
                let class = Rc::clone(class);
                self.check_copy(&class);
            }
        }
    }

    fn check_copy(&mut self, class: &Rc<Type>) {
        if !class.is_copy.get() {
            return;
        }
        let message = "the trait `Copy` cannot be implemented for this type";
        if class.drop.get().is_some() {
            self.report(
                Diagnostic::wrong(class.span, format!("{message}; the type has a destructor"))
                    .code("E0184")
                    .label("`Copy` not allowed on types with destructors")
                    .hint("each copy would be dropped: leave out one of the two"),
            );
        }
        for (index, variant) in class.variants.iter().enumerate() {
            let types = self.field_types_of(class, index as u32);
            for (field, ty) in variant.fields.iter().zip(types) {
                if ty.moves() == Moves::Yes {
                    let shown = ty.shown();
                    self.report(
                        Diagnostic::wrong(class.span, message)
                            .code("E0204")
                            .label("this type has a field that does not implement `Copy`")
                            .note(field.span, format!("`{shown}` does not implement `Copy`"))
                            .hint("leave out `Copy`: what owns something moves"),
                    );
                    return;
                }
            }
        }
    }

    /// Reports a value that is formatted by a trait that its type does not implement.
    pub(super) fn check_shown(&mut self, at: Span, ty: &Ty, debug: bool) {
        let (is_shown, name) = match ty.behind() {
            Ty::Object(class) => {
                (class.implements(if debug { "Debug" } else { "Display" }), class.name.to_string())
            }
            ty @ (Ty::Option(_) | Ty::Result(..) | Ty::Vec(_) | Ty::Tuple(_) | Ty::RefCell(_))
            | ty @ (Ty::File | Ty::Lock | Ty::ExitStack | Ty::Unit) => (debug, ty.shown()),
            _ => return,
        };
        if is_shown {
            return;
        }
        let (what, label, hint) = if debug {
            let label = format!("`{name}` cannot be formatted using `{{:?}}`");
            ("Debug", label, format!("add `#[derive(Debug)]` to `{name}`"))
        } else {
            let label = format!("`{name}` cannot be formatted with the default formatter");
            let hint = match ty.behind() {
                Ty::Object(_) => format!("use `{{:?}}`, or implement `Display` for `{name}`"),
                _ => "use `{:?}`".to_owned(),
            };
            ("Display", label, hint)
        };
        let message = format!("`{name}` doesn't implement `{what}`");
        self.report(Diagnostic::wrong(at, message).code("E0277").label(label).hint(hint));
    }

    /// Reports a comparison of values that cannot be compared. `at`: the operator.
    pub(super) fn check_compared(&mut self, at: Span, ty: &Ty, operator: &str) {
        let Ty::Object(class) = ty.referred() else { return };
        let of = if matches!(operator, "==" | "!=") { "PartialEq" } else { "PartialOrd" };
        if class.implements(of) {
            return;
        }
        let name = &class.name;
        let message = format!("binary operation `{operator}` cannot be applied to type `{name}`");
        self.report(
            Diagnostic::wrong(at, message)
                .code("E0369")
                .label(format!("`{name}` does not implement `{of}`"))
                .note(class.span, "this type")
                .hint(format!("add `#[derive({of})]` to it")),
        );
    }
}
