//@ title: A stale lock file, and a lock that is none
//@ say: It dies while it holds both. Start it again on this disk: the file still says “taken”, the lock died with its owner.
use leakproof::prelude::*;
use std::process;

fn by_file() -> Result<()> {
    if fs::exists("train.pid") {
        return Err(Error::other("train.pid is there")); // is its owner?
    }
    fs::write("train.pid", "4711")
}

fn main() -> Result<()> {
    match by_file() {
        Ok(()) => println!("nobody else trains, says the file"),
        Err(error) => println!("somebody else trains, says the file: {error}"),
    }
    let _mine = ManagedLock::exclusive("train.lock")?;
    println!("nobody else trains, says the lock");
    process::abort(); // the file is not removed, and nobody has to release the lock
}
