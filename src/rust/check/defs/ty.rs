//! Types of the checker.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// The arguments of a generic item, in the order of its parameters; those of the item around come first.
pub(in crate::rust) type Args = Rc<[Ty]>;

/// Declares an index into a table of [`Defs`](super::Defs).
macro_rules! id {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {
        $(
            #[$doc]
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
            )]
            pub(in crate::rust) struct $name(pub(in crate::rust) u32);
        )*
    };
}

id! {
    /// A struct or enum.
    AdtId,
    /// A trait.
    TraitId,
    /// A function, method or associated function.
    FnId,
    /// An `impl` block.
    ImplId,
    /// A constant or `static` item.
    ConstId,
    /// A type alias.
    AliasId,
    /// An `impl Trait` that a function returns.
    OpaqueId,
    /// A module, or the items of a block.
    ModuleId,
}

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::rust) enum Ty {
    Bool,
    Char,
    Str,
    Never,
    Int(IntTy),
    Float(FloatTy),
    Adt(AdtId, Args),
    /// `&T`, or `&mut T` if it is mutable.
    Ref(bool, Rc<Ty>),
    Tuple(Args),
    Slice(Rc<Ty>),
    /// The type of the elements, and the length: a [`Ty::Len`], parameter or variable.
    Array(Rc<Ty>, Rc<Ty>),
    /// The value of a const argument.
    Len(u64),
    FnPtr(Args, Rc<Ty>),
    /// The type of the function itself.
    Fn(FnId, Args),
    /// A tuple struct or variant used as a function.
    Constructor(AdtId, u32, Args),
    /// A closure of the function that is checked.
    Closure(u32),
    Dyn(Rc<[Bound]>),
    Opaque(OpaqueId, Args),
    /// A generic parameter of the item around, by its place.
    Param(u32, Rc<str>),
    /// `<T as Trait>::Name`; the first argument is `T`.
    Projection(TraitId, u32, Args),
    /// An inference variable.
    Var(u32),
    /// A type that the checker does not know. It agrees with every type, and a function that has one is
    /// not diagnosed.
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::rust) enum IntTy {
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::rust) enum FloatTy {
    F32,
    F64,
}

/// A trait with its arguments; the first is the type that implements it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::rust) struct TraitRef {
    pub(in crate::rust) id: TraitId,
    pub(in crate::rust) args: Args,
}

/// A bound of a `dyn` or `impl` type: the arguments are without that of the type itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::rust) struct Bound {
    pub(in crate::rust) id: TraitId,
    pub(in crate::rust) args: Args,
    pub(in crate::rust) assoc: Rc<[AssocBinding]>,
}

/// `Item = u8` of a bound: the trait that declares `Item`, with its arguments without that of the type
/// itself, the place of `Item` there, and the value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::rust) struct AssocBinding {
    pub(in crate::rust) id: TraitId,
    pub(in crate::rust) args: Args,
    pub(in crate::rust) index: u32,
    pub(in crate::rust) ty: Ty,
}

/// A condition of a `where` clause.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::rust) enum Predicate {
    Trait(TraitRef),
    /// The associated type at a place is that type.
    Projection(TraitRef, u32, Ty),
}

impl IntTy {
    pub(in crate::rust) const ALL: [Self; 12] = [
        Self::I8,
        Self::I16,
        Self::I32,
        Self::I64,
        Self::I128,
        Self::Isize,
        Self::U8,
        Self::U16,
        Self::U32,
        Self::U64,
        Self::U128,
        Self::Usize,
    ];

    pub(in crate::rust) fn name(self) -> &'static str {
        match self {
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::I128 => "i128",
            Self::Isize => "isize",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::U128 => "u128",
            Self::Usize => "usize",
        }
    }

    pub(in crate::rust) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|int| int.name() == name)
    }

    pub(in crate::rust) fn is_signed(self) -> bool {
        self.name().starts_with('i')
    }

    /// How many bits it has; pointers have 64 here.
    pub(in crate::rust) fn bits(self) -> u32 {
        self.name()[1..].parse().unwrap_or(64)
    }

    /// Whether `From` converts a value of another integer type to this one.
    pub(in crate::rust) fn is_from(self, other: Self) -> bool {
        match (self, other) {
            (Self::Usize, Self::U8 | Self::U16)
            | (Self::Isize, Self::I8 | Self::U8 | Self::I16) => true,
            (Self::Usize | Self::Isize, _) | (_, Self::Usize | Self::Isize) => false,
            _ if self.is_signed() == other.is_signed() => self.bits() > other.bits(),
            _ => self.is_signed() && self.bits() > other.bits(),
        }
    }
}

impl FloatTy {
    pub(in crate::rust) fn name(self) -> &'static str {
        match self {
            Self::F32 => "f32",
            Self::F64 => "f64",
        }
    }
}

impl Ty {
    pub(in crate::rust) fn unit() -> Self {
        Self::Tuple(Rc::new([]))
    }

