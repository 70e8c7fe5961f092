//! Coercions: what a value becomes where another type is expected.

use std::ops::Range;
use std::rc::Rc;

use super::report::ErrorKind;
use super::table::VarKind;
use super::{Expected, Infer};
use crate::rust::check::defs::ty::{Predicate, Ty};
use crate::rust::syntax::span;

/// Pointers whose content can lose its size.
const UNSIZING: &[&str] =
    &["std::boxed::Box", "std::rc::Rc", "std::rc::Weak", "std::sync::Arc", "std::sync::Weak"];

/// Types within a pointer whose last field can lose its size.
const HOLDING: &[&str] =
    &["std::cell::RefCell", "std::cell::Cell", "std::sync::Mutex", "std::sync::RwLock"];

impl Infer<'_> {
    /// Checks an expression that has to have a type, or become it.
    pub(super) fn coerced(&mut self, tree: &syn::Expr, to: &Ty) {
        let ty = self.expr(tree, &Expected::Must(to.clone()));
        self.coerce(&ty, to, &blamed(tree));
    }

    /// Says so if a type does not become another.
    pub(super) fn coerce(&mut self, from: &Ty, to: &Ty, at: &Range<usize>) {
        if !self.coerces_at(from, to, at) {
            self.error(ErrorKind::Mismatch, at, [to.clone(), from.clone()], "");
        }
    }

    /// The end of a body: a body without a value is blamed at the type it should have.
    pub(super) fn coerce_body(
        &mut self,
        from: &Ty,
        to: &Ty,
        block: &syn::Block,
        signature: &syn::Signature,
    ) {
        let at = match (block.stmts.last(), &signature.output) {
            (Some(syn::Stmt::Expr(tree, None)), _) => blamed(tree),
            (_, syn::ReturnType::Type(_, ty)) => span::ty(ty),
            _ => span::block(block),
        };
        self.coerce(from, to, &at);
    }

    pub(super) fn coerces(&mut self, from: &Ty, to: &Ty) -> bool {
        self.coerces_at(from, to, &(0..0))
    }

    fn coerces_at(&mut self, from: &Ty, to: &Ty, at: &Range<usize>) -> bool {
        let (from, to) = (self.table.shallow(from), self.table.shallow(to));
        match (&from, &to) {
            (Ty::Never, Ty::Var(var)) => {
                self.diverging.push(*var);
                true
            }
            (Ty::Never, _) => true,
            (Ty::Unknown, _) | (_, Ty::Unknown) => {
                self.incomplete("the type of a value");
                true
            }
            (_, Ty::Var(_)) | (Ty::Var(_), _) => self.table.unify(&from, &to),
            (Ty::Ref(mutable, of), Ty::Ref(to_mutable, to)) => {
                (*mutable || !*to_mutable) && self.coerces_reference(of, to, at)
            }
            (Ty::Adt(id, of), Ty::Adt(to_id, to_args)) if id == to_id => {
                let unsizes = UNSIZING.iter().any(|path| self.library_adt(path) == Some(*id));
                if unsizes && self.unsizes(&of[0], &to_args[0], at) {
                    return true;
                }
                self.table.unify(&from, &to)
            }
            (Ty::Fn(..) | Ty::Closure(_) | Ty::Constructor(..), Ty::FnPtr(inputs, output)) => {
                let Some((of, result)) = self.callable(&from) else { return false };
                self.table.unify(&Ty::Tuple(of.into()), &Ty::Tuple(Rc::clone(inputs)))
                    && self.table.unify(&result, output)
            }
            _ => self.table.unify(&from, &to),
        }
    }

    /// `&T` to `&U`: the same type, a type that `T` dereferences to, or one without a size.
    fn coerces_reference(&mut self, of: &Ty, to: &Ty, at: &Range<usize>) -> bool {
        let to = self.table.shallow(to);
        let of = self.table.shallow(of);
        if matches!(to, Ty::Var(_)) || self.table.kind(&of) == Some(VarKind::Any) {
            return self.table.unify(&of, &to);
        }
        if self.unsizes(&of, &to, at) {
            return true;
        }
        for step in self.autoderef(&of) {
            let before = self.table.snapshot();
            if self.table.unify(&step, &to) {
                self.table.commit(before);
                return true;
            }
            self.table.rollback(before);
            if let (Ty::Array(..), Ty::Slice(_)) = (&step, &to)
                && self.unsizes(&step, &to, at)
            {
                return true;
            }
        }
        false
    }

    /// `[T; N]` to `[T]`, a type to a `dyn Trait` that it implements, and the same within a cell.
    fn unsizes(&mut self, of: &Ty, to: &Ty, at: &Range<usize>) -> bool {
        let (of, to) = (self.table.shallow(of), self.table.shallow(to));
        match (&of, &to) {
            (Ty::Array(of, _), Ty::Slice(to)) => {
                let before = self.table.snapshot();
                let fits = self.table.unify(of, to);
                if fits {
                    self.table.commit(before)
                } else {
                    self.table.rollback(before)
                }
                fits
            }
            (Ty::Dyn(_), Ty::Dyn(wanted)) => {
                // The same, or a supertrait.
                let before = self.table.snapshot();
                if self.table.unify(&of, &to) {
                    self.table.commit(before);
                    return true;
                }
                self.table.rollback(before);
                let known = self.bounds_of(&of);
                wanted.iter().all(|wanted| {
                    known.iter().any(|known| {
                        known.id == wanted.id
                            && known.args.len() == wanted.args.len() + 1
                            && known.args[1..]
                                .iter()
                                .zip(wanted.args.iter())
                                .all(|(known, wanted)| self.table.unify(known, wanted))
                    })
                })
            }
            (Ty::Var(_), Ty::Dyn(_)) if self.table.kind(&of) == Some(VarKind::Any) => false,
            (of, Ty::Dyn(bounds)) => {
                for bound in bounds.iter() {
                    for predicate in bound.of(of) {
                        if at.is_empty() && !self.may_hold(&predicate) {
                            return false;
                        }
                        // A type that certainly does not have the trait may dereference to one that does.
                        if let Predicate::Trait(_) = predicate
                            && !self.may_hold(&predicate)
                            && matches!(of, Ty::Adt(..) | Ty::Ref(..))
                            && self.deref(of).is_some()
                        {
                            return false;
                        }
                        self.require(predicate, at.clone());
                    }
                }
                true
            }
            (Ty::Adt(id, of), Ty::Adt(to_id, to)) if id == to_id => {
                let holds = HOLDING.iter().any(|path| self.library_adt(path) == Some(*id));
                if !holds {
                    return false;
                }
                let (of, to) = (of[0].clone(), to[0].clone());
                matches!(self.table.shallow(&to), Ty::Dyn(_) | Ty::Slice(_))
                    && self.unsizes(&of, &to, at)
            }
            _ => false,
        }
    }

    /// The type that several branches have together.
    pub(super) fn join(&mut self, joined: Option<Ty>, ty: &Ty, at: &Range<usize>) -> Ty {
        let Some(joined) = joined else { return ty.clone() };
        let (of, new) = (self.table.shallow(&joined), self.table.shallow(ty));
        if of == Ty::Never {
            return new;
        }
        // Two functions have a type as pointers only.
        let function = |ty: &Ty| matches!(ty, Ty::Fn(..) | Ty::Closure(_) | Ty::Constructor(..));
        if function(&of)
            && function(&new)
            && of != new
            && let (Some((inputs, output)), Some((of_new, to_new))) =
                (self.callable(&of), self.callable(&new))
            && self.table.unify(&Ty::Tuple(inputs.clone().into()), &Ty::Tuple(of_new.into()))
            && self.table.unify(&output, &to_new)
        {
            return Ty::FnPtr(inputs.into(), Rc::new(output));
        }
        let before = self.table.snapshot();
        if self.coerces_at(&new, &of, at) {
            self.table.commit(before);
            return of;
        }
        self.table.rollback(before);
        let before = self.table.snapshot();
        if self.coerces(&of, &new) {
            self.table.commit(before);
            return new;
        }
        self.table.rollback(before);
        self.error(ErrorKind::Mismatch, at, [of.clone(), new], "");
        of
    }
}

/// The place where `rustc` says that a type differs: what a block ends with.
pub(super) fn blamed(tree: &syn::Expr) -> Range<usize> {
    let block = match tree {
        syn::Expr::Block(tree) => &tree.block,
        syn::Expr::Unsafe(tree) => &tree.block,
        tree => return span::expr(tree),
    };
    match block.stmts.last() {
        Some(syn::Stmt::Expr(tree, None)) => blamed(tree),
        _ => span::expr(tree),
    }
}
