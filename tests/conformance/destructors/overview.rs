// What the chapter is about: a value's destructor runs when its owner goes out of scope, and a guard
// is such a value.
use leakproof::prelude::*;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() -> Result<()> {
    let first = Loud("first");
    let mut file = ManagedFile::create("report.txt")?;
    file.write("two lines\n")?;
    let _last = Loud("last");
    println!("{} is open", first.0);
    Ok(())
}
