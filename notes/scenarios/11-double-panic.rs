//@ title: A panic in `drop` while a panic unwinds
//@ say: Two panics at once end the program on the spot. What was dropped before is safe, the rest is lost.
use leakproof::prelude::*;

struct Summary;

impl Drop for Summary {
    fn drop(&mut self) {
        fs::read_to_string("report.txt").expect("the report is there");
    }
}

fn main() -> Result<()> {
    let mut log = ManagedFile::create("train.log")?;
    log.write("epoch 1\n")?;
    let _summary = Summary;
    let mut metrics = ManagedFile::create("metrics.csv")?;
    metrics.write("loss,0.1\n")?;
    panic!("loss is not a number");
}
