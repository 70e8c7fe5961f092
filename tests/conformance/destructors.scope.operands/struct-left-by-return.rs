// A struct expression that is left half-way drops its fields in reverse order of evaluation.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Triple {
    a: Loud,
    b: Loud,
    c: Loud,
}

fn build(stop: bool) -> Option<Triple> {
    let triple =
        Triple { c: Loud("c"), a: Loud("a"), b: if stop { return None } else { Loud("b") } };
    println!("{}{}{}", triple.a.0, triple.b.0, triple.c.0);
    Some(triple)
}

fn main() {
    println!("{}", build(true).is_some());
    println!("{}", build(false).is_some());
}
