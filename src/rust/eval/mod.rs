//! Evaluation: the machine, scopes, calls, and the operations of the library.

pub(in crate::rust) mod adaptors;
pub(in crate::rust) mod aggregates;
pub(in crate::rust) mod bind;
pub(in crate::rust) mod calls;
pub(in crate::rust) mod capacity;
pub(in crate::rust) mod compare;
pub(in crate::rust) mod control;
pub(in crate::rust) mod default;
pub(in crate::rust) mod expr;
pub(in crate::rust) mod failures;
pub(in crate::rust) mod format;
pub(in crate::rust) mod functions;
pub(in crate::rust) mod hook;
pub(in crate::rust) mod iterate;
pub(in crate::rust) mod machine;
pub(in crate::rust) mod methods;
pub(in crate::rust) mod operators;
pub(in crate::rust) mod overloaded_places;
pub(in crate::rust) mod place;
pub(in crate::rust) mod run;
pub(in crate::rust) mod scope;
pub(in crate::rust) mod user_methods;
