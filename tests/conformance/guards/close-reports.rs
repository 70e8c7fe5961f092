// `close` returns the error that `drop` could not.
//@ fail close 1: no space
//@ fail close 2: no space
use leakproof::prelude::*;

fn main() -> Result<()> {
    let silent = ManagedFile::create("silent")?;
    drop(silent);
    let loud = ManagedFile::create("loud")?;
    match loud.close() {
        Ok(()) => println!("closed"),
        Err(error) => println!("close failed: {error}"),
    }
    Ok(())
}
