//@ title: A panic in `drop`
//@ say: At the end of `main`, Rust drops `metrics`, `_summary` and `log`. The `drop` of `_summary` panics; Rust still closes `log`.
//@ try: Change `.expect("the report exists")` on line 12 to `.unwrap_or_default()`. Now `drop` does not panic, and `main` ends normally.
use leakproof::prelude::*;

struct Summary {
    path: String,
}

impl Drop for Summary {
    fn drop(&mut self) {
        let report = fs::read_to_string(&self.path).expect("the report exists");
        println!("{report}");
    }
}

fn main() -> Result<()> {
    let mut log = ManagedFile::create("train.log")?;
    let _summary = Summary { path: String::from("report.txt") };
    let mut metrics = ManagedFile::create("metrics.csv")?;
    metrics.write("loss,0.1\n")?;
    log.write("done\n")?;
    Ok(())
}
