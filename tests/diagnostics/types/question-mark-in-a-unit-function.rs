use leakproof::prelude::*;

fn main() {
    let file = ManagedFile::create("log.txt")?;
    drop(file);
}
