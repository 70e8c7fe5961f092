//! The border with the page that measures: one call a round.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::Bench;

/// The names of those that are of a group; of all, for no group.
#[wasm_bindgen]
pub fn names(group: &str) -> Vec<String> {
    crate::benches().filter(|bench| bench.is_of(group)).map(|bench| bench.name.to_owned()).collect()
}

/// Does one of them so many times.
#[wasm_bindgen]
pub fn run(name: &str, turns: u32) {
    (bench(name).run)(turns);
}

/// How many of what is measured one turn does.
#[wasm_bindgen]
pub fn each(name: &str) -> u32 {
    bench(name).each
}

fn bench(name: &str) -> &'static Bench {
    crate::benches().find(|bench| bench.name == name).expect("a name of `names`")
}
