//@ locks: 2
use leakproof::prelude::*;

fn main() -> Result<()> {
    let first = ManagedLock::exclusive("a.lock")?;
    println!("{}", ManagedLock::exclusive("./a.lock").is_err());
    let second = ManagedLock::shared("b.lock")?;
    println!("{}", ManagedLock::shared("c.lock").is_err());
    std::mem::forget(second);
    println!("{}", first.path());
    std::process::exit(3);
}
