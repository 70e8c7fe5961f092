// A file with two owners is closed by the last one.
use leakproof::prelude::*;

use std::cell::RefCell;
use std::rc::Rc;

fn main() -> Result<()> {
    let log = Rc::new(RefCell::new(ManagedFile::create("log")?));
    let writer = Rc::clone(&log);
    writer.borrow_mut().write("by the writer\n")?;
    drop(log);
    println!("one owner left");
    writer.borrow_mut().write("still open\n")?;
    Ok(())
}
