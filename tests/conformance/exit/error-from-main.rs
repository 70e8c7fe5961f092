// A `main` that returns an error exits with 1, after its destructors.
use leakproof::prelude::*;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() -> Result<()> {
    let _local = Loud("local");
    let _file = ManagedFile::open("missing")?;
    println!("not reached");
    Ok(())
}
