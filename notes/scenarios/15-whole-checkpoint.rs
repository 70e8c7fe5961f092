//@ title: A checkpoint that is renamed
//@ say: The new one is written beside the old one and takes its name in one step. No crash leaves half of it.
//@ file weights.bin: epoch 1: 1.1 1.2 1.3
use leakproof::prelude::*;
use std::process;

fn main() -> Result<()> {
    let mut checkpoint = ManagedFile::create("weights.tmp")?;
    checkpoint.write("epoch 2: 2.1 ")?;
    checkpoint.flush()?;
    process::abort(); // move this line about: weights.bin is always whole, old or new
    checkpoint.write("2.2 2.3")?;
    checkpoint.close()?;
    fs::rename("weights.tmp", "weights.bin")
}