    pub(in crate::rust) fn reference(mutable: bool, to: Self) -> Self {
        Self::Ref(mutable, Rc::new(to))
    }

    pub(in crate::rust) fn is_unit(&self) -> bool {
        matches!(self, Self::Tuple(all) if all.is_empty())
    }

    /// The type that a primitive's name means.
    pub(in crate::rust) fn primitive(name: &str) -> Option<Self> {
        Some(match name {
            "bool" => Self::Bool,
            "char" => Self::Char,
            "str" => Self::Str,
            "f32" => Self::Float(FloatTy::F32),
            "f64" => Self::Float(FloatTy::F64),
            name => Self::Int(IntTy::from_name(name)?),
        })
    }

    /// Puts arguments in the place of parameters.
    pub(in crate::rust) fn subst(&self, args: &[Ty]) -> Ty {
        match self {
            Self::Param(index, _) => match args.get(*index as usize) {
                Some(arg) => arg.clone(),
                None => self.clone(),
            },
            _ => self.map(&mut |ty| ty.subst(args)),
        }
    }

    /// Replaces the types directly within.
    pub(in crate::rust) fn map(&self, change: &mut dyn FnMut(&Ty) -> Ty) -> Ty {
        match self {
            Self::Adt(id, args) => Self::Adt(*id, map_all(args, change)),
            Self::Ref(mutable, to) => Self::Ref(*mutable, Rc::new(change(to))),
            Self::Tuple(all) => Self::Tuple(map_all(all, change)),
            Self::Slice(of) => Self::Slice(Rc::new(change(of))),
            Self::Array(of, length) => Self::Array(Rc::new(change(of)), Rc::new(change(length))),
            Self::FnPtr(inputs, output) => {
                Self::FnPtr(map_all(inputs, change), Rc::new(change(output)))
            }
            Self::Fn(id, args) => Self::Fn(*id, map_all(args, change)),
            Self::Constructor(id, variant, args) => {
                Self::Constructor(*id, *variant, map_all(args, change))
            }
            Self::Dyn(bounds) => Self::Dyn(bounds.iter().map(|bound| bound.map(change)).collect()),
            Self::Opaque(id, args) => Self::Opaque(*id, map_all(args, change)),
            Self::Projection(id, index, args) => {
                Self::Projection(*id, *index, map_all(args, change))
            }
            _ => self.clone(),
        }
    }

    /// Whether a type somewhere within is one that `is` looks for.
    pub(in crate::rust) fn any(&self, is: &mut dyn FnMut(&Ty) -> bool) -> bool {
        if is(self) {
            return true;
        }
        let mut found = false;
        let _ = self.map(&mut |ty| {
            found = found || ty.any(is);
            Ty::Unknown
        });
        found
    }
}

/// The same for each type of a list; what does not change is shared.
fn map_all(all: &Args, change: &mut dyn FnMut(&Ty) -> Ty) -> Args {
    if all.is_empty() { Rc::clone(all) } else { all.iter().map(change).collect() }
}

impl Bound {
    pub(in crate::rust) fn map(&self, change: &mut dyn FnMut(&Ty) -> Ty) -> Self {
        let assoc = self.assoc.iter().map(|binding| AssocBinding {
            args: map_all(&binding.args, change),
            ty: change(&binding.ty),
            ..*binding
        });
        Self { id: self.id, assoc: assoc.collect(), args: map_all(&self.args, change) }
    }

    /// The predicates it means for a type.
    pub(in crate::rust) fn of(&self, of: &Ty) -> Vec<Predicate> {
        let with = |id: TraitId, args: &Args| TraitRef {
            id,
            args: std::iter::once(of.clone()).chain(args.iter().cloned()).collect(),
        };
        let assoc = self.assoc.iter().map(|binding| {
            let of = with(binding.id, &binding.args);
            Predicate::Projection(of, binding.index, binding.ty.clone())
        });
        std::iter::once(Predicate::Trait(with(self.id, &self.args))).chain(assoc).collect()
    }
}

impl TraitRef {
    pub(in crate::rust) fn of(&self) -> &Ty {
        &self.args[0]
    }

    pub(in crate::rust) fn map(&self, change: &mut dyn FnMut(&Ty) -> Ty) -> Self {
        Self { id: self.id, args: map_all(&self.args, change) }
    }

    pub(in crate::rust) fn subst(&self, args: &[Ty]) -> Self {
        self.map(&mut |ty| ty.subst(args))
    }
}

impl Predicate {
    pub(in crate::rust) fn map(&self, change: &mut dyn FnMut(&Ty) -> Ty) -> Self {
        match self {
            Self::Trait(of) => Self::Trait(of.map(change)),
            Self::Projection(of, index, ty) => Self::Projection(of.map(change), *index, change(ty)),
        }
    }

    pub(in crate::rust) fn subst(&self, args: &[Ty]) -> Self {
        self.map(&mut |ty| ty.subst(args))
    }
}
