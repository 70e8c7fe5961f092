// Files in a struct are closed in the order of its fields, after its own `drop`.
use leakproof::prelude::*;

struct Run {
    log: ManagedFile,
    checkpoint: ManagedFile,
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.log.write("ending\n");
        println!("the run ends");
    }
}

fn main() -> Result<()> {
    let checkpoint = ManagedFile::create("checkpoint")?;
    let log = ManagedFile::create("log")?;
    let mut run = Run { log, checkpoint };
    run.checkpoint.write("weights")?;
    Ok(())
}
