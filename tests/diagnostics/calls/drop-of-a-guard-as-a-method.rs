use leakproof::prelude::*;

fn main() -> Result<()> {
    let file = ManagedFile::create("log.txt")?;
    file.drop();
    Ok(())
}
