// The other fields of the struct are still dropped, too.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Bad;

impl Drop for Bad {
    fn drop(&mut self) {
        panic!("bad field");
    }
}

struct Whole {
    a: Loud,
    bad: Bad,
    b: Loud,
}

fn main() {
    let whole = Whole { a: Loud("a"), bad: Bad, b: Loud("b") };
    println!("{}{}", whole.a.0, whole.b.0);
}
