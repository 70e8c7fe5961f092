// A value may travel through a function back into its own place.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn same(value: Loud) -> Loud {
    value
}

fn main() {
    let mut value = Loud("value");
    value = same(value);
    println!("still {}", value.0);
}
