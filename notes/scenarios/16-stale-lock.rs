//@ title: A stale lock file, and a lock that is none
//@ say: A file that means “taken” outlives its owner. A lock dies with the handle of whoever held it.
//@ file train.pid: 4711
//@ file train.lock: 4711
use leakproof::prelude::*;

fn by_file() -> Result<()> {
    // whoever made it crashed long ago, and nobody removes it
    if fs::exists("train.pid") {
        return Err(Error::other("train.pid is there"));
    }
    fs::write("train.pid", "4712")
}

fn by_lock() -> Result<()> {
    // the file is still there as well, but nobody holds the lock on it
    let _mine = ManagedLock::exclusive("train.lock")?;
    println!("training");
    Ok(())
}

fn main() -> Result<()> {
    if let Err(error) = by_file() {
        eprintln!("another training runs: {error}");
    }
    by_lock()
}
