//! Which diagnostics of types stand: those of inference, wherever it understood a function.

use std::ops::Range;

use super::defs::Defs;
use super::defs::ty::Ty;
use super::infer::{ErrorKind, TypeError, Types};
use crate::run::diagnostic::{Diagnostic, Lines};

/// The codes of diagnostics that inference gives, too.
const OF_TYPES: &[&str] = &[
    "E0061", "E0107", "E0277", "E0282", "E0283", "E0308", "E0369", "E0600", "E0604", "E0605",
    "E0606", "E0607", "E0689",
];

/// The codes of diagnostics of what is not there. Where inference found it, it is the playground that does
/// not have it.
const MISSING: &[&str] = &[
    "E0412", "E0422", "E0423", "E0425", "E0433", "E0531", "E0532", "E0599", "E0608", "E0609",
    "E0610", "E0614", "E0618",
];

/// Leaves out what lowering guesses of types where inference knows better.
pub(in crate::rust) fn settle(
    guessed: Vec<Diagnostic>,
    types: &Types,
    lines: &Lines<'_>,
) -> Vec<Diagnostic> {
    let settled = guessed.into_iter().filter_map(|diagnostic| {
        let Some(code) = diagnostic.code else { return Some(diagnostic) };
        let around = types.around(diagnostic.span.start as usize);
        let is_understood =
            around.is_some_and(|it| it.incomplete.is_none() && it.errors.is_empty());
        if is_understood && MISSING.contains(&code) {
            // `rustc` knows it, and the playground does not run it.
            let span = diagnostic.span;
            let name = lines.text(span.start as usize..span.end as usize);
            let message = format!("`{name}` is outside of what the playground runs");
            return Some(Diagnostic::not_supported(span, message));
        }
        (!is_understood || !OF_TYPES.contains(&code)).then_some(diagnostic)
    });
    settled.collect()
}

/// What inference finds in functions that nothing else is wrong with: types may follow from that.
pub(in crate::rust) fn missed(
    known: &[Diagnostic],
    types: &Types,
    defs: &Defs,
    lines: &Lines<'_>,
) -> Vec<Diagnostic> {
    let is_fine = |whole: &Range<usize>| {
        !known.iter().any(|known| whole.contains(&(known.span.start as usize)))
    };
    let functions = types.functions.iter().filter(|function| is_fine(&function.whole));
    functions.filter_map(|it| it.errors.iter().find_map(|error| said(error, defs, lines))).collect()
}

/// A mistake in words; `None` for kinds that depend on all that the library has.
fn said(error: &TypeError, defs: &Defs, lines: &Lines<'_>) -> Option<Diagnostic> {
    let at = lines.span(error.at.start, error.at.end);
    let shown = |index: usize| error.types.get(index).map_or(String::new(), |ty| defs.show(ty));
    let is_own = |ty: Option<&Ty>| {
        let mut ty = ty;
        while let Some(Ty::Ref(_, to)) = ty {
            ty = Some(to);
        }
        match ty {
            Some(Ty::Adt(id, _)) => Defs::is_user(id.0),
            Some(Ty::Param(..)) => true,
            _ => false,
        }
    };
    let (expected, found) = (shown(0), shown(1));
    Some(match error.kind {
        ErrorKind::Mismatch => {
            let label = format!("expected `{expected}`, found `{found}`");
            Diagnostic::wrong(at, "mismatched types").code("E0308").label(label)
        }
        ErrorKind::NoElse => {
            let message = "`if` may be missing an `else` clause";
            let label = format!("expected `{expected}`, found `()`");
            Diagnostic::wrong(at, message).code("E0317").label(label)
        }
        ErrorKind::NoValue => {
            let message = "`return;` in a function whose return type is not `()`";
            let label = format!("return type is `{expected}`");
            Diagnostic::wrong(at, message).code("E0069").label(label)
        }
        ErrorKind::Unmet if is_own(error.types.first()) => {
            let name = &error.name;
            let message = format!("the trait bound `{expected}: {name}` is not satisfied");
            let label = format!("`{expected}` does not implement `{name}`");
            Diagnostic::wrong(at, message).code("E0277").label(label)
        }
        ErrorKind::Operator if is_own(error.types.first()) => {
            let message = match error.name.starts_with("std::cmp") {
                true => format!("cannot compare a value of type `{expected}` with `{found}`"),
                false => format!("cannot use this operator on `{expected}` and `{found}`"),
            };
            let of = error.name.rsplit("::").next().unwrap_or_default();
            let hint = format!("`{expected}` would have to implement `{of}`");
            Diagnostic::wrong(at, message).code("E0369").hint(hint)
        }
        _ => return None,
    })
}
