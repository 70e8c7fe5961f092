// A forgotten file stays open until the program is over, and its unwritten bytes are lost.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut file = ManagedFile::create("leak")?;
    file.write("never flushed")?;
    std::mem::forget(file);
    let mut other = ManagedFile::create("fine")?;
    other.write("flushed")?;
    Ok(())
}
