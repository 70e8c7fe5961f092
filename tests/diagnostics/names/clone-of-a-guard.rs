use leakproof::prelude::*;

fn main() -> Result<()> {
    let file = ManagedFile::create("log.txt")?;
    let other = file.clone();
    drop(other);
    file.close()
}
