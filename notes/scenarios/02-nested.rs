//@ title: Nested scopes
//@ say: The file of the inner block closes first. At the end of `main`, Rust drops the variables in reverse order: `data`, then `lock`.
//@ try: Swap lines 8 and 9. `lock` is then declared last, so it is released first, before `data` closes.
//@ file train.csv: 5.1,3.5\n4.9,3.0\n6.2,2.9\n
use leakproof::prelude::*;

fn main() -> Result<()> {
    let lock = ManagedLock::exclusive("train.lock")?;
    let mut data = ManagedFile::open("train.csv")?;
    {
        let mut checkpoint = ManagedFile::create("ckpt.bin")?;
        checkpoint.write("weights")?;
        sleep(3);
    } // Rust drops `checkpoint`: its file closes
    let rows = data.read_to_string()?;
    println!("{} rows under {}", rows.lines().count(), lock.path());
    Ok(())
} // `data` closes first, then `lock` is released
