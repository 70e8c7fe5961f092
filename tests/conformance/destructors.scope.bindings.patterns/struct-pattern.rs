// The order is that of the pattern, not that of the fields.
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
    let Pair { right, left } = Pair { left: Loud("left"), right: Loud("right") };
    println!("{} {}", left.0, right.0);
}
