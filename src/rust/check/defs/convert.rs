//! Types as they are written, made types of the checker.

use std::rc::Rc;

use syn::{Expr, GenericArgument, PathArguments, ReturnType, Type, TypeParamBound};

use super::ty::{Args, AssocBinding, Bound, ModuleId, OpaqueId, Predicate, TraitRef, Ty};
use super::{Def, Defs, GenericParam, Namespace, Opaque, ParamKind, Resolved};

/// What names mean where a type is written.
#[derive(Debug, Clone, Default)]
pub(in crate::rust) struct Scope {
    pub(in crate::rust) module: Option<ModuleId>,
    /// The file of the library that the text is in.
    pub(super) file: Option<usize>,
    pub(in crate::rust) params: Vec<(Rc<str>, Ty)>,
    pub(in crate::rust) self_ty: Option<Ty>,
    /// The trait that is declared or implemented.
    pub(in crate::rust) of_trait: Option<TraitRef>,
    /// The associated types of the `impl` block around.
    pub(in crate::rust) assoc: Vec<(Rc<str>, Ty)>,
    pub(in crate::rust) predicates: Vec<Predicate>,
}

/// What `impl Trait` means.
pub(in crate::rust) enum ImplTrait {
    /// It cannot stand there.
    No,
    /// A parameter without a name; here are those that were met, the first of which has that place.
    Argument(usize, Vec<GenericParam>, Vec<Predicate>),
    /// An opaque type, with the parameters of the function.
    Return(Args),
}

/// A conversion of types that stand in one scope.
pub(in crate::rust) struct Conversion<'a> {
    pub(in crate::rust) defs: &'a Defs,
    pub(in crate::rust) scope: &'a Scope,
    /// Makes the type of `_` and of arguments that are left out, in the body of a function.
    pub(in crate::rust) fresh: Option<&'a mut dyn FnMut() -> Ty>,
    pub(in crate::rust) impl_trait: ImplTrait,
}

impl<'a> Conversion<'a> {
    pub(in crate::rust) fn new(defs: &'a Defs, scope: &'a Scope) -> Self {
        Self { defs, scope, fresh: None, impl_trait: ImplTrait::No }
    }

    fn infer(&mut self) -> Ty {
        match &mut self.fresh {
            Some(fresh) => fresh(),
            None => Ty::Unknown,
        }
    }

    pub(in crate::rust) fn ty(&mut self, tree: &Type) -> Ty {
        match tree {
            Type::Path(path) => self.path_ty(path.qself.as_ref(), &path.path),
            Type::Reference(tree) => {
                Ty::Ref(tree.mutability.is_some(), Rc::new(self.ty(&tree.elem)))
            }
            Type::Tuple(tree) => Ty::Tuple(tree.elems.iter().map(|tree| self.ty(tree)).collect()),
            Type::Slice(tree) => Ty::Slice(Rc::new(self.ty(&tree.elem))),
            Type::Array(tree) => {
                let of = self.ty(&tree.elem);
                Ty::Array(Rc::new(of), Rc::new(self.length(&tree.len)))
            }
            Type::Never(_) => Ty::Never,
            Type::Paren(tree) => self.ty(&tree.elem),
            Type::Group(tree) => self.ty(&tree.elem),
            Type::Infer(_) => self.infer(),
            Type::FnPtr(tree) => {
                let inputs = tree.inputs.iter().map(|input| self.ty(&input.ty)).collect();
                Ty::FnPtr(inputs, Rc::new(self.output(&tree.output)))
            }
            Type::TraitObject(tree) => {
                let bounds = tree.bounds.iter().filter_map(|bound| self.bound(bound));
                let mut bounds: Vec<_> = bounds.collect();
                // `Send` and the like make no other type here.
                let is_marker = |bound: &Bound| self.defs.is_marker(bound.id);
                if bounds.len() > 1 {
                    bounds.retain(|bound| !is_marker(bound));
                }
                if bounds.is_empty() { Ty::Unknown } else { Ty::Dyn(bounds.into()) }
            }
            Type::ImplTrait(tree) => self.impl_trait(&tree.bounds),
            _ => Ty::Unknown,
        }
    }

    pub(in crate::rust) fn output(&mut self, tree: &ReturnType) -> Ty {
        match tree {
            ReturnType::Default => Ty::unit(),
            ReturnType::Type(_, ty) => self.ty(ty),
        }
    }

