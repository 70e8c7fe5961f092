//! Types as they are written.

use std::rc::Rc;

use syn::{GenericArgument, PathArguments};

use super::{Lowerer, Named};
use crate::rust::check::types::{Collection, Ty};
use crate::rust::syntax::span;
use crate::rust::value::number::IntKind;

impl Lowerer<'_> {
    /// The type as it is written.
    pub(super) fn ty(&mut self, tree: &syn::Type) -> Ty {
        self.generic_ty(tree, &syn::Generics::default())
    }

    /// The type as it is written, where type parameters have no known type, and move unless they
    /// are said to be `Copy`.
    pub(super) fn generic_ty(&mut self, tree: &syn::Type, generics: &syn::Generics) -> Ty {
        let mut inner = |tree: &syn::Type| Rc::new(self.generic_ty(tree, generics));
        match tree {
            syn::Type::Reference(reference) => {
                if matches!(&*reference.elem, syn::Type::Path(path) if path.path.is_ident("str")) {
                    return Ty::Str;
                }
                let inner = inner(&reference.elem);
                if reference.mutability.is_some() { Ty::RefMut(inner) } else { Ty::Ref(inner) }
            }
            syn::Type::Paren(tree) => self.generic_ty(&tree.elem, generics),
            syn::Type::Group(tree) => self.generic_ty(&tree.elem, generics),
            syn::Type::Tuple(tuple) => match tuple.elems.is_empty() {
                true => Ty::Unit,
                false => {
                    let all = tuple.elems.iter().map(|ty| self.generic_ty(ty, generics));
                    Ty::Tuple(all.collect())
                }
            },
            syn::Type::Array(array) => {
                let length = match &array.len {
                    syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(length), .. }) => {
                        length.base10_parse().ok()
                    }
                    _ => None,
                };
                Ty::Array(inner(&array.elem), length)
            }
            syn::Type::Slice(slice) => Ty::Vec(inner(&slice.elem)),
            syn::Type::Never(_) => Ty::Copy,
            syn::Type::Path(path) => self.path_ty(&path.path, generics),
            syn::Type::Ptr(_) => {
                self.not_supported(
                    span::ty(tree),
                    "raw pointers are outside of what the playground runs",
                    "use a reference, `Box` or `Rc`",
                );
                Ty::Unknown
            }
            syn::Type::ImplTrait(tree) => {
                let bounds: Vec<_> = tree.bounds.iter().collect();
                self.bound_of(&bounds, generics)
            }
            _ => Ty::Unknown,
        }
    }

    /// What `impl Into<T>` becomes.
    fn bound_of(&mut self, bounds: &[&syn::TypeParamBound], generics: &syn::Generics) -> Ty {
        let into = bounds.iter().find_map(|bound| match bound {
            syn::TypeParamBound::Trait(bound) => {
                let last = bound.path.segments.last().filter(|last| last.ident == "Into")?;
                type_arguments(&last.arguments).first().copied()
            }
            _ => None,
        });
        match into {
            Some(ty) => Ty::Into(Rc::new(self.generic_ty(ty, generics))),
            None => Ty::Unknown,
        }
    }

    fn path_ty(&mut self, path: &syn::Path, generics: &syn::Generics) -> Ty {
        if let [of, name] = &path.segments.iter().collect::<Vec<_>>()[..] {
            if of.ident == "Self" {
                return self.associated.get(&name.ident.to_string()).cloned().unwrap_or_default();
            }
            if generics.type_params().any(|parameter| parameter.ident == of.ident) {
                return Ty::Unknown;
            }
        }
        match path.segments.last() {
            Some(last) => {
                let ty = self.segment_ty(last, generics);
                if path.segments.len() == 1 && matches!(ty, Ty::Unknown) {
                    self.check_type_is_known(path, &last.ident.to_string());
                }
                ty
            }
            None => Ty::Unknown,
        }
    }

    /// The name of a type of the library that `use … as` gave another one.
    fn imported_name(&self, name: &str) -> String {
        match self.uses.get(name).and_then(|full| full.last()) {
            Some(full) if !self.names.contains_key(name) => full.clone(),
            _ => name.to_owned(),
        }
    }

    /// The type that one segment of a path names.
    pub(super) fn segment_ty(&mut self, last: &syn::PathSegment, generics: &syn::Generics) -> Ty {
        let name = self.imported_name(&last.ident.to_string());
        let arguments = type_arguments(&last.arguments);
        let argument = |this: &mut Self, index: usize| match arguments.get(index) {
            Some(ty) => this.generic_ty(ty, generics),
            None => Ty::Unknown,
        };
        let is_parameter = |parameter: &syn::TypeParam| parameter.ident == name;
        if let Some(parameter) = generics.type_params().find(|parameter| is_parameter(parameter)) {
            if bounds_copy(&parameter.bounds) {
                return Ty::Copy;
            }
            let bounds = parameter.bounds.iter().chain(where_bounds(generics, &name));
            return self.bound_of(&bounds.collect::<Vec<_>>(), generics);
        }
        match self.names.get(&name) {
            Some(Named::Type(class)) => return Ty::Object(Rc::clone(class)),
            Some(Named::Alias(ty)) => {
                return match ty.clone() {
                    // `type Result<T> = std::result::Result<T, MyError>;`
                    Ty::Result(_, error) if arguments.len() == 1 => {
                        Ty::Result(Rc::new(argument(self, 0)), error)
                    }
                    ty => ty,
                };
            }
            _ => {}
        }
        if let Some(kind) = IntKind::from_name(&name) {
            return Ty::Int(kind);
        }
        match name.as_str() {
            "Self" => match self.self_type.clone().and_then(|name| self.names.get(&*name).cloned())
            {
                Some(Named::Type(class)) => Ty::Object(class),
                _ => Ty::Unknown,
            },
            "i128" | "u128" => Ty::Wide { signed: name == "i128" },
            "bool" => Ty::Bool,
            "char" => Ty::Char,
            "f32" => Ty::Float32,
            "f64" => Ty::Float,
            // Only behind a pointer, where it is a text all the same.
            "str" => Ty::Str,
            "ErrorKind" | "OpenOptions" | "Opening" | "Locking" | "Duration" | "Metadata"
            | "Ordering" => Ty::Copy,
            "String" => Ty::String,
            "ManagedFile" => Ty::File,
            "ManagedLock" => Ty::Lock,
            "Error" => Ty::Error,
            "ExitStack" => Ty::ExitStack,
            "Option" => Ty::option(argument(self, 0)),
            "Result" => {
                let error = if arguments.len() > 1 { argument(self, 1) } else { Ty::Error };
                Ty::Result(Rc::new(argument(self, 0)), Rc::new(error))
            }
            "Vec" | "VecDeque" => Ty::vec(argument(self, 0)),
            "BTreeMap" | "HashMap" => {
                let (key, value) = (argument(self, 0), argument(self, 1));
                Ty::Map(collection(&name), Rc::new(key), Rc::new(value))
            }
            "BTreeSet" | "HashSet" => Ty::Set(collection(&name), Rc::new(argument(self, 0))),
            "Box" => Ty::Box(Rc::new(argument(self, 0))),
            "Rc" | "Arc" => Ty::Rc(Rc::new(argument(self, 0))),
            "Cell" => Ty::Cell(Rc::new(argument(self, 0))),
            "RefCell" => Ty::RefCell(Rc::new(argument(self, 0))),
            "Mutex" => Ty::Locked("Mutex", Rc::new(argument(self, 0))),
            "RwLock" => Ty::Locked("RwLock", Rc::new(argument(self, 0))),
            "ManuallyDrop" => Ty::ManuallyDrop(Rc::new(argument(self, 0))),
            "AtomicBool" => Ty::Cell(Rc::new(Ty::Bool)),
            "AtomicI32" => Ty::Cell(Rc::new(Ty::Int(IntKind::I32))),
            "AtomicI64" => Ty::Cell(Rc::new(Ty::Int(IntKind::I64))),
            "AtomicIsize" => Ty::Cell(Rc::new(Ty::Int(IntKind::Isize))),
            "AtomicU32" => Ty::Cell(Rc::new(Ty::Int(IntKind::U32))),
            "AtomicU64" => Ty::Cell(Rc::new(Ty::Int(IntKind::U64))),
            "AtomicUsize" => Ty::Cell(Rc::new(Ty::Int(IntKind::Usize))),
            "ExitCode" => Ty::Copy,
            "Weak" | "Held" | "ParseIntError" | "ParseFloatError" | "ParseBoolError"
            | "ParseCharError" | "TryFromIntError" => Ty::Moves(name.into()),
            _ => Ty::Unknown,
        }
    }
}

