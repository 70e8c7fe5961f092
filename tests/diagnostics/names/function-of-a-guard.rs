use leakproof::prelude::*;

fn main() -> Result<()> {
    let file = ManagedFile::make("log.txt")?;
    file.close()
}
