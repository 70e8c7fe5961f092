use leakproof::prelude::*;

fn main() -> Result<()> {
    let file = ManagedFile::create()?;
    file.close()
}
