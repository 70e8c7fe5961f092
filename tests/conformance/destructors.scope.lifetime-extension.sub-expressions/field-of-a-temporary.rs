// A reference to a field extends the whole value.
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
    let left = &Pair { left: Loud("left"), right: Loud("right") }.left;
    let first = &(Loud("tuple 0"), Loud("tuple 1")).0;
    println!("{} {}", left.0, first.0);
}
