// Borrowing a value that has no place makes a temporary for it; moving it on makes none.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn borrow(value: &Loud) {
    println!("borrow {}", value.0);
}

fn take(value: Loud) {
    println!("take {}", value.0);
}

fn main() {
    borrow(&Loud("borrowed"));
    println!("the temporary is gone");
    take(Loud("taken"));
    println!("it was dropped by `take`");
}
