// The pattern that never leaves half a file: write another, flush, rename.
//@ file config: old
use leakproof::prelude::*;

fn replace(path: &str, text: &str, fail: bool) -> Result<()> {
    let temporary = format!("{path}.tmp");
    let mut file = ManagedFile::create(&temporary)?;
    file.write(text)?;
    if fail {
        return Err(Error::other("lost the connection"));
    }
    file.close()?;
    fs::rename(&temporary, path)
}

fn main() -> Result<()> {
    println!("{}", fs::read_to_string("config")?);
    println!("{}", replace("config", "half", true).is_err());
    println!("{}", fs::read_to_string("config")?);
    replace("config", "new", false)?;
    println!("{}", fs::read_to_string("config")?);
    Ok(())
}
