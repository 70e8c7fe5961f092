// `ManuallyDrop::into_inner` makes it an ordinary value again.
use std::mem::ManuallyDrop;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let wrapped = ManuallyDrop::new(Loud("wrapped"));
    println!("holding {}", wrapped.0);
    let unwrapped = ManuallyDrop::into_inner(wrapped);
    println!("unwrapped {}", unwrapped.0);
}
