//@ title: A lock file and a lock
//@ say: The program aborts while it has both: the lock file `train.pid` and a lock. The file stays on the disk; the system releases the lock.
//@ try: Open “Run …” and choose “Start again on this disk”. `train.pid` is still there, although its program is dead. The lock can be taken again.
use leakproof::prelude::*;
use std::process;

fn by_file() -> Result<()> {
    if fs::exists("train.pid") {
        return Err(Error::other("train.pid exists")); // its owner may be dead
    }
    fs::write("train.pid", "4711")
}

fn main() -> Result<()> {
    match by_file() {
        Ok(()) => println!("the file says: nobody else trains"),
        Err(error) => println!("the file says: another program trains: {error}"),
    }
    let _mine = ManagedLock::exclusive("train.lock")?;
    println!("the lock says: nobody else trains");
    process::abort(); // does not remove the file
}
