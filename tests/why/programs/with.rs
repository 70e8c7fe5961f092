use leakproof::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn returned() -> Result<()> {
    with(Opening::create("returned"), |file| file.write("a"))
}

fn failed() -> Result<()> {
    with(Opening::create("failed"), |_file| Err(Error::other("bad batch")))
}

fn panicked() -> Result<()> {
    with(Opening::create("panicked"), |file| {
        file.write("b")?;
        panic!("boom");
    })
}

fn stack(fails: bool) -> Result<()> {
    with(ExitStack::new(), |stack| {
        let first = stack.hold(Opening::create("one"))?;
        let _second = stack.hold(Opening::create("two"))?;
        first.get()?.write("c")?;
        if fails {
            return Err(Error::other("no"));
        }
        Ok(())
    })
}

fn main() -> Result<()> {
    returned()?;
    println!("{:?}", failed());
    println!("{}", catch_unwind(AssertUnwindSafe(panicked)).is_err());
    stack(false)?;
    println!("{:?}", stack(true));
    ManagedFile::create("closed")?.close()
}
