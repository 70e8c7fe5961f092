use leakproof::prelude::*;

fn end(file: &ManagedFile) -> Result<()> {
    file.close()
}

fn main() -> Result<()> {
    let file = ManagedFile::create("log.txt")?;
    end(&file)
}
