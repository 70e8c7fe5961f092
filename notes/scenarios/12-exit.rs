//@ title: `process::exit` with a full buffer
//@ say: Exit is no way out of a scope: no destructor runs, so nobody writes what is buffered.
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
