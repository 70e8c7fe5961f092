use leakproof::prelude::*;

fn consume(file: ManagedFile) -> Result<()> {
    file.close()
}

fn main() -> Result<()> {
    let file = ManagedFile::create("log.txt")?;
    consume(file)?;
    println!("{}", file.path());
    Ok(())
}
