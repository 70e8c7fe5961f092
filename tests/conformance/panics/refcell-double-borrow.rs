// A `RefCell` borrowed twice to change panics; the first borrow is given back while unwinding.
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

fn main() {
    let cell = RefCell::new(vec![1]);
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        let first = cell.borrow();
        println!("{} element", first.len());
        cell.borrow_mut().push(2);
    }));
    println!("{}", outcome.is_err());
    cell.borrow_mut().push(3);
    println!("{:?}", cell.borrow());
    println!("{}", cell.try_borrow_mut().is_ok());
}
