use leakproof::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

struct Noisy(ManagedFile);

impl Drop for Noisy {
    fn drop(&mut self) {
        let note = fs::write("note", "dropped");
        println!("{} {}", self.0.path(), note.is_ok());
    }
}

fn inner() -> Result<()> {
    let _first = ManagedFile::create("first")?;
    let _noisy = Noisy(ManagedFile::create("noisy")?);
    let _last = ManagedFile::create("last")?;
    let file: Result<ManagedFile> = ManagedFile::open("missing");
    file.unwrap();
    Ok(())
}

fn main() -> Result<()> {
    let caught = catch_unwind(AssertUnwindSafe(inner));
    println!("caught: {}", caught.is_err());
    let _log = ManagedFile::create("log")?;
    let numbers = [1, 2, 3];
    let at = numbers.len();
    println!("{}", numbers[at]);
    Ok(())
}
