//! Inference variables: what they stand for, and taking that back.

use std::rc::Rc;

use crate::rust::check::defs::ty::Ty;

/// What an inference variable can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum VarKind {
    Any,
    /// An integer type; `i32` if nothing says which.
    Int,
    /// A float type; `f64` if nothing says which.
    Float,
}

#[derive(Debug, Clone)]
enum Slot {
    Free(VarKind),
    Bound(Ty),
}

/// The variables of one function.
#[derive(Default)]
pub(in crate::rust) struct Table {
    slots: Vec<Slot>,
    /// What slots held before they changed, while a snapshot is open.
    log: Vec<(u32, Slot)>,
    open: usize,
}

/// A state of the table to go back to.
pub(in crate::rust) struct Snapshot {
    log: usize,
}

impl Table {
    pub(in crate::rust) fn fresh(&mut self, kind: VarKind) -> Ty {
        self.slots.push(Slot::Free(kind));
        Ty::Var(self.slots.len() as u32 - 1)
    }

    pub(in crate::rust) fn len(&self) -> u32 {
        self.slots.len() as u32
    }

    pub(in crate::rust) fn snapshot(&mut self) -> Snapshot {
        self.open += 1;
        Snapshot { log: self.log.len() }
    }

    pub(in crate::rust) fn rollback(&mut self, to: Snapshot) {
        while self.log.len() > to.log {
            if let Some((var, slot)) = self.log.pop() {
                self.slots[var as usize] = slot;
            }
        }
        self.open -= 1;
    }

    /// Keeps what was bound since a snapshot.
    pub(in crate::rust) fn commit(&mut self, _: Snapshot) {
        self.open -= 1;
        if self.open == 0 {
            self.log.clear();
        }
    }

    fn set(&mut self, var: u32, slot: Slot) {
        let before = std::mem::replace(&mut self.slots[var as usize], slot);
        if self.open > 0 {
            self.log.push((var, before));
        }
    }

    /// The type, with a variable at its top replaced.
    pub(in crate::rust) fn shallow(&self, ty: &Ty) -> Ty {
        let mut ty = ty;
        while let Ty::Var(var) = ty {
            match &self.slots[*var as usize] {
                Slot::Bound(bound) => ty = bound,
                Slot::Free(_) => break,
            }
        }
        ty.clone()
    }

    /// The type, with all variables replaced that stand for something.
    pub(in crate::rust) fn resolve(&self, ty: &Ty) -> Ty {
        match self.shallow(ty) {
            var @ Ty::Var(_) => var,
            ty => ty.map(&mut |ty| self.resolve(ty)),
        }
    }

    /// The kind of a variable that stands for nothing yet.
    pub(in crate::rust) fn kind(&self, ty: &Ty) -> Option<VarKind> {
        match self.shallow(ty) {
            Ty::Var(var) => match self.slots[var as usize] {
                Slot::Free(kind) => Some(kind),
                Slot::Bound(_) => None,
            },
            _ => None,
        }
    }

    pub(in crate::rust) fn bind(&mut self, var: u32, ty: Ty) {
        self.set(var, Slot::Bound(ty));
    }

    /// Makes two types the same; what was bound on the way to a contradiction stays.
    pub(in crate::rust) fn unify(&mut self, a: &Ty, b: &Ty) -> bool {
        let (a, b) = (self.shallow(a), self.shallow(b));
        match (&a, &b) {
            (Ty::Var(x), Ty::Var(y)) if x == y => true,
            (Ty::Var(x), Ty::Var(y)) => {
                let (Some(of_x), Some(of_y)) = (self.kind(&a), self.kind(&b)) else { return false };
                match (of_x, of_y) {
                    (VarKind::Any, _) => self.bind(*x, b),
                    (_, VarKind::Any) => self.bind(*y, a),
                    (of_x, of_y) if of_x == of_y => self.bind(*x, b),
                    _ => return false,
                }
                true
            }
            (Ty::Unknown, _) | (_, Ty::Unknown) => true,
            (Ty::Var(var), ty) | (ty, Ty::Var(var)) => {
                let fits = match (self.kind(&Ty::Var(*var)), ty) {
                    (Some(VarKind::Any), _) => !self.occurs(*var, ty),
                    (Some(VarKind::Int), Ty::Int(_)) => true,
                    (Some(VarKind::Float), Ty::Float(_)) => true,
                    _ => false,
                };
                if fits {
                    self.bind(*var, ty.clone());
                }
                fits
            }
            (Ty::Adt(x, of_x), Ty::Adt(y, of_y)) => x == y && self.unify_all(of_x, of_y),
            (Ty::Ref(x, to_x), Ty::Ref(y, to_y)) => x == y && self.unify(to_x, to_y),
            (Ty::Tuple(x), Ty::Tuple(y)) => self.unify_all(x, y),
            (Ty::Slice(x), Ty::Slice(y)) => self.unify(x, y),
            (Ty::Array(x, of_x), Ty::Array(y, of_y)) => self.unify(x, y) && self.unify(of_x, of_y),
            (Ty::FnPtr(x, to_x), Ty::FnPtr(y, to_y)) => {
                self.unify_all(x, y) && self.unify(to_x, to_y)
            }
            (Ty::Fn(x, of_x), Ty::Fn(y, of_y)) => x == y && self.unify_all(of_x, of_y),
            (Ty::Constructor(x, i, of_x), Ty::Constructor(y, j, of_y)) => {
                (x, i) == (y, j) && self.unify_all(of_x, of_y)
            }
            (Ty::Opaque(x, of_x), Ty::Opaque(y, of_y)) => x == y && self.unify_all(of_x, of_y),
            (Ty::Projection(x, i, of_x), Ty::Projection(y, j, of_y)) => {
                (x, i) == (y, j) && self.unify_all(of_x, of_y)
            }
            (Ty::Dyn(x), Ty::Dyn(y)) => {
                x.len() == y.len()
                    && x.iter().zip(y.iter()).all(|(x, y)| {
                        x.id == y.id
                            && self.unify_all(&x.args, &y.args)
                            && x.assoc.iter().all(|x| {
                                let same =
                                    y.assoc.iter().find(|y| (y.id, y.index) == (x.id, x.index));
                                same.is_none_or(|y| self.unify(&x.ty, &y.ty))
                            })
                    })
            }
            (Ty::Param(x, _), Ty::Param(y, _)) => x == y,
            _ => a == b,
        }
    }

    fn unify_all(&mut self, a: &Rc<[Ty]>, b: &Rc<[Ty]>) -> bool {
        a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| self.unify(a, b))
    }

    fn occurs(&self, var: u32, ty: &Ty) -> bool {
        self.resolve(ty).any(&mut |ty| *ty == Ty::Var(var))
    }
}
