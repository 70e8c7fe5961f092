//@ title: Nested scopes
//@ say: What was opened last is closed first, whether it has a block of its own or shares one.
//@ file train.csv: 5.1,3.5\n4.9,3.0\n6.2,2.9\n
use leakproof::prelude::*;

fn main() -> Result<()> {
    let lock = ManagedLock::exclusive("train.lock")?;
    let mut data = ManagedFile::open("train.csv")?;
    {
        let mut checkpoint = ManagedFile::create("ckpt.bin")?;
        checkpoint.write("weights")?;
        sleep(3);
    } // `checkpoint` closes here
    let rows = data.read_to_string()?;
    println!("{} rows under {}", rows.lines().count(), lock.path());
    Ok(())
} // `data` closes, then `lock` is free
