//@ title: Abort in a nested scope
//@ say: Nothing unwinds and nothing is dropped. The world closes the handles, and what was buffered is lost.
use leakproof::prelude::*;
use std::process;

fn save(weights: &str) -> Result<()> {
    let mut checkpoint = ManagedFile::create("weights.bin")?;
    checkpoint.write(weights)?;
    if weights.len() > 8 {
        process::abort(); // no frame above this line gets its turn
    }
    checkpoint.close()
}

fn main() -> Result<()> {
    let _lock = ManagedLock::exclusive("train.lock")?;
    let mut log = ManagedFile::create("train.log")?;
    log.write("saving\n")?;
    save("0.1 0.2 0.3")
}
