// An arm is a scope also without braces; its value leaves it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let length = match (Loud("left"), Loud("right")) {
        (left, _) if left.0.is_empty() => 0,
        (left, right) => left.0.len() + right.0.len(),
    };
    println!("{length}");
}
