// A parameter that is moved away in the body is not dropped at its end.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn pass_on(given: Loud, kept: Loud) -> Loud {
    println!("pass on {} and keep {}", given.0, kept.0);
    given
}

fn main() {
    let back = pass_on(Loud("given"), Loud("kept"));
    println!("got {}", back.0);
}
