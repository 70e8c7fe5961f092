//@ title: A panic in `drop` during another panic
//@ say: While the panic on line 20 unwinds, the `drop` of `_summary` panics too. Two panics at once abort the program: the text in `log` is lost.
//@ try: Change `panic!("loss is not a number");` on line 20 to `Ok(())`. Now there is only the panic in `drop`, and Rust closes `log`.
use leakproof::prelude::*;

struct Summary;

impl Drop for Summary {
    fn drop(&mut self) {
        fs::read_to_string("report.txt").expect("the report exists");
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
