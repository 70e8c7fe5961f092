use leakproof::prelude::*;

fn main() -> Result<()> {
    let file = ManagedFile::create("log.txt")?;
    let mut turns = 0;
    while turns < 2 {
        file.close()?;
        turns += 1;
    }
    Ok(())
}
