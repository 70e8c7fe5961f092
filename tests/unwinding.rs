//! Unwinding, natively by `cargo test` and in a page by `wasm-pack test --headless --chrome`.

#[path = "unwinding/mod.rs"]
mod body;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