    fn impl_trait<'t>(&mut self, bounds: impl IntoIterator<Item = &'t TypeParamBound>) -> Ty {
        let bounds: Vec<_> = bounds.into_iter().filter_map(|bound| self.bound(bound)).collect();
        match &mut self.impl_trait {
            ImplTrait::No => Ty::Unknown,
            ImplTrait::Argument(first, params, predicates) => {
                let name: Rc<str> = format!("impl#{}", params.len()).into();
                let param = Ty::Param((*first + params.len()) as u32, Rc::clone(&name));
                predicates.extend(bounds.iter().flat_map(|bound| bound.of(&param)));
                params.push(GenericParam { name, kind: ParamKind::Impl, default: None });
                param
            }
            ImplTrait::Return(args) => {
                let id = self.defs.new_opaque(self.scope.file.is_some());
                self.defs.set_opaque(id, Opaque { bounds });
                Ty::Opaque(id, Rc::clone(args))
            }
        }
    }

    /// The value of a const argument or length.
    pub(in crate::rust) fn length(&mut self, tree: &Expr) -> Ty {
        match tree {
            Expr::Infer(_) => self.infer(),
            _ => self.length_of(tree).unwrap_or(Ty::Unknown),
        }
    }

    fn length_of(&mut self, tree: &Expr) -> Option<Ty> {
        match tree {
            Expr::Lit(lit) => match &lit.lit {
                syn::Lit::Int(int) => int.base10_parse().ok().map(Ty::Len),
                syn::Lit::Bool(value) => Some(Ty::Len(value.value.into())),
                syn::Lit::Char(value) => Some(Ty::Len(u32::from(value.value()).into())),
                _ => None,
            },
            Expr::Paren(tree) => self.length_of(&tree.expr),
            Expr::Group(tree) => self.length_of(&tree.expr),
            Expr::Cast(tree) => self.length_of(&tree.expr),
            Expr::Block(tree) => match &tree.block.stmts[..] {
                [syn::Stmt::Expr(tree, None)] => self.length_of(tree),
                _ => None,
            },
            Expr::Path(path) => self.length_of_path(&path.path),
            Expr::Binary(tree) => {
                let (Ty::Len(left), Ty::Len(right)) =
                    (self.length_of(&tree.left)?, self.length_of(&tree.right)?)
                else {
                    return None;
                };
                match tree.op {
                    syn::BinOp::Add(_) => left.checked_add(right),
                    syn::BinOp::Sub(_) => left.checked_sub(right),
                    syn::BinOp::Mul(_) => left.checked_mul(right),
                    syn::BinOp::Div(_) => left.checked_div(right),
                    syn::BinOp::Shl(_) => left.checked_shl(u32::try_from(right).ok()?),
                    _ => None,
                }
                .map(Ty::Len)
            }
            _ => None,
        }
    }

    fn length_of_path(&mut self, path: &syn::Path) -> Option<Ty> {
        let names = names_of(path);
        if let [name] = &names[..]
            && let Some((_, ty)) = self.scope.params.iter().rev().find(|(known, _)| known == name)
        {
            return Some(ty.clone());
        }
        let found = self.defs.resolve(self.scope.module?, &names, Namespace::Values)?;
        match found {
            Resolved { def: Def::Const(id), used } if used == names.len() => {
                self.defs.value_of(id).map(Ty::Len)
            }
            _ => None,
        }
    }

    /// A path in a type's place.
    pub(in crate::rust) fn path_ty(&mut self, qself: Option<&syn::QSelf>, path: &syn::Path) -> Ty {
        if let Some(qself) = qself {
            let of = self.ty(&qself.ty);
            return self.qualified(of, qself.position, path);
        }
        let names = names_of(path);
        let (ty, used) = self.prefix(path, &names);
        let is_self = *names[0] == *"Self";
        self.associated(ty, &path.segments, used, is_self)
    }

    /// `<T as Trait>::Name`
    fn qualified(&mut self, of: Ty, position: usize, path: &syn::Path) -> Ty {
        if position == 0 {
            return self.associated(of, &path.segments, 0, false);
        }
        let names: Vec<_> = names_of(path).into_iter().take(position).collect();
        let args = &path.segments[position - 1].arguments;
        let (Some((of_trait, _)), Some(last)) =
            (self.trait_named(&names, args, of), path.segments.iter().nth(position))
        else {
            return Ty::Unknown;
        };
        match self.defs.find_assoc(&of_trait, &last.ident.to_string()) {
            Some((of, index)) => Ty::Projection(of.id, index, of.args),
            None => Ty::Unknown,
        }
    }

    /// The type that the beginning of a path names, and how many segments that takes.
    pub(in crate::rust) fn prefix(&mut self, path: &syn::Path, names: &[Rc<str>]) -> (Ty, usize) {
        if *names[0] == *"Self"
            && let Some(ty) = &self.scope.self_ty
        {
            return (ty.clone(), 1);
        }
        if let Some((_, ty)) = self.scope.params.iter().rev().find(|(name, _)| *name == names[0]) {
            return (ty.clone(), 1);
        }
        let Some(Resolved { def, used }) = self.name(names) else {
            return (Ty::Unknown, names.len());
        };
        let args = &path.segments[used - 1].arguments;
        let ty = match def {
            Def::Adt(id) => {
                let args = self.args_of_adt(id, args);
                Ty::Adt(id, args)
            }
            Def::Alias(id) => self.alias(id, args),
            Def::Primitive(ty) => ty,
            _ => return (Ty::Unknown, names.len()),
        };
        (ty, used)
    }

    fn name(&self, names: &[Rc<str>]) -> Option<Resolved> {
        self.defs.resolve_in(self.scope, names, Namespace::Types)
    }

    pub(in crate::rust) fn alias(&mut self, id: super::ty::AliasId, args: &PathArguments) -> Ty {
        let Some(alias) = self.defs.alias(id) else { return Ty::Unknown };
        let args = self.args_of(&alias.generics.params, args, &[]);
        alias.ty.subst(&args)
    }

    fn args_of_adt(&mut self, id: super::ty::AdtId, args: &PathArguments) -> Args {
        match self.defs.params_of_adt(id) {
            Ok(params) => self.args_of(&params, args, &[]),
            Err(count) => {
                let given = self.written(args);
                let mut given: Vec<_> = given.into_iter().take(count).collect();
                while given.len() < count {
                    given.push(self.infer());
                }
                given.into()
            }
        }
    }

    /// The types between `<` and `>`, without lifetimes.
    fn written(&mut self, args: &PathArguments) -> Vec<Ty> {
        let PathArguments::AngleBracketed(args) = args else { return Vec::new() };
        let written = args.args.iter().filter_map(|arg| match arg {
            GenericArgument::Type(tree) => Some(self.argument(tree)),
            GenericArgument::Const(tree) => Some(self.length(tree)),
            _ => None,
        });
        written.collect()
    }

    /// A type, or a constant that looks like one.
    fn argument(&mut self, tree: &Type) -> Ty {
        if let Type::Path(path) = tree
            && path.qself.is_none()
            && path.path.segments.len() == 1
            && self.name(&names_of(&path.path)).is_none()
            && let Some(length) = self.length_of_path(&path.path)
        {
            return length;
        }
        self.ty(tree)
    }

    /// Arguments for parameters: those that are written, then defaults, then inferred ones. `before`:
    /// arguments that are known already.
    pub(in crate::rust) fn args_of(
        &mut self,
        params: &[GenericParam],
        args: &PathArguments,
        before: &[Ty],
    ) -> Args {
        let mut all = before.to_vec();
        let written = self.written(args);
        let has_written = !written.is_empty();
        let room = params.len().saturating_sub(all.len());
        all.extend(written.into_iter().take(room));
        while all.len() < params.len() {
            let param = &params[all.len()];
            let arg = match &param.default {
                Some(default) if has_written || self.fresh.is_none() || !before.is_empty() => {
                    default.subst(&all)
                }
                _ => self.infer(),
            };
            all.push(arg);
        }
        all.into()
    }

    /// What follows a type in a path: associated types.
    pub(in crate::rust) fn associated(
        &mut self,
        mut ty: Ty,
        segments: &syn::punctuated::Punctuated<syn::PathSegment, syn::Token![::]>,
        used: usize,
        is_self: bool,
    ) -> Ty {
        for (index, segment) in segments.iter().enumerate().skip(used) {
            let is_self = is_self && index == used;
            ty = self.associated_type(&ty, &segment.ident.to_string(), is_self);
        }
        ty
    }

    /// `T::Name`, or `Self::Name`
    pub(in crate::rust) fn associated_type(&mut self, of: &Ty, name: &str, is_self: bool) -> Ty {
        if is_self {
            if let Some((_, ty)) = self.scope.assoc.iter().find(|(known, _)| **known == *name) {
                return ty.clone();
            }
            if let Some(of_trait) = &self.scope.of_trait
                && let Some((of, index)) = self.defs.find_assoc(of_trait, name)
            {
                return Ty::Projection(of.id, index, of.args);
            }
        }
        let bounds = self.scope.predicates.iter().filter_map(|predicate| match predicate {
            Predicate::Trait(bound) if bound.of() == of => Some(bound),
            _ => None,
        });
        for bound in bounds {
            if let Some((of, index)) = self.defs.find_assoc(bound, name) {
                return Ty::Projection(of.id, index, of.args);
            }
        }
        // A bound of an associated type: `T::Item::Output`.
        if let Ty::Projection(id, index, args) = of
            && let Some(item) = self.defs.trait_(*id)
            && let Some(assoc) = item.assoc.get(*index as usize)
        {
            for bound in &assoc.bounds {
                if let Predicate::Trait(bound) = bound.subst(args)
                    && let Some((of, index)) = self.defs.find_assoc(&bound, name)
                {
                    return Ty::Projection(of.id, index, of.args);
                }
            }
        }
        Ty::Unknown
    }

    /// A bound of `dyn` or `impl`; `None` for lifetimes and what is not known.
    pub(in crate::rust) fn bound(&mut self, tree: &TypeParamBound) -> Option<Bound> {
        let TypeParamBound::Trait(tree) = tree else { return None };
        let (of, assoc) = self.trait_ref(&tree.path, Ty::Unknown)?;
        let assoc = assoc.into_iter().map(|(of, index, ty)| AssocBinding {
            id: of.id,
            args: of.args[1..].into(),
            index,
            ty,
        });
        Some(Bound { id: of.id, args: of.args[1..].into(), assoc: assoc.collect() })
    }

    /// A trait with its arguments, for a type; and what it says of associated types.
    #[allow(clippy::type_complexity, reason = "what a predicate is made of")]
    pub(in crate::rust) fn trait_ref(
        &mut self,
        path: &syn::Path,
        of: Ty,
    ) -> Option<(TraitRef, Vec<(TraitRef, u32, Ty)>)> {
        self.trait_named(&names_of(path), &path.segments.last()?.arguments, of)
    }

    #[allow(clippy::type_complexity, reason = "what a predicate is made of")]
    fn trait_named(
        &mut self,
        names: &[Rc<str>],
        last: &PathArguments,
        of: Ty,
    ) -> Option<(TraitRef, Vec<(TraitRef, u32, Ty)>)> {
        let Resolved { def: Def::Trait(id), used } = self.name(names)? else { return None };
        if used < names.len() {
            return None;
        }
        if let PathArguments::Parenthesized(sugar) = last {
            let inputs = sugar.inputs.iter().map(|input| self.ty(&input.ty)).collect();
            let of = TraitRef { id, args: Rc::new([of, Ty::Tuple(inputs)]) };
            let output = self.output(&sugar.output);
            let (declares, index) = self.defs.find_assoc(&of, "Output")?;
            return Some((of, vec![(declares, index, output)]));
        }
        let params = self.defs.params_of_trait(id);
        let args = self.args_of(&params, last, &[of]);
        let of = TraitRef { id, args };
        let mut assoc = Vec::new();
        if let PathArguments::AngleBracketed(args) = last {
            for arg in &args.args {
                if let GenericArgument::AssocType(binding) = arg
                    && let Some((of, index)) = self.defs.find_assoc(&of, &binding.ident.to_string())
                {
                    assoc.push((of, index, self.ty(&binding.ty)));
                }
            }
        }
        Some((of, assoc))
    }
}

