// A shared value is dropped by the last of its owners.
use std::rc::Rc;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let first = Rc::new(Loud("shared"));
    let second = Rc::clone(&first);
    println!("{} owners", Rc::strong_count(&first));
    drop(first);
    println!("first is gone, {} owner", Rc::strong_count(&second));
    println!("{}", second.0);
    drop(second);
    println!("end of main");
}
