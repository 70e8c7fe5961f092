//! `#[cfg(…)]`: which items and statements `rustc` would leave out.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// Whether an attribute leaves out what it stands before. A condition that is not known holds.
pub(in crate::rust) fn is_left_out(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| match &attr.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            list.parse_args::<Meta>().is_ok_and(|meta| holds(&meta) == Some(false))
        }
        _ => false,
    })
}

/// Whether a condition holds for a program built with `cargo run`; `None` if that is not known.
fn holds(meta: &Meta) -> Option<bool> {
    match meta {
        Meta::Path(path) if path.is_ident("test") || path.is_ident("doctest") => Some(false),
        Meta::Path(path) if path.is_ident("debug_assertions") => Some(true),
        Meta::List(list) => {
            let parts =
                list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
            let mut parts = parts.iter().map(holds);
            if list.path.is_ident("not") {
                return parts.next()?.map(|holds| !holds);
            }
            if list.path.is_ident("all") {
                return parts.try_fold(true, |all, part| Some(all && part?));
            }
            list.path
                .is_ident("any")
                .then(|| parts.try_fold(false, |any, part| Some(any || part?)))?
        }
        Meta::NameValue(pair) if pair.path.is_ident("feature") => Some(false),
        _ => None,
    }
}
