// An early return closes what is open by then.
use leakproof::prelude::*;

fn process(name: &str, limit: usize) -> Result<usize> {
    let mut output = ManagedFile::create(name)?;
    for i in 0.. {
        if i == limit {
            return Ok(i);
        }
        output.write(format!("{i}\n"))?;
        if i == 2 {
            let _extra = ManagedFile::create("extra")?;
            return Err(Error::other("three is too much"));
        }
    }
    Ok(0)
}

fn main() {
    println!("{:?}", process("short", 2).is_ok());
    match process("long", 9) {
        Ok(count) => println!("{count}"),
        Err(error) => println!("{error}"),
    }
}
