// Files are closed in reverse order of opening, also when an error leaves the function.
use leakproof::prelude::*;

fn work() -> Result<()> {
    let mut a = ManagedFile::create("a")?;
    let mut b = ManagedFile::create("b")?;
    a.write("first")?;
    b.write("second")?;
    let _missing = ManagedFile::open("missing")?;
    println!("not reached");
    Ok(())
}

fn main() {
    match work() {
        Ok(()) => println!("fine"),
        Err(error) => println!("failed: {error}"),
    }
}
