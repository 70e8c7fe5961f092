//! What is measured in Rust, natively and in WebAssembly: each a name and a function that does the
//! thing so many times. Whoever calls has the clock.

mod bare;
mod files;
mod guards;
mod panics;
mod pictures;
mod scripts;
#[cfg(target_arch = "wasm32")]
mod web;

/// One measurement: its name, and what is done `turns` times.
pub struct Bench {
    /// `group/name`; peers are of one group.
    pub name: &'static str,
    /// Does it so many times.
    pub run: fn(turns: u32),
    /// How many of what is measured are done in one turn.
    pub each: u32,
}

impl Bench {
    const fn new(name: &'static str, run: fn(u32)) -> Self {
        Self { name, run, each: 1 }
    }

    /// One turn does many of them.
    const fn many(name: &'static str, each: u32, run: fn(u32)) -> Self {
        Self { name, run, each }
    }

    /// Whether it is of a group, or is called so.
    pub fn is_of(&self, group: &str) -> bool {
        self.name.starts_with(group)
    }
}

/// All of them.
pub fn benches() -> impl Iterator<Item = &'static Bench> {
    let groups =
        [files::BENCHES, guards::BENCHES, panics::BENCHES, scripts::BENCHES, pictures::BENCHES];
    groups.into_iter().flatten()
}
