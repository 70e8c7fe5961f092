// A guard that fails leaves the arm: what it bound is dropped before the next arm is tried.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    match Some(1) {
        Some(n)
            if let guard = Loud("of the first guard")
                && n > guard.0.len() =>
        {
            println!("not reached")
        }
        Some(n)
            if let guard = Loud("of the second guard")
                && n < guard.0.len() =>
        {
            println!("second arm with {n}")
        }
        _ => println!("not reached"),
    }
    println!("after the match");
}
