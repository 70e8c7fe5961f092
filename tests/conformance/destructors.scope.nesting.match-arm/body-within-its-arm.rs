// The arm's body is within the arm: its temporaries go before the arm's bindings.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn name(of: &Loud) -> &'static str {
    of.0
}

fn main() {
    match Some(Loud("binding")) {
        Some(_binding) => println!("body with {}", name(&Loud("temporary of the body"))),
        None => {}
    }
    println!("after the match");
}
