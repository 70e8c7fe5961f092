// A file behind an extended reference is open to the end of the block.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let file = &mut ManagedFile::create("a")?;
    file.write("through a reference")?;
    println!("still open");
    Ok(())
}
