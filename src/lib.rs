//! A playground for learning what happens to a resource when its scope ends.
pub mod journal;
pub mod world;