/// The names of a path's segments.
pub(in crate::rust) fn names_of(path: &syn::Path) -> Vec<Rc<str>> {
    path.segments.iter().map(|segment| name_of(&segment.ident)).collect()
}

/// A name, without the `r#` of a raw one.
pub(in crate::rust) fn name_of(ident: &syn::Ident) -> Rc<str> {
    let name = ident.to_string();
    name.strip_prefix("r#").unwrap_or(&name).into()
}

impl Defs {
    /// The definition of a path in a scope of the program or of the library's text.
    pub(in crate::rust) fn resolve_in(
        &self,
        scope: &Scope,
        names: &[Rc<str>],
        namespace: Namespace,
    ) -> Option<Resolved> {
        if let Some(module) = scope.module {
            return self.resolve(module, names, namespace);
        }
        #[cfg(test)]
        return self.resolve_in_text(scope.file?, names);
        #[cfg(not(test))]
        None
    }

    /// Which trait declares an associated type: this one, or a supertrait.
    pub(in crate::rust) fn find_assoc(&self, of: &TraitRef, name: &str) -> Option<(TraitRef, u32)> {
        let mut seen = 0;
        self.find_assoc_within(of, name, &mut seen)
    }

    fn find_assoc_within(
        &self,
        of: &TraitRef,
        name: &str,
        seen: &mut usize,
    ) -> Option<(TraitRef, u32)> {
        /// Supertraits may lead in circles.
        const MAX_SUPERTRAITS: usize = 50;
        *seen += 1;
        if *seen > MAX_SUPERTRAITS {
            return None;
        }
        let item = self.trait_(of.id)?;
        if let Some(index) = item.assoc.iter().position(|assoc| *assoc.name == *name) {
            return Some((of.clone(), index as u32));
        }
        item.supers.iter().find_map(|bound| match bound.subst(&of.args) {
            Predicate::Trait(bound) => self.find_assoc_within(&bound, name, seen),
            Predicate::Projection(..) => None,
        })
    }

    pub(in crate::rust) fn new_opaque(&self, of_library: bool) -> OpaqueId {
        let mut tables = self.tables(of_library);
        tables.opaques.push(None);
        let base = if of_library { 0 } else { super::USER };
        OpaqueId(base + tables.opaques.len() as u32 - 1)
    }
}
