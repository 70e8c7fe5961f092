//@ title: Closing fails
//@ say: The disk is full when the buffer is flushed. `drop` can tell nobody; `with` returns the error.
//@ disk: 8 B
use leakproof::prelude::*;

fn quietly() -> Result<()> {
    let mut checkpoint = ManagedFile::create("quiet.bin")?;
    checkpoint.write("0123456789") // into the buffer: no error yet
} // closing fails, and nobody hears of it

fn loudly() -> Result<()> {
    // closing fails, and the caller is told
    with(Opening::create("loud.bin"), |checkpoint| checkpoint.write("0123456789"))
}

fn main() -> Result<()> {
    println!("dropped: {:?}", quietly());
    println!("with:    {:?}", loudly());
    Ok(())
}
