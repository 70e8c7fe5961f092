//@ title: A checkpoint overwritten in place
//@ say: `create` empties `weights.bin`, then the program dies between two writes. The disk keeps half a checkpoint: a torn file.
//@ try: Open “Run …” and choose “Start again on this disk”. The next run finds the torn file, and `load` returns an error.
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
    let mut checkpoint = ManagedFile::create("weights.bin")?;
    checkpoint.write("epoch 2: 2.1 ")?;
    checkpoint.flush()?;
    process::abort(); // dies between the two writes
    checkpoint.write("2.2 2.3")?;
    checkpoint.close()
}
