//! Paths in expressions: variables, functions, constants, associated items.

use std::ops::Range;
use std::rc::Rc;

use super::Infer;
use super::report::ErrorKind;
use super::table::VarKind;
use crate::rust::check::defs::ty::{AdtId, Args, ConstId, FnId, Predicate, TraitRef, Ty};
use crate::rust::check::defs::{Conversion, Def, Form, Namespace, Resolved, names_of};

/// An item of a type or trait.
enum Associated {
    Function(FnId, Vec<Ty>),
    Constant(ConstId, Vec<Ty>),
}

impl Infer<'_> {
    /// The type of a path that is used as a value.
    pub(super) fn path(&mut self, path: &syn::ExprPath, at: &Range<usize>) -> Ty {
        let names = names_of(&path.path);
        if path.qself.is_none()
            && let [name] = &names[..]
            && let Some((_, ty)) = self.locals.iter().rev().find(|(known, _)| known == name)
        {
            return ty.clone();
        }
        if let Some(qself) = &path.qself {
            return self.qualified(qself, &path.path, at);
        }
        if let [name] = &names[..]
            && let Some((_, Ty::Param(..))) =
                self.scope.params.iter().rev().find(|(known, _)| known == name)
        {
            // A const parameter; which type it has is not kept.
            self.incomplete("a const parameter");
            return Self::usize();
        }
        if *names[0] == *"Self" || self.scope.params.iter().any(|(known, _)| *known == names[0]) {
            return self.associated_path(&path.path, &names, at);
        }
        let Some(Resolved { def, used }) = self.resolve_name(&names, Namespace::Values) else {
            if names.len() > 1 {
                return self.associated_path(&path.path, &names, at);
            }
            self.incomplete("a name");
            return Ty::Unknown;
        };
        if used < names.len() {
            return match def {
                Def::Trait(id) => self.trait_path(id, &path.path, used, at),
                _ => self.associated_path(&path.path, &names, at),
            };
        }
        let last = &path.path.segments[used - 1].arguments;
        match def {
            Def::Fn(id) => {
                let Some(function) = self.defs.fn_(id) else {
                    self.incomplete("a function");
                    return Ty::Unknown;
                };
                let args = self.written_for(&function.generics.params, last, &[]);
                Ty::Fn(id, args)
            }
            Def::Const(id) => match self.defs.const_(id) {
                Some(constant) => self.normalize(&constant.ty, at),
                None => Ty::Unknown,
            },
            Def::Adt(id) => {
                let Some(adt) = self.defs.adt(id) else { return Ty::Unknown };
                let args = self.written_for(&adt.generics.params, last, &[]);
                self.record_variant(&path.path, id, 0);
                self.constructor(id, 0, args)
            }
            Def::Variant(id, variant) => {
                let Some(adt) = self.defs.adt(id) else { return Ty::Unknown };
                // `Option::<u8>::None` and `None::<u8>`
                let of_type = used.checked_sub(2).map(|index| &path.path.segments[index].arguments);
                let args = match (last, of_type) {
                    (syn::PathArguments::None, Some(args)) => args,
                    (args, _) => args,
                };
                let args = self.written_for(&adt.generics.params, args, &[]);
                self.record_variant(&path.path, id, variant);
                self.constructor(id, variant, args)
            }
            _ => {
                self.incomplete("a name");
                Ty::Unknown
            }
        }
    }

    /// A unit struct or variant, or the function that makes another.
    fn constructor(&mut self, id: AdtId, variant: u32, args: Args) -> Ty {
        match self.form_of(id, variant) {
            Form::Unit => Ty::Adt(id, args),
            Form::Tuple => Ty::Constructor(id, variant, args),
            Form::Named => Ty::Unknown,
        }
    }

    fn written_for(
        &mut self,
        params: &[crate::rust::check::defs::GenericParam],
        args: &syn::PathArguments,
        before: &[Ty],
    ) -> Args {
        let scope = self.scope.clone();
        let table = &mut self.table;
        let mut fresh = || table.fresh(VarKind::Any);
        let mut conversion = Conversion::new(self.defs, &scope);
        conversion.fresh = Some(&mut fresh);
        let args = conversion.args_of(params, args, before);
        args.iter().map(|arg| self.normalize(arg, &(0..0))).collect()
    }

    /// The type that the beginning of a path names, and how many segments that takes.
    fn prefix(&mut self, path: &syn::Path, names: &[Rc<str>]) -> (Ty, usize) {
        let scope = self.scope.clone();
        let table = &mut self.table;
        let mut fresh = || table.fresh(VarKind::Any);
        let mut conversion = Conversion::new(self.defs, &scope);
        conversion.fresh = Some(&mut fresh);
        let found = conversion.prefix(path, names);
        (self.normalize(&found.0, &(0..0)), found.1)
    }

    /// `Type::name`, `Self::name`, `T::name`
    fn associated_path(&mut self, path: &syn::Path, names: &[Rc<str>], at: &Range<usize>) -> Ty {
        let (mut ty, mut used) = self.prefix(path, names);
        if ty == Ty::Unknown {
            self.incomplete("a type in a path");
            return Ty::Unknown;
        }
        if used == names.len() {
            // `Self` as a unit or tuple struct.
            if let Ty::Adt(id, args) = ty {
                return self.constructor(id, 0, args);
            }
            return Ty::Unknown;
        }
        while used + 1 < names.len() {
            let scope = self.scope.clone();
            let mut conversion = Conversion::new(self.defs, &scope);
            ty = conversion.associated_type(&ty, &names[used], *names[0] == *"Self");
            ty = self.normalize(&ty, at);
            used += 1;
        }
        if let Ty::Adt(id, _) = self.table.resolve(&ty)
            && let Some(adt) = self.defs.adt(id)
            && let Some(variant) = adt.variants.iter().position(|it| it.name == names[used])
        {
            self.record_variant(path, id, variant as u32);
        }
        self.item_of(&ty, &names[used], &path.segments[used].arguments, at)
    }

    /// `<T>::name` and `<T as Trait>::name`
    fn qualified(&mut self, qself: &syn::QSelf, path: &syn::Path, at: &Range<usize>) -> Ty {
        let own = self.written(&qself.ty);
        let names = names_of(path);
        if qself.position == 0 {
            return match path.segments.len() {
                1 => self.item_of(&own, &names[0], &path.segments[0].arguments, at),
                _ => Ty::Unknown,
            };
        }
        let found = self.resolve_name(&names[..qself.position], Namespace::Types);
        let Some(Resolved { def: Def::Trait(id), .. }) = found else {
            self.incomplete("a trait in a path");
            return Ty::Unknown;
        };
        let of = self.written_trait(id, &path.segments[qself.position - 1].arguments, own);
        let Some(name) = names.get(qself.position) else { return Ty::Unknown };
        self.item_of_trait(&of, name, &path.segments[qself.position].arguments, at)
    }

    fn written_trait(
        &mut self,
        id: crate::rust::check::defs::ty::TraitId,
        args: &syn::PathArguments,
        own: Ty,
    ) -> TraitRef {
        let Some(item) = self.defs.trait_(id) else {
            return TraitRef { id, args: Rc::new([own]) };
        };
        let args = match args {
            syn::PathArguments::None => self.fresh_args(&item.generics, &[own]),
            args => self.written_for(&item.generics.params, args, &[own]),
        };
        TraitRef { id, args }
    }

    /// `Trait::name`
    fn trait_path(
        &mut self,
        id: crate::rust::check::defs::ty::TraitId,
        path: &syn::Path,
        used: usize,
        at: &Range<usize>,
    ) -> Ty {
        let own = self.fresh();
        let of = self.written_trait(id, &path.segments[used - 1].arguments, own);
        let name: Rc<str> = path.segments[used].ident.to_string().into();
        self.item_of_trait(&of, &name, &path.segments[used].arguments, at)
    }

    fn item_of_trait(
        &mut self,
        of: &TraitRef,
        name: &str,
        args: &syn::PathArguments,
        at: &Range<usize>,
    ) -> Ty {
        let mut traits = Vec::new();
        self.elaborate(of, &mut traits);
        for of in traits {
            let Some(item) = self.defs.trait_(of.id) else { continue };
            let found = match item.methods.iter().find(|(known, _)| **known == *name) {
                Some((_, id)) => Some(Associated::Function(*id, of.args.to_vec())),
                None => item
                    .consts
                    .iter()
                    .find(|(known, _)| **known == *name)
                    .map(|(_, id)| Associated::Constant(*id, of.args.to_vec())),
            };
            if let Some(found) = found {
                self.require(Predicate::Trait(of), at.clone());
                return self.associated(found, args, at);
            }
        }
        self.incomplete("an item of a trait");
        Ty::Unknown
    }

    fn associated(
        &mut self,
        found: Associated,
        args: &syn::PathArguments,
        at: &Range<usize>,
    ) -> Ty {
        match found {
            Associated::Function(id, known) => {
                let Some(function) = self.defs.fn_(id) else { return Ty::Unknown };
                let args = self.written_for(&function.generics.params, args, &known);
                Ty::Fn(id, args)
            }
            Associated::Constant(id, known) => match self.defs.const_(id) {
                Some(constant) => self.normalize(&constant.ty.subst(&known), at),
                None => Ty::Unknown,
            },
        }
    }

    /// The item of a type by its name: a variant, one of the type itself, or one of a trait.
    fn item_of(&mut self, ty: &Ty, name: &str, args: &syn::PathArguments, at: &Range<usize>) -> Ty {
        let ty = self.table.resolve(ty);
        if let Ty::Adt(id, of) = &ty
            && let Some(adt) = self.defs.adt(*id)
            && adt.is_enum
            && let Some(variant) = adt.variants.iter().position(|it| *it.name == *name)
        {
            return self.constructor(*id, variant as u32, Rc::clone(of));
        }
        if matches!(ty, Ty::Unknown | Ty::Var(_)) {
            self.incomplete("a type in a path");
            return Ty::Unknown;
        }
        if let Some(found) = self.inherent_item(&ty, name) {
            return self.associated(found, args, at);
        }
        match self.trait_item(&ty, name, at) {
            Some(found) => self.associated(found, args, at),
            None => {
                self.error(ErrorKind::NoAssociated, at, [ty], name);
                self.incomplete("an associated item");
                Ty::Unknown
            }
        }
    }

    fn inherent_item(&mut self, ty: &Ty, name: &str) -> Option<Associated> {
        for id in self.defs.inherent(ty) {
            let item = self.defs.impl_(id);
            let function = item.methods.iter().find(|(known, _)| **known == *name);
            let constant = item.consts.iter().find(|(known, _)| **known == *name);
            if function.is_none() && constant.is_none() {
                continue;
            }
            let args = self.fresh_args(&item.generics, &[]);
            let own = self.instantiate(&item.self_ty, &args);
            let before = self.table.snapshot();
            if !self.table.unify(&own, ty) {
                self.table.rollback(before);
                continue;
            }
            self.table.commit(before);
            return Some(match (function, constant) {
                (Some((_, id)), _) => Associated::Function(*id, args.to_vec()),
                (None, Some((_, id))) => Associated::Constant(*id, args.to_vec()),
                (None, None) => return None,
            });
        }
        None
    }

    fn trait_item(&mut self, ty: &Ty, name: &str, at: &Range<usize>) -> Option<Associated> {
        let mut traits: Vec<TraitRef> = match ty {
            Ty::Param(..) | Ty::Projection(..) => {
                let env = self.env.iter().filter_map(|predicate| match predicate {
                    Predicate::Trait(of) if of.of() == ty => Some(of.clone()),
                    _ => None,
                });
                let mut traits: Vec<_> = env.collect();
                traits.extend(self.bounds_of(ty));
                traits
            }
            Ty::Dyn(_) | Ty::Opaque(..) => self.bounds_of(ty),
            _ => Vec::new(),
        };
        for id in self.defs.traits_named(name) {
            let Some(item) = self.defs.trait_(id) else { continue };
            let args = self.fresh_args(&item.generics, std::slice::from_ref(ty));
            traits.push(TraitRef { id, args });
        }
        for of in traits {
            let Some(item) = self.defs.trait_(of.id) else { continue };
            let function = item.methods.iter().find(|(known, _)| **known == *name);
            let constant = item.consts.iter().find(|(known, _)| **known == *name);
            if (function.is_none() && constant.is_none())
                || !self.may_hold(&Predicate::Trait(of.clone()))
            {
                continue;
            }
            self.require(Predicate::Trait(of.clone()), at.clone());
            return Some(match (function, constant) {
                (Some((_, id)), _) => Associated::Function(*id, of.args.to_vec()),
                (None, Some((_, id))) => Associated::Constant(*id, of.args.to_vec()),
                (None, None) => return None,
            });
        }
        None
    }

    /// The struct or variant that a path in a literal or pattern names, with its arguments.
    pub(super) fn variant_of(&mut self, path: &syn::Path) -> Option<(AdtId, u32, Args)> {
        let names = names_of(path);
        let is_type = |this: &Self| {
            *names[0] == *"Self" || this.scope.params.iter().any(|(known, _)| *known == names[0])
        };
        if !is_type(self)
            && let Some(Resolved { def: Def::Variant(id, variant), used }) =
                self.resolve_name(&names, Namespace::Types)
            && used == names.len()
        {
            let adt = self.defs.adt(id)?;
            let of_type = used.checked_sub(2).map(|index| &path.segments[index].arguments);
            let args = match (&path.segments[used - 1].arguments, of_type) {
                (syn::PathArguments::None, Some(args)) => args,
                (args, _) => args,
            };
            let args = self.written_for(&adt.generics.params, args, &[]);
            self.record_variant(path, id, variant);
            return Some((id, variant, args));
        }
        let (ty, used) = self.prefix(path, &names);
        let Ty::Adt(id, args) = self.table.resolve(&ty) else { return None };
        let adt = self.defs.adt(id)?;
        match names.len() - used {
            0 if !adt.is_enum => {
                self.record_variant(path, id, 0);
                Some((id, 0, args))
            }
            1 if adt.is_enum => {
                let variant = adt.variants.iter().position(|it| it.name == names[used])?;
                self.record_variant(path, id, variant as u32);
                Some((id, variant as u32, args))
            }
            _ => None,
        }
    }
}
