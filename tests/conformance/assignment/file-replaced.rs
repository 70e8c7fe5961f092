// Opening the next file into the same variable closes the one before, after the new one is open.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut part = ManagedFile::create("part-0")?;
    for i in 1..3 {
        part.write(format!("before {i}"))?;
        part = ManagedFile::create(format!("part-{i}"))?;
    }
    part.write("last")?;
    Ok(())
}
