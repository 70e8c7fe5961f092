//! The names of the standard library and the prelude, and suggestions made of them.

pub(in crate::rust) mod builtin;
pub(in crate::rust) mod error;
pub(in crate::rust) mod suggestions;
#[cfg(test)]
pub(in crate::rust) mod text;
