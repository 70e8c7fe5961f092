//! Definitions: the items of the program and of the library, by ids.
//!
//! Library items have ids below [`USER`]. They are read from a table once, and stay for the programs
//! that come after.

mod collect;
mod convert;
mod derive;
mod generics;
mod library;
#[cfg(test)]
mod library_text;
mod resolve;
mod show;
pub(in crate::rust) mod ty;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

pub(in crate::rust) use collect::{Body, Collected};
pub(in crate::rust) use convert::{Conversion, ImplTrait, Scope, name_of, names_of};
pub(in crate::rust) use library::Library;
pub(in crate::rust) use resolve::{Module, Namespace, Resolved};

use ty::{AdtId, AliasId, Args, Bound, ConstId, FnId, ImplId, ModuleId, OpaqueId, Predicate};
use ty::{TraitId, TraitRef, Ty};

/// The first id of the items of a program.
pub(in crate::rust) const USER: u32 = 1 << 20;

/// The definition that a name means.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::rust) enum Def {
    Module(ModuleId),
    /// A module of the library, by its path.
    Library(&'static str),
    Adt(AdtId),
    Trait(TraitId),
    Alias(AliasId),
    Fn(FnId),
    Const(ConstId),
    Variant(AdtId, u32),
    Primitive(Ty),
    /// An item that the checker does not know.
    Unknown,
}

