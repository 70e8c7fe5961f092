// A file is closed where its variable goes out of scope.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut log = ManagedFile::create("log")?;
    {
        let mut part = ManagedFile::create("part")?;
        part.write("inner")?;
    }
    log.write("part is closed, log is open")?;
    Ok(())
}
