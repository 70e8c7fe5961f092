//! A playground for learning what happens to a resource when its scope ends.
//!
//! Modules depend only on those below them: `world` and `journal` know nothing of each other, `guard` is
//! built on both. `notes/architecture.md` has the whole list.
#![cfg_attr(not(test), deny(clippy::disallowed_methods, clippy::disallowed_types))]

pub mod guard;
pub mod journal;
pub mod prelude;
pub mod replay;
pub mod run;
// What it evaluates is dropped once because Rust sees to that; tests/memory.rs counts on it.
#[forbid(unsafe_code)]
pub mod rust;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod world;
