//! Traits and `impl`s.

use std::rc::Rc;

use rustc_hash::FxHashMap;
use syn::{ImplItem, Item, TraitItem};

use super::functions::Waiting;
use super::{Lowerer, Named, written};
use crate::rust::eval::functions::arguments::argument_key;
use crate::rust::syntax::span;

/// The traits that are declared together with what is lowered, by their names.
pub(super) type Traits<'a> = FxHashMap<String, &'a syn::ItemTrait>;

impl<'s> Lowerer<'s> {
    /// Declares the names of traits.
    pub(super) fn declare_traits<'a>(&mut self, items: &[&'a Item]) -> Traits<'a> {
        let mut traits = Traits::default();
        for item in items {
            if let Item::Trait(item) = item {
                self.names.insert(item.ident.to_string(), Named::Trait);
                self.note_trait(item);
                traits.insert(item.ident.to_string(), item);
            }
        }
        traits
    }

    pub(super) fn declare_impl<'a>(
        &mut self,
        item: &'a syn::ItemImpl,
        traits: &Traits<'a>,
        waiting: &mut Vec<Waiting<'a>>,
    ) {
        let Some(name) = self_name(&item.self_ty, &item.generics) else {
            self.not_supported(
                span::ty(&item.self_ty),
                "an `impl` for this type is outside of what the playground runs",
                "implement it for a struct or enum of your own",
            );
            return;
        };
        let path = item.trait_.as_ref().map(|(path, _)| path);
        let trait_name = path.and_then(|path| path.segments.last());
        let trait_name = trait_name.map(|segment| segment.ident.to_string());
        if let (Some(Named::Type(class)), Some(of)) = (self.names.get(&*name), &trait_name) {
            class.traits.borrow_mut().push(of.as_str().into());
            if of == "Copy" {
                class.is_copy.set(true);
            }
        }
        let of = path.and_then(argument_name);
        let mut own: Vec<String> = Vec::new();
        self.declare_types(item, &name);
        for item in &item.items {
            match item {
                ImplItem::Fn(method) => {
                    own.push(method.sig.ident.to_string());
                    let (sig, block) = (&method.sig, &method.block);
                    let self_type = Rc::from(name.trim_start_matches('&'));
                    let index = self.declare_function(sig, Some(self_type), waiting, block);
                    if trait_name.as_deref() == Some("Drop") {
                        self.declare_drop(&name, index);
                    } else {
                        let method = method.sig.ident.to_string();
                        let method = trait_key(trait_name.as_deref(), &method);
                        self.declare_method(&name, &method, of.as_deref(), index);
                    }
                }
                ImplItem::Const(constant) => {
                    own.push(constant.ident.to_string());
                    self.declare_associated(
                        &name,
                        &constant.ident,
                        &constant.ty,
                        &constant.expr,
                        waiting,
                    );
                }
                _ => {}
            }
        }
        self.check_impl(item);
        let Some(trait_name) = trait_name else { return };
        if let Some(item) = traits.get(&trait_name) {
            self.declare_defaults(item, &name, of.as_deref(), &own, waiting);
        } else if let Some(&item) = self.trait_items.get(&trait_name) {
            // One of the file, for a type of a block.
            let mut waiting = std::mem::take(&mut self.late);
            self.declare_defaults(item, &name, of.as_deref(), &own, &mut waiting);
            self.late = waiting;
        }
    }

    /// Notes the types that an `impl` names, as `type Item = …`.
    fn declare_types(&mut self, item: &syn::ItemImpl, name: &str) {
        let outside = self.self_type.replace(Rc::from(name.trim_start_matches('&')));
        self.associated.clear();
        for one in &item.items {
            if let ImplItem::Type(one) = one {
                let ty = self.generic_ty(&one.ty, &item.generics);
                self.associated.insert(one.ident.to_string(), ty);
            }
        }
        self.self_type = outside;
    }

    /// Declares what a type has from a trait without saying so. Each type has a default method of its
    /// own, in which `Self` is that type.
    fn declare_defaults<'a>(
        &mut self,
        item: &'a syn::ItemTrait,
        name: &str,
        of: Option<&str>,
        own: &[String],
        waiting: &mut Vec<Waiting<'a>>,
    ) {
        for item in &item.items {
            match item {
                TraitItem::Fn(syn::TraitItemFn { sig, default: Some(block), .. })
                    if !own.iter().any(|own| sig.ident == own) =>
                {
                    let self_type = Some(Rc::from(name.trim_start_matches('&')));
                    let index = self.declare_function(sig, self_type, waiting, block);
                    self.declare_method(name, &sig.ident.to_string(), of, index);
                }
                TraitItem::Const(constant) => {
                    if let Some((_, value)) = &constant.default
                        && !own.iter().any(|own| constant.ident == own)
                    {
                        let (ident, ty) = (&constant.ident, &constant.ty);
                        self.declare_associated(name, ident, ty, value, waiting);
                    }
                }
                _ => {}
            }
        }
    }

    /// A type can have methods of one name from several `impl`s of a trait with a parameter, as
    /// `From<A>` and `From<B>`; and others for references to it.
    fn declare_method(&mut self, name: &str, method: &str, of: Option<&str>, index: u32) {
        let plain: Rc<str> = name.trim_start_matches('&').into();
        if let Some(of) = of {
            self.methods.insert((Rc::from(name), argument_key(method, of)), index);
        }
        let method: Rc<str> = method.into();
        if *plain == *name {
            self.methods.insert((plain, method), index);
        } else {
            self.methods.insert((Rc::from(name), Rc::clone(&method)), index);
            self.methods.entry((plain, method)).or_insert(index);
        }
    }

    fn declare_associated<'a>(
        &mut self,
        name: &str,
        ident: &'a syn::Ident,
        ty: &'a syn::Type,
        value: &'a syn::Expr,
        waiting: &mut Vec<Waiting<'a>>,
    ) {
        let outside = self.self_type.replace(Rc::from(name));
        let full = format!("{name}::{ident}");
        let index = self.declare_constant(ident, full.clone(), ty, value, waiting);
        self.names.insert(full, Named::Constant(index));
        self.self_type = outside;
    }

    fn declare_drop(&mut self, name: &str, index: u32) {
        if let Some(Named::Type(class)) = self.names.get(name) {
            class.drop.set(Some(index));
        }
    }
}

