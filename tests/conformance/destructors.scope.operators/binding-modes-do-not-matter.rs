// Whether a pattern binds by reference or by value does not change the scope of what it matches.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let pair = (Loud("left"), Loud("right"));
    match &pair {
        (left, right) => println!("by reference: {} {}", left.0, right.0),
    }
    match pair {
        (ref left, _) => println!("ref: {}", left.0),
    }
    println!("still whole");
    let (left, right) = pair;
    println!("by value: {} {}", left.0, right.0);
}
