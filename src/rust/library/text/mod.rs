//! The text of the library: the signatures of the standard library and of this crate's prelude, in Rust,
//! without bodies.
//!
//! - A line `//@ std::vec` says in which modules the items after it are.
//! - A line `//= std::collections::hash_map::Entry HashEntry` gives an item of the file another path.
//! - Each item begins at the first column and on a line of its own: items are found by their lines.
//! - `Int` and `Float`, as names of parameters, stand for each type of these numbers.
//!
//! Programs read the table that is made of it; see `check::defs::library_text`.

/// Each file of the text by its name.
pub(in crate::rust) const FILES: &[(&str, &str)] = &[
    ("basics", include_str!("basics.rs")),
    ("bool", include_str!("bool.rs")),
    ("char", include_str!("char.rs")),
    ("collections", include_str!("collections.rs")),
    ("consts32", include_str!("consts32.rs")),
    ("consts64", include_str!("consts64.rs")),
    ("float", include_str!("float.rs")),
    ("fmt", include_str!("fmt.rs")),
    ("int", include_str!("int.rs")),
    ("io", include_str!("io.rs")),
    ("iter", include_str!("iter.rs")),
    ("leakproof", include_str!("leakproof.rs")),
    ("ops", include_str!("ops.rs")),
    ("option", include_str!("option.rs")),
    ("pointers", include_str!("pointers.rs")),
    ("reference", include_str!("reference.rs")),
    ("result", include_str!("result.rs")),
    ("slice", include_str!("slice.rs")),
    ("str", include_str!("str.rs")),
    ("string", include_str!("string.rs")),
    ("sync", include_str!("sync.rs")),
    ("system", include_str!("system.rs")),
    ("tuple", include_str!("tuple.rs")),
    ("vec", include_str!("vec.rs")),
];

/// The names that every module has without importing them, by their paths.
pub(in crate::rust) const PRELUDE: &[&str] = &[
    "std::borrow::ToOwned",
    "std::boxed::Box",
    "std::clone::Clone",
    "std::cmp::Eq",
    "std::cmp::Ord",
    "std::cmp::PartialEq",
    "std::cmp::PartialOrd",
    "std::convert::AsMut",
    "std::convert::AsRef",
    "std::convert::From",
    "std::convert::Into",
    "std::convert::TryFrom",
    "std::convert::TryInto",
    "std::default::Default",
    "std::iter::DoubleEndedIterator",
    "std::iter::ExactSizeIterator",
    "std::iter::Extend",
    "std::iter::FromIterator",
    "std::iter::IntoIterator",
    "std::iter::Iterator",
    "std::marker::Copy",
    "std::marker::Send",
    "std::marker::Sized",
    "std::marker::Sync",
    "std::marker::Unpin",
    "std::mem::drop",
    "std::ops::Drop",
    "std::ops::Fn",
    "std::ops::FnMut",
    "std::ops::FnOnce",
    "std::option::Option",
    "std::result::Result",
    "std::string::String",
    "std::string::ToString",
    "std::vec::Vec",
];
