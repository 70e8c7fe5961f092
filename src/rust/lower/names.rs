//! The names of items: declared twice, not there, or of items that are outside of the playground.

use rustc_hash::FxHashMap;
use syn::Item;

use super::{Lowerer, Named};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::library::builtin::slip;
use crate::rust::syntax::span;

/// Types of the library and the prelude, as far as a slip of the pen may have meant one.
const TYPES: &[&str] = &[
    "Any",
    "Arc",
    "Arguments",
    "BTreeMap",
    "Box",
    "Cell",
    "Duration",
    "Ending",
    "Error",
    "ErrorKind",
    "ExitStack",
    "Formatter",
    "HashMap",
    "Held",
    "Locking",
    "ManagedFile",
    "ManagedLock",
    "ManuallyDrop",
    "Metadata",
    "Mutex",
    "OpenOptions",
    "Opening",
    "Option",
    "Ordering",
    "Range",
    "RefCell",
    "Result",
    "Self",
    "String",
    "Vec",
    "Weak",
    "bool",
    "char",
    "f32",
    "f64",
    "i16",
    "i32",
    "i64",
    "isize",
    "str",
    "u16",
    "u32",
    "u64",
    "usize",
];

impl Lowerer<'_> {
    /// Reports names that are declared twice side by side, and notes type parameters.
    pub(super) fn check_names(&mut self, items: &[&Item]) {
        // Types and values have names of their own.
        let mut seen = FxHashMap::<(bool, String), Span>::default();
        for item in items {
            self.note_parameters(item);
            let attributes = attributes(item);
            self.check_attributes(attributes);
            // Which of them there is depends on the attribute.
            if attributes.iter().any(|attribute| attribute.path().is_ident("cfg")) {
                continue;
            }
            let (is_type, name) = match item {
                Item::Fn(item) => (false, &item.sig.ident),
                Item::Const(item) => (false, &item.ident),
                Item::Struct(item) => (true, &item.ident),
                Item::Enum(item) => (true, &item.ident),
                Item::Trait(item) => (true, &item.ident),
                Item::Type(item) => (true, &item.ident),
                _ => continue,
            };
            let (name, at) = (name.to_string(), self.span(span::item(item)));
            let Some(first) = seen.insert((is_type, name.clone()), at) else {
                let has_methods = is_type && !matches!(item, Item::Type(_));
                let other = has_methods.then(|| self.types.insert(name, at)).flatten();
                // A default method is lowered anew for each type.
                if other.is_some_and(|other| other != at) {
                    self.not_supported(
                        span::item(item),
                        "a second type or trait of the same name, in another block, is outside of \
                         what the playground runs",
                        "give one of them another name",
                    );
                }
                continue;
            };
            let space = if is_type { "type" } else { "value" };
            self.report(
                Diagnostic::wrong(at, format!("the name `{name}` is defined multiple times"))
                    .code("E0428")
                    .label(format!("`{name}` redefined here"))
                    .note(first, format!("previous definition of the {space} `{name}` here"))
                    .hint("give one of them another name"),
            );
        }
    }

    fn note_parameters(&mut self, item: &Item) {
        let generics = match item {
            Item::Struct(syn::ItemStruct { ident, generics, .. })
            | Item::Enum(syn::ItemEnum { ident, generics, .. }) => {
                if generics.lifetimes().next().is_some() {
                    self.with_lifetime.insert(ident.to_string());
                }
                generics
            }
            Item::Fn(item) => &item.sig.generics,
            Item::Impl(item) => {
                for method in &item.items {
                    if let syn::ImplItem::Fn(method) = method {
                        self.note_types(&method.sig.generics);
                    }
                }
                &item.generics
            }
            Item::Type(item) => &item.generics,
            Item::Trait(item) => {
                let types = item.items.iter().filter_map(|item| match item {
                    syn::TraitItem::Type(ty) => Some(ty.ident.to_string()),
                    _ => None,
                });
                self.parameters.extend(types);
                &item.generics
            }
            _ => return,
        };
        self.note_types(generics);
    }

    fn note_types(&mut self, generics: &syn::Generics) {
        self.parameters.extend(generics.type_params().map(|param| param.ident.to_string()));
        self.parameters.extend(generics.const_params().map(|param| param.ident.to_string()));
    }

    /// Reports a type that is not there, where another one was meant. Others are not known here.
    pub(super) fn check_type_is_known(&mut self, path: &syn::Path, name: &str) {
        let is_known = TYPES.contains(&name)
            || self.uses.contains_key(name)
            || self.names.contains_key(name)
            || self.refused.contains(name)
            || self.parameters.contains(name);
        if is_known || name.len() < 3 {
            return;
        }
        let own = self.names.iter().filter(|(_, named)| matches!(named, Named::Type(_)));
        let own = own.map(|(name, _)| name.as_str());
        if let Some(near) = slip(name, own.chain(TYPES.iter().copied())) {
            let at = self.span(span::path(path));
            self.report(
                Diagnostic::wrong(at, format!("cannot find type `{name}` in this scope"))
                    .code("E0425")
                    .label("not found in this scope")
                    .hint(format!("there is a type of a similar name: `{near}`")),
            );
        }
    }

    /// Reports `use` of what is neither of the standard library, of the prelude, nor of the file.
    pub(super) fn check_use(&mut self, tree: &syn::UseTree) {
        const ROOTS: &[&str] = &["std", "core", "alloc", "leakproof", "self", "super", "crate"];
        let first = match tree {
            syn::UseTree::Path(tree) => &tree.ident,
            syn::UseTree::Name(tree) => &tree.ident,
            syn::UseTree::Rename(tree) => &tree.ident,
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.check_use(tree));
                return;
            }
            syn::UseTree::Glob(_) => return,
        };
        let name = first.to_string();
        // Types begin with a capital letter, and may be the file's own.
        let is_crate = name.starts_with(char::is_lowercase);
        if is_crate
            && !ROOTS.contains(&&*name)
            && !self.modules.contains(&name)
            && !self.refused.contains(&name)
        {
            self.refused.insert(name.clone());
            let message = format!("the crate `{name}` is outside of what the playground runs");
            let hint = "the prelude and a part of `std` are there";
            self.not_supported(first.span().byte_range(), &message, hint);
        }
    }

    /// Reports attributes that would change what the program is.
    pub(super) fn check_attributes(&mut self, attributes: &[syn::Attribute]) {
        const CHANGING: &[&str] = &[
            "cfg",
            "cfg_attr",
            "global_allocator",
            "link",
            "macro_export",
            "macro_use",
            "naked",
            "no_mangle",
            "no_std",
            "panic_handler",
            "path",
            "proc_macro",
            "start",
            "test",
        ];
        for attribute in attributes {
            let name = attribute.path().get_ident().map(ToString::to_string).unwrap_or_default();
            if CHANGING.contains(&&*name) {
                let start = attribute.pound_token.spans[0].byte_range().start;
                let end = attribute.bracket_token.span.close().byte_range().end;
                let message =
                    format!("the attribute `{name}` is outside of what the playground runs");
                self.not_supported(start..end, &message, "leave it out: the program runs as it is");
            }
        }
    }

    /// An item of a kind that the playground does not run. Nothing more is said about its name.
    pub(super) fn refuse_item(&mut self, item: &Item) {
        let (name, what, hint) = match item {
            Item::Mod(item) => {
                let hint = "put the items into the file itself, each with a name of its own";
                (
                    Some(&item.ident),
                    "modules in other files, or with names that are taken, are",
                    hint,
                )
            }
            Item::Static(item) => {
                let hint = "use a `static` with an `AtomicUsize` or the like in it";
                (Some(&item.ident), "`static mut` is", hint)
            }
            Item::Macro(item) if item.ident.is_some() => {
                self.has_macros = true;
                (item.ident.as_ref(), "macros of one's own are", "write a function")
            }
            Item::Macro(item) if item.mac.path.is_ident("thread_local") => {
                let hint = "use a `static` with an `AtomicUsize` or the like in it";
                self.refuse_statics(item.mac.tokens.clone());
                (None, "`thread_local!` is", hint)
            }
            Item::Macro(_) => {
                let at = self.span(span::item(item));
                let diagnostic = Diagnostic::wrong(at, "a call stands outside of any function");
                self.report(diagnostic.hint("put it into `fn main() { … }`"));
                return;
            }
            Item::Union(item) => {
                (Some(&item.ident), "a `union` is", "use an `enum`: it knows which one it holds")
            }
            Item::ForeignMod(_) => (None, "functions of other languages are", "write it in Rust"),
            Item::ExternCrate(item) => {
                (Some(&item.ident), "crates are", "the prelude and a part of `std` are there")
            }
            _ => {
                let hint = "functions, structs, enums, traits, `impl` and `const` run";
                (None, "this kind of item is", hint)
            }
        };
        self.refused.extend(name.map(ToString::to_string));
        let message = format!("{what} outside of what the playground runs");
        self.not_supported(span::item(item), &message, hint);
    }

    /// Nothing is said about the names that such tokens declare as `static`.
    fn refuse_statics(&mut self, tokens: proc_macro2::TokenStream) {
        let mut after_static = false;
        for token in tokens {
            let proc_macro2::TokenTree::Ident(word) = token else { continue };
            if after_static {
                self.refused.insert(word.to_string());
            }
            after_static = word == "static";
        }
    }
}

fn attributes(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
