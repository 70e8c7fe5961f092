// After a move out of a field, only the fields that are left are dropped.
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
    let taken = pair.left;
    println!("took {}", taken.0);
    drop(taken);
    println!("end of main");
}
