//! What is measured in Rust, natively and in WebAssembly: each a name and a function that does the
//! thing so many times. Whoever calls has the clock.

mod bare;
mod files;
mod guards;
mod panics;
mod scripts;
#[cfg(target_arch = "wasm32")]
mod web;

pub use scripts::events_of_the_long_run;

/// One measurement: its name, and what is done `turns` times.
pub struct Bench {
    /// `group/name`; peers are of one group.
    pub name: &'static str,
    /// Does it so many times.
    pub run: fn(turns: u32),
}

/// All of them.
pub fn benches() -> impl Iterator<Item = &'static Bench> {
    [files::BENCHES, guards::BENCHES, panics::BENCHES, scripts::BENCHES].into_iter().flatten()
}
