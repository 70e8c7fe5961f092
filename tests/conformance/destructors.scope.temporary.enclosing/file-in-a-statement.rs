// A file that is opened in the middle of a statement is closed at its end.
use leakproof::prelude::*;

fn main() -> Result<()> {
    fs::write("numbers", "1 2 3")?;
    let count = ManagedFile::open("numbers")?.read_to_string()?.len();
    println!("{count} bytes");
    ManagedFile::append("numbers")?.write(" 4")?;
    println!("{}", fs::read_to_string("numbers")?);
    Ok(())
}