/// The generic parameters of an item, those of the item around first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::rust) struct Generics {
    pub(in crate::rust) params: Vec<GenericParam>,
    /// How many of them are of the item around.
    pub(in crate::rust) parent: usize,
    /// The bounds, those of the item around included.
    pub(in crate::rust) predicates: Vec<Predicate>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::rust) struct GenericParam {
    pub(in crate::rust) name: Rc<str>,
    pub(in crate::rust) kind: ParamKind,
    pub(in crate::rust) default: Option<Ty>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::rust) enum ParamKind {
    Type,
    Const,
    /// `impl Trait` in the place of an argument.
    Impl,
    /// Stands for each integer type, in the text of the library.
    Int,
    /// Stands for each float type, in the text of the library.
    Float,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct Adt {
    pub(in crate::rust) name: Rc<str>,
    pub(in crate::rust) generics: Generics,
    pub(in crate::rust) is_enum: bool,
    pub(in crate::rust) variants: Vec<Variant>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct Variant {
    pub(in crate::rust) name: Rc<str>,
    pub(in crate::rust) fields: Vec<(Rc<str>, Ty)>,
    pub(in crate::rust) form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::rust) enum Form {
    Unit,
    Tuple,
    Named,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct Trait {
    pub(in crate::rust) name: Rc<str>,
    /// `Self` is the first parameter.
    pub(in crate::rust) generics: Generics,
    /// What it asks of `Self` besides: its supertraits.
    pub(in crate::rust) supers: Vec<Predicate>,
    pub(in crate::rust) assoc: Vec<AssocTy>,
    pub(in crate::rust) methods: Vec<(Rc<str>, FnId)>,
    pub(in crate::rust) consts: Vec<(Rc<str>, ConstId)>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct AssocTy {
    pub(in crate::rust) name: Rc<str>,
    /// Of the projection.
    pub(in crate::rust) bounds: Vec<Predicate>,
    pub(in crate::rust) default: Option<Ty>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct Impl {
    pub(in crate::rust) generics: Generics,
    pub(in crate::rust) of: Option<TraitRef>,
    pub(in crate::rust) self_ty: Ty,
    /// By the place in the trait.
    pub(in crate::rust) assoc: Vec<(u32, Ty)>,
    pub(in crate::rust) methods: Vec<(Rc<str>, FnId)>,
    pub(in crate::rust) consts: Vec<(Rc<str>, ConstId)>,
}

/// The item that a function stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::rust) enum Parent {
    None,
    Impl(ImplId),
    Trait(TraitId),
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct Function {
    pub(in crate::rust) name: Rc<str>,
    pub(in crate::rust) generics: Generics,
    /// `self` is the first, if there is one.
    pub(in crate::rust) inputs: Vec<Ty>,
    pub(in crate::rust) output: Ty,
    pub(in crate::rust) has_self: bool,
    pub(in crate::rust) parent: Parent,
    /// Where its name is written; 0 in the library.
    pub(in crate::rust) at: usize,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct Const {
    pub(in crate::rust) ty: Ty,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct Alias {
    pub(in crate::rust) generics: Generics,
    pub(in crate::rust) ty: Ty,
}

/// A function's `impl Trait`, with the parameters of the function.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::rust) struct Opaque {
    pub(in crate::rust) bounds: Vec<Bound>,
}

/// The type an `impl` is for, as far as it decides which blocks can apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::rust) enum Head {
    Bool,
    Char,
    Str,
    Int,
    Float,
    Adt(AdtId),
    Ref,
    Tuple,
    Slice,
    Array,
    Function,
    Dyn,
    Other,
}

/// The items of the library, or of a program.
#[derive(Default)]
pub(in crate::rust) struct Tables {
    pub(in crate::rust) adts: Vec<Option<Rc<Adt>>>,
    pub(in crate::rust) traits: Vec<Option<Rc<Trait>>>,
    pub(in crate::rust) aliases: Vec<Option<Rc<Alias>>>,
    pub(in crate::rust) impls: Vec<Option<Rc<Impl>>>,
    pub(in crate::rust) fns: Vec<Option<Rc<Function>>>,
    pub(in crate::rust) consts: Vec<Option<Rc<Const>>>,
    pub(in crate::rust) opaques: Vec<Option<Rc<Opaque>>>,
    /// The `impl` blocks without a trait, by the type they are for.
    pub(in crate::rust) inherent: FxHashMap<Head, Vec<ImplId>>,
    /// Those of a trait.
    pub(in crate::rust) of_trait: FxHashMap<TraitId, Vec<ImplId>>,
}

impl Tables {
    /// Makes an `impl` block known, by its trait or by the type it is for.
    fn index_impl(&mut self, id: ImplId, of: Option<TraitId>, head: Head) {
        match of {
            Some(of) => self.of_trait.entry(of).or_default().push(id),
            None => self.inherent.entry(head).or_default().push(id),
        }
    }
}

/// All definitions that a program can name.
pub(in crate::rust) struct Defs {
    library: Library,
    user: RefCell<Tables>,
    modules: RefCell<Vec<Module>>,
    /// Traits of the library that some `use` of the program names.
    imported: RefCell<FxHashSet<TraitId>>,
    /// The traits of the program, by the names of their methods.
    user_methods: RefCell<FxHashMap<Rc<str>, Vec<TraitId>>>,
    /// The values of constants that can be lengths.
    lengths: RefCell<FxHashMap<ConstId, u64>>,
    /// How deep aliases and imports lead to others.
    depth: Cell<u32>,
}

macro_rules! accessors {
    ($($(#[$doc:meta])* $get:ident, $set:ident, $table:ident, $id:ident, $item:ident;)*) => {
        $(
            $(#[$doc])*
            pub(in crate::rust) fn $get(&self, id: $id) -> Option<Rc<$item>> {
                if id.0 >= USER {
                    return self.user.borrow().$table[(id.0 - USER) as usize].clone();
                }
                self.library.tables.borrow().$table.get(id.0 as usize)?.clone()
            }

            fn $set(&self, id: $id, item: $item) {
                let mut tables = self.tables(id.0 < USER);
                let index = if id.0 < USER { id.0 } else { id.0 - USER };
                tables.$table[index as usize] = Some(Rc::new(item));
            }
        )*
    };
}

impl Defs {
    accessors! {
        known_adt, set_adt, adts, AdtId, Adt;
        known_trait, set_trait, traits, TraitId, Trait;
        known_alias, set_alias, aliases, AliasId, Alias;
        known_function, set_function, fns, FnId, Function;
        constant, set_constant, consts, ConstId, Const;
        opaque, set_opaque, opaques, OpaqueId, Opaque;
    }

    /// A function of which the file was read; its signature is read when it is first asked for.
    pub(in crate::rust) fn function(&self, id: FnId) -> Option<Rc<Function>> {
        self.known_function(id).or_else(|| {
            self.read_function(id)?;
            self.known_function(id)
        })
    }

    fn tables(&self, of_library: bool) -> std::cell::RefMut<'_, Tables> {
        if of_library { self.library.tables.borrow_mut() } else { self.user.borrow_mut() }
    }

    /// A struct or enum, read from the library's text if it was not yet.
    pub(in crate::rust) fn adt(&self, id: AdtId) -> Option<Rc<Adt>> {
        #[cfg(test)]
        if id.0 < USER {
            self.load_adt(id);
        }
        self.known_adt(id)
    }

    pub(in crate::rust) fn trait_(&self, id: TraitId) -> Option<Rc<Trait>> {
        #[cfg(test)]
        if id.0 < USER {
            self.load_trait(id);
        }
        self.known_trait(id)
    }

    pub(in crate::rust) fn impl_(&self, id: ImplId) -> Rc<Impl> {
        let known = match id.0.checked_sub(USER) {
            Some(index) => self.user.borrow().impls[index as usize].clone(),
            None => self.library.tables.borrow().impls[id.0 as usize].clone(),
        };
        known.unwrap_or_else(|| self.read_impl(id))
    }

    fn add_impl(&self, of_library: bool, item: Impl) -> ImplId {
        let mut tables = self.tables(of_library);
        let base = if of_library { 0 } else { USER };
        let id = ImplId(base + tables.impls.len() as u32);
        tables.index_impl(id, item.of.as_ref().map(|of| of.id), item.head());
        tables.impls.push(Some(Rc::new(item)));
        id
    }

    /// Replaces an `impl` block whose methods were not known yet.
    fn set_impl(&self, id: ImplId, item: Impl) {
        let of_library = id.0 < USER;
        let index = if of_library { id.0 } else { id.0 - USER };
        self.tables(of_library).impls[index as usize] = Some(Rc::new(item));
    }

    /// The `impl` blocks without a trait for types of a head.
    pub(in crate::rust) fn inherent(&self, ty: &Ty) -> Vec<ImplId> {
        let head = Head::of(ty);
        let of = |tables: &Tables| tables.inherent.get(&head).cloned().unwrap_or_default();
        let mut found = of(&self.user.borrow());
        found.extend(of(&self.library.tables.borrow()));
        found
    }

    /// The `impl` blocks of a trait that are known; those for a type are known when the type is.
    pub(in crate::rust) fn impls_of(&self, id: TraitId) -> Vec<ImplId> {
        let _ = self.trait_(id);
        let of = |tables: &Tables| tables.of_trait.get(&id).cloned().unwrap_or_default();
        let mut found = of(&self.user.borrow());
        found.extend(of(&self.library.tables.borrow()));
        found
    }

    /// The traits whose methods can be called by a name: the program's own, those of the prelude, and
    /// imported ones.
    pub(in crate::rust) fn traits_with(&self, method: &str) -> Vec<TraitId> {
        let mut found = self.user_methods.borrow().get(method).cloned().unwrap_or_default();
        let imported = self.imported.borrow();
        let library = self.library.traits_with(method);
        found.extend(
            library.iter().filter(|id| self.library.is_in_prelude(**id) || imported.contains(id)),
        );
        found
    }

    /// The traits that may give a type an item of a name, in a path.
    pub(in crate::rust) fn traits_named(&self, name: &str) -> Vec<TraitId> {
        let mut found = self.traits_with(name);
        // Constants, and functions without a receiver.
        let user = self.user.borrow().traits.len() as u32;
        for id in (0..user).map(|index| TraitId(USER + index)) {
            let has = self
                .known_trait(id)
                .is_some_and(|item| item.consts.iter().any(|(known, _)| **known == *name));
            if has && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// The method of a trait by its name.
    pub(in crate::rust) fn method_of(&self, id: TraitId, name: &str) -> Option<FnId> {
        let item = self.trait_(id)?;
        item.methods.iter().find(|(known, _)| **known == *name).map(|(_, function)| *function)
    }

    /// The module of a function of the library that stands alone, by its last name.
    pub(in crate::rust) fn home_of(&self, id: FnId) -> Option<&'static str> {
        self.library.home_of(id)
    }

    /// An item of the library by its path.
    pub(in crate::rust) fn library_item(&self, names: &[Rc<str>]) -> Option<Def> {
        let (last, path) = names.split_last()?;
        self.library.item(&path.join("::"), last)
    }

    /// A function; one of the library is read first.
    pub(in crate::rust) fn fn_(&self, id: FnId) -> Option<Rc<Function>> {
        #[cfg(test)]
        if id.0 < USER {
            self.load_fn(id);
        }
        self.function(id)
    }

    pub(in crate::rust) fn const_(&self, id: ConstId) -> Option<Rc<Const>> {
        #[cfg(test)]
        if id.0 < USER {
            self.load_const(id);
        }
        self.constant(id)
    }

    pub(in crate::rust) fn alias(&self, id: AliasId) -> Option<Rc<Alias>> {
        #[cfg(test)]
        if id.0 < USER {
            self.load_alias(id);
        }
        self.known_alias(id)
    }

    /// The value of a constant that can be a length.
    fn value_of(&self, id: ConstId) -> Option<u64> {
        self.lengths.borrow().get(&id).copied()
    }

    /// The parameters of a struct or enum; of one of the library that was not read, how many it has.
    fn params_of_adt(&self, id: AdtId) -> Result<Vec<GenericParam>, usize> {
        let known = self.known_adt(id).map(|adt| adt.generics.params.clone());
        #[cfg(test)]
        return known.ok_or_else(|| self.arity(id));
        #[cfg(not(test))]
        Ok(known.expect("all that the table declares is known"))
    }

    /// The parameters of a trait, `Self` first.
    fn params_of_trait(&self, id: TraitId) -> Vec<GenericParam> {
        self.trait_(id).map_or_else(Vec::new, |item| item.generics.params.clone())
    }

    /// The trait of the library with that name and path, such as `std::ops::Deref`.
    pub(in crate::rust) fn lang(&self, path: &'static str) -> Option<TraitId> {
        self.library.lang(path)
    }
}

/// Traits that every type counts as having: who may be sent to another thread is not checked.
const MARKERS: &[&str] = &[
    "std::marker::Sized",
    "std::marker::Send",
    "std::marker::Sync",
    "std::marker::Unpin",
    "std::panic::UnwindSafe",
    "std::panic::RefUnwindSafe",
];

impl Defs {
    /// Whether a trait is one that every type counts as having.
    pub(in crate::rust) fn is_marker(&self, id: TraitId) -> bool {
        self.library.markers.contains(&id)
    }
}

impl Impl {
    /// The head of the type it is for; the library's `Int` and `Float` have that of all numbers.
    pub(in crate::rust) fn head(&self) -> Head {
        match &self.self_ty {
            Ty::Param(index, _) => match self.generics.params[*index as usize].kind {
                ParamKind::Int => Head::Int,
                ParamKind::Float => Head::Float,
                _ => Head::Other,
            },
            ty => Head::of(ty),
        }
    }
}

impl Head {
    pub(in crate::rust) fn of(ty: &Ty) -> Self {
        match ty {
            Ty::Bool => Self::Bool,
            Ty::Char => Self::Char,
            Ty::Str => Self::Str,
            Ty::Int(_) => Self::Int,
            Ty::Float(_) => Self::Float,
            Ty::Adt(id, _) => Self::Adt(*id),
            Ty::Ref(..) => Self::Ref,
            Ty::Tuple(_) => Self::Tuple,
            Ty::Slice(_) => Self::Slice,
            Ty::Array(..) => Self::Array,
            Ty::FnPtr(..) | Ty::Fn(..) | Ty::Constructor(..) | Ty::Closure(_) => Self::Function,
            Ty::Dyn(_) => Self::Dyn,
            _ => Self::Other,
        }
    }
}

impl Generics {
    /// The parameters themselves, as arguments.
    pub(in crate::rust) fn identity(&self) -> Args {
        let params = self.params.iter().enumerate();
        params.map(|(index, param)| Ty::Param(index as u32, Rc::clone(&param.name))).collect()
    }
}
