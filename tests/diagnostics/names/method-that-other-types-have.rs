use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut file = ManagedFile::create("log.txt")?;
    file.push("one");
    file.close()
}
