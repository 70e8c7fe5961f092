//! The types that inference found, where lowering asks for them.

use std::ops::Range;
use std::rc::Rc;

use super::{Lowerer, Named};
use crate::rust::check::defs::ty::FloatTy;
use crate::rust::check::defs::ty::{IntTy, Ty as Found};
use crate::rust::check::defs::{Def, Defs, Parent, USER};
use crate::rust::check::infer::Types;
use crate::rust::check::types::{Collection, Ty};
use crate::rust::ir::{Resolved, Type};
use crate::rust::value::number::IntKind;

/// What was found out about a program before it is lowered.
#[derive(Clone, Copy)]
pub(in crate::rust) struct Known<'s> {
    pub(in crate::rust) defs: &'s Defs,
    pub(in crate::rust) types: &'s Types,
}

impl Lowerer<'_> {
    /// The type of what stands at a place; `Unknown` if the function around was not understood.
    pub(super) fn found(&self, at: &Range<usize>) -> Ty {
        match self.known.types.of.get(&(at.start, at.end)) {
            Some(ty) => self.lowered_ty(ty),
            None => Ty::Unknown,
        }
    }

    /// The function of the program that a call at a place means, if it is known and not one that a trait
    /// gives to several types.
    pub(super) fn found_function(&self, at: &Range<usize>) -> Option<u32> {
        let callee = self.known.types.calls.get(&(at.start, at.end))?;
        let function = self.known.defs.function(callee.function)?;
        if !Defs::is_user(callee.function.0) || matches!(function.parent, Parent::Trait(_)) {
            return None;
        }
        let declared = |signature: &super::Signature| signature.span.start as usize == function.at;
        self.signatures.iter().position(declared).map(|index| index as u32)
    }

    /// The method that a call at a place means.
    pub(super) fn found_method(&self, at: &Range<usize>) -> Resolved {
        let Some(callee) = self.known.types.calls.get(&(at.start, at.end)) else {
            return Resolved::No;
        };
        if !callee.certain {
            return Resolved::No;
        }
        match self.found_function(at) {
            Some(index) => Resolved::Own(index),
            None if Defs::is_user(callee.function.0) => Resolved::No,
            None => Resolved::Library,
        }
    }

    /// The type and name of a function of the library that a call at a place means.
    pub(super) fn found_path(&self, at: &Range<usize>) -> Option<[String; 2]> {
        let callee = self.known.types.calls.get(&(at.start, at.end))?;
        let function = self.known.defs.function(callee.function)?;
        if Defs::is_user(callee.function.0) {
            return None;
        }
        let of = match function.parent {
            Parent::None => self.known.defs.home_of(callee.function)?.to_owned(),
            Parent::Impl(id) => match &self.known.defs.impl_(id).self_ty {
                Found::Adt(id, _) => self.known.defs.known_adt(*id)?.name.to_string(),
                _ => return None,
            },
            Parent::Trait(_) => return None,
        };
        Some([of, function.name.to_string()])
    }

    /// The struct or variant that a path at a place is used to make.
    pub(super) fn found_constructor(&self, at: &Range<usize>) -> Option<(Rc<Type>, u32)> {
        let ty = self.known.types.of.get(&(at.start, at.end))?;
        let Found::Constructor(id, variant, _) = ty else { return None };
        let adt = self.known.defs.known_adt(*id).filter(|_| id.0 >= USER)?;
        match self.names.get(&*adt.name) {
            Some(Named::Type(class)) => Some((Rc::clone(class), *variant)),
            _ => None,
        }
    }

    fn lowered_ty(&self, ty: &Found) -> Ty {
        let inner = |ty: &Found| Rc::new(self.lowered_ty(ty));
        match ty {
            Found::Bool => Ty::Bool,
            Found::Char => Ty::Char,
            Found::Int(IntTy::I128) => Ty::Wide { signed: true },
            Found::Int(IntTy::U128) => Ty::Wide { signed: false },
            Found::Int(int) => IntKind::from_name(int.name()).map_or(Ty::Unknown, Ty::Int),
            Found::Float(FloatTy::F32) => Ty::Float32,
            Found::Float(FloatTy::F64) => Ty::Float,
            Found::Tuple(parts) if parts.is_empty() => Ty::Unit,
            Found::Tuple(parts) => Ty::Tuple(parts.iter().map(|ty| self.lowered_ty(ty)).collect()),
            Found::Ref(_, to) if **to == Found::Str => Ty::Str,
            Found::Ref(false, to) => Ty::Ref(inner(to)),
            Found::Ref(true, to) => Ty::RefMut(inner(to)),
            Found::Slice(of) => Ty::Vec(inner(of)),
            Found::Array(of, length) => {
                let length = match **length {
                    Found::Len(length) => Some(length as usize),
                    _ => None,
                };
                Ty::Array(inner(of), length)
            }
            Found::Adt(id, _) if id.0 >= USER => {
                let adt = self.known.defs.known_adt(*id);
                match adt.and_then(|adt| self.names.get(&*adt.name)) {
                    Some(Named::Type(class)) => Ty::Object(Rc::clone(class)),
                    _ => Ty::Unknown,
                }
            }
            Found::Adt(id, args) => {
                let Some(adt) = self.known.defs.known_adt(*id) else { return Ty::Unknown };
                let arg = |index: usize| match args.get(index) {
                    Some(ty) => inner(ty),
                    None => Rc::default(),
                };
                let error = [Rc::from("leakproof"), Rc::from("Error")];
                let is_own_error = self.known.defs.library_item(&error) == Some(Def::Adt(*id));
                library_ty(&adt.name, &arg, is_own_error)
            }
            _ => Ty::Unknown,
        }
    }
}

/// A type of the library by its name.
fn library_ty(name: &str, arg: &dyn Fn(usize) -> Rc<Ty>, is_own_error: bool) -> Ty {
    match name {
        "Option" => Ty::Option(arg(0)),
        "Result" => Ty::Result(arg(0), arg(1)),
        "Vec" | "VecDeque" => Ty::Vec(arg(0)),
        "String" => Ty::String,
        "Box" => Ty::Box(arg(0)),
        "Rc" | "Arc" => Ty::Rc(arg(0)),
        "Cell" => Ty::Cell(arg(0)),
        "RefCell" => Ty::RefCell(arg(0)),
        "Mutex" => Ty::Locked("Mutex", arg(0)),
        "RwLock" => Ty::Locked("RwLock", arg(0)),
        "HashMap" => Ty::Map(Collection::Hash, arg(0), arg(1)),
        "BTreeMap" => Ty::Map(Collection::BTree, arg(0), arg(1)),
        "HashSet" => Ty::Set(Collection::Hash, arg(0)),
        "BTreeSet" => Ty::Set(Collection::BTree, arg(0)),
        "ManuallyDrop" => Ty::ManuallyDrop(arg(0)),
        "ManagedFile" => Ty::File,
        "ManagedLock" => Ty::Lock,
        "ExitStack" => Ty::ExitStack,
        "Error" if is_own_error => Ty::Error,
        _ => Ty::Unknown,
    }
}
