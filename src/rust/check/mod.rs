//! Checks: types as far as they are known, moves.

pub(in crate::rust) mod moves;
pub(in crate::rust) mod types;