/// How a map or set of the library of that name keeps its keys.
pub(super) fn collection(name: &str) -> Collection {
    if name.starts_with("BTree") { Collection::BTree } else { Collection::Hash }
}

/// What a `where` says of a type parameter.
fn where_bounds<'t>(
    generics: &'t syn::Generics,
    name: &str,
) -> impl Iterator<Item = &'t syn::TypeParamBound> {
    let clauses = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let of_parameter = clauses.filter_map(move |predicate| match predicate {
        syn::WherePredicate::Type(predicate) => match &predicate.bounded_ty {
            syn::Type::Path(path) if path.path.is_ident(name) => Some(&predicate.bounds),
            _ => None,
        },
        _ => None,
    });
    of_parameter.flatten()
}

fn bounds_copy(bounds: &syn::punctuated::Punctuated<syn::TypeParamBound, syn::Token![+]>) -> bool {
    bounds.iter().any(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => bound.path.is_ident("Copy"),
        _ => false,
    })
}

/// The types between `<` and `>`.
pub(super) fn type_arguments(arguments: &PathArguments) -> Vec<&syn::Type> {
    match arguments {
        PathArguments::AngleBracketed(arguments) => angle_arguments(arguments),
        _ => Vec::new(),
    }
}

/// The types between `<` and `>`.
pub(super) fn angle_arguments(arguments: &syn::AngleBracketedGenericArguments) -> Vec<&syn::Type> {
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}
