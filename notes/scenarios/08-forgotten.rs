//@ title: Forgotten guards use up all handles
//@ say: `mem::forget` tells Rust never to drop `log`, so nobody closes its file. When all 4 handles are taken, the next open fails.
//@ try: Delete `mem::forget(log);` on line 11. Rust then drops `log` at the end of each call, and 4 handles are enough for all 99 steps.
//@ handles: 4
use leakproof::prelude::*;
use std::mem;

fn log_step(step: i32) -> Result<()> {
    let mut log = ManagedFile::append("steps.log")?;
    log.write(format!("step {step}\n"))?;
    mem::forget(log); // Rust will never drop it
    Ok(())
}

fn main() -> Result<()> {
    for step in 1..100 {
        log_step(step)?;
        sleep(1);
    }
    Ok(())
}
