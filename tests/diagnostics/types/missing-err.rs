use leakproof::prelude::*;

fn main() {
    match ManagedFile::create("log.txt") {
        Ok(file) => drop(file),
    }
}
