//! Closures: what they take and return, from what is expected of them.

use super::{Closure, Expected, Infer};
use crate::rust::check::defs::ty::{Predicate, Ty};

impl Infer<'_> {
    pub(super) fn closure(&mut self, tree: &syn::ExprClosure, expected: &Expected) -> Ty {
        let wanted = expected.ty().and_then(|ty| self.expected_signature(&ty.clone()));
        let (wanted_inputs, wanted_output) = match wanted {
            Some((inputs, output)) => (Some(inputs), output),
            None => (None, None),
        };
        let mut inputs = Vec::new();
        for (index, input) in tree.inputs.iter().enumerate() {
            let known = wanted_inputs.as_ref().and_then(|all| all.get(index)).cloned();
            inputs.push(match (input, known) {
                (syn::Pat::Type(typed), known) => {
                    let ty = self.written(&typed.ty);
                    if let Some(known) = known {
                        self.table.unify(&ty, &known);
                    }
                    ty
                }
                (_, Some(known)) => known,
                (_, None) => self.fresh(),
            });
        }
        let output = match (&tree.output, wanted_output) {
            (syn::ReturnType::Type(_, ty), _) => self.written(ty),
            (_, Some(output)) => output,
            (_, None) => self.fresh(),
        };
        let index = self.closures.len() as u32;
        self.closures.push(Closure { inputs: inputs.clone(), output: output.clone() });
        let locals = self.locals.len();
        let diverges = std::mem::take(&mut self.diverges);
        let loops = std::mem::take(&mut self.loops);
        self.returns.push(output.clone());
        for (input, ty) in tree.inputs.iter().zip(&inputs) {
            let pat = match input {
                syn::Pat::Type(typed) => &*typed.pat,
                pat => pat,
            };
            self.pattern(pat, ty);
        }
        self.coerced(&tree.body, &output);
        self.returns.pop();
        self.loops = loops;
        self.diverges = diverges;
        self.locals.truncate(locals);
        Ty::Closure(index)
    }

    /// What a closure is expected to take and return, by the type it should have.
    fn expected_signature(&mut self, ty: &Ty) -> Option<(Vec<Ty>, Option<Ty>)> {
        let ty = self.table.shallow(ty);
        match &ty {
            Ty::FnPtr(inputs, output) => Some((inputs.to_vec(), Some((**output).clone()))),
            Ty::Dyn(bounds) => {
                let predicates: Vec<_> = bounds.iter().flat_map(|bound| bound.of(&ty)).collect();
                self.signature_in(&predicates, &ty)
            }
            Ty::Var(_) => {
                let pending = self.pending.iter().map(|pending| pending.predicate.clone());
                let pending: Vec<_> = pending.collect();
                self.signature_in(&pending, &ty)
            }
            Ty::Opaque(id, args) => {
                let opaque = self.defs.opaque(*id)?;
                let bounds = opaque.bounds.iter();
                let bounds = bounds.map(|bound| bound.map(&mut |ty| ty.subst(args)));
                let predicates: Vec<_> = bounds.flat_map(|bound| bound.of(&ty)).collect();
                self.signature_in(&predicates, &ty)
            }
            _ => None,
        }
    }

    fn signature_in(&mut self, predicates: &[Predicate], ty: &Ty) -> Option<(Vec<Ty>, Option<Ty>)> {
        let mut inputs = None;
        let mut output = None;
        for predicate in predicates {
            let (of, result) = match predicate {
                Predicate::Trait(of) => (of, None),
                Predicate::Projection(of, _, ty) => (of, Some(ty)),
            };
            if !self.is_fn_trait(of.id) || self.table.shallow(of.of()) != *ty {
                continue;
            }
            if let Ty::Tuple(all) = self.table.resolve(&of.args[1]) {
                inputs = Some(all.to_vec());
            }
            if let Some(result) = result {
                output = Some(self.normalize(result, &(0..0)));
            }
        }
        Some((inputs?, output))
    }
}
