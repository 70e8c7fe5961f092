//! What there is for a type, for those who ask for something that is not there.

use super::builtin::{Builtin, slip};

/// The methods of a type of the library or the prelude, by the name that messages give the type. Of
/// those that have many, the ones that one is likely to look for.
pub(in crate::rust) fn methods_of(ty: &str) -> &'static [&'static str] {
    let head = ty.split('<').next().unwrap_or(ty);
    match head {
        "ManagedFile" => &["close", "flush", "open_for", "path", "read", "read_to_string", "write"],
        "ManagedLock" => &["close", "open_for", "path"],
        "ExitStack" => &["close", "defer", "hold", "is_empty", "len"],
        "Error" => &["kind", "path", "suppress", "suppressed", "to_string"],
        "Option" => &[
            "and_then",
            "as_mut",
            "as_ref",
            "expect",
            "filter",
            "is_none",
            "is_some",
            "map",
            "ok_or",
            "or",
            "replace",
            "take",
            "unwrap",
            "unwrap_or",
            "unwrap_or_else",
        ],
        "Result" => &[
            "and_then",
            "as_ref",
            "err",
            "expect",
            "expect_err",
            "is_err",
            "is_ok",
            "map",
            "map_err",
            "ok",
            "or_else",
            "unwrap",
            "unwrap_err",
            "unwrap_or",
            "unwrap_or_else",
        ],
        "Vec" => &[
            "append",
            "clear",
            "contains",
            "drain",
            "extend",
            "first",
            "get",
            "insert",
            "into_iter",
            "is_empty",
            "iter",
            "iter_mut",
            "join",
            "last",
            "len",
            "pop",
            "push",
            "remove",
            "retain",
            "reverse",
            "sort",
            "swap",
            "truncate",
        ],
        "String" => &[
            "as_str",
            "chars",
            "clear",
            "contains",
            "ends_with",
            "find",
            "is_empty",
            "len",
            "lines",
            "parse",
            "pop",
            "push",
            "push_str",
            "repeat",
            "replace",
            "split",
            "starts_with",
            "to_lowercase",
            "to_uppercase",
            "trim",
        ],
        "&str" => &[
            "chars",
            "contains",
            "ends_with",
            "find",
            "is_empty",
            "len",
            "lines",
            "parse",
            "repeat",
            "replace",
            "split",
            "split_whitespace",
            "starts_with",
            "to_lowercase",
            "to_owned",
            "to_string",
            "to_uppercase",
            "trim",
        ],
        "Rc" => &["clone"],
        "RefCell" => &["borrow", "borrow_mut", "into_inner", "replace", "take", "try_borrow_mut"],
        "i8" | "i16" | "i32" | "i64" | "isize" | "u8" | "u16" | "u32" | "u64" | "usize" => &[
            "abs_diff",
            "checked_add",
            "checked_mul",
            "checked_sub",
            "clamp",
            "count_ones",
            "max",
            "min",
            "pow",
            "saturating_add",
            "saturating_sub",
            "to_string",
            "wrapping_add",
        ],
        "f32" | "f64" => &[
            "abs",
            "ceil",
            "clamp",
            "floor",
            "is_nan",
            "max",
            "min",
            "powf",
            "powi",
            "round",
            "sqrt",
            "to_string",
            "trunc",
        ],
        _ => &[],
    }
}

/// How many arguments a method of the library takes, where that is the same for all types that have
/// it.
pub(in crate::rust) fn count_of(method: &str) -> Option<usize> {
    Some(match method {
        "abs" | "as_mut" | "as_ref" | "as_str" | "borrow" | "borrow_mut" | "chars" | "clear"
        | "clone" | "close" | "collect" | "count" | "enumerate" | "first" | "flush"
        | "into_iter" | "is_empty" | "is_err" | "is_none" | "is_ok" | "is_some" | "iter"
        | "iter_mut" | "last" | "len" | "pop" | "rev" | "reverse" | "sort" | "sqrt" | "sum"
        | "to_lowercase" | "to_string" | "to_uppercase" | "trim" | "unwrap" | "unwrap_err" => 0,
        "all" | "and_then" | "any" | "chain" | "contains" | "ends_with" | "expect" | "extend"
        | "filter" | "filter_map" | "flat_map" | "for_each" | "map" | "map_err" | "ok_or"
        | "position" | "push" | "push_str" | "repeat" | "retain" | "skip" | "starts_with"
        | "truncate" | "unwrap_or" | "unwrap_or_else" | "zip" => 1,
        "fold" => 2,
        _ => return None,
    })
}

/// The functions of a type of the library or the prelude, as `ManagedFile::open`.
pub(in crate::rust) fn functions_of(ty: &str) -> Vec<&'static str> {
    let paths = Builtin::ALL.iter().map(|builtin| builtin.path());
    let of_type = |path: &'static str| path.strip_prefix(ty)?.strip_prefix("::");
    paths.filter_map(of_type).collect()
}

/// A hint that names what was meant or, if nothing is like it, what there is.
pub(in crate::rust) fn suggestion(
    what: &str,
    name: &str,
    of: &str,
    known: &[&str],
) -> Option<String> {
    /// More are not read.
    const MOST: usize = 12;
    if let Some(near) = slip(name, known.iter().copied()) {
        return Some(format!("there is a {what} of a similar name: `{near}`"));
    }
    let names: Vec<_> = known.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    let more = match known.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!names.is_empty()).then(|| format!("`{of}` has {}{more}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::compile;

    /// A value of each type that has a list, and how it is made.
    const VALUES: &[(&str, &str)] = &[
        ("ManagedFile", "ManagedFile::create(\"a\").unwrap()"),
        ("ManagedLock", "ManagedLock::exclusive(\"a\").unwrap()"),
        ("ExitStack", "ExitStack::new()"),
        ("Error", "Error::other(\"a\")"),
        ("Option<_>", "Some(1)"),
        ("Result<_, _>", "Ok::<i32, i32>(1)"),
        ("Vec<_>", "vec![1]"),
        ("String", "String::new()"),
        ("&str", "\"a\""),
        ("Rc<_>", "std::rc::Rc::new(1)"),
        ("RefCell<_>", "std::cell::RefCell::new(1)"),
        ("i32", "1"),
        ("f64", "1.5"),
    ];

    #[test]
    fn every_method_that_is_named_exists() {
        for (ty, value) in VALUES {
            assert!(!methods_of(ty).is_empty(), "{ty}");
            for method in methods_of(ty) {
                let source = format!(
                    "use leakproof::prelude::*; fn main() {{ let mut value = {value}; value.{method}(); }}"
                );
                // With no arguments most of them are wrong, but that is another mistake.
                let said = match compile(&source) {
                    Ok(program) => program.run().problem.into_iter().collect(),
                    Err(diagnostics) => diagnostics,
                };
                let unknown = said.iter().find(|one| one.code == Some("E0599"));
                assert_eq!(unknown, None, "{ty} has no `{method}`");
            }
        }
    }
}
