// `with` exits while a panic travels.
use leakproof::prelude::*;

use std::panic::{self, AssertUnwindSafe};

fn main() {
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        with(Opening::create("a"), |file| -> Result<()> {
            file.write("before the panic")?;
            panic!("in the body");
        })
    }));
    println!("{}", outcome.is_err());
}
