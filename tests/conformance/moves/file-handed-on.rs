// Whoever has the file at last closes it.
use leakproof::prelude::*;

fn open() -> Result<ManagedFile> {
    let mut file = ManagedFile::create("handed-on")?;
    file.write("by open\n")?;
    Ok(file)
}

fn finish(mut file: ManagedFile) -> Result<()> {
    file.write("by finish\n")?;
    file.close()
}

fn main() -> Result<()> {
    let file = open()?;
    println!("opened {}", file.path());
    finish(file)?;
    println!("{}", fs::read_to_string("handed-on")?);
    Ok(())
}
