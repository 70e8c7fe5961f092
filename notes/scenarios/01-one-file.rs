//@ title: One file
//@ say: Line 8 opens a file. At the `}` on line 12, Rust drops `metrics`, and that closes the file: no call is needed.
//@ try: Delete the `{` on line 7 and the `}` on line 12. The file then stays open until `main` ends. Line 14 reads it too early: the text is still buffered.
use leakproof::prelude::*;

fn main() -> Result<()> {
    {
        let mut metrics = ManagedFile::create("metrics.csv")?;
        metrics.write("epoch,loss\n")?;
        sleep(2); // train for a while
        metrics.write("1,0.93\n")?;
    } // Rust drops `metrics`: its guard writes the buffer and closes the file

    println!("{}", fs::read_to_string("metrics.csv")?);
    Ok(())
}
