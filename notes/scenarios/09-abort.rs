//@ title: `process::abort` in an inner function
//@ say: `process::abort` ends the program at once, and Rust drops nothing. The system closes the files and the lock. Buffered bytes are lost.
//@ try: Change `process::abort()` on line 11 to `panic!("too large")`. The panic drops every variable on its way, so nothing is lost.
use leakproof::prelude::*;
use std::process;

fn save(weights: &str) -> Result<()> {
    let mut checkpoint = ManagedFile::create("weights.bin")?;
    checkpoint.write(weights)?;
    if weights.len() > 8 {
        process::abort(); // the program ends here
    }
    checkpoint.close()
}

fn main() -> Result<()> {
    let _lock = ManagedLock::exclusive("train.lock")?;
    let mut log = ManagedFile::create("train.log")?;
    log.write("saving\n")?;
    save("0.1 0.2 0.3")
}
