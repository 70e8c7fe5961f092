// Since the tail's temporaries go first, a borrow in the tail of a variable's own block is fine.
use std::cell::RefCell;

fn length() -> usize {
    let cell = RefCell::new(String::from("borrowed"));
    cell.borrow().len()
}

fn main() {
    println!("{}", length());
}
