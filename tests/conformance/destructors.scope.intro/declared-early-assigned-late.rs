// The order is that of declaration, not that of initialization.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let declared_first;
    let _declared_second = Loud("declared second");
    declared_first = Loud("declared first");
    println!("{} got its value last", declared_first.0);
}
