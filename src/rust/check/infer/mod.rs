//! Type inference: bidirectional, with variables, trait selection and coercions, as `rustc` has it.
//!
//! Each function is checked by itself. Nothing is said about the types of a function in which something was
//! not known, and its types are used only as far as they do not depend on that.

mod calls;
mod closures;
mod coerce;
mod expr;
mod macros;
mod methods;
mod operators;
mod paths;
mod patterns;
mod report;
mod results;
mod select;
mod statements;
mod table;

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use self::select::Obligation;
use self::table::{Table, VarKind};
use crate::rust::check::defs::ty::{AdtId, FnId, IntTy, ModuleId, Predicate, TraitRef, Ty};
use crate::rust::check::defs::{Body, Collected, Def, Defs, Namespace, Resolved, Scope};

pub(in crate::rust) use report::{ErrorKind, TypeError};
pub(in crate::rust) use results::Types;

/// The inference of one function.
pub(super) struct Infer<'a> {
    defs: &'a Defs,
    collected: &'a Collected<'a>,
    scope: Scope,
    table: Table,
    pending: Vec<Obligation>,
    /// What the bounds around say, with supertraits.
    env: Vec<Predicate>,
    closures: Vec<Closure>,
    /// Variables, the innermost last.
    locals: Vec<(Rc<str>, Ty)>,
    /// What `return` gives, of the function and the closures around.
    returns: Vec<Ty>,
    loops: Vec<Loop>,
    /// Whether the place that is checked cannot be reached.
    diverges: bool,
    errors: Vec<TypeError>,
    /// Why not everything is known, if so.
    incomplete: Option<&'static str>,
    /// The types of expressions and variables, by their bytes.
    types: FxHashMap<(usize, usize), Ty>,
    calls: FxHashMap<(usize, usize), Call>,
    /// The variants and structs of the program that paths name, by their full names.
    paths: FxHashMap<(usize, usize), Vec<Rc<str>>>,
    /// Casts, which are looked at when the types are known.
    casts: Vec<(Ty, Ty, Range<usize>)>,
    /// Variables that a place which is never reached would give a value.
    diverging: Vec<u32>,
    /// How deep associated types lead to others.
    depth: u32,
}

/// What a closure takes and returns.
#[derive(Debug, Clone)]
pub(super) struct Closure {
    inputs: Vec<Ty>,
    output: Ty,
}

/// A loop or labelled block that `break` can leave.
struct Loop {
    label: Option<String>,
    /// What it is, if `break` can give it a value.
    value: Option<Ty>,
    /// Whether some `break` leaves it.
    left: bool,
    /// A loop is left by a `break` without a label, a block is not.
    is_loop: bool,
}

/// The function that a call means, with its arguments.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) function: FnId,
    pub(super) args: crate::rust::check::defs::ty::Args,
}

/// The type that an expression is expected to have.
#[derive(Debug, Clone)]
pub(super) enum Expected {
    Nothing,
    /// It must have it, or become it.
    Must(Ty),
    /// It would be useful to have it.
    Hint(Ty),
}

impl Expected {
    fn ty(&self) -> Option<&Ty> {
        match self {
            Self::Nothing => None,
            Self::Must(ty) | Self::Hint(ty) => Some(ty),
        }
    }
}

impl<'a> Infer<'a> {
    fn new(defs: &'a Defs, collected: &'a Collected<'a>, scope: &Scope) -> Self {
        let mut infer = Self {
            defs,
            collected,
            scope: scope.clone(),
            table: Table::default(),
            pending: Vec::new(),
            env: Vec::new(),
            closures: Vec::new(),
            locals: Vec::new(),
            returns: Vec::new(),
            loops: Vec::new(),
            diverges: false,
            errors: Vec::new(),
            incomplete: None,
            types: FxHashMap::default(),
            calls: FxHashMap::default(),
            paths: FxHashMap::default(),
            casts: Vec::new(),
            diverging: Vec::new(),
            depth: 0,
        };
        infer.set_env(&scope.predicates);
        infer
    }

    /// What the bounds of the item say, supertraits included.
    fn set_env(&mut self, predicates: &[Predicate]) {
        let mut traits: Vec<TraitRef> = Vec::new();
        let mut env = Vec::new();
        for predicate in predicates {
            match predicate {
                Predicate::Trait(of) if of.id.0 == u32::MAX => env.push(predicate.clone()),
                Predicate::Trait(of) => self.elaborate(of, &mut traits),
                Predicate::Projection(..) => env.push(predicate.clone()),
            }
        }
        // What supertraits say of associated types: `trait Numbers: Iterator<Item = i32>`.
        for of in &traits {
            if let Some(item) = self.defs.trait_(of.id) {
                let said = item.supers.iter().map(|predicate| predicate.subst(&of.args));
                env.extend(said.filter(|it| matches!(it, Predicate::Projection(..))));
            }
        }
        env.extend(traits.into_iter().map(Predicate::Trait));
        self.env = env;
        // Bounds may be on associated types that other bounds give.
        let env = std::mem::take(&mut self.env);
        self.env.clone_from(&env);
        let normal = env.iter().map(|predicate| match predicate {
            Predicate::Trait(of) => {
                Predicate::Trait(of.map(&mut |ty| self.normalize_into(ty, &mut Vec::new())))
            }
            Predicate::Projection(of, index, ty) => {
                let ty = self.normalize_into(ty, &mut Vec::new());
                Predicate::Projection(of.clone(), *index, ty)
            }
        });
        let normal: Vec<_> = normal.collect();
        self.env = normal;
    }

