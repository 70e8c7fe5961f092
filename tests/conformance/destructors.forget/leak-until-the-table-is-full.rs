// Forgotten files use up the handles; the next open fails.
//@ handles: 3
use leakproof::prelude::*;

fn main() {
    for i in 0..5 {
        match ManagedFile::create(format!("file-{i}")) {
            Ok(file) => std::mem::forget(file),
            Err(error) => println!("{i}: {error}"),
        }
    }
}
