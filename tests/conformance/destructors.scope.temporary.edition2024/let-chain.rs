// In a chain of conditions, what a `let` made lives through the rest and through the body; a later
// condition that fails drops it before the `else`.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn look(at: &Loud) -> Option<usize> {
    println!("look at {}", at.0);
    Some(at.0.len())
}

fn chain(limit: usize) {
    if let Some(a) = look(&Loud("first"))
        && a > 0
        && let Some(b) = look(&Loud("second"))
        && a + b > limit
    {
        println!("{a} + {b} > {limit}");
    } else {
        println!("not above {limit}");
    }
}

fn main() {
    chain(5);
    chain(50);
}
