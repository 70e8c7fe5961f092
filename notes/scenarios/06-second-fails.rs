//@ title: The second file cannot be opened
//@ say: The second open fails, and `?` returns the error from `main`. Rust drops `features`, and that closes the only open file.
//@ try: Change `open 2` on line 5 to `open 3`. Now the third open fails, and two files close: `labels.bin` first, then `features.bin`.
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
