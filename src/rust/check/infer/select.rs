//! Trait selection: whether a type implements a trait, and what an associated type is.

use std::ops::Range;
use std::rc::Rc;

use super::Infer;
use super::table::VarKind;
use crate::rust::check::defs::ty::{Args, ImplId, IntTy, Predicate, TraitId, TraitRef, Ty};
use crate::rust::check::defs::{Generics, Head, ParamKind};

/// A predicate that must hold, and where the program asks for it.
#[derive(Debug, Clone)]
pub(super) struct Obligation {
    pub(super) predicate: Predicate,
    pub(super) at: Range<usize>,
    pub(super) depth: u32,
}

/// What is known of a predicate.
pub(super) enum Selected {
    /// It holds if these do.
    Yes(Vec<Predicate>),
    /// Variables have to be known first.
    Maybe,
    No,
}

/// How deep one predicate may lead to others.
const MAX_DEPTH: u32 = 40;

impl Infer<'_> {
    /// Adds a predicate that must hold.
    pub(super) fn require(&mut self, predicate: Predicate, at: Range<usize>) {
        self.pending.push(Obligation { predicate, at, depth: 0 });
    }

    /// Works through what must hold, as far as the variables allow.
    pub(super) fn select(&mut self) {
        loop {
            let mut progress = false;
            for obligation in std::mem::take(&mut self.pending) {
                let Obligation { predicate, at, depth } = &obligation;
                if *depth > MAX_DEPTH {
                    self.incomplete("a chain of bounds");
                    continue;
                }
                match self.solve(predicate) {
                    Selected::Maybe => self.pending.push(obligation),
                    Selected::Yes(nested) => {
                        progress = true;
                        self.pending.extend(nested.into_iter().map(|predicate| Obligation {
                            predicate,
                            at: at.clone(),
                            depth: depth + 1,
                        }));
                    }
                    Selected::No => {
                        progress = true;
                        self.report_unmet(&obligation);
                    }
                }
            }
            if !progress {
                break;
            }
        }
    }

    /// Predicates may name associated types, which are looked at here and no earlier: what they are may
    /// depend on the predicate itself.
    fn solve(&mut self, predicate: &Predicate) -> Selected {
        let mut nested = Vec::new();
        let predicate = predicate.map(&mut |ty| self.normalize_into(ty, &mut nested));
        match self.solve_normal(&predicate) {
            Selected::Yes(more) => {
                nested.extend(more);
                Selected::Yes(nested)
            }
            other => other,
        }
    }

    fn solve_normal(&mut self, predicate: &Predicate) -> Selected {
        match predicate {
            Predicate::Trait(of) => self.solve_trait(of),
            Predicate::Projection(of, index, ty) => match self.project(of, *index) {
                Projected::Is(found, nested) => match self.table.unify(&found, ty) {
                    true => Selected::Yes(nested),
                    false => Selected::No,
                },
                Projected::Maybe => Selected::Maybe,
                Projected::No => Selected::No,
            },
        }
    }

    /// Whether a predicate may hold; nothing is bound by asking.
    pub(super) fn may_hold(&mut self, predicate: &Predicate) -> bool {
        self.holds(predicate, 0) != Some(false)
    }

    /// Whether a predicate holds; `None` if that cannot be said yet. Nothing is bound by asking.
    pub(super) fn holds(&mut self, predicate: &Predicate, depth: u32) -> Option<bool> {
        if depth > 8 {
            return None;
        }
        let before = self.table.snapshot();
        let (incomplete, pending) = (self.incomplete, self.pending.len());
        let result = match self.solve(predicate) {
            Selected::No => Some(false),
            Selected::Maybe => None,
            Selected::Yes(nested) => {
                let mut all = Some(true);
                for predicate in &nested {
                    match self.holds(predicate, depth + 1) {
                        Some(true) => {}
                        Some(false) => {
                            all = Some(false);
                            break;
                        }
                        None => all = None,
                    }
                }
                all
            }
        };
        self.incomplete = incomplete;
        self.pending.truncate(pending);
        self.table.rollback(before);
        result
    }

    pub(super) fn solve_trait(&mut self, of: &TraitRef) -> Selected {
        let own = self.table.shallow(of.of());
        if of.id == TraitId(u32::MAX) || own == Ty::Unknown {
            self.incomplete("a trait that is not known");
            return Selected::Yes(Vec::new());
        }
        if self.defs.is_marker(of.id) {
            return Selected::Yes(Vec::new());
        }
        if self.table.kind(&own) == Some(VarKind::Any) {
            return Selected::Maybe;
        }
        if self.is_lang(of.id, &["std::ops::Neg"]) {
            let number = match &own {
                Ty::Ref(_, to) => self.table.shallow(to),
                own => own.clone(),
            };
            if matches!(number, Ty::Int(int) if !int.is_signed()) {
                return Selected::No;
            }
        }
        if own == Ty::Never {
            return Selected::Yes(Vec::new());
        }
        if let Some(found) = self.solve_callable(of, &own) {
            return found;
        }
        if let Some(found) = self.solve_copy(of, &own) {
            return found;
        }
        if let Some(found) = self.solve_conversion(of, &own) {
            return found;
        }
        if let Some(found) = self.solve_bound(of, &own) {
            return found;
        }
        if matches!(own, Ty::FnPtr(..))
            && self.is_lang(of.id, &["std::fmt::Debug", "std::cmp::PartialEq", "std::cmp::Eq"])
        {
            return Selected::Yes(Vec::new());
        }
        match self.find_impl(of) {
            Found::One(_, _, nested) => Selected::Yes(nested),
            Found::Several => Selected::Maybe,
            Found::None if matches!(own, Ty::Projection(..)) => {
                // An associated type of a parameter, of which more may be known elsewhere.
                self.incomplete("an associated type");
                Selected::Yes(Vec::new())
            }
            Found::None => Selected::No,
        }
    }

    pub(super) fn is_lang(&self, id: TraitId, paths: &[&'static str]) -> bool {
        paths.iter().any(|path| self.defs.lang(path) == Some(id))
    }

    /// `Fn`, `FnMut` and `FnOnce` of closures and functions.
    fn solve_callable(&mut self, of: &TraitRef, own: &Ty) -> Option<Selected> {
        if !self.is_fn_trait(of.id) {
            return None;
        }
        let (inputs, _) = self.callable(own)?;
        Some(match self.table.unify(&Ty::Tuple(inputs.into()), &of.args[1]) {
            true => Selected::Yes(Vec::new()),
            false => Selected::No,
        })
    }

    pub(super) fn is_fn_trait(&self, id: TraitId) -> bool {
        self.is_lang(id, &["std::ops::FnOnce", "std::ops::FnMut", "std::ops::Fn"])
    }

    /// What a closure or function takes and returns.
    pub(super) fn callable(&mut self, ty: &Ty) -> Option<(Vec<Ty>, Ty)> {
        match ty {
            Ty::Closure(index) => {
                let closure = &self.closures[*index as usize];
                Some((closure.inputs.clone(), closure.output.clone()))
            }
            Ty::Fn(id, args) => {
                let function = self.defs.fn_(*id)?;
                let inputs = function.inputs.iter().map(|ty| self.instantiate(ty, args)).collect();
                Some((inputs, self.instantiate(&function.output, args)))
            }
            Ty::Constructor(id, variant, args) => {
                let adt = self.defs.adt(*id)?;
                let fields = &adt.variants[*variant as usize].fields;
                let inputs = fields.iter().map(|(_, ty)| self.instantiate(ty, args)).collect();
                Some((inputs, Ty::Adt(*id, Rc::clone(args))))
            }
            Ty::FnPtr(inputs, output) => Some((inputs.to_vec(), (**output).clone())),
            Ty::Ref(_, to) => {
                let to = self.table.shallow(to);
                matches!(to, Ty::Closure(_) | Ty::Fn(..) | Ty::FnPtr(..) | Ty::Constructor(..))
                    .then(|| self.callable(&to))?
            }
            _ => None,
        }
    }

    /// `Copy` and `Clone` of what needs no `impl`.
    fn solve_copy(&mut self, of: &TraitRef, own: &Ty) -> Option<Selected> {
        if !self.is_lang(of.id, &["std::marker::Copy", "std::clone::Clone"]) {
            return None;
        }
        let all = |types: &mut dyn Iterator<Item = &Ty>| {
            let nested = types.map(|ty| TraitRef { id: of.id, args: Rc::new([ty.clone()]) });
            Some(Selected::Yes(nested.map(Predicate::Trait).collect()))
        };
        match own {
            Ty::Ref(false, _) | Ty::Fn(..) | Ty::FnPtr(..) | Ty::Constructor(..) => {
                Some(Selected::Yes(Vec::new()))
            }
            Ty::Ref(true, _) | Ty::Slice(_) | Ty::Str | Ty::Dyn(_) => Some(Selected::No),
            Ty::Tuple(parts) => all(&mut parts.iter()),
            Ty::Array(part, _) => all(&mut std::iter::once(&**part)),
            // That depends on what it takes along.
            Ty::Closure(_) => {
                self.incomplete("whether a closure can be copied");
                Some(Selected::Yes(Vec::new()))
            }
            _ => None,
        }
    }

    /// `From` and `TryFrom` between numbers, of which there are too many to write out.
    fn solve_conversion(&mut self, of: &TraitRef, own: &Ty) -> Option<Selected> {
        let (own, from) = (own.clone(), self.table.shallow(of.args.get(1)?));
        let yes = Some(Selected::Yes(Vec::new()));
        if self.is_lang(of.id, &["std::convert::From"]) {
            return match (&own, &from) {
                (Ty::Int(own), Ty::Int(from)) if own.is_from(*from) => yes,
                (Ty::Int(_), Ty::Bool) => yes,
                (Ty::Int(IntTy::U32 | IntTy::U64 | IntTy::U128), Ty::Char) => yes,
                (Ty::Float(float), Ty::Int(int)) => {
                    let room = if float.name() == "f64" { 32 } else { 16 };
                    (int.bits() <= room && !matches!(int, IntTy::Usize | IntTy::Isize))
                        .then_some(Selected::Yes(Vec::new()))
                }
                (Ty::Float(to), Ty::Float(from)) if to.name() == "f64" || to == from => yes,
                (Ty::Int(_) | Ty::Float(_), Ty::Var(_)) => Some(Selected::Maybe),
                _ => None,
            };
        }
        if self.is_lang(of.id, &["std::convert::TryFrom"]) {
            return match (&own, &from) {
                (Ty::Int(own), Ty::Int(from)) if own != from && !own.is_from(*from) => yes,
                (Ty::Int(IntTy::U8 | IntTy::U16), Ty::Char) => yes,
                (Ty::Int(_), Ty::Var(_)) => Some(Selected::Maybe),
                _ => None,
            };
        }
        None
    }

    /// The error of a conversion between numbers that can fail.
    fn conversion_error(&mut self, of: &TraitRef) -> Option<Ty> {
        if !self.is_lang(of.id, &["std::convert::TryFrom"]) {
            return None;
        }
        let (own, from) = (self.table.shallow(of.of()), self.table.shallow(&of.args[1]));
        let path = match (&own, &from) {
            (Ty::Int(own), Ty::Int(from)) if own != from && !own.is_from(*from) => {
                "std::num::TryFromIntError"
            }
            (Ty::Int(IntTy::U8 | IntTy::U16), Ty::Char) => "std::char::TryFromCharError",
            _ => return None,
        };
        self.library_ty(path, [])
    }

    /// What the bounds around the item, or those of the type itself, say.
    fn solve_bound(&mut self, of: &TraitRef, own: &Ty) -> Option<Selected> {
        let mut bounds = match own {
            Ty::Dyn(_) | Ty::Opaque(..) => self.bounds_of(own),
            _ => Vec::new(),
        };
        if matches!(own, Ty::Projection(..)) {
            bounds = self.bounds_of(own);
        }
        let env = std::mem::take(&mut self.env);
        bounds.extend(env.iter().filter_map(|predicate| match predicate {
            Predicate::Trait(bound) if bound.id == of.id => Some(bound.clone()),
            _ => None,
        }));
        self.env = env;
        bounds.retain(|bound| bound.id == of.id || bound.id == TraitId(u32::MAX));
        let mut fitting = Vec::new();
        for bound in bounds {
            if bound.id == TraitId(u32::MAX) {
                if bound.of() == own {
                    self.incomplete("a bound that is not known");
                    return Some(Selected::Yes(Vec::new()));
                }
                continue;
            }
            let before = self.table.snapshot();
            let fits = self.unify_args(&bound.args, &of.args);
            self.table.rollback(before);
            if fits && !fitting.contains(&bound) {
                fitting.push(bound);
            }
        }
        match &fitting[..] {
            [] => None,
            [bound] => {
                let args = Rc::clone(&bound.args);
                self.unify_args(&args, &of.args);
                Some(Selected::Yes(Vec::new()))
            }
            _ => Some(Selected::Maybe),
        }
    }

    pub(super) fn unify_args(&mut self, a: &Args, b: &Args) -> bool {
        a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| self.table.unify(a, b))
    }

    /// The traits that a `dyn`, opaque or associated type has by itself, supertraits included.
    pub(super) fn bounds_of(&mut self, ty: &Ty) -> Vec<TraitRef> {
        let predicates = self.predicates_of(ty);
        let mut found: Vec<TraitRef> = Vec::new();
        for predicate in &predicates {
            if let Predicate::Trait(of) = predicate {
                self.elaborate(of, &mut found);
            }
        }
        found
    }

    /// What a `dyn`, opaque or associated type says of itself.
    fn predicates_of(&mut self, ty: &Ty) -> Vec<Predicate> {
        match ty {
            Ty::Dyn(bounds) => bounds.iter().flat_map(|bound| bound.of(ty)).collect(),
            Ty::Opaque(id, args) => {
                let Some(opaque) = self.defs.opaque(*id) else { return Vec::new() };
                let bounds = opaque.bounds.iter();
                let bounds = bounds.map(|bound| bound.map(&mut |ty| ty.subst(args)));
                bounds.flat_map(|bound| bound.of(ty)).collect()
            }
            Ty::Projection(id, index, args) => {
                let Some(item) = self.defs.trait_(*id) else { return Vec::new() };
                let Some(assoc) = item.assoc.get(*index as usize) else { return Vec::new() };
                assoc.bounds.iter().map(|bound| bound.subst(args)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Adds a trait and its supertraits.
    pub(super) fn elaborate(&self, of: &TraitRef, found: &mut Vec<TraitRef>) {
        if found.contains(of) || found.len() > 60 {
            return;
        }
        found.push(of.clone());
        let Some(item) = self.defs.trait_(of.id) else { return };
        for bound in &item.supers {
            if let Predicate::Trait(bound) = bound.subst(&of.args) {
                self.elaborate(&bound, found);
            }
        }
    }

    /// The `impl` that applies.
    pub(super) fn find_impl(&mut self, of: &TraitRef) -> Found {
        let own = self.table.shallow(of.of());
        let head = match self.table.kind(&own) {
            Some(VarKind::Int) => Head::Int,
            Some(VarKind::Float) => Head::Float,
            _ => Head::of(&own),
        };
        let is_open = matches!(own, Ty::Var(_)) && head == Head::Other;
        let mut fitting: Vec<ImplId> = Vec::new();
        for id in self.defs.impls_of(of.id) {
            let item = self.defs.impl_(id);
            let of_impl = item.head();
            if of_impl != Head::Other && of_impl != head && !is_open {
                continue;
            }
            let before = self.table.snapshot();
            let fits = self.match_impl(id, of).is_some();
            self.table.rollback(before);
            if fits {
                fitting.push(id);
            }
        }
        if fitting.len() > 1 {
            let mut holding = Vec::new();
            for id in fitting {
                let before = self.table.snapshot();
                let nested = self.match_impl(id, of).map_or_else(Vec::new, |(_, nested)| nested);
                let holds = nested.iter().all(|predicate| self.may_hold(predicate));
                self.table.rollback(before);
                if holds {
                    holding.push(id);
                }
            }
            fitting = holding;
        }
        match fitting[..] {
            [] => Found::None,
            [id] => match self.match_impl(id, of) {
                Some((args, nested)) => Found::One(id, args, nested),
                None => Found::None,
            },
            _ => Found::Several,
        }
    }

    /// The arguments of an `impl` that make it the one for a trait and type, and what they must hold.
    fn match_impl(&mut self, id: ImplId, of: &TraitRef) -> Option<(Args, Vec<Predicate>)> {
        let item = self.defs.impl_(id);
        let args = self.fresh_args(&item.generics, &[]);
        let of_impl = item.of.as_ref()?.subst(&args);
        let mut nested = Vec::new();
        let of_impl = of_impl.map(&mut |ty| self.normalize_into(ty, &mut nested));
        self.unify_args(&of_impl.args, &of.args).then(|| {
            let bounds = item.generics.predicates.iter();
            nested.extend(bounds.map(|predicate| predicate.subst(&args)));
            (args, nested)
        })
    }

    /// Variables for the parameters of an item, after those that are known.
    pub(super) fn fresh_args(&mut self, generics: &Generics, known: &[Ty]) -> Args {
        let params = generics.params.iter().enumerate();
        let args = params.map(|(index, param)| match known.get(index) {
            Some(known) => known.clone(),
            None => self.table.fresh(match param.kind {
                ParamKind::Int => VarKind::Int,
                ParamKind::Float => VarKind::Float,
                _ => VarKind::Any,
            }),
        });
        args.collect()
    }

    /// What an associated type is.
    pub(super) fn project(&mut self, of: &TraitRef, index: u32) -> Projected {
        if self.depth > MAX_DEPTH {
            self.incomplete("a chain of associated types");
            return Projected::Maybe;
        }
        self.depth += 1;
        let found = self.project_within(of, index);
        self.depth -= 1;
        found
    }

    fn project_within(&mut self, of: &TraitRef, index: u32) -> Projected {
        let own = self.table.shallow(of.of());
        if own == Ty::Unknown {
            self.incomplete("an associated type of what is not known");
            return Projected::Is(Ty::Unknown, Vec::new());
        }
        if self.table.kind(&own) == Some(VarKind::Any) {
            return Projected::Maybe;
        }
        if self.is_fn_trait(of.id)
            && let Some((inputs, output)) = self.callable(&own)
        {
            return match self.table.unify(&Ty::Tuple(inputs.into()), &of.args[1]) {
                true => Projected::Is(output, Vec::new()),
                false => Projected::No,
            };
        }
        if let Some(error) = self.conversion_error(of) {
            return Projected::Is(error, Vec::new());
        }
        // What bounds say it is.
        let mut said = self.predicates_of(&own);
        said.extend(self.env.iter().cloned());
        let mut found: Option<Ty> = None;
        for predicate in said {
            if let Predicate::Projection(bound, at, ty) = predicate
                && (bound.id, at) == (of.id, index)
            {
                let before = self.table.snapshot();
                if self.unify_args(&bound.args, &of.args) {
                    self.table.commit(before);
                    found = Some(ty);
                    break;
                }
                self.table.rollback(before);
            }
        }
        if let Some(ty) = found {
            let mut nested = Vec::new();
            let ty = self.normalize_into(&ty, &mut nested);
            return Projected::Is(ty, nested);
        }
        if let Some(Selected::Yes(_)) = self.solve_bound(of, &own) {
            let args = Rc::clone(&of.args);
            return Projected::Is(Ty::Projection(of.id, index, args), Vec::new());
        }
        match self.find_impl(of) {
            Found::One(id, args, mut nested) => {
                let item = self.defs.impl_(id);
                let assoc = item.assoc.iter().find(|(at, _)| *at == index);
                let ty = match assoc {
                    Some((_, ty)) => ty.subst(&args),
                    None => {
                        let of_trait = self.defs.trait_(of.id);
                        let declared =
                            of_trait.as_ref().and_then(|it| it.assoc.get(index as usize));
                        match declared.and_then(|assoc| assoc.default.as_ref()) {
                            Some(default) => default.subst(&of.args),
                            None => Ty::Unknown,
                        }
                    }
                };
                if ty == Ty::Unknown {
                    self.incomplete("an associated type");
                }
                let ty = self.normalize_into(&ty, &mut nested);
                Projected::Is(ty, nested)
            }
            Found::Several => Projected::Maybe,
            Found::None if matches!(own, Ty::Param(..) | Ty::Projection(..) | Ty::Opaque(..)) => {
                self.incomplete("an associated type of a parameter");
                Projected::Is(Ty::Unknown, Vec::new())
            }
            Found::None => Projected::No,
        }
    }

    /// The type with its associated types replaced, by variables where they are not known yet.
    pub(super) fn normalize(&mut self, ty: &Ty, at: &Range<usize>) -> Ty {
        let mut nested = Vec::new();
        let ty = self.normalize_into(ty, &mut nested);
        for predicate in nested {
            self.require(predicate, at.clone());
        }
        ty
    }

    pub(super) fn normalize_into(&mut self, ty: &Ty, nested: &mut Vec<Predicate>) -> Ty {
        if !ty.any(&mut |ty| matches!(ty, Ty::Projection(..))) {
            return ty.clone();
        }
        let ty = ty.map(&mut |ty| self.normalize_into(ty, nested));
        let Ty::Projection(id, index, args) = &ty else { return ty };
        let of = TraitRef { id: *id, args: Rc::clone(args) };
        match self.project(&of, *index) {
            Projected::Is(Ty::Projection(id, index, args), _) => Ty::Projection(id, index, args),
            Projected::Is(found, more) => {
                nested.extend(more);
                found
            }
            Projected::Maybe | Projected::No => {
                let var = self.table.fresh(VarKind::Any);
                nested.push(Predicate::Projection(of, *index, var.clone()));
                var
            }
        }
    }

    /// A predicate with its associated types replaced, and what must hold for that.
    pub(super) fn normalize_predicate(&mut self, predicate: &Predicate) -> Vec<Predicate> {
        let mut all = Vec::new();
        let predicate = predicate.map(&mut |ty| self.normalize_into(ty, &mut all));
        all.push(predicate);
        all
    }

    /// Requires what the parameters of an item ask for.
    pub(super) fn require_bounds(&mut self, generics: &Generics, args: &Args, at: &Range<usize>) {
        for predicate in &generics.predicates {
            for predicate in self.normalize_predicate(&predicate.subst(args)) {
                self.require(predicate, at.clone());
            }
        }
    }
}

/// The `impl` blocks that can apply.
pub(super) enum Found {
    None,
    /// With its arguments, and what they must hold.
    One(ImplId, Args, Vec<Predicate>),
    Several,
}

/// What an associated type is, as far as that is known.
pub(super) enum Projected {
    Is(Ty, Vec<Predicate>),
    Maybe,
    No,
}
