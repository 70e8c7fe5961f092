//! Patterns, with the binding modes that references bring.

use std::rc::Rc;

use syn::Pat;

use super::report::ErrorKind;
use super::{Expected, Infer};
use crate::rust::check::defs::ty::Ty;
use crate::rust::check::defs::{Def, Form, Namespace, Resolved, name_of, names_of};
use crate::rust::syntax::span;

/// How a variable of a pattern takes its value, unless it says so itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Move,
    Reference(bool),
}

impl Infer<'_> {
    /// Checks a pattern against a type, and declares its variables.
    pub(super) fn pattern(&mut self, pat: &Pat, ty: &Ty) {
        let first = self.locals.len();
        self.pattern_in(pat, ty, Mode::Move, first);
    }

    fn pattern_in(&mut self, pat: &Pat, ty: &Ty, mode: Mode, first: usize) {
        let ty = self.table.shallow(ty);
        match pat {
            Pat::Wild(_) | Pat::Rest(_) => {}
            Pat::Ident(ident) => self.binding(ident, &ty, mode, first),
            Pat::Paren(inner) => self.pattern_in(&inner.pat, &ty, mode, first),
            Pat::Guard(guarded) => self.pattern_in(&guarded.pat, &ty, mode, first),
            Pat::Type(typed) => {
                let written = self.written(&typed.ty);
                self.coerce(&ty, &written, &span::pat(&typed.pat));
                self.pattern_in(&typed.pat, &written, mode, first);
            }
            Pat::Or(or) => {
                for case in &or.cases {
                    self.pattern_in(case, &ty, mode, first);
                }
            }
            Pat::Reference(reference) => self.reference_pattern(reference, &ty, mode, first),
            Pat::Lit(_) | Pat::Range(_) | Pat::Const(_) => self.constant_pattern(pat, &ty),
            Pat::Path(path) => {
                if self.variant_named(&path.path).is_none() {
                    let at = span::pat(pat);
                    let found = self.path(path, &at);
                    let of = self.behind_references(&ty);
                    if !self.table.unify(&found, &ty) && !self.table.unify(&found, &of) {
                        self.error(ErrorKind::Mismatch, &at, [of, found], "");
                    }
                    return;
                }
                let (ty, _) = self.peel(&ty, mode);
                let at = span::pat(pat);
                let found = self.path(path, &at);
                if !self.table.unify(&ty, &found) {
                    self.error(ErrorKind::Mismatch, &at, [ty, found], "");
                }
            }
            Pat::Tuple(tuple) => {
                let (ty, mode) = self.peel(&ty, mode);
                let elems: Vec<&Pat> = tuple.elems.iter().collect();
                self.tuple_pattern(&elems, &ty, mode, first, &span::pat(pat));
            }
            Pat::TupleStruct(it) => {
                let (ty, mode) = self.peel(&ty, mode);
                let at = span::pat(pat);
                let Some((id, variant, args)) = self.variant_of(&it.path) else {
                    return self.unknown_pattern(it.elems.iter(), first);
                };
                let found = Ty::Adt(id, Rc::clone(&args));
                if !self.table.unify(&ty, &found) {
                    self.error(ErrorKind::Mismatch, &at, [ty, found], "");
                }
                let Some(adt) = self.defs.adt(id) else { return };
                let fields = adt.variants[variant as usize].fields.iter();
                let fields: Vec<Ty> =
                    fields.map(|(_, ty)| self.normalize(&ty.subst(&args), &at)).collect();
                let elems: Vec<&Pat> = it.elems.iter().collect();
                self.parts(&elems, &fields, mode, first);
            }
            Pat::Struct(it) => {
                let (ty, mode) = self.peel(&ty, mode);
                let at = span::pat(pat);
                let Some((id, variant, args)) = self.variant_of(&it.path) else {
                    return self.unknown_pattern(it.fields.iter().map(|field| &*field.pat), first);
                };
                let found = Ty::Adt(id, Rc::clone(&args));
                if !self.table.unify(&ty, &found) {
                    self.error(ErrorKind::Mismatch, &at, [ty, found], "");
                }
                let Some(adt) = self.defs.adt(id) else { return };
                let fields = &adt.variants[variant as usize].fields;
                for field in &it.fields {
                    let name = super::expr::member(&field.member);
                    let ty = match fields.iter().find(|(known, _)| **known == *name) {
                        Some((_, ty)) => self.normalize(&ty.subst(&args), &at),
                        None => {
                            self.incomplete("a field in a pattern");
                            Ty::Unknown
                        }
                    };
                    self.pattern_in(&field.pat, &ty, mode, first);
                }
            }
            Pat::Slice(slice) => {
                let (ty, mode) = self.peel(&ty, mode);
                let of = match &ty {
                    Ty::Slice(of) | Ty::Array(of, _) => (**of).clone(),
                    _ => {
                        self.incomplete("a slice pattern of another type");
                        Ty::Unknown
                    }
                };
                for elem in &slice.elems {
                    let bound_rest = match elem {
                        Pat::Ident(ident) => ident
                            .subpat
                            .as_ref()
                            .is_some_and(|(_, sub)| matches!(**sub, Pat::Rest(_))),
                        _ => false,
                    };
                    if let (true, Pat::Ident(ident)) = (bound_rest, elem) {
                        let rest = match &ty {
                            Ty::Array(of, length) => {
                                let length = match self.table.shallow(length) {
                                    Ty::Len(length) => {
                                        let fixed = slice.elems.len() as u64 - 1;
                                        Ty::Len(length.saturating_sub(fixed))
                                    }
                                    _ => Ty::Unknown,
                                };
                                Ty::Array(Rc::clone(of), Rc::new(length))
                            }
                            _ => Ty::Slice(Rc::new(of.clone())),
                        };
                        self.bind(ident, &rest, mode, first);
                        continue;
                    }
                    self.pattern_in(elem, &of, mode, first);
                }
            }
            _ => self.incomplete("a pattern"),
        }
    }

    /// Goes through references, which makes variables references.
    fn peel(&mut self, ty: &Ty, mut mode: Mode) -> (Ty, Mode) {
        let mut ty = self.expect_known(ty);
        while let Ty::Ref(mutable, to) = &ty {
            mode = match (mode, mutable) {
                (Mode::Move, mutable) => Mode::Reference(*mutable),
                (Mode::Reference(true), true) => Mode::Reference(true),
                _ => Mode::Reference(false),
            };
            ty = self.table.shallow(to);
        }
        (ty, mode)
    }

    fn behind_references(&self, ty: &Ty) -> Ty {
        let mut ty = self.table.shallow(ty);
        while let Ty::Ref(_, to) = &ty {
            ty = self.table.shallow(to);
        }
        ty
    }

    fn binding(&mut self, ident: &syn::PatIdent, ty: &Ty, mode: Mode, first: usize) {
        // A name may be that of a constant, a unit struct or a unit variant.
        let name = name_of(&ident.ident);
        if ident.by_ref.is_none()
            && ident.mutability.is_none()
            && ident.subpat.is_none()
            && let Some(Resolved { def, .. }) =
                self.resolve_name(&[Rc::clone(&name)], Namespace::Values)
        {
            let at = ident.ident.span().byte_range();
            let found = match def {
                Def::Variant(id, variant) if self.form_of(id, variant) == Form::Unit => {
                    let Some(adt) = self.defs.adt(id) else { return };
                    Some(Ty::Adt(id, self.fresh_args(&adt.generics, &[])))
                }
                Def::Adt(id) if self.form_of(id, 0) == Form::Unit => {
                    let Some(adt) = self.defs.adt(id) else { return };
                    Some(Ty::Adt(id, self.fresh_args(&adt.generics, &[])))
                }
                Def::Const(id) => self.defs.const_(id).map(|constant| constant.ty.clone()),
                _ => None,
            };
            if let Some(found) = found {
                let of = self.behind_references(ty);
                if !self.table.unify(&of, &found) && !self.table.unify(ty, &found) {
                    self.error(ErrorKind::Mismatch, &at, [of, found], "");
                }
                return;
            }
        }
        self.bind(ident, ty, mode, first);
        if let Some((_, sub)) = &ident.subpat {
            self.pattern_in(sub, ty, mode, first);
        }
    }

    fn bind(&mut self, ident: &syn::PatIdent, ty: &Ty, mode: Mode, first: usize) {
        let of = match (&ident.by_ref, mode) {
            (Some(_), _) => Ty::reference(ident.mutability.is_some(), ty.clone()),
            (None, Mode::Reference(mutable)) => Ty::reference(mutable, ty.clone()),
            (None, Mode::Move) => ty.clone(),
        };
        let at = ident.ident.span().byte_range();
        let name = name_of(&ident.ident);
        // The same name in another case of the pattern is the same variable.
        let known = self.locals[first..].iter().find(|(known, _)| *known == name);
        if let Some((_, known)) = known.cloned()
            && !self.table.unify(&known, &of)
        {
            self.error(ErrorKind::Mismatch, &at, [known, of.clone()], "");
        }
        self.record(&at, &of);
        self.locals.push((name, of));
    }

    fn reference_pattern(&mut self, pat: &syn::PatReference, ty: &Ty, mode: Mode, first: usize) {
        let ty = self.expect_known(ty);
        if let (Mode::Reference(_), false) = (mode, matches!(ty, Ty::Ref(..))) {
            // It takes back the reference that the binding mode would make.
            return self.pattern_in(&pat.pat, &ty, Mode::Move, first);
        }
        let mutable = pat.mutability.is_some();
        let to = match &ty {
            Ty::Ref(_, to) => (**to).clone(),
            ty => {
                let to = self.fresh();
                let wanted = Ty::reference(mutable, to.clone());
                if !self.table.unify(ty, &wanted) {
                    let at = pat.and_token.spans[0].byte_range().start..span::pat(&pat.pat).end;
                    self.error(ErrorKind::Mismatch, &at, [ty.clone(), wanted], "");
                }
                to
            }
        };
        self.pattern_in(&pat.pat, &to, Mode::Move, first);
    }

    fn constant_pattern(&mut self, pat: &Pat, ty: &Ty) {
        let at = span::pat(pat);
        let of = self.behind_references(ty);
        let ends: Vec<&syn::Expr> = match pat {
            Pat::Range(range) => range.start.iter().chain(&range.end).map(|end| &**end).collect(),
            Pat::Lit(lit) => {
                let found = match &lit.lit {
                    syn::Lit::Str(_) => Ty::reference(false, Ty::Str),
                    lit => self.literal(lit, &Expected::Hint(of.clone())),
                };
                return self.constant_of(&found, &of, ty, &at);
            }
            _ => {
                self.incomplete("a pattern of a constant");
                return;
            }
        };
        for end in ends {
            let found = self.expr(end, &Expected::Hint(of.clone()));
            self.constant_of(&found, &of, ty, &span::expr(end));
        }
    }

    fn constant_of(&mut self, found: &Ty, of: &Ty, ty: &Ty, at: &std::ops::Range<usize>) {
        // A text is a reference itself, and bytes may be a slice.
        if let Ty::Ref(_, to) = found {
            if matches!(of, Ty::Slice(_)) {
                return;
            }
            let wanted = match of {
                Ty::Var(_) => ty.clone(),
                of => Ty::reference(false, of.clone()),
            };
            let to = Ty::reference(false, (**to).clone());
            if !self.table.unify(&wanted, &to) {
                self.error(ErrorKind::Mismatch, at, [of.clone(), found.clone()], "");
            }
            return;
        }
        if !self.table.unify(of, found) {
            self.error(ErrorKind::Mismatch, at, [of.clone(), found.clone()], "");
        }
    }

    fn variant_named(&mut self, path: &syn::Path) -> Option<()> {
        let names = names_of(path);
        match self.resolve_name(&names, Namespace::Values) {
            Some(Resolved { def: Def::Const(_), .. }) => None,
            _ => self.variant_of(path).map(|_| ()),
        }
    }

    fn tuple_pattern(
        &mut self,
        elems: &[&Pat],
        ty: &Ty,
        mode: Mode,
        first: usize,
        at: &std::ops::Range<usize>,
    ) {
        let has_rest = elems.iter().any(|elem| matches!(elem, Pat::Rest(_)));
        let parts: Vec<Ty> = match ty {
            Ty::Tuple(parts) if has_rest || parts.len() == elems.len() => parts.to_vec(),
            Ty::Var(_) if !has_rest => {
                let parts: Vec<_> = elems.iter().map(|_| self.fresh()).collect();
                self.table.unify(ty, &Ty::Tuple(parts.clone().into()));
                parts
            }
            ty => {
                let parts: Vec<_> = elems.iter().map(|_| self.fresh()).collect();
                if has_rest {
                    self.incomplete("a pattern of a tuple");
                } else {
                    let found = Ty::Tuple(parts.clone().into());
                    self.error(ErrorKind::Mismatch, at, [ty.clone(), found], "");
                    self.incomplete("a pattern of a tuple");
                }
                parts
            }
        };
        self.parts(elems, &parts, mode, first);
    }

    /// The parts of a tuple or tuple struct, of which `..` leaves some out.
    fn parts(&mut self, elems: &[&Pat], parts: &[Ty], mode: Mode, first: usize) {
        let rest = elems.iter().position(|elem| matches!(elem, Pat::Rest(_)));
        for (index, elem) in elems.iter().enumerate() {
            let part = match rest {
                Some(at) if index == at => continue,
                Some(at) if index > at => (parts.len() + index).checked_sub(elems.len()),
                _ => Some(index),
            };
            match part.and_then(|part| parts.get(part)) {
                Some(ty) => self.pattern_in(elem, &ty.clone(), mode, first),
                None => {
                    self.incomplete("parts of a pattern");
                    self.pattern_in(elem, &Ty::Unknown, mode, first);
                }
            }
        }
    }

    fn unknown_pattern<'t>(&mut self, parts: impl Iterator<Item = &'t Pat>, first: usize) {
        self.incomplete("a pattern");
        for part in parts {
            self.pattern_in(part, &Ty::Unknown, Mode::Move, first);
        }
    }
}
