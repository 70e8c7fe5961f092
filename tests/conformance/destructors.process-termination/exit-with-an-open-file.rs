// What a file had buffered is lost, and the system closes the handle.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut flushed = ManagedFile::create("flushed")?;
    flushed.write("safe")?;
    flushed.flush()?;
    let mut buffered = ManagedFile::create("buffered")?;
    buffered.write("lost")?;
    std::process::exit(0)
}
