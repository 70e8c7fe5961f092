// Sleeping takes time of the run's own clock only.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let file = ManagedFile::create("slow")?;
    sleep(25);
    println!("{} ms", file.open_for().as_millis());
    Ok(())
}
