//@ title: One file
//@ say: A file is open from the line that acquires it to the brace that ends its scope.
use leakproof::prelude::*;

fn main() -> Result<()> {
    {
        let mut metrics = ManagedFile::create("metrics.csv")?;
        metrics.write("epoch,loss\n")?;
        sleep(2); // train for a while
        metrics.write("1,0.93\n")?;
    } // `metrics` goes out of scope: flushed, closed

    println!("{}", fs::read_to_string("metrics.csv")?);
    Ok(())
}
