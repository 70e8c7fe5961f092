//@ title: Leak until the table is full, crash, start again
//@ say: Every leak takes a handle, and the last one the program with it. The next run finds the table empty, and the log without what was never flushed.
//@ handles: 4
use leakproof::prelude::*;
use std::mem;

fn log_step(step: i32) -> Result<()> {
    let mut log = ManagedFile::append("steps.log")?;
    log.write(format!("step {step}\n"))?;
    if step % 2 == 0 {
        log.flush()?;
    }
    mem::forget(log); // one handle less
    Ok(())
}

fn main() -> Result<()> {
    if fs::exists("steps.log") {
        println!("the run before got as far as {:?}", fs::read_to_string("steps.log")?);
    }
    for step in 1..100 {
        if let Err(error) = log_step(step) {
            eprintln!("in step {step}: {error}");
            std::process::abort();
        }
    }
    Ok(())
}
