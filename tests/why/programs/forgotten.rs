use leakproof::prelude::*;
use std::cell::RefCell;
use std::mem::ManuallyDrop;
use std::rc::Rc;

struct Node {
    next: RefCell<Option<Rc<Node>>>,
    file: ManagedFile,
}

fn main() -> Result<()> {
    let node = Rc::new(Node { next: RefCell::new(None), file: ManagedFile::create("cycle")? });
    *node.next.borrow_mut() = Some(Rc::clone(&node));
    let mut manual = ManuallyDrop::new(ManagedFile::create("manual")?);
    manual.write("12")?;
    let leaked = Box::leak(Box::new(ManagedFile::create("leaked")?));
    leaked.write("345")?;
    println!("{}", node.file.path());
    Ok(())
}
