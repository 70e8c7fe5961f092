//@ title: Leak every handle, crash, start again
//@ say: Each step leaks a handle. When all 4 are taken, the program aborts, and the system takes them back. What was not flushed is lost.
//@ try: Open “Run …” and choose “Start again on this disk”. All 4 handles are free again, and `steps.log` holds steps 2 and 4: only they were flushed.
//@ handles: 4
use leakproof::prelude::*;
use std::mem;

fn log_step(step: i32) -> Result<()> {
    let mut log = ManagedFile::append("steps.log")?;
    log.write(format!("step {step}\n"))?;
    if step % 2 == 0 {
        log.flush()?;
    }
    mem::forget(log); // leaks a handle
    Ok(())
}

fn main() -> Result<()> {
    if fs::exists("steps.log") {
        println!("the last run left {:?}", fs::read_to_string("steps.log")?);
    }
    for step in 1..100 {
        if let Err(error) = log_step(step) {
            eprintln!("step {step}: {error}");
            std::process::abort();
        }
    }
    Ok(())
}
