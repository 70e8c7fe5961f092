// A lock that is held cannot be taken again, until its guard is gone.
use leakproof::prelude::*;

fn main() -> Result<()> {
    {
        let _held = ManagedLock::exclusive("l")?;
        match ManagedLock::exclusive("l") {
            Ok(_) => println!("taken twice"),
            Err(error) => println!("{error}"),
        }
    }
    let _first = ManagedLock::shared("l")?;
    let _second = ManagedLock::shared("l")?;
    println!("{}", ManagedLock::exclusive("l").is_err());
    Ok(())
}
