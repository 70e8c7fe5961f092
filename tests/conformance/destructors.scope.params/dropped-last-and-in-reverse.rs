// Parameters are dropped in reverse order, after the body's variables.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn three(_a: Loud, _b: Loud, _c: Loud) {
    let _local = Loud("local");
    println!("body");
}

fn main() {
    three(Loud("a"), Loud("b"), Loud("c"));
}
