//@ title: A checkpoint written in place
//@ say: It dies between two writes. Start it again on this disk: it reads a torn checkpoint. Kill it at every step to see when that happens.
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
    let mut checkpoint = ManagedFile::create("weights.bin")?;
    checkpoint.write("epoch 2: 2.1 ")?;
    checkpoint.flush()?;
    process::abort(); // remove this line, and only a kill at the wrong moment tears it
    checkpoint.write("2.2 2.3")?;
    checkpoint.close()
}
