//! What inference found, for what comes after it.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Call;
use super::Infer;
use super::report::TypeError;
use super::select::Found;
use crate::rust::check::defs::ty::{FnId, TraitRef, Ty};
use crate::rust::check::defs::{Collected, Defs, Parent};
use crate::rust::syntax::span;

/// A function that was checked.
pub(in crate::rust) struct Checked {
    /// Its bytes, from `fn` on.
    pub(in crate::rust) whole: Range<usize>,
    /// Those of its body.
    pub(in crate::rust) body: Range<usize>,
    pub(in crate::rust) errors: Vec<TypeError>,
    /// Why not everything is known of it, if so.
    pub(in crate::rust) incomplete: Option<&'static str>,
}

/// The function that a call means.
pub(in crate::rust) struct Callee {
    pub(in crate::rust) function: FnId,
    /// Whether no value can make it another.
    pub(in crate::rust) certain: bool,
}

/// The types of a program.
#[derive(Default)]
pub(in crate::rust) struct Types {
    /// Of expressions and variables, by their bytes.
    pub(in crate::rust) of: FxHashMap<(usize, usize), Ty>,
    pub(in crate::rust) calls: FxHashMap<(usize, usize), Callee>,
    /// The variants and structs of the program that paths name.
    pub(in crate::rust) paths: FxHashMap<(usize, usize), Vec<Rc<str>>>,
    pub(in crate::rust) functions: Vec<Checked>,
}

impl Infer<'_> {
    /// The function that runs where a method of a trait is called: that of the `impl`, if the type is known.
    fn implementation(&mut self, call: &Call) -> (FnId, bool) {
        let unknown = (call.function, false);
        let Some(function) = self.defs.fn_(call.function) else { return unknown };
        let Parent::Trait(id) = function.parent else { return (call.function, true) };
        let Some(item) = self.defs.trait_(id) else { return unknown };
        let args = call.args.iter().take(item.generics.params.len());
        let args = args.map(|arg| self.table.resolve(arg)).collect();
        match self.find_impl(&TraitRef { id, args }) {
            Found::One(found, ..) => {
                let found = self.defs.impl_(found);
                let method = found.methods.iter().find(|(name, _)| *name == function.name);
                (method.map_or(call.function, |(_, method)| *method), true)
            }
            _ => unknown,
        }
    }
}

impl Types {
    /// Infers the types of a program.
    pub(in crate::rust) fn of(defs: &Defs, collected: &Collected<'_>) -> Self {
        let mut types = Self::default();
        for body in &collected.bodies {
            let mut infer = Infer::new(defs, collected, &body.scope);
            infer.function(body);
            let whole = span::signature(body.signature).start..span::block(body.block).end;
            types.take(infer, whole, span::block(body.block));
        }
        for value in &collected.values {
            let Some(constant) = defs.constant(value.id) else { continue };
            let mut infer = Infer::new(defs, collected, &value.scope);
            infer.constant(value.tree, &constant.ty);
            let at = span::expr(value.tree);
            types.take(infer, at.clone(), at);
        }
        types
    }

    fn take(&mut self, mut infer: Infer<'_>, whole: Range<usize>, body: Range<usize>) {
        let mut of = std::mem::take(&mut infer.types);
        let mut open = false;
        for ty in of.values_mut() {
            *ty = infer.table.resolve(ty);
            open = open || ty.any(&mut |ty| matches!(ty, Ty::Var(_) | Ty::Unknown));
        }
        if open {
            infer.incomplete("the type of an expression");
        }
        let mut errors = std::mem::take(&mut infer.errors);
        for error in &mut errors {
            for ty in &mut error.types {
                *ty = infer.table.resolve(ty);
            }
        }
        if infer.incomplete.is_none() && errors.is_empty() {
            self.of.extend(of);
            self.paths.extend(std::mem::take(&mut infer.paths));
            for (at, call) in std::mem::take(&mut infer.calls) {
                let (function, certain) = infer.implementation(&call);
                self.calls.insert(at, Callee { function, certain });
            }
        }
        self.functions.push(Checked { whole, body, errors, incomplete: infer.incomplete });
    }

    /// The function around a place of the source.
    pub(in crate::rust) fn around(&self, at: usize) -> Option<&Checked> {
        let around = self.functions.iter().filter(|it| it.body.contains(&at));
        around.min_by_key(|it| it.body.len())
    }
}
