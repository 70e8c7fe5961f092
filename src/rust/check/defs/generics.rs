//! Generic parameters and their bounds.

use std::rc::Rc;

use syn::{GenericParam as Tree, TypeParamBound, WherePredicate};

use super::convert::{Scope, name_of};
use super::ty::{Predicate, Ty};
use super::{Conversion, Defs, GenericParam, Generics, ParamKind};

impl Defs {
    /// The parameters of an item, with those of the item around; their names are added to the scope.
    pub(super) fn declare_params(
        &self,
        scope: &mut Scope,
        tree: &syn::Generics,
        parent: &Generics,
    ) -> Generics {
        let mut generics = Generics {
            params: parent.params.clone(),
            parent: parent.params.len(),
            predicates: parent.predicates.clone(),
        };
        for param in &tree.params {
            let (name, kind) = match param {
                Tree::Type(param) => (name_of(&param.ident), ParamKind::Type),
                Tree::Const(param) => (name_of(&param.ident), ParamKind::Const),
                Tree::Lifetime(_) => continue,
            };
            // The library's text has parameters that stand for each number.
            let kind = match (&*name, scope.file) {
                ("Int", Some(_)) => ParamKind::Int,
                ("Float", Some(_)) => ParamKind::Float,
                _ => kind,
            };
            let index = generics.params.len() as u32;
            scope.params.push((Rc::clone(&name), Ty::Param(index, Rc::clone(&name))));
            generics.params.push(GenericParam { name, kind, default: None });
        }
        generics
    }

    /// The defaults and bounds of parameters that were declared.
    pub(super) fn bound_params(
        &self,
        scope: &mut Scope,
        tree: &syn::Generics,
        generics: &mut Generics,
    ) {
        let mut index = generics.parent;
        for param in &tree.params {
            let default = match param {
                Tree::Type(param) => {
                    param.default.as_ref().map(|(_, tree)| Conversion::new(self, scope).ty(tree))
                }
                Tree::Const(param) => param
                    .default
                    .as_ref()
                    .map(|(_, tree)| Conversion::new(self, scope).length(tree)),
                Tree::Lifetime(_) => continue,
            };
            generics.params[index].default = default;
            index += 1;
        }
        // First which traits, since `T::Item` in a binding asks for them.
        let mut bounds: Vec<(Ty, &TypeParamBound)> = Vec::new();
        for param in &tree.params {
            if let Tree::Type(param) = param {
                let ident = name_of(&param.ident);
                let known = scope.params.iter().rev().find(|(name, _)| *name == ident);
                let of = known.map_or(Ty::Unknown, |(_, ty)| ty.clone());
                bounds.extend(param.bounds.iter().map(|bound| (of.clone(), bound)));
            }
        }
        for predicate in tree.where_clause.iter().flat_map(|clause| &clause.predicates) {
            if let WherePredicate::Type(tree) = predicate {
                let of = Conversion::new(self, scope).ty(&tree.bounded_ty);
                bounds.extend(tree.bounds.iter().map(|bound| (of.clone(), bound)));
                self.add_bounds(scope, &of, tree.bounds.iter(), false);
            }
        }
        for (of, bound) in &bounds {
            self.add_bounds(scope, of, [*bound], false);
        }
        for (of, bound) in &bounds {
            self.add_bounds(scope, of, [*bound], true);
        }
        for predicate in &scope.predicates {
            if !generics.predicates.contains(predicate) {
                generics.predicates.push(predicate.clone());
            }
        }
    }

    /// Adds what bounds say of a type to the scope: which traits, or which associated types.
    pub(super) fn add_bounds<'t>(
        &self,
        scope: &mut Scope,
        of: &Ty,
        bounds: impl IntoIterator<Item = &'t TypeParamBound>,
        associated: bool,
    ) {
        for bound in bounds {
            let TypeParamBound::Trait(bound) = bound else { continue };
            if bound.maybe.is_some() {
                continue;
            }
            let mut conversion = Conversion::new(self, scope);
            let Some((of, assoc)) = conversion.trait_ref(&bound.path, of.clone()) else {
                // A bound that is not known may give any method.
                scope.predicates.push(Predicate::Trait(super::ty::TraitRef {
                    id: super::ty::TraitId(u32::MAX),
                    args: Rc::new([of.clone()]),
                }));
                continue;
            };
            let predicates: Vec<_> = match associated {
                false => vec![Predicate::Trait(of)],
                true => assoc
                    .into_iter()
                    .map(|(of, index, ty)| Predicate::Projection(of, index, ty))
                    .collect(),
            };
            for predicate in predicates {
                if !scope.predicates.contains(&predicate) {
                    scope.predicates.push(predicate);
                }
            }
        }
    }
}
