// The initializer's temporaries live until the end of the `let` statement, not longer.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Loud {
    fn length(&self) -> usize {
        println!("measure {}", self.0);
        self.0.len()
    }
}

fn main() {
    let length = Loud("temporary").length();
    println!("length {length}");
    let text = format!("<{}>", Loud("argument").0);
    println!("{text}");
}
