//! `#[derive(…)]`: an `impl` for each trait, which asks the same trait of each type parameter.

use std::rc::Rc;

use super::ty::{AdtId, Predicate, TraitRef, Ty};
use super::{Defs, Generics, Impl, ParamKind};

/// The traits that can be derived, by their paths.
const DERIVED: &[(&str, &str)] = &[
    ("Clone", "std::clone::Clone"),
    ("Copy", "std::marker::Copy"),
    ("Debug", "std::fmt::Debug"),
    ("Default", "std::default::Default"),
    ("Eq", "std::cmp::Eq"),
    ("Hash", "std::hash::Hash"),
    ("Ord", "std::cmp::Ord"),
    ("PartialEq", "std::cmp::PartialEq"),
    ("PartialOrd", "std::cmp::PartialOrd"),
];

impl Defs {
    pub(super) fn derive(
        &self,
        attrs: &[syn::Attribute],
        id: AdtId,
        generics: &Generics,
        of_library: bool,
    ) {
        let self_ty = Ty::Adt(id, generics.identity());
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("derive")) {
            let _ = attr.parse_nested_meta(|meta| {
                let name = meta.path.segments.last().map(|last| last.ident.to_string());
                let path = DERIVED.iter().find(|(known, _)| Some(*known) == name.as_deref());
                let Some(of) = path.and_then(|(_, path)| self.lang(path)) else { return Ok(()) };
                let mut generics = generics.clone();
                for (index, param) in generics.params.iter().enumerate() {
                    if param.kind == ParamKind::Type {
                        let param = Ty::Param(index as u32, Rc::clone(&param.name));
                        let args = self.derived_args(&param, of);
                        let bound = Predicate::Trait(TraitRef { id: of, args });
                        generics.predicates.push(bound);
                    }
                }
                let args = self.derived_args(&self_ty, of);
                self.add_impl(
                    of_library,
                    Impl {
                        generics,
                        of: Some(TraitRef { id: of, args }),
                        self_ty: self_ty.clone(),
                        assoc: Vec::new(),
                        methods: Vec::new(),
                        consts: Vec::new(),
                    },
                );
                Ok(())
            });
        }
    }

    /// `PartialEq` and `PartialOrd` compare with the type itself.
    fn derived_args(&self, of: &Ty, id: super::ty::TraitId) -> super::ty::Args {
        let is_comparison = ["std::cmp::PartialEq", "std::cmp::PartialOrd"]
            .iter()
            .any(|path| self.lang(path) == Some(id));
        match is_comparison {
            true => Rc::new([of.clone(), of.clone()]),
            false => Rc::new([of.clone()]),
        }
    }
}