/// The `T` of a trait like `From<T>`, by the name that its values have.
fn argument_name(path: &syn::Path) -> Option<String> {
    let last = path.segments.last()?;
    match written::type_arguments(&last.arguments).first()? {
        syn::Type::Reference(reference) => match &*reference.elem {
            syn::Type::Path(path) if path.path.is_ident("str") => Some("&str".into()),
            inner => Some(format!("&{}", type_name(inner)?)),
        },
        ty => type_name(ty).map(|name| name.to_string()),
    }
}

/// Methods of `Display` and `Debug` and the like have the same name, and a type can have all of them.
fn trait_key(trait_name: Option<&str>, method: &str) -> String {
    match (trait_name, method) {
        (
            Some(of @ ("Debug" | "LowerHex" | "UpperHex" | "Binary" | "Octal" | "LowerExp")),
            "fmt",
        ) => format!("fmt({of})"),
        (_, method) => method.into(),
    }
}

/// The name under which the methods of a type are kept: that of the type without its parameters, with
/// `&` before it for those of references; `*` for those of every type.
fn self_name(tree: &syn::Type, generics: &syn::Generics) -> Option<String> {
    match tree {
        syn::Type::Reference(reference) => {
            let name = self_name(&reference.elem, generics)?;
            Some(if name == "*" || name == "str" { name } else { format!("&{name}") })
        }
        syn::Type::Slice(_) | syn::Type::Array(_) => Some("[_]".into()),
        syn::Type::TraitObject(_) => Some("*".into()),
        syn::Type::Paren(inner) => self_name(&inner.elem, generics),
        tree => {
            let name = type_name(tree)?;
            let is_parameter = generics.type_params().any(|parameter| parameter.ident == *name);
            Some(if is_parameter { "*".into() } else { name.to_string() })
        }
    }
}

/// The name of a type without its parameters.
fn type_name(tree: &syn::Type) -> Option<Rc<str>> {
    match tree {
        syn::Type::Path(path) => Some(path.path.segments.last()?.ident.to_string().into()),
        syn::Type::Paren(inner) => type_name(&inner.elem),
        _ => None,
    }
}
