// The branches of an `if` and the arms of a `match`.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn pick(first: bool) {
    let branch = if first { &Loud("then") } else { &Loud("else") };
    let arm = match first {
        true => &Loud("true arm"),
        false => &Loud("false arm"),
    };
    println!("{} {}", branch.0, arm.0);
}

fn main() {
    pick(true);
    pick(false);
}
