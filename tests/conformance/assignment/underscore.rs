// `_ = value` drops at once.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    _ = Loud("thrown away");
    println!("after");
}
