//! Method lookup: autoderef, autoref, unsizing, as the Reference has it.

use std::rc::Rc;

use super::Infer;
use super::table::VarKind;
use crate::rust::check::defs::Parent;
use crate::rust::check::defs::ty::{Args, FnId, ImplId, Predicate, TraitId, TraitRef, Ty};

/// What is done with a receiver before a method gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Autoref {
    None,
    Shared,
    Mutable,
}

/// The method that a call means.
#[derive(Debug, Clone)]
pub(super) struct Picked {
    pub(super) function: FnId,
    /// The arguments of the item around the method: the first of its own parameters.
    pub(super) args: Vec<Ty>,
    /// The type of the receiver as the method gets it.
    pub(super) receiver: Ty,
}

/// The methods of a name, whatever receiver they take.
struct Candidates {
    inherent: Vec<(ImplId, FnId)>,
    bounds: Vec<(TraitRef, FnId)>,
    traits: Vec<(TraitId, FnId)>,
}

/// What a lookup finds.
pub(super) enum Lookup {
    Found(Picked),
    /// Several traits have one.
    Ambiguous,
    /// The type of the receiver is not known.
    Unknown,
    /// `{integer}` or `{float}` where a method of a type itself is asked for.
    Number,
    None,
}

impl Infer<'_> {
    pub(super) fn lookup_method(&mut self, receiver: &Ty, name: &str) -> Lookup {
        let mut steps = self.autoderef(receiver);
        if let Some(Ty::Array(of, _)) = steps.last() {
            steps.push(Ty::Slice(Rc::clone(of)));
        }
        let traits = self.defs.traits_with(name);
        let known = Candidates {
            inherent: self.inherent_methods(&steps, name),
            bounds: self.bound_methods(&steps, name),
            traits: traits
                .into_iter()
                .filter_map(|id| Some((id, self.defs.method_of(id, name)?)))
                .collect(),
        };
        for step in &steps {
            match self.table.kind(step) {
                Some(VarKind::Any) => return Lookup::Unknown,
                _ if *step == Ty::Unknown => return Lookup::Unknown,
                _ => {}
            }
            for autoref in [Autoref::None, Autoref::Shared, Autoref::Mutable] {
                let adjusted = match autoref {
                    Autoref::None => step.clone(),
                    Autoref::Shared => Ty::reference(false, step.clone()),
                    Autoref::Mutable => Ty::reference(true, step.clone()),
                };
                match self.candidates(&known, &adjusted) {
                    Lookup::None => {}
                    Lookup::Found(picked) => {
                        return Lookup::Found(picked);
                    }
                    other => return other,
                }
            }
        }
        // A method of the number types themselves, on a literal whose type is open.
        match steps.last().and_then(|last| self.table.kind(last)) {
            Some(VarKind::Int | VarKind::Float) => Lookup::Number,
            _ => Lookup::None,
        }
    }

    /// The type, and what dereferencing it leads to, step by step.
    pub(super) fn autoderef(&mut self, ty: &Ty) -> Vec<Ty> {
        /// As `rustc` has it.
        const MAX_STEPS: usize = 64;
        let mut steps = vec![self.table.resolve(ty)];
        while steps.len() < MAX_STEPS {
            let last = steps[steps.len() - 1].clone();
            let Some(next) = self.deref(&last) else { break };
            steps.push(next);
        }
        steps
    }

    /// What `*` of a type is.
    pub(super) fn deref(&mut self, ty: &Ty) -> Option<Ty> {
        let ty = self.table.shallow(ty);
        match &ty {
            Ty::Ref(_, to) => return Some(self.table.resolve(to)),
            Ty::Adt(..) | Ty::Param(..) | Ty::Opaque(..) | Ty::Projection(..) => {}
            _ => return None,
        }
        let deref = self.defs.lang("std::ops::Deref")?;
        let of = TraitRef { id: deref, args: Rc::new([ty]) };
        if self.holds(&Predicate::Trait(of.clone()), 0) != Some(true) {
            return None;
        }
        match self.project(&of, 0) {
            super::select::Projected::Is(to, nested) => {
                for predicate in nested {
                    self.require(predicate, 0..0);
                }
                Some(self.table.resolve(&to))
            }
            _ => None,
        }
    }

    /// The methods of that name that the types on the way to a receiver have themselves.
    fn inherent_methods(&mut self, steps: &[Ty], name: &str) -> Vec<(ImplId, FnId)> {
        let mut found = Vec::new();
        for step in steps {
            if self.table.kind(step).is_some() {
                continue;
            }
            for id in self.defs.inherent(step) {
                let item = self.defs.impl_(id);
                if let Some((_, function)) = item.methods.iter().find(|(known, _)| **known == *name)
                    && !found.contains(&(id, *function))
                {
                    found.push((id, *function));
                }
            }
        }
        found
    }

    /// The traits by whose bounds a parameter, `dyn` or opaque type on the way has a method.
    fn bound_methods(&mut self, steps: &[Ty], name: &str) -> Vec<(TraitRef, FnId)> {
        let mut found: Vec<(TraitRef, FnId)> = Vec::new();
        for step in steps {
            let bounds: Vec<TraitRef> = match step {
                Ty::Dyn(_) | Ty::Opaque(..) => self.bounds_of(step),
                Ty::Param(..) | Ty::Projection(..) => {
                    let env = self.env.iter().filter_map(|predicate| match predicate {
                        Predicate::Trait(of) if of.of() == step => Some(of.clone()),
                        _ => None,
                    });
                    let mut bounds: Vec<_> = env.collect();
                    bounds.extend(self.bounds_of(step));
                    bounds
                }
                _ => continue,
            };
            for of in bounds {
                if of.id == TraitId(u32::MAX) {
                    self.incomplete("a bound that is not known");
                    continue;
                }
                let function = self.defs.method_of(of.id, name);
                if let Some(function) = function
                    && !found.iter().any(|(known, _)| *known == of)
                {
                    found.push((of, function));
                }
            }
        }
        found
    }

    /// The methods that take a receiver of exactly that type: those of the type first, then those of
    /// traits.
    fn candidates(&mut self, known: &Candidates, adjusted: &Ty) -> Lookup {
        let mut found: Vec<Picked> = Vec::new();
        for (id, function) in &known.inherent {
            if found.is_empty() {
                self.inherent_candidate(*id, *function, adjusted, &mut found);
            }
        }
        if found.is_empty() {
            for (of, function) in &known.bounds {
                self.method_of_trait(of, *function, adjusted, &mut found);
            }
        }
        if found.is_empty() {
            for (id, function) in &known.traits {
                let Some(item) = self.defs.trait_(*id) else { continue };
                let args = self.fresh_args(&item.generics, &[]);
                let of = TraitRef { id: *id, args };
                self.method_of_trait(&of, *function, adjusted, &mut found);
            }
        }
        match found.len() {
            0 => Lookup::None,
            1 => Lookup::Found(found.swap_remove(0)),
            _ => Lookup::Ambiguous,
        }
    }

    fn inherent_candidate(
        &mut self,
        id: ImplId,
        function: FnId,
        adjusted: &Ty,
        found: &mut Vec<Picked>,
    ) {
        let item = self.defs.impl_(id);
        let Some(declared) = self.defs.function(function).filter(|it| it.has_self) else { return };
        let before = self.table.snapshot();
        let args = self.fresh_args(&item.generics, &[]);
        let receiver = self.instantiate(&declared.inputs[0], &args);
        let fits = self.table.unify(&receiver, adjusted)
            && item.generics.predicates.iter().all(|predicate| {
                let predicate = predicate.subst(&args);
                self.may_hold(&predicate)
            });
        if !fits {
            self.table.rollback(before);
            return;
        }
        self.table.commit(before);
        found.push(Picked { function, args: args.to_vec(), receiver });
    }

    /// Adds the method of a trait if it takes such a receiver, and the type may implement the trait.
    fn method_of_trait(
        &mut self,
        of: &TraitRef,
        function: FnId,
        adjusted: &Ty,
        found: &mut Vec<Picked>,
    ) {
        let Some(declared) = self.defs.function(function).filter(|it| it.has_self) else { return };
        let receiver = declared.inputs[0].subst(&of.args);
        let before = self.table.snapshot();
        let fits = self.table.unify(&receiver, adjusted)
            && self.may_hold(&Predicate::Trait(of.clone()))
            && declared.generics.predicates.iter().all(|predicate| match predicate {
                // `where Self: Sized` and the like.
                Predicate::Trait(bound)
                    if *bound.of() == Ty::Param(0, "Self".into()) && bound.id != of.id =>
                {
                    let predicate = Predicate::Trait(bound.subst(&of.args));
                    bound.args.len() > of.args.len() || self.may_hold(&predicate)
                }
                _ => true,
            });
        self.table.rollback(before);
        if fits {
            self.table.unify(&receiver, adjusted);
            found.push(Picked { function, args: of.args.to_vec(), receiver });
        }
    }

    /// A type of a declaration with arguments in the place of parameters; later parameters stay.
    pub(super) fn instantiate(&mut self, ty: &Ty, args: &Args) -> Ty {
        let ty = ty.subst(args);
        self.normalize(&ty, &(0..0))
    }

    /// All arguments of a method: those of the item around, then written or inferred ones.
    pub(super) fn args_of_call(&mut self, id: FnId, known: &[Ty], written: &[Ty]) -> Args {
        let Some(function) = self.defs.fn_(id) else { return Rc::new([]) };
        let mut all = known.to_vec();
        if function.parent == Parent::None {
            all.clear();
        }
        all.extend(written.iter().cloned());
        self.fresh_args(&function.generics, &all)
    }

    /// The type, after what is required was looked at if nothing is known of it.
    pub(super) fn expect_known(&mut self, ty: &Ty) -> Ty {
        let mut ty = self.table.shallow(ty);
        if self.table.kind(&ty).is_some() {
            self.select();
            ty = self.table.shallow(&ty);
        }
        if self.table.kind(&ty) == Some(VarKind::Any) {
            self.incomplete("a type that has to be known");
        }
        ty
    }
}
