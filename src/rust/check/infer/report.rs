//! What is wrong with types, as `rustc` says it.

use std::ops::Range;

use super::Infer;
use super::select::Obligation;
use crate::rust::check::defs::ty::{Predicate, Ty};

/// A mistake of types. The types are put into the message when all are known.
#[derive(Debug, Clone)]
pub(in crate::rust) struct TypeError {
    pub(in crate::rust) kind: ErrorKind,
    pub(in crate::rust) at: Range<usize>,
    pub(in crate::rust) types: Vec<Ty>,
    /// A name that belongs to it: a method, a field, a trait.
    pub(in crate::rust) name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum ErrorKind {
    /// Expected the first type, found the second.
    Mismatch,
    /// A type does not implement the trait.
    Unmet,
    /// An associated type is another one.
    Projection,
    NoMethod,
    NoField,
    NoAssociated,
    /// A call with another number of arguments: so many expected, so many found.
    Arguments(usize, usize),
    NotCallable,
    NotIndexable,
    NotDereferenceable,
    /// An operator has no meaning for these types.
    Operator,
    AssignOperator,
    Unary,
    Cast,
    /// Several traits have the method.
    Ambiguous,
    /// A method of numbers on a literal whose type is open.
    Number,
    /// `?` in a function that returns something else.
    Question,
    /// `return;` where a value is expected.
    NoValue,
    /// `if` without `else` that has to have a value.
    NoElse,
}

impl Infer<'_> {
    pub(super) fn error<const N: usize>(
        &mut self,
        kind: ErrorKind,
        at: &Range<usize>,
        types: [Ty; N],
        name: &str,
    ) {
        let types: Vec<Ty> = types.iter().map(|ty| self.table.resolve(ty)).collect();
        if self.incomplete.is_some() {
            return;
        }
        if types.iter().any(|ty| ty.any(&mut |ty| *ty == Ty::Unknown)) {
            self.incomplete("the type of what is wrong");
            return;
        }
        self.errors.push(TypeError { kind, at: at.clone(), types, name: name.into() });
    }

    pub(super) fn report_unmet(&mut self, obligation: &Obligation) {
        let at = obligation.at.clone();
        if at.is_empty() {
            self.incomplete("a bound that nobody asked for");
            return;
        }
        match &obligation.predicate {
            Predicate::Trait(of) => {
                let name = self.name_of_trait(of);
                let own = of.of().clone();
                self.error(ErrorKind::Unmet, &at, [own], &name);
            }
            Predicate::Projection(of, index, ty) => {
                let of_trait = Predicate::Trait(of.clone());
                if self.holds(&of_trait, 0) == Some(false) {
                    // That is said of the trait.
                    let name = self.name_of_trait(of);
                    let own = of.of().clone();
                    if !self.errors.iter().any(|error| error.at == at) {
                        self.error(ErrorKind::Unmet, &at, [own], &name);
                    }
                    return;
                }
                let projection = Ty::Projection(of.id, *index, of.args.clone());
                self.error(ErrorKind::Projection, &at, [ty.clone(), projection], "");
            }
        }
    }

    fn name_of_trait(&self, of: &crate::rust::check::defs::ty::TraitRef) -> String {
        let args = of.args.iter().map(|arg| self.table.resolve(arg)).collect();
        let of = crate::rust::check::defs::ty::TraitRef { id: of.id, args };
        self.defs.show_trait(&of)
    }

    /// Casts, once the types are known.
    pub(super) fn check_casts(&mut self) {
        for (from, to, at) in std::mem::take(&mut self.casts) {
            let (from, to) = (self.table.resolve(&from), self.table.resolve(&to));
            if !self.can_cast(&from, &to) {
                self.error(ErrorKind::Cast, &at, [from, to], "");
            }
        }
    }

    fn can_cast(&mut self, from: &Ty, to: &Ty) -> bool {
        let is_number = |ty: &Ty| matches!(ty, Ty::Int(_) | Ty::Float(_));
        match (from, to) {
            (Ty::Unknown | Ty::Var(_), _) | (_, Ty::Unknown | Ty::Var(_)) => true,
            (from, to) if is_number(from) && is_number(to) => true,
            (Ty::Bool | Ty::Char, Ty::Int(_)) => true,
            (Ty::Int(int), Ty::Char) => int.name() == "u8",
            (Ty::Adt(id, _), Ty::Int(_)) => {
                let adt = self.defs.adt(*id);
                adt.is_none_or(|adt| {
                    adt.is_enum && adt.variants.iter().all(|variant| variant.fields.is_empty())
                })
            }
            // Addresses.
            (Ty::Fn(..) | Ty::FnPtr(..) | Ty::Closure(_) | Ty::Constructor(..), _) => true,
            (Ty::Ref(..), Ty::Int(_)) => false,
            _ => {
                let before = self.table.snapshot();
                let fits = self.coerces(from, to);
                self.table.rollback(before);
                fits
            }
        }
    }
}
