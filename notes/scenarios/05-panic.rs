//@ title: A panic in the inner scope
//@ say: The panic unwinds the frames from the inside out, and each frame closes its files.
use leakproof::prelude::*;

fn step(batch: i32) -> Result<()> {
    let mut gradients = ManagedFile::create("gradients.tmp")?;
    gradients.write(format!("batch {batch}"))?;
    sleep(1);
    assert!(batch < 2, "loss is not a number in batch {batch}");
    Ok(())
}

fn main() -> Result<()> {
    let mut log = ManagedFile::create("train.log")?;
    for batch in 1..5 {
        log.write(format!("batch {batch}\n"))?;
        step(batch)?;
    }
    Ok(())
}
