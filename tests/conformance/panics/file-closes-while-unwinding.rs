// A panic closes files on its way, and flushes them.
use leakproof::prelude::*;

fn write_half(name: &str) -> Result<()> {
    let mut file = ManagedFile::create(name)?;
    file.write("first half")?;
    if name.len() > 3 {
        panic!("no second half for {name}");
    }
    file.write("second half")?;
    file.close()
}

fn main() -> Result<()> {
    write_half("abc")?;
    let _lock = ManagedLock::exclusive("lock")?;
    write_half("abcdef")
}
