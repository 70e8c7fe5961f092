//! The command line: `leakproof run FILE`, `leakproof check FILE`.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}

/// In the browser there is no command line: the page calls the library.
#[cfg(target_arch = "wasm32")]
fn main() {}
