//@ title: A panic in `drop`
//@ say: On the normal way out a panic in one destructor does not keep the others from running.
use leakproof::prelude::*;

struct Summary {
    path: String,
}

impl Drop for Summary {
    fn drop(&mut self) {
        let report = fs::read_to_string(&self.path).expect("the report is there");
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
