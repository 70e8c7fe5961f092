// Files below the catcher are closed, those above stay open.
use leakproof::prelude::*;

use std::panic::{self, AssertUnwindSafe};

fn main() -> Result<()> {
    let mut log = ManagedFile::create("log")?;
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        let mut part = ManagedFile::create("part").unwrap();
        part.write("partial").unwrap();
        log.write("about to panic\n").unwrap();
        panic!("in the body");
    }));
    log.write("caught\n")?;
    println!("{}", outcome.is_err());
    Ok(())
}
