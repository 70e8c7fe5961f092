use leakproof::prelude::*;

fn main() -> Result<()> {
    let file = ManagedFile::create("log.txt")?;
    file.write("one")?;
    file.close()
}
