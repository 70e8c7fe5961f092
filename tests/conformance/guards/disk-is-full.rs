// A buffer that cannot be written is reported where it is flushed.
//@ disk: 8 B
use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut file = ManagedFile::create("a")?;
    file.write("1234")?;
    file.flush()?;
    file.write("56789")?;
    match file.flush() {
        Ok(()) => println!("flushed"),
        Err(error) => println!("{error}"),
    }
    let closed = file.close();
    println!("{}", closed.is_err());
    println!("{}", fs::read_to_string("a")?);
    Ok(())
}
