// A borrow in a scrutinee lasts for the whole `match`.
use std::cell::RefCell;

fn main() {
    let cell = RefCell::new(Some(1));
    match *cell.borrow() {
        Some(_) => println!("can change: {}", cell.try_borrow_mut().is_ok()),
        None => {}
    }
    println!("can change: {}", cell.try_borrow_mut().is_ok());
    if let Some(n) = cell.borrow_mut().as_mut() {
        *n += 1;
    }
    println!("{:?}", cell.borrow());
}
