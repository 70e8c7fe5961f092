// Each borrow in an extending place keeps its own operand, dropped like variables, in reverse.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let (a, b) = (&Loud("a"), &Loud("b"));
    let c = &Loud("c");
    println!("{} {} {}", a.0, b.0, c.0);
}
