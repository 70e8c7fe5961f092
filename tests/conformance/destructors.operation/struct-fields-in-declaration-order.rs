// Fields are dropped in the order of declaration, whatever the order in which they were written.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Three {
    a: Loud,
    b: Loud,
    c: Loud,
}

fn main() {
    let three = Three { c: Loud("c"), a: Loud("a"), b: Loud("b") };
    println!("{}{}{}", three.a.0, three.b.0, three.c.0);
}
