//! Calls: of functions, of values, of methods.

use std::ops::Range;
use std::rc::Rc;

use syn::Expr as Tree;

use super::methods::Lookup;
use super::report::ErrorKind;
use super::select::Projected;
use super::table::VarKind;
use super::{Call, Expected, Infer};
use crate::rust::check::defs::ty::{Predicate, TraitRef, Ty};
use crate::rust::syntax::span;

impl Infer<'_> {
    pub(super) fn call(&mut self, call: &syn::ExprCall, expected: &Expected) -> Ty {
        let at = span::expr(&call.func).start..call.paren_token.span.close().byte_range().end;
        let callee = self.plain(&call.func);
        let callee = self.expect_known(&callee);
        if let Ty::Fn(function, args) = &callee {
            let args = Rc::clone(args);
            let found = Call { function: *function, args };
            self.calls.insert((at.start, at.end), found);
        }
        for step in self.autoderef(&callee) {
            if step == Ty::Unknown || matches!(step, Ty::Var(_)) {
                self.incomplete("what is called");
                self.rest(call.args.iter());
                return Ty::Unknown;
            }
            if let Some((inputs, output)) = self.callable(&step) {
                if let Ty::Fn(id, args) = &step
                    && let Some(function) = self.defs.fn_(*id)
                {
                    let of = span::expr(&call.func);
                    let trees: Vec<&Tree> = call.args.iter().collect();
                    self.require_of_call(&function, args, &function.inputs, &trees, &of);
                }
                self.arguments(&inputs, &output, call.args.iter(), expected, &call.func);
                return output;
            }
            if let Some((inputs, output)) = self.callable_by_trait(&step) {
                self.arguments(&inputs, &output, call.args.iter(), expected, &call.func);
                return output;
            }
        }
        self.rest(call.args.iter());
        self.error(ErrorKind::NotCallable, &span::expr(&call.func), [callee], "");
        self.incomplete("what is called");
        Ty::Unknown
    }

    /// Arguments of a call that is not known.
    fn rest<'t>(&mut self, args: impl Iterator<Item = &'t Tree>) {
        for arg in args {
            self.plain(arg);
        }
    }

    /// What a value that implements `Fn`, `FnMut` or `FnOnce` takes and returns.
    fn callable_by_trait(&mut self, ty: &Ty) -> Option<(Vec<Ty>, Ty)> {
        if !matches!(
            ty,
            Ty::Param(..) | Ty::Dyn(_) | Ty::Opaque(..) | Ty::Projection(..) | Ty::Adt(..)
        ) {
            return None;
        }
        let id = self.defs.lang("std::ops::FnOnce")?;
        let inputs = self.fresh();
        let of = TraitRef { id, args: Rc::new([ty.clone(), inputs.clone()]) };
        if !self.may_hold(&Predicate::Trait(of.clone())) {
            return None;
        }
        self.solve_trait(&of);
        let Ty::Tuple(inputs) = self.table.resolve(&inputs) else {
            self.incomplete("what a value that is called takes");
            return None;
        };
        match self.project(&of, 0) {
            Projected::Is(output, nested) => {
                for predicate in nested {
                    self.require(predicate, 0..0);
                }
                Some((inputs.to_vec(), output))
            }
            _ => {
                let output = self.fresh();
                self.require(Predicate::Projection(of, 0, output.clone()), 0..0);
                Some((inputs.to_vec(), output))
            }
        }
    }

    /// Checks the arguments of a call. Closures come last, when more is known of what they take.
    pub(super) fn arguments<'t>(
        &mut self,
        inputs: &[Ty],
        output: &Ty,
        args: impl ExactSizeIterator<Item = &'t Tree> + Clone,
        expected: &Expected,
        callee: &Tree,
    ) {
        if args.len() != inputs.len() {
            let of = span::expr(callee);
            self.error(ErrorKind::Arguments(inputs.len(), args.len()), &of, [], "");
            self.incomplete("arguments");
            self.rest(args);
            return;
        }
        self.arguments_as(inputs, output, args, expected);
    }

    fn arguments_as<'t>(
        &mut self,
        inputs: &[Ty],
        output: &Ty,
        args: impl ExactSizeIterator<Item = &'t Tree> + Clone,
        expected: &Expected,
    ) {
        let hints = self.hints(inputs, output, expected);
        for closures in [false, true] {
            if closures {
                self.select();
            }
            for (index, arg) in args.clone().enumerate() {
                if is_closure(arg) != closures {
                    continue;
                }
                let input = inputs[index].clone();
                let hint = &hints[index];
                let wanted = match self.table.kind(&input) {
                    Some(VarKind::Any) if *hint != input => Expected::Hint(hint.clone()),
                    Some(VarKind::Any) => Expected::Hint(input.clone()),
                    _ => Expected::Must(input.clone()),
                };
                let ty = self.expr(arg, &wanted);
                let of = super::coerce::blamed(arg);
                // What the result has to be may say what an argument becomes.
                if *hint != input {
                    let before = (self.table.snapshot(), self.pending.len());
                    if self.coerces_to(&ty, hint) && self.table.unify(&input, hint) {
                        self.table.commit(before.0);
                        continue;
                    }
                    self.table.rollback(before.0);
                    self.pending.truncate(before.1);
                }
                self.coerce(&ty, &input, &of);
            }
        }
    }

    fn coerces_to(&mut self, from: &Ty, to: &Ty) -> bool {
        // Only what is no more than a hint for a type with a size.
        if matches!(self.table.shallow(to), Ty::Dyn(_) | Ty::Slice(_) | Ty::Str) {
            return false;
        }
        self.coerces(from, to)
    }

    /// What the arguments would be if the result were what is expected.
    fn hints(&mut self, inputs: &[Ty], output: &Ty, expected: &Expected) -> Vec<Ty> {
        let Some(wanted) = expected.ty().cloned() else { return inputs.to_vec() };
        if self.table.kind(&wanted) == Some(VarKind::Any) {
            return inputs.to_vec();
        }
        let before = self.table.snapshot();
        let hints = match self.table.unify(output, &wanted) {
            true => inputs.iter().map(|input| self.table.resolve(input)).collect(),
            false => inputs.to_vec(),
        };
        self.table.rollback(before);
        hints
    }

    pub(super) fn method_call(&mut self, call: &syn::ExprMethodCall, expected: &Expected) -> Ty {
        let at = span::expr(&call.receiver).start..call.paren_token.span.close().byte_range().end;
        let receiver = self.plain(&call.receiver);
        let receiver = self.expect_known(&receiver);
        let name = call.method.to_string();
        let name_at = call.method.span().byte_range();
        if receiver == Ty::Never {
            self.rest(call.args.iter());
            return self.fresh();
        }
        let written = call.turbofish.as_ref().map(|turbofish| self.written_args(turbofish));
        let picked = match self.lookup_method(&receiver, &name) {
            Lookup::Found(picked) => picked,
            other => {
                self.rest(call.args.iter());
                match other {
                    Lookup::None if self.is_field_called(&receiver, &name) => {}
                    Lookup::None => {
                        self.error(ErrorKind::NoMethod, &name_at, [receiver], &name);
                    }
                    Lookup::Ambiguous => {
                        self.error(ErrorKind::Ambiguous, &name_at, [receiver], &name);
                    }
                    Lookup::Number => {
                        self.error(ErrorKind::Number, &name_at, [receiver], &name);
                    }
                    _ => {}
                }
                self.incomplete("a method");
                return Ty::Unknown;
            }
        };
        let Some(function) = self.defs.fn_(picked.function) else { return Ty::Unknown };
        let known = picked.args.clone();
        let args = self.args_of_call(picked.function, &known, &written.unwrap_or_default());
        let found = Call { function: picked.function, args: Rc::clone(&args) };
        self.calls.insert((at.start, at.end), found);
        let mut inputs: Vec<Ty> = function
            .inputs
            .iter()
            .map(|input| self.normalize(&input.subst(&args), &name_at))
            .collect();
        let output = self.normalize(&function.output.subst(&args), &name_at);
        let own = inputs.remove(0);
        self.table.unify(&own, &picked.receiver);
        let trees: Vec<&Tree> = call.args.iter().collect();
        self.require_of_call(&function, &args, &function.inputs[1..], &trees, &name_at);
        self.select();
        if call.args.len() != inputs.len() {
            let kind = ErrorKind::Arguments(inputs.len(), call.args.len());
            self.error(kind, &name_at, [], &name);
            self.incomplete("arguments");
            self.rest(call.args.iter());
            return output;
        }
        self.arguments_as(&inputs, &output, call.args.iter(), expected);
        self.select();
        output
    }

    /// Requires what a function asks of its parameters. The argument that decides one is to blame for it.
    fn require_of_call(
        &mut self,
        function: &crate::rust::check::defs::Function,
        args: &crate::rust::check::defs::ty::Args,
        inputs: &[Ty],
        trees: &[&Tree],
        callee: &Range<usize>,
    ) {
        for predicate in &function.generics.predicates {
            let own = match predicate {
                Predicate::Trait(of) | Predicate::Projection(of, ..) => of.of(),
            };
            let by = inputs.iter().position(|input| {
                let mut input = input;
                while let Ty::Ref(_, to) = input {
                    input = to;
                }
                input == own
            });
            let at = match by.and_then(|index| trees.get(index)) {
                Some(tree) if matches!(own, Ty::Param(..)) => super::coerce::blamed(tree),
                _ => callee.clone(),
            };
            for predicate in self.normalize_predicate(&predicate.subst(args)) {
                self.require(predicate, at.clone());
            }
        }
    }

    fn written_args(&mut self, tree: &syn::AngleBracketedGenericArguments) -> Vec<Ty> {
        let args = tree.args.iter().filter_map(|arg| match arg {
            syn::GenericArgument::Type(tree) => Some(self.written(tree)),
            syn::GenericArgument::Const(tree) => Some(self.length(tree)),
            _ => None,
        });
        args.collect()
    }

    /// `self.callback(…)`, where `callback` is a field.
    fn is_field_called(&mut self, receiver: &Ty, name: &str) -> bool {
        for step in self.autoderef(receiver) {
            if let Ty::Adt(id, _) = &step
                && let Some(adt) = self.defs.adt(*id)
                && adt.variants.iter().any(|it| it.fields.iter().any(|(known, _)| **known == *name))
            {
                return true;
            }
        }
        false
    }
}

fn is_closure(tree: &Tree) -> bool {
    match tree {
        Tree::Closure(_) => true,
        Tree::Paren(tree) => is_closure(&tree.expr),
        _ => false,
    }
}
