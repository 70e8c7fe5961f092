// A `Weak` does not keep the value alive.
use std::rc::{Rc, Weak};

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn look(weak: &Weak<Loud>) {
    match weak.upgrade() {
        Some(strong) => println!("alive: {} ({})", strong.0, Rc::strong_count(&strong)),
        None => println!("gone"),
    }
}

fn main() {
    let strong = Rc::new(Loud("value"));
    let weak = Rc::downgrade(&strong);
    look(&weak);
    println!("{} strong, {} weak", Rc::strong_count(&strong), Rc::weak_count(&strong));
    drop(strong);
    look(&weak);
}
