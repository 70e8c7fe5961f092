//@ title: Closing a file fails
//@ say: The disk has room for 8 bytes, so the guard cannot write its 10 buffered bytes. `drop` cannot return that error; `with` can.
//@ try: Change `Ok(())` on line 10 to `checkpoint.close()`. Now `quietly` returns the error as well: `close` reports what `drop` cannot.
//@ disk: 8 B
use leakproof::prelude::*;

fn quietly() -> Result<()> {
    let mut checkpoint = ManagedFile::create("quiet.bin")?;
    checkpoint.write("0123456789")?; // into the buffer: no error yet
    Ok(())
} // closing fails, and `drop` cannot return the error

fn loudly() -> Result<()> {
    // closing fails, and `with` returns the error
    with(Opening::create("loud.bin"), |checkpoint| checkpoint.write("0123456789"))
}

fn main() -> Result<()> {
    println!("dropped: {:?}", quietly());
    println!("with:    {:?}", loudly());
    Ok(())
}
