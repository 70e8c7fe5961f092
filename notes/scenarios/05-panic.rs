//@ title: A panic in an inner function
//@ say: The panic on line 10 leaves `step`, then `main`. On the way, Rust drops the variables of both, and that closes their files.
//@ try: Open “Run …” and choose abort. The same panic then ends the program on line 10: Rust drops nothing, and all buffered bytes are lost.
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
