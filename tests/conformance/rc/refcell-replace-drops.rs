// Replacing what a `RefCell` holds gives the old value back; assigning drops it.
use std::cell::RefCell;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let cell = RefCell::new(Loud("first"));
    let old = cell.replace(Loud("second"));
    println!("replaced {}", old.0);
    *cell.borrow_mut() = Loud("third");
    println!("assigned");
    let inner = cell.into_inner();
    println!("took {}", inner.0);
}
