//! What the tests share that run programs, most of them both ways: compiled by `rustc`, and
//! interpreted.
//!
//! A compiled program runs in a process of its own, so that it may exit, abort and print as it likes.

#![allow(dead_code, reason = "each test uses a part of it")]

pub mod allocation;
pub mod compiled;
pub mod facts;
pub mod interpreted;
pub mod killed;
pub mod sources;
