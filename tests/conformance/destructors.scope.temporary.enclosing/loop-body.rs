// The body of a loop is a scope for the temporaries of its tail.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn step(of: &Loud) {
    println!("step with {}", of.0);
}

fn main() {
    for _ in 0..2 {
        step(&Loud("tail of the body"))
    }
    let mut again = true;
    while again {
        again = false;
        step(&Loud("tail of the while body"))
    }
    println!("after the loops");
}
