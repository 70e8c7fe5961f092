//@ title: Forgotten until the table is full
//@ say: A forgotten guard never closes its handle. The leak is felt where the next file is opened.
//@ handles: 4
use leakproof::prelude::*;
use std::mem;

fn log_step(step: i32) -> Result<()> {
    let mut log = ManagedFile::append("steps.log")?;
    log.write(format!("step {step}\n"))?;
    mem::forget(log); // nobody will close it, nobody will flush it
    Ok(())
}

fn main() -> Result<()> {
    for step in 1..100 {
        log_step(step)?;
        sleep(1);
    }
    Ok(())
}
