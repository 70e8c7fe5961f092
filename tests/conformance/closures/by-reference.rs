// A closure that only looks borrows; the value stays where it is.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let value = Loud("value");
    let look = || println!("look at {}", value.0);
    look();
    look();
    println!("still here: {}", value.0);
}
