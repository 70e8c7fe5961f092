//@ title: A checkpoint that is renamed
//@ say: The new one is written beside the old one and takes its name in one step. Whatever the step at which it dies, the next run reads a whole one.
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
    println!("going on from {}", load()?);
    let mut checkpoint = ManagedFile::create("weights.tmp")?;
    checkpoint.write("epoch 2: 2.1 ")?;
    checkpoint.flush()?;
    process::abort(); // remove this line: weights.bin is whole at every step, old or new
    checkpoint.write("2.2 2.3")?;
    checkpoint.close()?;
    fs::rename("weights.tmp", "weights.bin")
}
