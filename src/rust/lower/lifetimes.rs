//! References in types that must say how long they live, and do not.

use syn::{FnArg, GenericArgument, Item, PathArguments, ReturnType, Type};

use super::{Lowerer, Named};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::value::number::IntKind;

/// Types of the library that have no lifetimes.
const WITHOUT: &[&str] = &[
    "Arc",
    "BTreeMap",
    "BTreeSet",
    "Box",
    "Cell",
    "HashMap",
    "HashSet",
    "ManagedFile",
    "ManagedLock",
    "Mutex",
    "Option",
    "Rc",
    "RefCell",
    "Result",
    "RwLock",
    "Self",
    "String",
    "Vec",
    "VecDeque",
    "bool",
    "char",
    "f32",
    "f64",
    "i128",
    "str",
    "u128",
];

/// The lifetimes of the parameters of a function.
#[derive(Default)]
struct Lifetimes {
    elided: usize,
    named: Vec<String>,
    /// Whether there may be more of them.
    uncertain: bool,
}

impl Lowerer<'_> {
    /// Reports references without a lifetime in the fields of types, and in what functions return.
    pub(super) fn check_lifetimes(&mut self, items: &[&Item]) {
        for item in items {
            match item {
                Item::Fn(item) => self.check_returned(&item.sig),
                Item::Impl(item) => {
                    for item in &item.items {
                        if let syn::ImplItem::Fn(method) = item {
                            self.check_returned(&method.sig);
                        }
                    }
                }
                Item::Trait(item) => {
                    for item in &item.items {
                        if let syn::TraitItem::Fn(method) = item {
                            self.check_returned(&method.sig);
                        }
                    }
                }
                Item::Struct(item) => {
                    self.check_kept(&item.ident, &item.fields);
                }
                Item::Enum(item) => {
                    for variant in &item.variants {
                        self.check_kept(&item.ident, &variant.fields);
                    }
                }
                _ => {}
            }
        }
    }

    fn check_kept(&mut self, of: &syn::Ident, fields: &syn::Fields) {
        for field in fields {
            for at in self.elided_in(&field.ty) {
                let hint = format!("declare how long it lives: `{of}<'a>`, and `&'a …` here");
                self.report_elided(at, &hint);
            }
        }
    }

    fn check_returned(&mut self, sig: &syn::Signature) {
        let ReturnType::Type(_, ty) = &sig.output else { return };
        let elided = self.elided_in(ty);
        if elided.is_empty() {
            return;
        }
        let mut lifetimes = Lifetimes::default();
        for input in &sig.inputs {
            match input {
                // What a method returns is borrowed from `self`.
                FnArg::Receiver(receiver) if !matches!(receiver.kind, syn::ReceiverKind::Value) => {
                    return;
                }
                FnArg::Receiver(_) => {}
                FnArg::Typed(typed) => self.count_lifetimes(&typed.ty, &mut lifetimes),
            }
        }
        let Lifetimes { elided: count, named, uncertain } = lifetimes;
        let hint = match count + named.len() {
            _ if uncertain => return,
            1 => return,
            0 => "nothing is there to be borrowed from: return a value of its own, as a `String`",
            _ => "say which of them it is borrowed from: `fn f<'a>(x: &'a …, …) -> &'a …`",
        };
        for at in elided {
            self.report_elided(at, hint);
        }
    }

    fn report_elided(&mut self, at: Span, hint: &str) {
        self.report(
            Diagnostic::wrong(at, "missing lifetime specifier")
                .code("E0106")
                .label("expected named lifetime parameter")
                .hint(hint),
        );
    }

    /// Where a type has references without a lifetime. Those of functions are their own affair.
    fn elided_in(&self, ty: &Type) -> Vec<Span> {
        let mut found = Vec::new();
        each_reference(ty, &mut |part| {
            if let Type::Reference(reference) = part
                && reference.lifetime.is_none()
            {
                found.push(self.span_of(reference.and_token.spans[0]));
            }
        });
        found
    }

    fn count_lifetimes(&self, ty: &Type, lifetimes: &mut Lifetimes) {
        each_reference(ty, &mut |part| match part {
            Type::Reference(reference) => match &reference.lifetime {
                Some(lifetime) if lifetime.ident != "_" => {
                    let name = lifetime.ident.to_string();
                    if !lifetimes.named.contains(&name) {
                        lifetimes.named.push(name);
                    }
                }
                _ => lifetimes.elided += 1,
            },
            Type::Path(path) => {
                let known = path.path.get_ident().map(ToString::to_string).or_else(|| {
                    let last = path.path.segments.last()?;
                    type_arguments_only(&last.arguments).then(|| last.ident.to_string())
                });
                lifetimes.uncertain |= !known.is_some_and(|name| self.has_no_lifetime(&name));
            }
            Type::ImplTrait(_) | Type::TraitObject(_) => lifetimes.uncertain = true,
            _ => {}
        });
    }

    fn has_no_lifetime(&self, name: &str) -> bool {
        WITHOUT.contains(&name)
            || IntKind::from_name(name).is_some()
            || self.parameters.contains(name)
            || matches!(self.names.get(name), Some(Named::Type(_)))
                && !self.with_lifetime.contains(name)
    }
}

fn type_arguments_only(arguments: &PathArguments) -> bool {
    match arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().all(|argument| matches!(argument, GenericArgument::Type(_)))
        }
        PathArguments::None => true,
        PathArguments::Parenthesized(_) => false,
    }
}

/// Goes over a type and what it is made of, but not into the types of functions.
fn each_reference<'t>(ty: &'t Type, look: &mut impl FnMut(&'t Type)) {
    look(ty);
    match ty {
        Type::Reference(reference) => each_reference(&reference.elem, look),
        Type::Paren(inner) => each_reference(&inner.elem, look),
        Type::Array(array) => each_reference(&array.elem, look),
        Type::Slice(slice) => each_reference(&slice.elem, look),
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|ty| each_reference(ty, look)),
        Type::Path(path) => {
            for segment in &path.path.segments {
                for ty in super::written::type_arguments(&segment.arguments) {
                    each_reference(ty, look);
                }
            }
        }
        _ => {}
    }
}
