//@ title: A checkpoint written in place
//@ say: The crash comes between two writes. The old checkpoint is gone and the new one is half there.
//@ file weights.bin: epoch 1: 1.1 1.2 1.3
use leakproof::prelude::*;
use std::process;

fn main() -> Result<()> {
    let mut checkpoint = ManagedFile::create("weights.bin")?;
    checkpoint.write("epoch 2: 2.1 ")?;
    checkpoint.flush()?;
    process::abort(); // move this line about: only at the very end the checkpoint is whole
    checkpoint.write("2.2 2.3")?;
    checkpoint.close()
}
