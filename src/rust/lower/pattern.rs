//! Patterns.

use std::rc::Rc;

use syn::Pat;

use super::Lowerer;
use super::context::Variable;
use crate::run::diagnostic::Diagnostic;
use crate::rust::check::types::Ty;
use crate::rust::ir::{Expr, Form, Pattern, Rest};
use crate::rust::library::suggestions::suggestion;
use crate::rust::syntax::span;

impl Lowerer<'_> {
    /// Lowers a pattern and declares its variables. `ty`: what is known of the value's type.
    pub(super) fn pattern(&mut self, tree: &Pat, ty: &Ty) -> Pattern {
        match tree {
            Pat::Wild(_) => Pattern::Wild,
            Pat::Paren(tree) => self.pattern(&tree.pat, ty),
            Pat::Type(tree) => {
                let declared = self.ty(&tree.ty);
                self.pattern(&tree.pat, &declared)
            }
            Pat::Ident(tree) => self.binding(tree, ty),
            // `name @ ..`, whose slice handles it.
            Pat::Rest(_) => Pattern::Wild,
            Pat::Lit(tree) => Pattern::Is(self.literal(&tree.lit, false).0),
            Pat::Range(tree) => {
                let end = |this: &mut Self, tree: &Option<Box<syn::Expr>>| {
                    tree.as_ref().map(|tree| this.expr(tree).0)
                };
                let start = end(self, &tree.start);
                let inclusive = matches!(tree.limits, syn::RangeLimits::Closed(_));
                Pattern::Between(start, end(self, &tree.end), inclusive)
            }
            Pat::Path(tree) => self.path_pattern(&tree.path),
            Pat::Tuple(tree) => {
                let types = match ty.referred() {
                    Ty::Tuple(types) => types.to_vec(),
                    _ => Vec::new(),
                };
                if !self.check_tuple_pattern(tree, ty.referred()) {
                    let _ = self.sequence(tree.elems.iter(), |_| Ty::Refused);
                    return Pattern::Wild;
                }
                let (patterns, rest) = self.sequence(tree.elems.iter(), |index| {
                    through(ty, types.get(index).cloned().unwrap_or(Ty::Unknown))
                });
                Pattern::Tuple(patterns, rest.map(|rest| rest.at))
            }
            Pat::Slice(tree) => {
                let inner = ty.referred().element();
                let (patterns, rest) =
                    self.sequence(tree.elems.iter(), |_| through(ty, inner.clone()));
                Pattern::Slice(patterns, rest)
            }
            Pat::TupleStruct(tree) => self.tuple_struct(tree, ty),
            Pat::Struct(tree) => self.struct_(tree, ty),
            Pat::Reference(tree) => {
                let inner = match ty {
                    Ty::Ref(inner) | Ty::RefMut(inner) => (**inner).clone(),
                    _ => Ty::Unknown,
                };
                Pattern::Reference(Box::new(self.pattern(&tree.pat, &inner)))
            }
            Pat::Or(tree) => {
                let mut cases = Vec::new();
                for case in &tree.cases {
                    let known = self.context().blocks.last().map_or(0, Vec::len);
                    let pattern = self.pattern(case, ty);
                    cases.push(pattern);
                    // Each case binds the same names: the first one's variables serve for all.
                    if cases.len() > 1 {
                        self.unify_variables(known, cases.last_mut().expect("just pushed"));
                    }
                }
                Pattern::Or(cases)
            }
            _ => {
                self.not_supported(
                    span::pat(tree),
                    "this kind of pattern is outside of what the playground runs",
                    "names, literals, ranges, tuples, slices, variants and `|` run",
                );
                Pattern::Wild
            }
        }
    }

    fn binding(&mut self, tree: &syn::PatIdent, ty: &Ty) -> Pattern {
        if tree.by_ref.is_none() && tree.subpat.is_none() && self.is_constant_pattern(&tree.ident) {
            return self.path_pattern(&syn::Path::from(tree.ident.clone()));
        }
        let by_reference = tree.by_ref.is_some();
        let slot = self.slot();
        let within = tree.subpat.as_ref().map(|(_, within)| Box::new(self.pattern(within, ty)));
        let name: Rc<str> = tree.ident.to_string().into();
        let bound = if by_reference {
            Self::reference_to(ty.clone(), tree.mutability.is_some())
        } else {
            ty.clone()
        };
        let moves = bound.moves();
        let span = self.span_of(tree.ident.span());
        self.declare(Variable {
            name: Rc::clone(&name),
            slot,
            ty: bound,
            mutable: tree.mutability.is_some(),
            set: true,
            declared: span,
            captured: None,
        });
        Pattern::Bind { slot, name, by_reference, moves, span, within }
    }

    /// Whether a name in a pattern is a unit struct, variant or constant, and not a new variable.
    pub(super) fn is_constant_pattern(&mut self, name: &syn::Ident) -> bool {
        if name == "None"
            || matches!(self.names.get(&name.to_string()), Some(super::Named::Constant(_)))
        {
            return true;
        }
        let variant = self.variant_of(&syn::Path::from(name.clone()));
        variant.is_some_and(|(class, index)| class.variants[index as usize].form == Form::Unit)
    }

    fn path_pattern(&mut self, path: &syn::Path) -> Pattern {
        if let Some((class, variant)) = self.variant_of(path) {
            return Pattern::Object(class, variant, Vec::new());
        }
        let segments = self.segments(path);
        match segments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [.., "None"] => return Pattern::None,
            ["Ending", "Returned"] => return Pattern::Ending("Returned", None),
            ["Ending", "Panicked"] => return Pattern::Ending("Panicked", None),
            _ => {}
        }
        let tree = syn::ExprPath { attrs: Vec::new(), qself: None, path: path.clone_path() };
        let tree = syn::Expr::Path(tree);
        Pattern::Is(self.expr(&tree).0)
    }

    /// The patterns of a tuple or slice, and where its `..` stands.
    fn sequence<'t>(
        &mut self,
        trees: impl Iterator<Item = &'t Pat>,
        ty: impl Fn(usize) -> Ty,
    ) -> (Vec<Pattern>, Option<Rest>) {
        let mut rest = None;
        let mut patterns = Vec::new();
        for (index, tree) in trees.enumerate() {
            match tree {
                Pat::Rest(_) => rest = Some(Rest { at: index, bound: None }),
                Pat::Ident(syn::PatIdent { subpat: Some((_, within)), .. })
                    if matches!(&**within, Pat::Rest(_)) =>
                {
                    let bound = Some(Box::new(self.pattern(tree, &Ty::Unknown)));
                    rest = Some(Rest { at: index, bound });
                }
                tree => patterns.push(self.pattern(tree, &ty(index))),
            }
        }
        (patterns, rest)
    }

    /// Reports a pattern for a tuple of another length, or for what is no tuple.
    fn check_tuple_pattern(&mut self, tree: &syn::PatTuple, ty: &Ty) -> bool {
        let elements = |count: usize| match count {
            1 => "a tuple with 1 element".to_owned(),
            count => format!("a tuple with {count} elements"),
        };
        let has_rest = tree.elems.iter().any(|tree| matches!(tree, Pat::Rest(_)));
        let expected = match ty {
            Ty::Tuple(all) if !has_rest && all.len() != tree.elems.len() => elements(all.len()),
            Ty::Unit => return true,
            ty if ty.is_plain() => format!("`{}`", ty.shown()),
            _ => return true,
        };
        let brackets = tree.paren_token.span;
        let range = brackets.open().byte_range().start..brackets.close().byte_range().end;
        let at = self.span(range);
        let found = elements(tree.elems.len());
        self.report(
            Diagnostic::wrong(at, "mismatched types")
                .code("E0308")
                .label(format!("expected {expected}, found {found}")),
        );
        false
    }

    fn tuple_struct(&mut self, tree: &syn::PatTupleStruct, ty: &Ty) -> Pattern {
        let types = self.types_of_constructor(&tree.path, ty.referred());
        let count = types.len();
        let given = tree.elems.len();
        let is_known = !types.is_empty() || self.is_constructor_path(&tree.path);
        let otherwise = if is_known { Ty::Unknown } else { Ty::Refused };
        let rest_at = tree.elems.iter().position(|tree| matches!(tree, Pat::Rest(_)));
        let (patterns, rest) = self.sequence(tree.elems.iter(), |index| {
            // What comes after `..` is counted from the end.
            let index = match rest_at {
                Some(at) if index > at => (count + index).saturating_sub(given),
                _ => index,
            };
            through(ty, types.get(index).unwrap_or(&otherwise).clone())
        });
        let rest = rest.map(|rest| rest.at);
        let path = span::path(&tree.path);
        let start = tree.elems.first().map_or(path.start, |first| span::pat(first).start);
        let end = tree.elems.last().map_or(path.end, |last| span::pat(last).end);
        self.constructor_pattern(&tree.path, patterns, rest, start..end)
    }

    /// The types of what a tuple struct or variant holds, if the value's type is known.
    fn types_of_constructor(&mut self, path: &syn::Path, ty: &Ty) -> Vec<Ty> {
        let segments = self.segments(path);
        match (segments.last().map(String::as_str), ty) {
            (Some("Some"), Ty::Option(inner)) | (Some("Ok"), Ty::Result(inner, _)) => {
                return vec![(**inner).clone()];
            }
            (Some("Err"), Ty::Result(_, error)) => return vec![(**error).clone()],
            _ => {}
        }
        match (self.variant_of(path), ty) {
            (Some((class, variant)), Ty::Object(_)) => {
                let count = class.variants[variant as usize].fields.len();
                (0..count).map(|index| self.field_ty(&class, variant, index)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The pattern of a tuple struct or variant with the patterns of what it holds.
    pub(super) fn constructor_pattern(
        &mut self,
        path: &syn::Path,
        patterns: Vec<Pattern>,
        rest: Option<usize>,
        range: std::ops::Range<usize>,
    ) -> Pattern {
        let segments = self.segments(path);
        let one =
            |patterns: Vec<Pattern>| Box::new(patterns.into_iter().next().unwrap_or(Pattern::Wild));
        match segments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [.., "Some"] => return Pattern::Some(one(patterns)),
            [.., "Ok"] => return Pattern::Ok(one(patterns)),
            [.., "Err"] => return Pattern::Err(one(patterns)),
            ["Entry" | "hash_map" | "btree_map", "Occupied"] => {
                return Pattern::Entry(true, one(patterns));
            }
            ["Entry" | "hash_map" | "btree_map", "Vacant"] => {
                return Pattern::Entry(false, one(patterns));
            }
            ["Ending", "Failed"] => return Pattern::Ending("Failed", Some(one(patterns))),
            _ => {}
        }
        let Some((class, variant)) = self.variant_of(path) else {
            self.unknown_pattern(path, "E0531", "tuple struct or tuple variant");
            return Pattern::Wild;
        };
        let count = class.variants[variant as usize].fields.len();
        let after = rest.map_or(0, |at| patterns.len() - at);
        let expected = rest.map_or(patterns.len() == count, |_| patterns.len() <= count);
        if !expected {
            let fields =
                |count: usize| format!("{count} field{}", if count == 1 { "" } else { "s" });
            let of = if class.is_enum { "tuple variant" } else { "tuple struct" };
            let (found, count) = (fields(patterns.len()), fields(count));
            let message =
                format!("this pattern has {found}, but the corresponding {of} has {count}");
            let declared = class.variants[variant as usize].span;
            let diagnostic = Diagnostic::wrong(self.span(range), message).code("E0023");
            self.report(
                diagnostic
                    .label(format!("expected {count}, found {found}"))
                    .note(declared, format!("{of} has {count}"))
                    .hint("`_` stands for a field, and `..` for all that are left"),
            );
        }
        let before = patterns.len() - after;
        let numbered = patterns.into_iter().enumerate().map(|(index, pattern)| {
            let index = if index < before { index } else { count + index - before - after };
            (index as u32, pattern)
        });
        Pattern::Object(class, variant, numbered.collect())
    }

    fn struct_(&mut self, tree: &syn::PatStruct, ty: &Ty) -> Pattern {
        let Some((class, variant)) = self.variant_of(&tree.path) else {
            self.unknown_pattern(&tree.path, "E0422", "struct, variant or union type");
            for field in &tree.fields {
                self.pattern(&field.pat, &Ty::Refused);
            }
            return Pattern::Wild;
        };
        let mut fields = Vec::new();
        let mut is_known = true;
        for field in &tree.fields {
            let name = super::expr::member_name(&field.member);
            let known = &class.variants[variant as usize].fields;
            match known.iter().position(|known| *known.name == *name) {
                Some(index) => {
                    let ty = match ty.referred() {
                        Ty::Object(_) => through(ty, self.field_ty(&class, variant, index)),
                        _ => Ty::Unknown,
                    };
                    fields.push((index as u32, self.pattern(&field.pat, &ty)));
                }
                None => {
                    is_known = false;
                    let at = self.span(span::member(&field.member));
                    let of = &class.name;
                    let message = format!("struct `{of}` does not have a field named `{name}`");
                    let mut diagnostic = Diagnostic::wrong(at, message).code("E0026");
                    let fields: Vec<&str> = known.iter().map(|field| &*field.name).collect();
                    if let Some(hint) = suggestion("field", &name, of, &fields) {
                        diagnostic = diagnostic.hint(hint);
                    }
                    let label = format!("struct `{of}` does not have this field");
                    self.report(diagnostic.label(label));
                    self.pattern(&field.pat, &Ty::Refused);
                }
            }
        }
        let shape = &class.variants[variant as usize];
        let is_named = |index: usize| fields.iter().any(|(known, _)| *known as usize == index);
        let unnamed = (0..shape.fields.len()).filter(|index| !is_named(*index));
        let unnamed: Vec<_> =
            unnamed.map(|index| format!("`{}`", shape.fields[index].name)).collect();
        if is_known && tree.rest.is_none() && !unnamed.is_empty() {
            let listed = unnamed.join(", ");
            let of = if unnamed.len() == 1 { "field" } else { "fields" };
            let end = tree.brace_token.span.close().byte_range().end;
            let at = self.span(span::path(&tree.path).start..end);
            self.report(
                Diagnostic::wrong(at, format!("pattern does not mention {of} {listed}"))
                    .code("E0027")
                    .label(format!("missing {of} {listed}"))
                    .hint("`..` stands for the fields that are not named"),
            );
        }
        Pattern::Object(class, variant, fields)
    }

    /// Lets a later case of `a | b` bind the variables of the first one.
    fn unify_variables(&mut self, from: usize, pattern: &mut Pattern) {
        let block = self.contexts.last_mut().and_then(|context| context.blocks.last_mut());
        let Some(block) = block else { return };
        let added: Vec<Variable> = block.drain(from..).collect();
        for variable in added {
            if let Some(first) = block.iter().rev().find(|known| known.name == variable.name) {
                rename(pattern, variable.slot, first.slot);
            }
        }
    }
}

/// Gives the variable in one slot another slot.
fn rename(pattern: &mut Pattern, old: u32, new: u32) {
    match pattern {
        Pattern::Bind { slot, within, .. } => {
            if *slot == old {
                *slot = new;
            }
            if let Some(within) = within {
                rename(within, old, new);
            }
        }
        Pattern::Tuple(all, _) | Pattern::Or(all) => {
            all.iter_mut().for_each(|pattern| rename(pattern, old, new));
        }
        Pattern::Slice(all, rest) => {
            let rest = rest.as_mut().and_then(|rest| rest.bound.as_deref_mut());
            all.iter_mut().chain(rest).for_each(|pattern| rename(pattern, old, new));
        }
        Pattern::Some(inner)
        | Pattern::Ok(inner)
        | Pattern::Err(inner)
        | Pattern::Reference(inner)
        | Pattern::Entry(_, inner)
        | Pattern::Ending(_, Some(inner)) => rename(inner, old, new),
        Pattern::Object(_, _, fields) => {
            fields.iter_mut().for_each(|(_, pattern)| rename(pattern, old, new));
        }
        Pattern::Wild
        | Pattern::Is(Expr { .. })
        | Pattern::Between(..)
        | Pattern::None
        | Pattern::Ending(_, None) => {}
    }
}

/// The type of a part, which is a reference if the whole is one.
fn through(whole: &Ty, part: Ty) -> Ty {
    match whole {
        Ty::Ref(_) => Lowerer::reference_to(part, false),
        Ty::RefMut(_) => Lowerer::reference_to(part, true),
        Ty::Refused => Ty::Refused,
        _ => part,
    }
}

/// The tree has no `Clone` in this build of the parser.
trait ClonePath {
    fn clone_path(&self) -> Self;
}

impl ClonePath for syn::Path {
    fn clone_path(&self) -> Self {
        let segments = self.segments.iter().map(|segment| syn::PathSegment {
            ident: segment.ident.clone(),
            arguments: syn::PathArguments::None,
        });
        Self { leading_colon: None, segments: segments.collect() }
    }
}
