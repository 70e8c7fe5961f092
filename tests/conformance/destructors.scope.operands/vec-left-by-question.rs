// The elements of a `vec!` that is left half-way are dropped.
use leakproof::prelude::*;

fn open_all() -> Result<Vec<ManagedFile>> {
    Ok(vec![ManagedFile::create("a")?, ManagedFile::create("b")?, ManagedFile::open("missing")?])
}

fn main() {
    match open_all() {
        Ok(files) => println!("{} files", files.len()),
        Err(error) => println!("{error}"),
    }
}
