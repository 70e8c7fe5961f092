use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut file = ManagedFile::create("log.txt");
    file.write("one")?;
    Ok(())
}
