//@ title: `process::exit` with bytes still buffered
//@ say: `process::exit` ends the program, and Rust drops nothing. `epoch 1` was flushed to the disk. `epoch 2` was still buffered: it is lost.
//@ try: Change `process::exit(2)` on line 14 to `return Err(Error::other("no weights"))`. Rust then drops `log`, and nothing is lost.
use leakproof::prelude::*;
use std::process;

fn main() -> Result<()> {
    let mut log = ManagedFile::create("train.log")?;
    log.write("epoch 1\n")?;
    log.flush()?;
    log.write("epoch 2\n")?;
    if fs::read_to_string("weights.bin").is_err() {
        eprintln!("there are no weights");
        process::exit(2);
    }
    log.close()
}
