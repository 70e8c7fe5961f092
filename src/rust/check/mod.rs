//! Checks: types, moves.

pub(in crate::rust) mod defs;
pub(in crate::rust) mod infer;
pub(in crate::rust) mod items;
pub(in crate::rust) mod moves;
pub(in crate::rust) mod types;
pub(in crate::rust) mod verdict;
