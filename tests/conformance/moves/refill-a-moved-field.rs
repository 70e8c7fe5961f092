// A field that was moved out can be given a new value: the whole is whole again.
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
    drop(pair.left);
    pair.left = Loud("new left");
    println!("{} {}", pair.left.0, pair.right.0);
}
