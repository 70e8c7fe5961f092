// Assigning to a field drops the old field only.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    left: Loud,
    right: Loud,
}

fn main() {
    let mut pair = Pair { left: Loud("left"), right: Loud("right") };
    pair.right = Loud("new right");
    println!("{} {}", pair.left.0, pair.right.0);
}
