// A cast extends its operand.
use std::fmt::Debug;

#[derive(Debug)]
struct Thing(i32);

impl Drop for Thing {
    fn drop(&mut self) {
        println!("drop thing {}", self.0);
    }
}

fn main() {
    let object = &Thing(1) as &dyn Debug;
    println!("{object:?}");
}
