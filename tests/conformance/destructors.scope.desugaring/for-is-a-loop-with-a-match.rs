// A `for` keeps the value it iterates over until the loop is over, and drops each item at the end of
// its turn.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    for item in vec![Numbered(1), Numbered(2), Numbered(3)] {
        println!("turn {}", item.0);
    }
    println!("after the loop");
}
