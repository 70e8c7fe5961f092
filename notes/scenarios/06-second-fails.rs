//@ title: The second acquisition fails
//@ say: What was acquired before the failure is released; what was not acquired needs no release.
//@ file features.bin: 0110
//@ fail open 2: too many open files
use leakproof::prelude::*;

fn main() -> Result<()> {
    let features = ManagedFile::open("features.bin")?;
    let labels = ManagedFile::create("labels.bin")?; // fails
    let model = ManagedFile::create("model.bin")?; // not tried

    println!("{} {} {}", features.path(), labels.path(), model.path());
    Ok(())
}
