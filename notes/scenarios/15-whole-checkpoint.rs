//@ title: A checkpoint written aside, then renamed
//@ say: The program writes `weights.tmp` and then renames it to `weights.bin`. Wherever it dies, `weights.bin` is whole: old or new.
//@ try: Delete `process::abort();` on line 21 and choose “Kill at every step” under “Run …”. `weights.bin` is never torn here; in the scenario before, it is.
//@ file weights.bin: epoch 1: 1.1 1.2 1.3
use leakproof::prelude::*;
use std::process;

fn load() -> Result<String> {
    let weights = fs::read_to_string("weights.bin")?;
    if weights.split(' ').count() < 5 {
        return Err(Error::other(format!("a torn checkpoint: `{weights}`")));
    }
    Ok(weights)
}

fn main() -> Result<()> {
    println!("starting from {}", load()?);
    let mut checkpoint = ManagedFile::create("weights.tmp")?;
    checkpoint.write("epoch 2: 2.1 ")?;
    checkpoint.flush()?;
    process::abort(); // dies before the rename
    checkpoint.write("2.2 2.3")?;
    checkpoint.close()?;
    fs::rename("weights.tmp", "weights.bin")
}
