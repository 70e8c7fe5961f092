//! The text before it is a tree: the depth of its brackets, and diagnostics of text that does not parse.

pub(in crate::rust) mod broken;
pub(in crate::rust) mod cfg;
pub(in crate::rust) mod nesting;
pub(in crate::rust) mod span;
