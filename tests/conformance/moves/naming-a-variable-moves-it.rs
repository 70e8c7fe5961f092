// A variable alone as a statement moves its value out, and so drops it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let value = Loud("value");
    value;
    println!("dropped by then");
}
