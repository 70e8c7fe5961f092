//! Unwinding in a dedicated worker, which is where the playground runs.
#![cfg(target_arch = "wasm32")]

#[path = "unwinding/mod.rs"]
mod body;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
