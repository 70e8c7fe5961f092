// A guard that holds a reference and puts back what it found.
use std::cell::Cell;

struct Restore<'a> {
    cell: &'a Cell<bool>,
    before: bool,
}

impl<'a> Restore<'a> {
    fn set(cell: &'a Cell<bool>, value: bool) -> Self {
        Restore { cell, before: cell.replace(value) }
    }
}

impl Drop for Restore<'_> {
    fn drop(&mut self) {
        self.cell.set(self.before);
    }
}

fn main() {
    let training = Cell::new(true);
    {
        let _evaluating = Restore::set(&training, false);
        println!("inside: {}", training.get());
    }
    println!("outside: {}", training.get());
}
