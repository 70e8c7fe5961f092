// A closure that uses only a part that is `Copy` takes a copy of that part, and leaves the owner.
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
    let pair = Pair { left: Loud("left"), right: Loud("right") };
    {
        let closure = move || println!("has {}", pair.left.0.len());
        closure();
        println!("end of the block");
    }
    println!("both are still here: {} {}", pair.left.0, pair.right.0);
}
