// In a loop a variable is emptied and filled again.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut value = Numbered(0);
    for i in 1..4 {
        if i % 2 == 1 {
            drop(value);
            value = Numbered(i);
        } else {
            value = Numbered(i * 10);
        }
    }
    println!("left with {}", value.0);
}
