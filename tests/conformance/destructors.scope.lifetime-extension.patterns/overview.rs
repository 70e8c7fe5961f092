// A pattern that borrows extends what it is matched against.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let ref by_pattern = Loud("by pattern");
    let (ref left, _) = (Loud("left"), Loud("right"));
    println!("{} {}", by_pattern.0, left.0);
}
