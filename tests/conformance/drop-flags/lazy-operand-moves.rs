// A move in an operand that may not be evaluated.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn consume(value: Loud) -> bool {
    println!("consume {}", value.0);
    true
}

fn maybe(go: bool) {
    let value = Loud("value");
    let done = go && consume(value);
    println!("done: {done}");
}

fn main() {
    maybe(true);
    maybe(false);
}
