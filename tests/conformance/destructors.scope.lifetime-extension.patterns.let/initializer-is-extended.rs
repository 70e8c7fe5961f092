// With such a pattern the whole initializer is extended, also behind `*&`.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let ref x = *&Loud("behind a dereference");
    println!("{}", x.0);
    let &ref y = &*&Loud("extended by the expression");
    println!("{}", y.0);
}
