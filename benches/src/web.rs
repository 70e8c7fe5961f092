//! The border with the page that measures: one call a round.

use wasm_bindgen::prelude::wasm_bindgen;

/// The names of all measurements.
#[wasm_bindgen]
pub fn names() -> Vec<String> {
    crate::benches().map(|bench| bench.name.to_owned()).collect()
}

/// Does one of them so many times.
#[wasm_bindgen]
pub fn run(name: &str, turns: u32) {
    let bench = crate::benches().find(|bench| bench.name == name).expect("a name of `names`");
    (bench.run)(turns);
}

/// How many events the run of `script/1M` has.
#[wasm_bindgen(js_name = eventsOfTheLongRun)]
pub fn events_of_the_long_run() -> u32 {
    crate::events_of_the_long_run()
}