    /// Notes that something is not known, so that nothing is said of types.
    fn incomplete(&mut self, why: &'static str) {
        self.incomplete.get_or_insert(why);
    }

    fn fresh(&mut self) -> Ty {
        self.table.fresh(VarKind::Any)
    }

    fn module(&self) -> ModuleId {
        self.scope.module.unwrap_or(ModuleId(0))
    }

    fn resolve_name(&self, names: &[Rc<str>], namespace: Namespace) -> Option<Resolved> {
        self.defs.resolve(self.module(), names, namespace)
    }

    /// A struct or enum of the library.
    fn library_adt(&self, path: &str) -> Option<AdtId> {
        let names: Vec<Rc<str>> = path.split("::").map(Rc::from).collect();
        match self.defs.library_item(&names)? {
            Def::Adt(id) => Some(id),
            _ => None,
        }
    }

    fn library_ty<const N: usize>(&self, path: &str, args: [Ty; N]) -> Option<Ty> {
        Some(Ty::Adt(self.library_adt(path)?, Rc::new(args)))
    }

    /// The type of a library struct with those arguments; not known if the text has none.
    fn std<const N: usize>(&mut self, path: &'static str, args: [Ty; N]) -> Ty {
        self.library_ty(path, args).unwrap_or(Ty::Unknown)
    }

    /// Notes the struct or variant of the program that a path names.
    fn record_variant(&mut self, path: &syn::Path, id: AdtId, variant: u32) {
        if !Defs::is_user(id.0) {
            return;
        }
        let Some(adt) = self.defs.adt(id) else { return };
        let mut names = vec![Rc::clone(&adt.name)];
        if adt.is_enum {
            names.push(Rc::clone(&adt.variants[variant as usize].name));
        }
        let at = crate::rust::syntax::span::path(path);
        self.paths.insert((at.start, at.end), names);
    }

    fn usize() -> Ty {
        Ty::Int(IntTy::Usize)
    }

    fn record(&mut self, at: &Range<usize>, ty: &Ty) {
        if *ty == Ty::Unknown {
            self.incomplete("the type of an expression");
        }
        self.types.insert((at.start, at.end), ty.clone());
    }

    /// Checks the body of a function.
    fn function(&mut self, body: &Body<'_>) {
        let Some(function) = self.defs.function(body.function) else { return };
        let mut inputs = function.inputs.iter();
        for input in &body.signature.inputs {
            let Some(ty) = inputs.next() else { break };
            let ty = self.normalize(ty, &(0..0));
            match input {
                syn::FnArg::Receiver(_) => self.locals.push(("self".into(), ty)),
                syn::FnArg::Typed(input) => self.pattern(&input.pat, &ty),
            }
        }
        let at = crate::rust::syntax::span::block(body.block);
        let output = self.output_within(&function.output, &at);
        self.returns.push(output.clone());
        let ty = self.block(body.block, &Expected::Must(output.clone()));
        self.coerce_body(&ty, &output, body.block, body.signature);
        self.finish();
    }

    /// What a function returns, as its body sees it: an opaque type is a type that is to be found.
    fn output_within(&mut self, output: &Ty, at: &Range<usize>) -> Ty {
        let output = self.reveal(output, at);
        self.normalize(&output, at)
    }

    fn reveal(&mut self, ty: &Ty, at: &Range<usize>) -> Ty {
        let Ty::Opaque(id, args) = ty else {
            return ty.map(&mut |ty| self.reveal(ty, at));
        };
        let var = self.fresh();
        if let Some(opaque) = self.defs.opaque(*id) {
            for bound in &opaque.bounds {
                let bound = bound.map(&mut |ty| ty.subst(args));
                for predicate in bound.of(&var) {
                    let predicate = predicate.map(&mut |ty| self.reveal(ty, at));
                    self.require(predicate, at.clone());
                }
            }
        }
        var
    }

    /// Checks the value of a constant.
    fn constant(&mut self, tree: &syn::Expr, ty: &Ty) {
        let ty = self.normalize(ty, &(0..0));
        self.coerced(tree, &ty);
        self.finish();
    }

    /// Decides what is left open.
    fn finish(&mut self) {
        self.select();
        for var in 0..self.table.len() {
            match self.table.kind(&Ty::Var(var)) {
                Some(VarKind::Int) => self.table.bind(var, Ty::Int(IntTy::I32)),
                Some(VarKind::Float) => {
                    let float = crate::rust::check::defs::ty::FloatTy::F64;
                    self.table.bind(var, Ty::Float(float));
                }
                _ => {}
            }
        }
        // In edition 2024 they are `!`.
        for var in std::mem::take(&mut self.diverging) {
            if self.table.kind(&Ty::Var(var)) == Some(VarKind::Any) {
                self.table.unify(&Ty::Var(var), &Ty::Never);
            }
        }
        self.select();
        if !self.pending.is_empty() {
            self.incomplete("what must hold of a type");
        }
        self.check_casts();
    }
}
