use leakproof::prelude::*;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("nothing is opened");
    ExitCode::from(3)
}
